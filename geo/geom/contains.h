// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon_set.h"

namespace xiangtu::geom {

/// Half-open point-in-polygon: of the cells of a gap-free coverage exactly one contains any lattice
/// point inside the coverage, also a point on a shared border. Rule: a point belongs to the cell
/// that lies immediately to its east (just above the ray through it). Exact integer arithmetic.
[[nodiscard]] bool contains(const PolygonSet& set, std::size_t feature, GridPoint p) noexcept;
[[nodiscard]] bool contains(std::span<const GridPoint> ring, GridPoint p) noexcept;
[[nodiscard]] bool contains(const MultiPolygon& shape, GridPoint p) noexcept;
[[nodiscard]] bool contains(const GeoMultiPolygon& shape, GeoPoint p) noexcept;

}  // namespace xiangtu::geom
