// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"

#include <span>

namespace xiangtu::geom {

/// Twice the signed lattice area of a ring (shoelace, exact); > 0 when counter-clockwise.
[[nodiscard]] __int128 twiceArea(std::span<const GridPoint> ring) noexcept;
[[nodiscard]] __int128 twiceArea(const MultiPolygon& shape) noexcept;
/// Signed area in square degrees; > 0 when counter-clockwise.
[[nodiscard]] double signedArea(std::span<const GeoPoint> ring) noexcept;

/// Outer rings counter-clockwise, holes clockwise.
void orient(MultiPolygon& shape);
/// The same; a ring without area stays as it is.
void orient(GeoMultiPolygon& shape);

[[nodiscard]] GridBox boxOf(std::span<const GridPoint> ring) noexcept;
/// The lattice box of a shape; empty when it has no points.
[[nodiscard]] GridBox boxOf(const GeoShape& shape) noexcept;

}  // namespace xiangtu::geom
