// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "indicators/tables.h"

#include <QString>
#include <QVariantList>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace xiangtu::app {

/// Sensitive values stay covered until somebody asks for them.
enum class Sensitive { covered, shown };

/// A table ready to be shown.
struct TableAnswer {
    std::shared_ptr<const indicators::Table> table;
    std::vector<std::uint32_t> rows;          ///< those in which the words are found
    std::vector<std::size_t> columns;         ///< that readers see: numbers and codes serve the program
    std::vector<std::optional<double>> sums;  ///< per column, of these rows; only amounts of records have one
    std::vector<int> widths;                  ///< per column, in characters (a Han character is two)
};

/// Runs the query and narrows it to the rows in which `words` are found in a shown cell (Chinese,
/// pinyin, initials). For workers; throws Error{cancelled} when progress says so.
[[nodiscard]] TableAnswer makeTable(const model::Snapshot& snapshot, const indicators::RecordQuery& query,
                                    const QString& words, const base::Progress& progress);

/// All rows of a table that is made already.
[[nodiscard]] TableAnswer layOut(const model::Snapshot& snapshot, indicators::Table table);
/// [{ key, title, unit, numeric, sensitive, width }] of what readers see.
[[nodiscard]] QVariantList columnList(const TableAnswer& answer);

/// What a reader sees in a cell.
[[nodiscard]] QString tableCell(const model::Snapshot& snapshot, const indicators::Table& table, std::size_t row,
                                std::size_t column, Sensitive sensitive);
/// Name of the urgency of a row's matter, "" for registers without a lifecycle.
[[nodiscard]] QString urgencyOf(const model::Snapshot& snapshot, const indicators::Table& table, std::size_t row);
/// These rows as they may leave the file.
[[nodiscard]] indicators::Table forExport(const indicators::Table& table, const std::vector<std::uint32_t>& rows,
                                          Sensitive sensitive);
/// Writes all or nothing; a fault is thrown as base::Error naming the file.
void writeFile(const QString& path, const std::string& content);

}  // namespace xiangtu::app
