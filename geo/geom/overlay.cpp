// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/overlay.h"

#include "base/error.h"
#include "geom/boost_shape.h"
#include "geom/outline.h"

#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/algorithms/difference.hpp>
#include <boost/geometry/algorithms/intersection.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace xiangtu::geom {

namespace {

namespace bg = boost::geometry;

/// Share of the smaller shape by which the areas may miss each other.
constexpr double kTolerance = 1e-6;

PlanePoint asDegrees(GeoPoint p) { return {p.lon, p.lat, 0}; }

/// Boost.Geometry's answer, unless its areas give it away: an answer may add up and still be wrong (all of one shape
/// and nothing of the other), so what is shared is measured in another way, too.
std::optional<Overlay> tried(const GeoMultiPolygon& first, const GeoMultiPolygon& second) {
    const BoostMultiPolygon a = toBoost(first), b = toBoost(second);
    BoostMultiPolygon both, rest;
    try {
        bg::intersection(a, b, both);
        bg::difference(a, b, rest);
    } catch (const bg::exception&) { return std::nullopt; }
    const double whole = bg::area(a), limit = std::min(whole, bg::area(b));
    const double shared = bg::area(both);
    const bool adds = std::abs(whole - shared - bg::area(rest)) <= kTolerance * limit;
    if (!adds || shared < 0 || shared > limit * (1 + kTolerance)) return std::nullopt;
    const double measured = commonArea(Outline(first, asDegrees), Outline(second, asDegrees));
    if (std::abs(measured - shared) > kTolerance * limit) return std::nullopt;
    return Overlay{fromBoost(both), fromBoost(rest)};
}

}  // namespace

Overlay overlay(const GeoMultiPolygon& a, const GeoMultiPolygon& b) {
    if (auto answer = tried(a, b)) return *answer;
    if (auto answer = tried(toGeo(snapToGrid(a)), toGeo(snapToGrid(b)))) return *answer;
    throw base::Error(base::Fault::geometry, "two shapes could not be intersected");
}

}  // namespace xiangtu::geom
