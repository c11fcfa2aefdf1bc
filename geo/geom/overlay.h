// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"

namespace xiangtu::geom {

/// What two shapes share and what the first has alone, edges straight in degrees. Both must be valid (whyInvalid). The
/// answer is checked by its areas: |a| = |a and b| + |a without b|, and |a and b| is what commonArea() measures; where
/// Boost.Geometry's answer fails that, both are snapped to the border lattice and asked again, and when that fails too
/// Error{Fault::geometry} is thrown: never a wrong answer.
struct Overlay {
    GeoMultiPolygon shared;  ///< a and b
    GeoMultiPolygon rest;    ///< a without b
};
[[nodiscard]] Overlay overlay(const GeoMultiPolygon& a, const GeoMultiPolygon& b);

}  // namespace xiangtu::geom
