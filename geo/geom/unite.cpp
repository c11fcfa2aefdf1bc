// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/unite.h"

#include "base/error.h"
#include "geom/boost_shape.h"
#include "geom/outline.h"

#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/algorithms/union.hpp>

#include <cmath>
#include <optional>
#include <utility>

namespace xiangtu::geom {

namespace {

namespace bg = boost::geometry;

/// Share of the larger shape by which the areas may miss each other.
constexpr double kTolerance = 1e-6;

PlanePoint asDegrees(GeoPoint p) { return {p.lon, p.lat, 0}; }

std::optional<GeoMultiPolygon> tried(const GeoMultiPolygon& first, const GeoMultiPolygon& second) {
    const BoostMultiPolygon a = toBoost(first), b = toBoost(second);
    BoostMultiPolygon either;
    try {
        bg::union_(a, b, either);
    } catch (const bg::exception&) { return std::nullopt; }
    const double common = commonArea(Outline(first, asDegrees), Outline(second, asDegrees));
    const double expected = bg::area(a) + bg::area(b) - common;
    if (std::abs(bg::area(either) - expected) > kTolerance * expected) return std::nullopt;
    return fromBoost(either);
}

GeoMultiPolygon united(const GeoMultiPolygon& a, const GeoMultiPolygon& b) {
    if (a.empty()) return b;
    if (b.empty()) return a;
    if (auto answer = tried(a, b)) return *std::move(answer);
    if (auto answer = tried(toGeo(snapToGrid(a)), toGeo(snapToGrid(b)))) return *std::move(answer);
    throw base::Error(base::Fault::geometry, "two shapes could not be united");
}

}  // namespace

// By halves: neighbours in the list are small when they meet.
GeoMultiPolygon unite(std::vector<GeoMultiPolygon> shapes) {
    if (shapes.empty()) return {};
    while (shapes.size() > 1) {
        std::vector<GeoMultiPolygon> next;
        next.reserve((shapes.size() + 1) / 2);
        for (std::size_t i = 0; i + 1 < shapes.size(); i += 2) next.push_back(united(shapes[i], shapes[i + 1]));
        if (shapes.size() % 2 == 1) next.push_back(std::move(shapes.back()));
        shapes = std::move(next);
    }
    return std::move(shapes.front());
}

}  // namespace xiangtu::geom
