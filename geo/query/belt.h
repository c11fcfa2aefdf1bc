// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"

namespace xiangtu::query {

/// Corners of a full turn in an outline of beltAround().
inline constexpr int kBeltCorners = 128;

/// Land within so many metres of a place, a line or land, the shape itself included: what the questions call near, as
/// an outline to draw and to export. Its corners lie that many geodesic metres from the shape (whose edges are straight
/// in degrees); between two corners of a bend the outline lies inside by up to 0.0003 of the metres. Precondition:
/// metres > 0; nothing for a shape without points. Throws Error{geometry} where the pieces cannot be joined.
[[nodiscard]] geom::GeoMultiPolygon beltAround(const geom::GeoShape& shape, double metres);

}  // namespace xiangtu::query
