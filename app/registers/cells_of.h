// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "project/project.h"

#include <QString>

#include <cstdint>
#include <limits>
#include <vector>

namespace xiangtu::app {

/// Which of the smallest units are asked for, and in what order.
struct CellQuestion {
    enum class Scope { all, within, mine };
    enum class Order { near, due, colour };

    Scope scope = Scope::mine;
    model::UnitRef within;  ///< Scope::within: the unit they lie in
    std::string person;     ///< Scope::mine: units this person answers for, and those inside them
    Order order = Order::near;
    std::size_t scheme = 0;
    int onlyClass = -1;  ///< position in the scheme; -1 = any
    QString words;       ///< folded; empty = any
    geom::GeoPoint centre;
};

struct Cell {
    static constexpr std::int32_t kNoClock = std::numeric_limits<std::int32_t>::max();

    model::UnitRef unit;
    /// Of the unit or the nearest one above it that has one, as on the map; ClassColumn::kUnset = none.
    std::uint8_t classIndex = model::ClassColumn::kUnset;
    double metres = 0;  ///< from the question's centre to the cell's centre of area
    /// Of the most pressing open matter of the cell or lying in it; negative = overdue.
    std::int32_t daysLeft = kNoClock;
};

struct CellAnswer {
    std::vector<Cell> cells;            ///< in order, at most the limit
    std::size_t found = 0;              ///< before the limit
    std::vector<std::size_t> perClass;  ///< in the scheme's order, those without a class last; before onlyClass
};

/// The cells of the smallest level the file has units of. Scope::mine goes by the register of
/// responsibilities. Throws Error{Fault::cancelled} when progress says so.
[[nodiscard]] CellAnswer cellsOf(const project::State& state, const CellQuestion& question, std::size_t limit,
                                 const base::Progress& progress);

}  // namespace xiangtu::app
