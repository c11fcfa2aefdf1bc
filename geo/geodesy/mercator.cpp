// SPDX-License-Identifier: GPL-3.0-or-later
#include "geodesy/mercator.h"

#include <cmath>
#include <numbers>

namespace xiangtu::geodesy {

namespace {
constexpr double kPi = std::numbers::pi;
constexpr double kMaxLat = 85.05112877980659;
}  // namespace

WorldPoint toWorld(geom::GeoPoint p) noexcept {
    const double lat = std::clamp(p.lat, -kMaxLat, kMaxLat) * kPi / 180;
    return {p.lon / 360 + 0.5, 0.5 - std::asinh(std::tan(lat)) / (2 * kPi)};
}

geom::GeoPoint fromWorld(WorldPoint p) noexcept {
    return {(p.x - 0.5) * 360, std::atan(std::sinh((0.5 - p.y) * 2 * kPi)) * 180 / kPi};
}

}  // namespace xiangtu::geodesy
