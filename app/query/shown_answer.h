// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/asked_place.h"
#include "base/progress.h"
#include "query/question.h"

#include <memory>
#include <vector>

namespace xiangtu::app {

/// How much of an answer lies in each unit of a larger level.
struct LevelSummary {
    struct Line {
        model::UnitRef unit;
        std::int64_t count = 0;       ///< rows of the answer
        std::int64_t of = 0;          ///< units of the rows' level in it; 0 where rows are no units
        std::int64_t households = 0;  ///< of units among the rows
        double squareMetres = 0;      ///< the same
    };
    model::Level level = model::Level::township;
    std::vector<Line> lines;  ///< most first, equal ones by code; without those that have none
};

/// An answer, and what the window shows of it besides its lines.
struct ShownAnswer {
    std::shared_ptr<const query::Ground> ground;
    query::Question question;
    query::Answer answer;
    AskedPlace place;                         ///< what it was asked with
    std::vector<model::UnitRef> units;        ///< per row: its unit or that of its record; may be invalid
    std::vector<LevelSummary> levels;         ///< largest first
    model::Level level = model::Level::grid;  ///< most of the units are of it
    std::vector<char> marked;                 ///< per row of that level: it is in the answer
    std::int64_t markedCount = 0;
    [[nodiscard]] const model::Snapshot& snapshot() const { return ground->snapshot(); }
};

/// Asks, a selection too. For workers. Throws like query::ask().
[[nodiscard]] ShownAnswer answerTo(std::shared_ptr<const query::Ground> ground, const query::Question& question,
                                   const base::Progress& progress);

/// Where a row can be looked at: of its own shape, else its record's, else its unit's inner place.
[[nodiscard]] geom::GeoShape shapeOfRow(const ShownAnswer& shown, std::size_t row);

}  // namespace xiangtu::app
