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
    const double w2 = 1 - kE2 * sine * sine, cosine2 = 1 - sine * sine;
    const double q = (1 - kE2) * (sine / w2 + std::atanh(e * sine) / e);
    // dq/dlat = 2 (1 - e²) cos / w⁴; once more:
    const double bend = 2 * (1 - kE2) * (4 * kE2 * sine * cosine2 / w2 - sine) / (w2 * w2);
    return {kSemiMajor * p.lon * kRadians, kSemiMajor * q / 2, kSemiMajor * bend / 2 * kRadians * kRadians};
}

}  // namespace xiangtu::geodesy
