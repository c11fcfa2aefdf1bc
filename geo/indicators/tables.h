// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/figures.h"
#include "model/expression.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace xiangtu::indicators {

/// A table as it is shown, printed and exported: plain values, and what each row is about.
struct Table {
    struct Column {
        std::string key;  ///< field name, indicator id, "code", "name", "rank", …
        model::Titles title;
        std::string unit;   ///< unit of measure; may be empty
        int decimals = -1;  ///< numbers only; -1 = as they are
        bool numeric = false;
        bool sensitive = false;
    };
    struct Row {
        model::UnitRef unit;      ///< may be invalid
        std::int64_t record = 0;  ///< 0 = a row about the unit
        std::vector<model::Value> cells;
    };
    model::Titles title;
    std::string registerId;  ///< rows are records of it; empty = rows are units
    std::vector<Column> columns;
    std::vector<Row> rows;
};

/// One line per unit of `level` inside `within` (invalid = all): code, name, then the indicators.
/// Ranked by one of them (by its direction, best first; equal figures share a rank) when `rankedBy`
/// names it, else by code.
[[nodiscard]] Table unitTable(const Figures& figures, const std::vector<std::size_t>& indicators, model::Level level,
                              model::UnitRef within = {}, std::optional<std::size_t> rankedBy = {});

/// Records of a register for which `where` holds, inside `within`: id, unit, state, since, due (with a
/// lifecycle), then `columns` (empty = the list columns of the declaration). Choices stay codes; see
/// cellText.
struct RecordQuery {
    std::string registerId;
    model::Expression where;
    model::UnitRef within;
    std::vector<std::string> columns;
    std::string order;  ///< field name, "due", "unit"; a "-" in front turns it; empty = by id
};
[[nodiscard]] Table recordTable(const model::Snapshot& snapshot, const RecordQuery& query);

/// The tables of a report, in its order.
[[nodiscard]] std::vector<Table> reportTables(const Figures& figures, const model::ReportDef& report,
                                              model::UnitRef within = {});

/// A field's value as a reader sees it: names instead of codes, yes/no as words, the name of a unit
/// beside its code. `english` picks the language.
enum class Language { chinese, english };
[[nodiscard]] std::string cellText(const model::Snapshot& snapshot, const model::FieldDef& field,
                                   const model::Value& value, Language language);

/// RFC 4180 text, UTF-8 with a byte order mark so that spreadsheets read the Chinese, one header line.
[[nodiscard]] std::string csv(const model::Snapshot& snapshot, const Table& table, Language language);
/// A whole report in one such text: its title and day, then each table under its title, with an empty
/// line before it.
[[nodiscard]] std::string reportCsv(const model::Snapshot& snapshot, const model::ReportDef& report,
                                    const std::vector<Table>& tables, Language language);

/// What stands in a file for a sensitive value that was not asked for.
inline constexpr const char* kMasked = "***";
/// Puts kMasked in the place of every sensitive value there is.
void mask(Table& table);
/// Only in the rows asked for.
void mask(Table& table, const std::function<bool(const Table::Row&)>& which);

}  // namespace xiangtu::indicators
