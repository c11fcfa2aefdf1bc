// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"
#include "indicators/tables.h"

#include <string>
#include <vector>

namespace xiangtu::query {

/// A figure over the whole answer: units, households, mu, a share.
struct Sum {
    std::string key;
    model::Titles title;
    double value = 0;
    std::string unit;  ///< 亩, 户, 米, %; may be empty
    int decimals = 0;
};

/// What a question comes to: lines about units, records or places, sums over them, and what should be known about them.
struct Answer {
    indicators::Table table;
    /// Empty, or one per row: the land or place the row is about; monostate = that of its unit or record.
    std::vector<geom::GeoShape> shapes;
    std::vector<Sum> sums;
    std::vector<model::Titles> notes;
};

/// Fills the table of an answer: columns first, then row after row with as many cells.
class Lines {
public:
    Lines(Answer& answer, model::Titles title) : m_answer(answer) { answer.table.title = std::move(title); }

    Lines& text(std::string key, std::string zh, std::string en);
    Lines& number(std::string key, std::string zh, std::string en, std::string unit = {}, int decimals = 0);
    /// "code", "name" and "level" of the row's unit; unitCells() fills them.
    Lines& unitColumns();

    void row(model::UnitRef unit, std::vector<model::Value> cells) { row(unit, 0, std::move(cells)); }
    void row(model::UnitRef unit, std::int64_t record, std::vector<model::Value> cells);
    /// With a shape of its own; once one row has one, all have a place in Answer::shapes.
    void row(model::UnitRef unit, std::int64_t record, std::vector<model::Value> cells, geom::GeoShape shape);
    void sum(std::string key, std::string zh, std::string en, double value, std::string unit = {}, int decimals = 0);
    void note(std::string zh, std::string en) { m_answer.notes.push_back({std::move(zh), std::move(en)}); }

private:
    Answer& m_answer;
};

/// Cells for unitColumns(), with more behind them. An invalid unit has empty ones.
[[nodiscard]] std::vector<model::Value> unitCells(const model::Snapshot& snapshot, model::UnitRef unit,
                                                  std::vector<model::Value> more = {});

}  // namespace xiangtu::query
