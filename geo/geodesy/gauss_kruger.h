// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/grid_point.h"

namespace xiangtu::geodesy {

/// A position in a CGCS2000 3-degree Gauss-Krueger zone, metres. `northing` is the Chinese X,
/// `easting` the Chinese Y with the zone number in front (38 500 000 = central meridian of zone 38).
struct ZonePoint {
    int zone = 0;  ///< 25 … 45; central meridian = 3 * zone degrees
    double northing = 0;
    double easting = 0;
};

/// Zone whose central meridian is nearest, clamped to 25 … 45.
[[nodiscard]] int zoneOf(double lon) noexcept;
/// EPSG code with zone prefix (4513 … 4533).
[[nodiscard]] constexpr int epsgWithPrefix(int zone) noexcept { return 4513 + zone - 25; }
/// EPSG code without prefix (4534 … 4554).
[[nodiscard]] constexpr int epsgWithoutPrefix(int zone) noexcept { return 4534 + zone - 25; }

/// Projects by PROJ; throws Error{Fault::crs} when PROJ gives no finite result.
[[nodiscard]] ZonePoint toZone(geom::GeoPoint p);

}  // namespace xiangtu::geodesy
