// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/border_plan.h"
#include "edit/plan.h"
#include "project/timeline.h"

#include <QString>
#include <QStringList>
#include <QVariantList>

namespace xiangtu::app {

// The life of a unit in the language of the interface.

/// TimelineModel::lines.
[[nodiscard]] QVariantList timelineList(const std::vector<project::Happening>& life, const model::Snapshot& snapshot);
/// What a plan that restores the unit changes, line by line: that it is there again, the areas of all whose land
/// changes, its name, its classes.
[[nodiscard]] QStringList restoreList(const edit::BorderPlan& plan, const model::Snapshot& snapshot,
                                      const borders::UnitName& unit);
/// Why a unit cannot be brought back.
[[nodiscard]] QString notRestoredWords(const edit::Refusal& refusal, const model::Snapshot& snapshot,
                                       const QString& day);

}  // namespace xiangtu::app
