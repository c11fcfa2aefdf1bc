// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon_set.h"

#include <optional>

namespace xiangtu::geom {

/// A lattice point a feature holds (contains()): its centre of area, or, where that lies outside, the middle of the
/// widest stretch at the latitude of the middle of its box or at another near it. Nothing for a feature without rings
/// or thinner than the lattice.
[[nodiscard]] std::optional<GridPoint> insidePoint(const PolygonSet& set, std::size_t feature);

}  // namespace xiangtu::geom
