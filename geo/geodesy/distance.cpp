// SPDX-License-Identifier: GPL-3.0-or-later
#include "geodesy/distance.h"

#include "geodesy/area.h"
#include "geom/contains.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace xiangtu::geodesy {

namespace {

constexpr double kSemiMajor = 6378137.0;
constexpr double kFlattening = 1 / 298.257222101;
constexpr double kRadians = std::numbers::pi / 180;

}  // namespace

// Meridian and prime-vertical radii of curvature: Snyder, Map Projections (1987), eqs. 4-18 and 4-20.
LocalPlane::LocalPlane(geom::GeoPoint origin) noexcept : m_origin(origin) {
    const double e2 = kFlattening * (2 - kFlattening);
    const double sine = std::sin(origin.lat * kRadians);
    const double w2 = 1 - e2 * sine * sine;
    m_perLon = kSemiMajor / std::sqrt(w2) * std::cos(origin.lat * kRadians) * kRadians;
    m_perLat = kSemiMajor * (1 - e2) / (w2 * std::sqrt(w2)) * kRadians;
}

double LocalPlane::to(geom::GeoPoint p) const noexcept {
    return std::hypot((p.lon - m_origin.lon) * m_perLon, (p.lat - m_origin.lat) * m_perLat);
}

geom::GeoPoint LocalPlane::footOn(geom::GeoPoint a, geom::GeoPoint b) const noexcept {
    const double ax = (a.lon - m_origin.lon) * m_perLon, ay = (a.lat - m_origin.lat) * m_perLat;
    const double dx = (b.lon - a.lon) * m_perLon, dy = (b.lat - a.lat) * m_perLat;
    const double length2 = dx * dx + dy * dy;
    const double t = length2 > 0 ? std::clamp(-(ax * dx + ay * dy) / length2, 0.0, 1.0) : 0;
    return {a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)};
}

std::optional<geom::GeoPoint> LocalPlane::nearest(const geom::GeoShape& shape) const noexcept {
    std::optional<geom::GeoPoint> best;
    double least = std::numeric_limits<double>::infinity();
    const auto look = [&](geom::GeoPoint a, geom::GeoPoint b) {
        const geom::GeoPoint foot = footOn(a, b);
        const double metres = to(foot);
        if (!best || metres < least) {
            best = foot;
            least = metres;
        }
    };
    const auto path = [&](const std::vector<geom::GeoPoint>& points, bool closed) {
        for (std::size_t i = 1; i < points.size(); ++i) look(points[i - 1], points[i]);
        if (!points.empty() && (closed || points.size() == 1)) look(points.back(), points.front());
    };
    if (const auto* point = std::get_if<geom::GeoPoint>(&shape)) best = *point;
    if (const auto* lines = std::get_if<geom::GeoMultiLine>(&shape)) {
        for (const geom::GeoLine& line : *lines) path(line, false);
    }
    if (const auto* parts = std::get_if<geom::GeoMultiPolygon>(&shape)) {
        for (const geom::GeoPolygon& part : *parts) {
            path(part.outer, true);
            for (const geom::GeoRing& hole : part.holes) path(hole, true);
        }
    }
    return best;
}

double distance(geom::GeoPoint from, const geom::GeoShape& shape) noexcept {
    const auto* polygons = std::get_if<geom::GeoMultiPolygon>(&shape);
    if (polygons && geom::contains(*polygons, from)) return 0;
    const auto nearest = LocalPlane(from).nearest(shape);
    return nearest ? distance(from, *nearest) : std::numeric_limits<double>::infinity();
}

}  // namespace xiangtu::geodesy
