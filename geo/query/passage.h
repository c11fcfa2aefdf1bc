// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon_set.h"
#include "index/box_tree.h"

#include <cstdint>
#include <vector>

namespace xiangtu::query {

/// A unit a line goes through.
struct Passage {
    std::uint32_t unit = 0;
    double firstMetres = 0;   ///< along the line to where it is first in the unit
    double insideMetres = 0;  ///< of the line inside it
};

/// Units a line goes through, in the order it reaches them (equal ones by number). Metres are geodesic; `tree` is over
/// the boxes of `shapes`. Stretches on a common border belong to one of the two by the half-open rule.
[[nodiscard]] std::vector<Passage> passagesOf(const geom::GeoLine& line, const geom::PolygonSet& shapes,
                                              const index::BoxTree& tree);

}  // namespace xiangtu::query
