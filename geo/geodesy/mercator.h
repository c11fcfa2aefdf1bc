// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/grid_point.h"

namespace xiangtu::geodesy {

/// Display space: spherical Web Mercator scaled to the unit square, x east from -180°, y SOUTH from
/// the top (+85.0511°), both in [0, 1]. Only for drawing; nothing is measured in it.
struct WorldPoint {
    double x = 0;
    double y = 0;
    auto operator<=>(const WorldPoint&) const = default;
};

[[nodiscard]] WorldPoint toWorld(geom::GeoPoint p) noexcept;
[[nodiscard]] geom::GeoPoint fromWorld(WorldPoint p) noexcept;
[[nodiscard]] inline WorldPoint toWorld(geom::GridPoint p) noexcept { return toWorld(geom::toGeo(p)); }

/// Earth circumference of the display sphere in metres; true ground size at latitude φ is × cos φ.
inline constexpr double kWorldMetres = 40075016.685578488;

}  // namespace xiangtu::geodesy
