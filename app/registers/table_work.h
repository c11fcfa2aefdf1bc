// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "indicators/tables.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace xiangtu::app {

/// The first columns of a record table (number and code) serve the program; readers see the rest.
inline constexpr std::size_t kHiddenColumns = 2;

/// A table ready to be shown.
struct TableAnswer {
    std::shared_ptr<const indicators::Table> table;
    std::vector<std::uint32_t> rows;          ///< those in which the words are found
    std::vector<std::optional<double>> sums;  ///< per column, of these rows; only amounts have one
    std::vector<int> widths;                  ///< per column, in characters (a Han character is two)
};

/// Runs the query and narrows it to the rows in which `words` are found in a shown cell (Chinese,
/// pinyin, initials). For workers; throws Error{cancelled} when progress says so.
[[nodiscard]] TableAnswer makeTable(const model::Snapshot& snapshot, const indicators::RecordQuery& query,
                                    const QString& words, const base::Progress& progress);

/// What a reader sees in a cell; sensitive values are masked.
[[nodiscard]] QString tableCell(const model::Snapshot& snapshot, const indicators::Table& table, std::size_t row,
                                std::size_t column);
/// Name of the urgency of a row's matter, "" for registers without a lifecycle.
[[nodiscard]] QString urgencyOf(const model::Snapshot& snapshot, const indicators::Table& table, std::size_t row);
/// These rows, without the columns that may not leave the file.
[[nodiscard]] indicators::Table withoutSensitive(const indicators::Table& table,
                                                 const std::vector<std::uint32_t>& rows);
/// Writes all or nothing; a fault is thrown as base::Error naming the file.
void writeFile(const QString& path, const std::string& content);

}  // namespace xiangtu::app
