// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/change_set.h"
#include "store/spatialite/database.h"

#include <cstdint>
#include <string>
#include <vector>

namespace xiangtu::store::spatialite {

/// Rows of one table that came together: ids first … last, all of them.
struct Came {
    std::string table;
    std::int64_t first = 0;
    std::int64_t last = 0;
    [[nodiscard]] std::int64_t rows() const noexcept { return last - first + 1; }
};

/// Every row as a change of its own, with all its columns.
void addRows(const Database& database, const Came& came, std::vector<edit::Change>& changes);
/// The rows as one change of kBatchTable.
[[nodiscard]] edit::Change batchOf(const Database& database, const Came& came);
/// Removes the rows of a batch. Throws RowChanged when they are not as they came, when something else stands on them,
/// and for a change that would bring rows back.
void takeBackBatch(Database& database, const edit::Change& change);

}  // namespace xiangtu::store::spatialite
