// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/outline.h"

namespace xiangtu::geodesy {

/// Metres on Lambert's cylindrical equal-area projection of the CGCS2000 ellipsoid (Snyder, Map Projections, 1987,
/// eqs. 10-15 and 3-12; longitude true at the equator): an area measured there is the area on the ellipsoid. Edges are
/// straight in degrees instead of geodesic; for fields and villages that moves an area by less than its millionth.
[[nodiscard]] geom::PlanePoint equalArea(geom::GeoPoint p) noexcept;

}  // namespace xiangtu::geodesy
