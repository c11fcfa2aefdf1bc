// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/draft.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace xiangtu::store {

/// Rows that come into a file with one import. They name units by code: those of the file or of the same import.
struct Arrivals {
    std::vector<model::NewUnit> units;  ///< county to grid
    std::vector<model::NewPartyOrg> orgs;
    std::vector<model::NewRecord> records;

    [[nodiscard]] std::size_t size() const noexcept { return units.size() + orgs.size() + records.size(); }
};

/// Up to so many new rows stand in the change log one by one, and an import of them can be taken back and brought
/// back like any edit.
inline constexpr std::size_t kRowsLogged = 5000;
/// More of them stand there as one change per table, so that the log does not hold the county a second time: a row of
/// this table, which only the log has, with the id of the first and the fields table, last, rows and sha256 (of the
/// rows as they came). Taking it back removes the rows, if they are as they came and nothing stands on them; bringing
/// it back is refused, since the rows are not kept.
inline constexpr std::string_view kBatchTable = "import_batch";

}  // namespace xiangtu::store
