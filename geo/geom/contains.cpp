// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/contains.h"

namespace xiangtu::geom {

namespace {

/// Does the edge a-b cross the ray from p towards +x, half-open in y? Points on the edge itself
/// count as left of it, so a shared edge assigns the point to the cell on its right (east) side.
bool crossesEastRay(GridPoint a, GridPoint b, GridPoint p) noexcept {
    if ((a.y > p.y) == (b.y > p.y)) return false;
    const GridPoint low = a.y < b.y ? a : b;
    const GridPoint high = a.y < b.y ? b : a;
    // Strictly left of the upward edge: the edge lies strictly east of p.
    return cross(low, high, p) > 0;
}

}  // namespace

bool contains(std::span<const GridPoint> ring, GridPoint p) noexcept {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        inside ^= crossesEastRay(ring[j], ring[i], p);
    }
    return inside;
}

bool contains(const PolygonSet& set, std::size_t feature, GridPoint p) noexcept {
    if (!set.box(feature).contains(p)) return false;
    bool inside = false;
    for (std::size_t r = set.firstRing(feature); r < set.firstRing(feature + 1); ++r) {
        inside ^= contains(set.ring(r), p);
    }
    return inside;
}

bool contains(const MultiPolygon& shape, GridPoint p) noexcept {
    bool inside = false;
    for (const Polygon& part : shape) {
        inside ^= contains(part.outer, p);
        for (const Ring& hole : part.holes) inside ^= contains(hole, p);
    }
    return inside;
}

bool contains(const GeoMultiPolygon& shape, GeoPoint p) noexcept {
    bool inside = false;
    const auto flip = [&](const GeoRing& ring) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const GeoPoint a = ring[j], b = ring[i];
            if ((a.lat > p.lat) == (b.lat > p.lat)) continue;
            if (p.lon < a.lon + (p.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon)) inside = !inside;
        }
    };
    for (const GeoPolygon& part : shape) {
        flip(part.outer);
        for (const GeoRing& hole : part.holes) flip(hole);
    }
    return inside;
}

}  // namespace xiangtu::geom
