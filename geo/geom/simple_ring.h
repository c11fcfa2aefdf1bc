// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/grid_point.h"

#include <span>

namespace xiangtu::geom {

/// Whether a ring (no repeated last point) surely is simple: its segments meet nowhere but neighbours in the vertex
/// they share, no vertex stands twice, nothing turns back on itself, and it encloses an area. False also where that
/// is not certain: on degrees within the rounding of doubles, and for rings that wind so much that telling would take
/// more than about a hundred comparisons a vertex. Exact on the lattice. Much faster than a full check of validity,
/// for the many rings that are plainly good.
[[nodiscard]] bool surelySimple(std::span<const GridPoint> ring);
[[nodiscard]] bool surelySimple(std::span<const GeoPoint> ring);

}  // namespace xiangtu::geom
