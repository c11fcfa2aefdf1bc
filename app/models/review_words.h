// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/border_plan.h"
#include "model/snapshot.h"

#include <QVariantList>

#include <vector>

namespace xiangtu::app {

/// What an edit of borders moved with the land, in the language of the interface; what a person should look at
/// comes first: [{ what, title, note, certain, register, record, unit, hasPlace, lon, lat }]. `what`: record,
/// organisation, class or households; `unit`: where it stands now, if that is in the snapshot.
[[nodiscard]] QVariantList reviewList(const std::vector<edit::Resettled>& review, const model::Snapshot& snapshot);

}  // namespace xiangtu::app
