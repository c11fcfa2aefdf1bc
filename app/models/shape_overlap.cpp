// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/shape_overlap.h"

#include "base/overloaded.h"
#include "geom/contains.h"

#include <algorithm>

namespace xiangtu::app {

namespace {

using geom::GeoPoint;
using geom::GridPoint;

/// Does the chain of shape points, closed or not, cross an edge of the unit?
bool crosses(const std::vector<GridPoint>& chain, std::span<const GridPoint> ring) {
    for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
        geom::GridBox box;
        box.extend(chain[i]);
        box.extend(chain[i + 1]);
        for (std::size_t k = 0; k < ring.size(); ++k) {
            const GridPoint a = ring[k];
            const GridPoint b = ring[(k + 1) % ring.size()];
            geom::GridBox edge;
            edge.extend(a);
            edge.extend(b);
            if (!box.intersects(edge)) continue;
            const auto side = [](__int128 v) { return v > 0 ? 1 : v < 0 ? -1 : 0; };
            if (side(geom::cross(chain[i], chain[i + 1], a)) * side(geom::cross(chain[i], chain[i + 1], b)) <= 0 &&
                side(geom::cross(a, b, chain[i])) * side(geom::cross(a, b, chain[i + 1])) <= 0) {
                return true;
            }
        }
    }
    return false;
}

bool chainMeets(const std::vector<GeoPoint>& points, bool closed, const geom::PolygonSet& units, std::size_t unit) {
    std::vector<GridPoint> chain;
    geom::GridBox box;
    for (const GeoPoint p : points) {
        chain.push_back(geom::snapToGrid(p));
        box.extend(chain.back());
    }
    if (chain.empty() || !box.intersects(units.box(unit))) return false;
    if (geom::contains(units, unit, chain.front())) return true;
    if (closed) chain.push_back(chain.front());
    for (std::size_t r = units.firstRing(unit); r < units.firstRing(unit + 1); ++r) {
        if (crosses(chain, units.ring(r))) return true;
    }
    return false;
}

}  // namespace

bool overlaps(const geom::GeoShape& shape, const geom::PolygonSet& units, std::size_t unit) {
    if (!units.hasShape(unit)) return false;
    return std::visit(
        base::Overloaded{
            [](std::monostate) { return false; },
            [&](GeoPoint p) { return geom::contains(units, unit, geom::snapToGrid(p)); },
            [&](const geom::GeoMultiLine& lines) {
                return std::any_of(lines.begin(), lines.end(),
                                   [&](const geom::GeoLine& line) { return chainMeets(line, false, units, unit); });
            },
            [&](const geom::GeoMultiPolygon& polygons) {
                const GeoPoint inside = geom::toGeo(units.ring(units.firstRing(unit)).front());
                return geom::contains(polygons, inside) ||
                       std::any_of(polygons.begin(), polygons.end(), [&](const geom::GeoPolygon& polygon) {
                           return chainMeets(polygon.outer, true, units, unit);
                       });
            },
        },
        shape);
}

}  // namespace xiangtu::app
