// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/grid_point.h"

#include <optional>
#include <variant>
#include <vector>

namespace xiangtu::geom {

/// A closed ring without the repeated last point.
template <class P>
using BasicRing = std::vector<P>;

/// Outer ring counter-clockwise, holes clockwise.
template <class P>
struct BasicPolygon {
    BasicRing<P> outer;
    std::vector<BasicRing<P>> holes;
    bool operator==(const BasicPolygon&) const = default;
};

/// Parts do not overlap.
template <class P>
using BasicMultiPolygon = std::vector<BasicPolygon<P>>;

// On the lattice: units and everything of the coverage.
using Ring = BasicRing<GridPoint>;
using Polygon = BasicPolygon<GridPoint>;
using MultiPolygon = BasicMultiPolygon<GridPoint>;

// In degrees with full precision: registers and imported data before snapping.
using GeoRing = BasicRing<GeoPoint>;
using GeoPolygon = BasicPolygon<GeoPoint>;
using GeoMultiPolygon = BasicMultiPolygon<GeoPoint>;
using GeoLine = std::vector<GeoPoint>;
using GeoMultiLine = std::vector<GeoLine>;

/// Any geometry a register record can have; monostate = none.
using GeoShape = std::variant<std::monostate, GeoPoint, GeoMultiLine, GeoMultiPolygon>;

/// A vertex of a shape; nothing when it has none.
[[nodiscard]] std::optional<GeoPoint> firstPoint(const GeoShape& shape) noexcept;

/// Rounds every vertex to the lattice and drops repeated vertices; rings left with fewer than three
/// points vanish, and so does a part whose outer ring vanishes. Orientation is normalised.
[[nodiscard]] MultiPolygon snapToGrid(const GeoMultiPolygon& shape);
[[nodiscard]] GeoMultiPolygon toGeo(const MultiPolygon& shape);

}  // namespace xiangtu::geom
