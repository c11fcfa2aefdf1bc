// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/field_shape.h"

#include "geodesy/area.h"

#include <algorithm>

namespace xiangtu::demo {

namespace {

constexpr double kPi = 3.14159265358979323846;

/// About one metre in radius.
std::vector<Metres> outline(Random& random) {
    const std::size_t corners = 26 + random.below(18);
    const double a = random.between(0, 2 * kPi), b = random.between(0, 2 * kPi), turn = random.between(0, kPi);
    const double stretch = std::sqrt(random.between(1.0, 1.7));
    std::vector<Metres> ring;
    for (std::size_t i = 0; i < corners; ++i) {
        const double t = 2 * kPi * (double(i) + random.between(-0.25, 0.25)) / double(corners);
        const double r = 1 + 0.13 * std::sin(2 * t + a) + 0.1 * std::sin(3 * t + b) + random.between(-0.07, 0.07);
        const double x = r * std::cos(t) * stretch, y = r * std::sin(t) / stretch;
        ring.push_back({x * std::cos(turn) - y * std::sin(turn), x * std::sin(turn) + y * std::cos(turn)});
    }
    return ring;
}

}  // namespace

std::vector<Metres> fieldRing(double mu, Random& random) {
    std::vector<Metres> ring = outline(random);
    double area = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Metres p = ring[i], q = ring[(i + 1) % ring.size()];
        area += (p.x * q.y - p.y * q.x) / 2;
    }
    for (Metres& p : ring) p = p * std::sqrt(geodesy::squareMetresFromMu(mu) / area);
    return ring;
}

double reachOf(const std::vector<Metres>& ring) noexcept {
    double reach = 0;
    for (const Metres& p : ring) reach = std::max(reach, std::sqrt(dot(p, p)));
    return reach;
}

geom::GeoMultiPolygon fieldShape(const Plane& plane, Metres centre, const std::vector<Metres>& ring, double mu) {
    const double wanted = geodesy::squareMetresFromMu(mu);
    double factor = 1;
    geom::GeoMultiPolygon shape;
    for (int round = 0; round < 5; ++round) {
        geom::GeoRing degrees;
        for (const Metres& p : ring) degrees.push_back(plane.toGeo(centre + p * factor));
        shape = {{std::move(degrees), {}}};
        factor *= std::sqrt(wanted / geodesy::area(shape));
    }
    return shape;
}

}  // namespace xiangtu::demo
