// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/inside_point.h"

#include "geom/contains.h"

#include <algorithm>
#include <vector>

namespace xiangtu::geom {

namespace {

/// The middle of the widest stretch of a parallel inside the feature.
std::optional<GridPoint> widestAt(const PolygonSet& set, std::size_t feature, std::int32_t y) {
    std::vector<double> crossings;
    for (std::size_t r = set.firstRing(feature); r < set.firstRing(feature + 1); ++r) {
        const auto ring = set.ring(r);
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            if ((ring[i].y > y) == (ring[j].y > y)) continue;
            const double share = (double(y) - ring[j].y) / (double(ring[i].y) - ring[j].y);
            crossings.push_back(ring[j].x + share * (double(ring[i].x) - ring[j].x));
        }
    }
    std::ranges::sort(crossings);
    std::optional<GridPoint> best;
    double widest = -1;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
        if (crossings[i + 1] - crossings[i] <= widest) continue;
        const GridPoint middle{std::int32_t((crossings[i] + crossings[i + 1]) / 2), y};
        if (!contains(set, feature, middle)) continue;
        widest = crossings[i + 1] - crossings[i];
        best = middle;
    }
    return best;
}

}  // namespace

std::optional<GridPoint> insidePoint(const PolygonSet& set, std::size_t feature) {
    if (!set.hasShape(feature)) return std::nullopt;
    const GridPoint centre = set.centroid(feature);
    if (contains(set, feature, centre)) return centre;
    const GridBox& box = set.box(feature);
    const double height = double(box.max.y) - box.min.y;
    // The middle first; a parallel through a corner alone may miss, so some others too.
    for (const double share : {0.5, 0.375, 0.625, 0.25, 0.75, 0.13, 0.87}) {
        if (const auto found = widestAt(set, feature, std::int32_t(box.min.y + share * height))) return found;
    }
    for (const GridPoint corner : set.ring(set.firstRing(feature))) {
        if (contains(set, feature, corner)) return corner;
    }
    return std::nullopt;
}

}  // namespace xiangtu::geom
