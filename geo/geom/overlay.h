// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"

namespace xiangtu::geom {

/// What two shapes share, edges straight in degrees. Both must be valid (whyInvalid). The answer is
/// checked by its areas: |a| = |a and b| + |a without b|; where Boost.Geometry's answer fails that, both
/// are snapped to the border lattice and asked again, and when that fails too Error{Fault::geometry}
/// is thrown: never a wrong answer.
[[nodiscard]] GeoMultiPolygon intersection(const GeoMultiPolygon& a, const GeoMultiPolygon& b);

}  // namespace xiangtu::geom
