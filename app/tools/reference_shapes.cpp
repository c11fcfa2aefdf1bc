// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/reference_shapes.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <variant>

namespace xiangtu::app {

namespace {

bool overlaps(geom::GeoPoint low, geom::GeoPoint high, geom::GeoPoint a, geom::GeoPoint b) {
    return std::min(a.lon, b.lon) <= high.lon && std::max(a.lon, b.lon) >= low.lon &&
           std::min(a.lat, b.lat) <= high.lat && std::max(a.lat, b.lat) >= low.lat;
}

void addLine(std::vector<ReferenceShapes::Line>& lines, geom::GeoLine line) {
    if (line.size() < 2) return;
    ReferenceShapes::Line out{{}, line.front(), line.front()};
    for (const geom::GeoPoint p : line) {
        out.low = {std::min(out.low.lon, p.lon), std::min(out.low.lat, p.lat)};
        out.high = {std::max(out.high.lon, p.lon), std::max(out.high.lat, p.lat)};
    }
    out.line = std::move(line);
    lines.push_back(std::move(out));
}

void addRing(std::vector<ReferenceShapes::Line>& lines, geom::GeoLine ring) {
    if (ring.size() > 2) ring.push_back(ring.front());
    addLine(lines, std::move(ring));
}

}  // namespace

void ReferenceShapes::add(const geom::GeoShape& shape) {
    if (const auto* point = std::get_if<geom::GeoPoint>(&shape)) points.push_back(*point);
    if (const auto* parts = std::get_if<geom::GeoMultiLine>(&shape)) {
        for (const geom::GeoLine& part : *parts) addLine(lines, part);
    }
    if (const auto* land = std::get_if<geom::GeoMultiPolygon>(&shape)) {
        for (const geom::GeoPolygon& part : *land) {
            addRing(lines, part.outer);
            for (const geom::GeoRing& hole : part.holes) addRing(lines, hole);
        }
    }
}

std::vector<geom::GeoLine> ReferenceShapes::near(geom::GeoPoint place, double degrees) const {
    const double wide = degrees / std::max(0.05, std::cos(place.lat * std::numbers::pi / 180));
    const geom::GeoPoint low{place.lon - wide, place.lat - degrees}, high{place.lon + wide, place.lat + degrees};
    std::vector<geom::GeoLine> out;
    for (const Line& line : lines) {
        if (!overlaps(low, high, line.low, line.high)) continue;
        // Of a long line only what is near: hundreds of these are asked with every motion of the pointer.
        for (std::size_t i = 1; i < line.line.size(); ++i) {
            if (overlaps(low, high, line.line[i - 1], line.line[i])) out.push_back({line.line[i - 1], line.line[i]});
        }
    }
    for (const geom::GeoPoint p : points) {
        if (overlaps(low, high, p, p)) out.push_back({p});
    }
    return out;
}

}  // namespace xiangtu::app
