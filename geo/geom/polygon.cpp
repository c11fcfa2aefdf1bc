// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/polygon.h"

#include "geom/measure.h"

namespace xiangtu::geom {

namespace {

Ring snapRing(const GeoRing& ring) {
    Ring out;
    out.reserve(ring.size());
    for (const GeoPoint& p : ring) {
        const GridPoint q = snapToGrid(p);
        if (out.empty() || out.back() != q) out.push_back(q);
    }
    while (out.size() > 1 && out.front() == out.back()) out.pop_back();
    if (out.size() < 3 || twiceArea(out) == 0) out.clear();
    return out;
}

GeoRing geoRing(const Ring& ring) {
    GeoRing out;
    out.reserve(ring.size());
    for (const GridPoint p : ring) out.push_back(toGeo(p));
    return out;
}

}  // namespace

MultiPolygon snapToGrid(const GeoMultiPolygon& shape) {
    MultiPolygon out;
    for (const GeoPolygon& part : shape) {
        Polygon snapped{snapRing(part.outer), {}};
        if (snapped.outer.empty()) continue;
        for (const GeoRing& hole : part.holes) {
            if (Ring r = snapRing(hole); !r.empty()) snapped.holes.push_back(std::move(r));
        }
        out.push_back(std::move(snapped));
    }
    orient(out);
    return out;
}

GeoMultiPolygon toGeo(const MultiPolygon& shape) {
    GeoMultiPolygon out;
    for (const Polygon& part : shape) {
        GeoPolygon& geo = out.emplace_back();
        geo.outer = geoRing(part.outer);
        for (const Ring& hole : part.holes) geo.holes.push_back(geoRing(hole));
    }
    return out;
}

std::optional<GeoPoint> firstPoint(const GeoShape& shape) noexcept {
    if (const auto* point = std::get_if<GeoPoint>(&shape)) return *point;
    if (const auto* lines = std::get_if<GeoMultiLine>(&shape)) {
        if (!lines->empty() && !lines->front().empty()) return lines->front().front();
    }
    if (const auto* parts = std::get_if<GeoMultiPolygon>(&shape)) {
        if (!parts->empty() && !parts->front().outer.empty()) return parts->front().outer.front();
    }
    return std::nullopt;
}

}  // namespace xiangtu::geom
