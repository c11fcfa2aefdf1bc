// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/belt.h"

#include "base/overloaded.h"
#include "geodesy/area.h"
#include "geodesy/distance.h"
#include "geom/measure.h"
#include "geom/unite.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace xiangtu::query {

namespace {

using geom::GeoMultiPolygon;
using geom::GeoPoint;

/// Along an edge a corner of the outline stands at least so often: an edge straight in degrees bends over the ground,
/// by some millimetres in so many metres.
constexpr double kStepMetres = 500;

GeoPoint between(GeoPoint a, GeoPoint b, double share) {
    return {a.lon + share * (b.lon - a.lon), a.lat + share * (b.lat - a.lat)};
}

/// Degrees clockwise from north in which an edge straight in degrees passes one of its points.
double heading(GeoPoint a, GeoPoint b, GeoPoint at) {
    const geodesy::LocalPlane plane(at);
    const double perLon = plane.to({at.lon + 1, at.lat}), perLat = plane.to({at.lon, at.lat + 1});
    return std::atan2((b.lon - a.lon) * perLon, (b.lat - a.lat) * perLat) * 180 / std::numbers::pi;
}

/// Corners clockwise about `centre` from one direction through `turn` degrees, both ends included.
void bend(geom::GeoRing& ring, GeoPoint centre, double from, double turn, double metres) {
    const int steps = std::max(1, int(std::ceil(turn * kBeltCorners / 360)));
    for (int i = 0; i <= steps; ++i) ring.push_back(geodesy::destination(centre, from + turn * i / steps, metres));
}

GeoMultiPolygon asLand(geom::GeoRing clockwise) {
    std::ranges::reverse(clockwise);
    return {{std::move(clockwise), {}}};
}

GeoMultiPolygon aroundPoint(GeoPoint at, double metres) {
    geom::GeoRing ring;
    bend(ring, at, 0, 360.0 * (kBeltCorners - 1) / kBeltCorners, metres);
    return asLand(std::move(ring));
}

/// Everything near one edge: along its left side, round its end, back along its right side and round its beginning.
GeoMultiPolygon aroundEdge(GeoPoint a, GeoPoint b, double metres) {
    if (a == b) return aroundPoint(a, metres);
    const int steps = std::max(1, int(std::ceil(geodesy::distance(a, b) / kStepMetres)));
    geom::GeoRing ring;
    const auto side = [&](int step, double turn) {
        const GeoPoint at = between(a, b, double(step) / steps);
        ring.push_back(geodesy::destination(at, heading(a, b, at) + turn, metres));
    };
    for (int i = 1; i < steps; ++i) side(i, -90);
    bend(ring, b, heading(a, b, b) - 90, 180, metres);
    for (int i = steps - 1; i > 0; --i) side(i, 90);
    bend(ring, a, heading(a, b, a) + 90, 180, metres);
    return asLand(std::move(ring));
}

void addPath(std::vector<GeoMultiPolygon>& pieces, const std::vector<GeoPoint>& path, double metres) {
    for (std::size_t i = 1; i < path.size(); ++i) pieces.push_back(aroundEdge(path[i - 1], path[i], metres));
    if (path.size() == 1) pieces.push_back(aroundPoint(path.front(), metres));
}

}  // namespace

GeoMultiPolygon beltAround(const geom::GeoShape& shape, double metres) {
    std::vector<GeoMultiPolygon> pieces;
    const auto addRing = [&](geom::GeoRing ring) {
        if (ring.empty()) return;
        ring.push_back(ring.front());
        addPath(pieces, ring, metres);
    };
    std::visit(base::Overloaded{[](std::monostate) {},
                                [&](GeoPoint p) { pieces.push_back(aroundPoint(p, metres)); },
                                [&](const geom::GeoMultiLine& lines) {
                                    for (const geom::GeoLine& line : lines) addPath(pieces, line, metres);
                                },
                                [&](const GeoMultiPolygon& parts) {
                                    for (const geom::GeoPolygon& part : parts) {
                                        pieces.push_back({part});
                                        geom::orient(pieces.back());
                                        addRing(part.outer);
                                        for (const geom::GeoRing& hole : part.holes) addRing(hole);
                                    }
                                }},
               shape);
    return geom::unite(std::move(pieces));
}

}  // namespace xiangtu::query
