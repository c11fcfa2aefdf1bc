// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/snapshot.h"
#include "store/store.h"

#include <QString>

namespace xiangtu::app {

// Lines of the change log in the language of the interface.

/// What was done to what, as one sentence. Names of schemes and registers are those of the snapshot.
[[nodiscard]] QString sentenceOf(const store::LogLine& line, const model::Snapshot& snapshot);
/// The units above, below the county, largest first; empty for the county and its townships.
[[nodiscard]] QString whereText(const model::Snapshot& snapshot, model::UnitRef unit);
/// "2026-03-01 14:05" in local time; an instant that cannot be read stays as it is.
[[nodiscard]] QString momentText(const std::string& instant);
/// The instant at which a local day begins, as the log writes instants.
[[nodiscard]] std::string beginOf(base::Date day);
/// Titles of change sets (edit::ChangeSet::title) of a kind: classes, borders, records, organisations, imports or
/// catalogue.
[[nodiscard]] std::vector<std::string> titlesOf(const QString& kind);
/// The kind a change set is of; empty for one that is of none.
[[nodiscard]] QString kindOf(const std::string& title);

}  // namespace xiangtu::app
