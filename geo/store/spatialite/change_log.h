// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/spatialite/database.h"
#include "store/store.h"

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

namespace xiangtu::store::spatialite {

/// Every line of the change log carries SHA-256 over the hash of the line before and its own content, so that
/// a line changed, taken out or put in later does not fit what follows. Who can write the file can also write
/// all hashes anew: the newest hash, noted down elsewhere, shows that, too.

/// Appends a line inside the caller's transaction, with the units it is about; answers its number.
std::int64_t appendLine(Database& database, const edit::ChangeSet& set, std::optional<std::int64_t> undoes);
/// The units whose own rows, classes, organisations or records the changes are about.
[[nodiscard]] std::set<std::int64_t> unitsOf(const Database& database, const std::vector<edit::Change>& changes);
/// Goes through all lines.
[[nodiscard]] ChainCheck checkLines(const Database& database);
/// Gives lines of older schemas their hashes and units; inside the transaction of the upgrade.
void chainOldLines(Database& database);

}  // namespace xiangtu::store::spatialite
