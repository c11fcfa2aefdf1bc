// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/spatialite/database.h"
#include "store/store.h"

#include <set>

namespace xiangtu::store::spatialite {

/// What holds on `day` of everything a change set named, asked inside its transaction after its rows were
/// written. With a unit come its classes, organisations and records: they appear and go with it.
[[nodiscard]] edit::Now whatHolds(const Database& database, const edit::ChangeSet& set, base::Date day);

/// How one unit is on `day`.
[[nodiscard]] std::optional<edit::UnitNow::State> unitOn(const Database& database, model::UnitId unit, base::Date day);
/// Its class in each scheme on `day`.
[[nodiscard]] std::vector<edit::ClassNow> classesOn(const Database& database, model::UnitId unit, base::Date day);

}  // namespace xiangtu::store::spatialite
