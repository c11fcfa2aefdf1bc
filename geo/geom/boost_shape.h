// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"

#include <boost/geometry/geometries/multi_polygon.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>

namespace xiangtu::geom {

// Shapes as Boost.Geometry takes them; used inside this folder only.

using BoostPoint = boost::geometry::model::d2::point_xy<double>;
/// Outer rings counter-clockwise, rings closed: the forms its algorithms are best tested with.
using BoostPolygon = boost::geometry::model::polygon<BoostPoint, false, true>;
using BoostMultiPolygon = boost::geometry::model::multi_polygon<BoostPolygon>;

[[nodiscard]] inline BoostPolygon::ring_type toBoost(const GeoRing& ring) {
    BoostPolygon::ring_type out;
    out.reserve(ring.size() + 1);
    for (const GeoPoint p : ring) out.emplace_back(p.lon, p.lat);
    if (!ring.empty()) out.push_back(out.front());
    return out;
}

[[nodiscard]] inline BoostMultiPolygon toBoost(const GeoMultiPolygon& shape) {
    BoostMultiPolygon out;
    for (const GeoPolygon& part : shape) {
        BoostPolygon& polygon = out.emplace_back();
        polygon.outer() = toBoost(part.outer);
        for (const GeoRing& hole : part.holes) polygon.inners().push_back(toBoost(hole));
    }
    return out;
}

[[nodiscard]] inline GeoRing fromBoost(const BoostPolygon::ring_type& ring) {
    GeoRing out;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) out.push_back({ring[i].x(), ring[i].y()});
    return out;
}

[[nodiscard]] inline GeoMultiPolygon fromBoost(const BoostMultiPolygon& shape) {
    GeoMultiPolygon out;
    for (const BoostPolygon& polygon : shape) {
        GeoPolygon& part = out.emplace_back();
        part.outer = fromBoost(polygon.outer());
        for (const auto& hole : polygon.inners()) part.holes.push_back(fromBoost(hole));
    }
    return out;
}

}  // namespace xiangtu::geom
