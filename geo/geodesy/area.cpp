// SPDX-License-Identifier: GPL-3.0-or-later
#include "geodesy/area.h"

#include <geodesic.h>

#include <cmath>
#include <span>

namespace xiangtu::geodesy {

namespace {

// CGCS2000; it differs from WGS 84 in the flattening only, by 0.1 mm at the pole.
const geod_geodesic& ellipsoid() noexcept {
    static const geod_geodesic g = [] {
        geod_geodesic made;
        geod_init(&made, 6378137.0, 1 / 298.257222101);
        return made;
    }();
    return g;
}

geom::GeoPoint degrees(geom::GeoPoint p) noexcept { return p; }
geom::GeoPoint degrees(geom::GridPoint p) noexcept { return geom::toGeo(p); }

/// Unsigned, so that a ring counts by its role (outer or hole) and not by its direction.
template <class P>
double ringArea(std::span<const P> ring) noexcept {
    if (ring.size() < 3) return 0;
    geod_polygon sum;
    geod_polygon_init(&sum, 0);
    for (const P& point : ring) {
        const geom::GeoPoint p = degrees(point);
        geod_polygon_addpoint(&ellipsoid(), &sum, p.lat, p.lon);
    }
    double area = 0;
    geod_polygon_compute(&ellipsoid(), &sum, 0, 1, &area, nullptr);
    return std::abs(area);
}

template <class P>
double areaOf(const geom::BasicMultiPolygon<P>& shape) noexcept {
    double sum = 0;
    for (const auto& part : shape) {
        double own = ringArea<P>(part.outer);
        for (const auto& hole : part.holes) own -= ringArea<P>(hole);
        sum += std::max(own, 0.0);
    }
    return sum;
}

bool counterClockwise(std::span<const geom::GridPoint> ring) noexcept {
    __int128 twice = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) twice += geom::cross(ring[0], ring[i], ring[i + 1]);
    return twice > 0;
}

}  // namespace

double area(const geom::GeoMultiPolygon& shape) { return areaOf(shape); }
double area(const geom::MultiPolygon& shape) { return areaOf(shape); }

double area(const geom::PolygonSet& set, std::size_t feature) {
    double sum = 0;
    for (std::size_t r = set.firstRing(feature); r < set.firstRing(feature + 1); ++r) {
        const auto ring = set.ring(r);
        sum += counterClockwise(ring) ? ringArea(ring) : -ringArea(ring);
    }
    return std::max(sum, 0.0);
}

double distance(geom::GeoPoint a, geom::GeoPoint b) {
    double metres = 0;
    geod_inverse(&ellipsoid(), a.lat, a.lon, b.lat, b.lon, &metres, nullptr, nullptr);
    return metres;
}

geom::GeoPoint destination(geom::GeoPoint from, double azimuth, double metres) {
    geom::GeoPoint to;
    geod_direct(&ellipsoid(), from.lat, from.lon, azimuth, metres, &to.lat, &to.lon, nullptr);
    return to;
}

double length(const geom::GeoLine& line) {
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i) sum += distance(line[i - 1], line[i]);
    return sum;
}

}  // namespace xiangtu::geodesy
