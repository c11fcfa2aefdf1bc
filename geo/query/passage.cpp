// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/passage.h"

#include "geodesy/area.h"
#include "geom/contains.h"

#include <algorithm>
#include <map>

namespace xiangtu::query {

namespace {

using geom::GeoPoint;
using geom::GridPoint;

GeoPoint between(GeoPoint a, GeoPoint b, double t) {
    return {a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)};
}

/// Shares of a-b at which it crosses the rings of a shape, and both its ends; ascending.
std::vector<double> cutsOf(GeoPoint a, GeoPoint b, const geom::PolygonSet& shapes, std::uint32_t shape) {
    std::vector<double> cuts{0, 1};
    const double ax = a.lon * geom::kGridPerDegree, ay = a.lat * geom::kGridPerDegree;
    const double dx = b.lon * geom::kGridPerDegree - ax, dy = b.lat * geom::kGridPerDegree - ay;
    for (std::size_t r = shapes.firstRing(shape); r < shapes.firstRing(shape + 1); ++r) {
        const auto ring = shapes.ring(r);
        GridPoint last = ring.back();
        for (const GridPoint p : ring) {
            // Sides of the ring's corners from the line: the edge crosses it where they differ.
            const double from = dx * (last.y - ay) - dy * (last.x - ax), to = dx * (p.y - ay) - dy * (p.x - ax);
            if ((from > 0) != (to > 0)) {
                const double share = from / (from - to);
                const double x = last.x + share * (double(p.x) - last.x), y = last.y + share * (double(p.y) - last.y);
                const double length2 = dx * dx + dy * dy;
                const double t = length2 > 0 ? ((x - ax) * dx + (y - ay) * dy) / length2 : 0;
                if (t > 0 && t < 1) cuts.push_back(t);
            }
            last = p;
        }
    }
    std::ranges::sort(cuts);
    return cuts;
}

}  // namespace

std::vector<Passage> passagesOf(const geom::GeoLine& line, const geom::PolygonSet& shapes, const index::BoxTree& tree) {
    std::map<std::uint32_t, Passage> found;
    double before = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const GeoPoint a = line[i - 1], b = line[i];
        geom::GridBox box;
        box.extend(geom::snapToGrid(a));
        box.extend(geom::snapToGrid(b));
        for (const std::uint32_t shape : tree.meeting(box)) {
            const std::vector<double> cuts = cutsOf(a, b, shapes, shape);
            for (std::size_t c = 1; c < cuts.size(); ++c) {
                if (cuts[c] <= cuts[c - 1]) continue;
                // Between two cuts the line is inside or outside as a whole.
                const GridPoint middle = geom::snapToGrid(between(a, b, (cuts[c - 1] + cuts[c]) / 2));
                if (!geom::contains(shapes, shape, middle)) continue;
                const double metres = geodesy::distance(between(a, b, cuts[c - 1]), between(a, b, cuts[c]));
                const double first = before + geodesy::distance(a, between(a, b, cuts[c - 1]));
                const auto [at, isNew] = found.try_emplace(shape, Passage{shape, first, 0});
                at->second.insideMetres += metres;
            }
        }
        before += geodesy::distance(a, b);
    }
    std::vector<Passage> out;
    for (const auto& [shape, passage] : found) out.push_back(passage);
    std::ranges::stable_sort(out, {}, &Passage::firstMetres);
    return out;
}

}  // namespace xiangtu::query
