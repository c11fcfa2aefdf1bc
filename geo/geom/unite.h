// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"

#include <vector>

namespace xiangtu::geom {

/// Land that lies in any of the shapes, without borders between them; edges straight in degrees. Every shape must be
/// valid (whyInvalid). Each step is checked by its areas, |a or b| = |a| + |b| - |a and b|, the last measured by
/// commonArea(); where Boost.Geometry's answer fails that, both are snapped to the border lattice and asked again, and
/// when that fails too Error{Fault::geometry} is thrown: never a wrong answer.
[[nodiscard]] GeoMultiPolygon unite(std::vector<GeoMultiPolygon> shapes);

}  // namespace xiangtu::geom
