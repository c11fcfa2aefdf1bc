// SPDX-License-Identifier: GPL-3.0-or-later
#include "geodesy/equal_area.h"

#include <cmath>
#include <numbers>

namespace xiangtu::geodesy {

geom::PlanePoint equalArea(geom::GeoPoint p) noexcept {
    constexpr double kSemiMajor = 6378137.0, kFlattening = 1 / 298.257222101;
    constexpr double kE2 = kFlattening * (2 - kFlattening);
    constexpr double kRadians = std::numbers::pi / 180;
    static const double e = std::sqrt(kE2);
    const double sine = std::sin(p.lat * kRadians);
    const double q = (1 - kE2) * (sine / (1 - kE2 * sine * sine) + std::atanh(e * sine) / e);
    return {kSemiMajor * p.lon * kRadians, kSemiMajor * q / 2};
}

}  // namespace xiangtu::geodesy
