// SPDX-License-Identifier: GPL-3.0-or-later
#include "geodesy/lattice_area.h"

#include "geodesy/area.h"

#include <cmath>
#include <cstdint>
#include <numbers>

namespace xiangtu::geodesy {

double latticeArea(const geom::PolygonSet& set, std::size_t feature) {
    if (!set.hasShape(feature)) return 0;
    const geom::GridBox& box = set.box(feature);
    const std::int64_t span = std::int64_t(box.max.y) - box.min.y;
    if (double(span) > 0.2 * geom::kGridPerDegree) return area(set, feature);

    constexpr double kSemiMajor = 6378137.0, kFlattening = 1 / 298.257222101;
    constexpr double kE2 = kFlattening * (2 - kFlattening);
    constexpr double kUnit = std::numbers::pi / 180 / geom::kGridPerDegree;  // radians
    const std::int64_t y0 = box.min.y + span / 2;
    const double s = std::sin(double(y0) * kUnit), c = std::cos(double(y0) * kUnit), w = 1 - kE2 * s * s;
    // Derivatives of q = (1 - e²) (sin / w + atanh(e sin) / e), w = 1 - e² sin².
    const double k = 2 * (1 - kE2) / (w * w);
    const double q1 = k * c;
    const double q2 = k * (4 * kE2 * s * c * c / w - s);
    const double q3 = k * (-c - 4 * kE2 * s * s * c / w +
                           4 * kE2 * ((c * c * c - 2 * s * s * c) / w + 6 * kE2 * s * s * c * c * c / (w * w)));
    const auto q = [&](double d) { return d * (q1 + d * (q2 / 2 + d * q3 / 6)); };

    double sum = 0;
    for (std::size_t r = set.firstRing(feature); r < set.firstRing(feature + 1); ++r) {
        const auto ring = set.ring(r);
        if (ring.empty()) continue;
        geom::GridPoint before = ring.back();
        double dBefore = double(before.y - y0) * kUnit, qBefore = q(dBefore);
        for (const geom::GridPoint p : ring) {
            const double d = double(p.y - y0) * kUnit, qHere = q(d);
            const double height = d - dBefore;
            // What lies below an edge: the mean of q along it.
            sum -= double(p.x - std::int64_t(before.x)) * kUnit * ((qBefore + qHere) / 2 - height * height * q2 / 12);
            before = p;
            dBefore = d;
            qBefore = qHere;
        }
    }
    return std::abs(sum) * kSemiMajor * kSemiMajor / 2;
}

}  // namespace xiangtu::geodesy
