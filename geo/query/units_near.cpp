// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/units_near.h"

#include "geodesy/area.h"
#include "geom/contains.h"
#include "query/places.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace xiangtu::query {

namespace {

using geom::GridPoint;

/// The ground around a place as a plane, metres east and north. East is shortened with the latitude (to first order),
/// which leaves little error (doubt()).
class Plane {
public:
    // Radii of curvature: Snyder, Map Projections (1987), eqs. 4-18 and 4-20.
    explicit Plane(geom::GeoPoint o) {
        constexpr double kSemiMajor = 6378137.0, kFlattening = 1 / 298.257222101;
        constexpr double kRadians = std::numbers::pi / 180, kE2 = kFlattening * (2 - kFlattening);
        const double lat = o.lat * kRadians, sine = std::sin(lat), w2 = 1 - kE2 * sine * sine;
        m_x = o.lon * geom::kGridPerDegree;
        m_y = o.lat * geom::kGridPerDegree;
        m_perX = kSemiMajor / std::sqrt(w2) * std::cos(lat) * kRadians / geom::kGridPerDegree;
        m_perY = kSemiMajor * (1 - kE2) / (w2 * std::sqrt(w2)) * kRadians / geom::kGridPerDegree;
        m_bend = -std::tan(lat) * kRadians / 2 / geom::kGridPerDegree;
    }
    struct Point {
        double x, y;
    };
    [[nodiscard]] Point operator()(GridPoint p) const noexcept {
        const double dy = p.y - m_y;
        return {(p.x - m_x) * m_perX * (1 + m_bend * dy), dy * m_perY};
    }

private:
    double m_x, m_y, m_perX, m_perY, m_bend;
};

struct Foot {
    double squared = std::numeric_limits<double>::infinity();
    GridPoint from, to;
    double share = 0;
};

/// The nearest point of a shape's rings. Stops at one nearer than `enough` (squared).
Foot nearestFoot(const geom::PolygonSet& shapes, std::uint32_t shape, const Plane& plane, double enough) {
    Foot best;
    for (std::size_t r = shapes.firstRing(shape); r < shapes.firstRing(shape + 1); ++r) {
        const auto ring = shapes.ring(r);
        GridPoint last = ring.back();
        Plane::Point a = plane(last);
        for (const GridPoint p : ring) {
            const Plane::Point b = plane(p);
            const double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
            const double share = length2 > 0 ? std::clamp(-(a.x * dx + a.y * dy) / length2, 0.0, 1.0) : 0;
            const double x = a.x + share * dx, y = a.y + share * dy, squared = x * x + y * y;
            if (squared < best.squared) {
                best = {squared, last, p, share};
                if (squared < enough) return best;
            }
            a = b;
            last = p;
        }
    }
    return best;
}

double metresTo(const Foot& foot, geom::GeoPoint place) {
    const geom::GeoPoint a = geom::toGeo(foot.from), b = geom::toGeo(foot.to);
    const auto at = [&](double share) {
        return geodesy::distance(place, {a.lon + share * (b.lon - a.lon), a.lat + share * (b.lat - a.lat)});
    };
    // The plane's foot is near the true one; thirds of the edge around it close in on that.
    double low = std::max(0.0, foot.share - 0.05), high = std::min(1.0, foot.share + 0.05);
    for (int i = 0; i < 40 && high - low > 1e-9; ++i) {
        const double third = (high - low) / 3;
        if (at(low + third) < at(high - third)) {
            high -= third;
        } else {
            low += third;
        }
    }
    return std::min(at(foot.share), at((low + high) / 2));
}

/// By how much (relative) the plane may be wrong at a distance: the ellipsoid's curvature changes with the latitude,
/// and there are the terms of second order.
double doubt(double metres) {
    const double share = metres / 6.3e6;
    return 1e-9 + 0.01 * share + 2 * share * share;
}

}  // namespace

double metresTo(const geom::PolygonSet& shapes, std::uint32_t shape, geom::GeoPoint place) {
    if (!shapes.hasShape(shape)) return std::numeric_limits<double>::infinity();
    if (geom::contains(shapes, shape, geom::snapToGrid(place))) return 0;
    return metresTo(nearestFoot(shapes, shape, Plane(place), 0), place);
}

std::vector<std::uint32_t> unitsNear(const geom::PolygonSet& shapes, const index::BoxTree& tree, geom::GeoPoint place,
                                     double metres) {
    std::vector<std::uint32_t> near;
    const Plane plane(place);
    const GridPoint middle = geom::snapToGrid(place);
    const double sureIn = metres * (1 - doubt(metres)), sureOut = metres * (1 + doubt(metres));
    const double in2 = sureIn > 0 ? sureIn * sureIn : 0, out2 = sureOut * sureOut;
    tree.visit(boxAround(place, metres), [&](std::uint32_t shape) {
        const geom::GridBox& box = shapes.box(shape);
        // The whole box is within when its corners are.
        const auto far2 = [&](std::int32_t cornerX, std::int32_t cornerY) {
            const auto [x, y] = plane({cornerX, cornerY});
            return x * x + y * y;
        };
        const double furthest = std::max(std::max(far2(box.min.x, box.min.y), far2(box.max.x, box.max.y)),
                                         std::max(far2(box.min.x, box.max.y), far2(box.max.x, box.min.y)));
        bool within = furthest < in2 || geom::contains(shapes, shape, middle);
        if (!within) {
            const Foot foot = nearestFoot(shapes, shape, plane, in2);
            within = foot.squared < in2 || (foot.squared <= out2 && metresTo(foot, place) <= metres);
        }
        if (within) near.push_back(shape);
    });
    std::ranges::sort(near);
    return near;
}

}  // namespace xiangtu::query
