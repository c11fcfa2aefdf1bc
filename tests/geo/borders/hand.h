// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "borders/operation.h"
#include "model/snapshot.h"

#include <random>

namespace xiangtu::borders {

/// Edits as a hand that knows nothing would make them: on any level below the county, half of them impossible.
class Hand {
public:
    /// Both must outlive it.
    Hand(const model::Snapshot& snapshot, std::mt19937& random) : m_snapshot(snapshot), m_random(random) {}

    [[nodiscard]] Request draw();

private:
    int below(int n) { return int(m_random() % unsigned(n)); }
    double share() { return double(m_random()) / 4294967296.0; }

    /// Any unit; what is drawn next lies in or around it.
    UnitName unit();
    geom::GeoPoint somewhere();
    geom::GeoLine line(int points);
    geom::GeoPoint vertexOf(model::Level level, std::uint32_t row);
    geom::GeoPoint vertex();
    geom::GeoPoint beside(geom::GeoPoint p, double cells);
    /// A unit of the same level whose box meets that of the one drawn last.
    model::Code another();
    Operation merge();
    Operation give();
    Operation giveArea();

    const model::Snapshot& m_snapshot;
    std::mt19937& m_random;
    model::Level m_level = model::Level::grid;
    std::uint32_t m_row = 0;
    geom::GridBox m_box;
};

}  // namespace xiangtu::borders
