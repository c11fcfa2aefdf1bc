// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/measure.h"

#include <algorithm>

namespace xiangtu::geom {

__int128 twiceArea(std::span<const GridPoint> ring) noexcept {
    if (ring.size() < 3) return 0;
    __int128 sum = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) sum += cross(ring[0], ring[i], ring[i + 1]);
    return sum;
}

__int128 twiceArea(const MultiPolygon& shape) noexcept {
    __int128 sum = 0;
    for (const Polygon& part : shape) {
        sum += twiceArea(part.outer);
        for (const Ring& hole : part.holes) sum += twiceArea(hole);
    }
    return sum;
}

double signedArea(std::span<const GeoPoint> ring) noexcept {
    if (ring.size() < 3) return 0;
    // Relative to the first vertex, so that small rings far from the origin keep their digits.
    const GeoPoint o = ring[0];
    double sum = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        sum += (ring[i].lon - o.lon) * (ring[i + 1].lat - o.lat) - (ring[i].lat - o.lat) * (ring[i + 1].lon - o.lon);
    }
    return sum / 2;
}

void orient(MultiPolygon& shape) {
    for (Polygon& part : shape) {
        if (twiceArea(part.outer) < 0) std::ranges::reverse(part.outer);
        for (Ring& hole : part.holes) {
            if (twiceArea(hole) > 0) std::ranges::reverse(hole);
        }
    }
}

void orient(GeoMultiPolygon& shape) {
    // Of a ring without area the rounding may give either way round the same sign: it stays as it is,
    // so that turning a shape twice is turning it once.
    const auto turn = [](GeoRing& ring, double wanted) {
        if (signedArea(ring) * wanted >= 0) return;
        std::ranges::reverse(ring);
        if (signedArea(ring) * wanted < 0) std::ranges::reverse(ring);
    };
    for (GeoPolygon& part : shape) {
        turn(part.outer, 1);
        for (GeoRing& hole : part.holes) turn(hole, -1);
    }
}

GridBox boxOf(const GeoShape& shape) noexcept {
    GridBox box;
    const auto extend = [&](const auto& points) {
        for (const GeoPoint p : points) box.extend(snapToGrid(p));
    };
    if (const auto* point = std::get_if<GeoPoint>(&shape)) box.extend(snapToGrid(*point));
    if (const auto* lines = std::get_if<GeoMultiLine>(&shape)) {
        for (const GeoLine& line : *lines) extend(line);
    }
    if (const auto* parts = std::get_if<GeoMultiPolygon>(&shape)) {
        for (const GeoPolygon& part : *parts) extend(part.outer);
    }
    return box;
}

GridBox boxOf(std::span<const GridPoint> ring) noexcept {
    GridBox box;
    for (const GridPoint p : ring) box.extend(p);
    return box;
}

}  // namespace xiangtu::geom
