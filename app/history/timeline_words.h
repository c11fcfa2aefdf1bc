// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/change_set.h"
#include "edit/plan.h"
#include "project/timeline.h"

#include <QString>
#include <QStringList>
#include <QVariantList>

namespace xiangtu::app {

// The life of a unit in the language of the interface.

/// TimelineModel::lines.
[[nodiscard]] QVariantList timelineList(const std::vector<project::Happening>& life, const model::Snapshot& snapshot);
/// What a change set that restores the unit changes, line by line.
[[nodiscard]] QStringList restoreList(const edit::ChangeSet& set, const model::Snapshot& snapshot, model::UnitRef unit);
/// Why a unit cannot be brought back.
[[nodiscard]] QString notRestoredWords(const edit::Refusal& refusal, const QString& day,
                                       const model::Snapshot& snapshot);

}  // namespace xiangtu::app
