// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/label_point.h"

#include "geom/measure.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <queue>
#include <vector>

namespace xiangtu::scene {

namespace {

/// From a point along a vector, with one over its squared length.
struct Edge {
    double ax, ay, dx, dy, inverse;
};

/// One outer ring with its holes, in ground-proportional coordinates relative to its box.
struct Part {
    std::vector<Edge> edges;

    /// Distance to the border, negative outside.
    [[nodiscard]] double distance(double x, double y) const noexcept {
        bool inside = false;
        double nearest = INFINITY;
        for (const Edge& e : edges) {
            const double px = x - e.ax, py = y - e.ay;
            // A ray to the right crosses the edge: its ends lie above and below, the point on its left going up.
            const bool up = e.dy > 0;
            inside ^= ((py < 0) != (py < e.dy)) && (px * e.dy < py * e.dx) == up;
            const double t = std::clamp((px * e.dx + py * e.dy) * e.inverse, 0.0, 1.0);
            const double ex = px - t * e.dx, ey = py - t * e.dy;
            nearest = std::min(nearest, ex * ex + ey * ey);
        }
        return (inside ? 1 : -1) * std::sqrt(nearest);
    }
};

struct Cell {
    double x, y, half, distance, best;  ///< best: what any point of the cell could reach at most
    bool operator<(const Cell& other) const noexcept { return best < other.best; }
};

/// Rings of the largest part: its outer ring and the holes that follow it.
std::pair<std::size_t, std::size_t> largestPart(const geom::PolygonSet& shapes, std::size_t feature) {
    const std::size_t first = shapes.firstRing(feature), last = shapes.firstRing(feature + 1);
    std::size_t begin = first, end = last;
    __int128 largest = -1;
    for (std::size_t r = first; r < last; ++r) {
        const __int128 area = geom::twiceArea(shapes.ring(r));
        if (area <= largest) continue;
        largest = area;
        begin = r;
        end = r + 1;
        while (end < last && geom::twiceArea(shapes.ring(end)) < 0) ++end;
    }
    return {begin, end};
}

/// The rings [first, last) by every `stride`-th of their points, from the box's corner.
Part partOf(const geom::PolygonSet& shapes, std::size_t first, std::size_t last, geom::GridPoint corner, double shrink,
            std::size_t stride) {
    constexpr std::size_t kFewestPoints = 8;
    const auto edge = [&](geom::GridPoint a, geom::GridPoint b) {
        const double dx = (double(b.x) - a.x) * shrink, dy = double(b.y) - a.y, length = dx * dx + dy * dy;
        return Edge{(double(a.x) - corner.x) * shrink, double(a.y) - corner.y, dx, dy, length > 0 ? 1 / length : 0};
    };
    Part part;
    for (std::size_t r = first; r < last; ++r) {
        const auto ring = shapes.ring(r);
        const std::size_t step = std::max<std::size_t>(1, std::min(stride, ring.size() / kFewestPoints));
        geom::GridPoint before = ring[(ring.size() - 1) / step * step];
        for (std::size_t i = 0; i < ring.size(); i += step) {
            part.edges.push_back(edge(before, ring[i]));
            before = ring[i];
        }
    }
    return part;
}

/// The point farthest from the border, but for a twentieth of the box's smaller side.
Cell deepest(const Part& part, double width, double height) {
    const double size = std::max(1.0, std::min(width, height));
    const double precision = std::max(1.0, 0.05 * size);
    const auto cell = [&](double x, double y, double half) {
        const double d = part.distance(x, y);
        return Cell{x, y, half, d, d + half * std::numbers::sqrt2};
    };
    std::priority_queue<Cell> queue;
    for (double x = 0; x < std::max(width, 1.0); x += size) {
        for (double y = 0; y < std::max(height, 1.0); y += size) queue.push(cell(x + size / 2, y + size / 2, size / 2));
    }
    Cell best = cell(width / 2, height / 2, 0);
    while (!queue.empty()) {
        const Cell top = queue.top();
        queue.pop();
        if (top.distance > best.distance) best = top;
        if (top.best - best.distance <= precision) break;
        const double h = top.half / 2;
        for (const double dx : {-h, h}) {
            for (const double dy : {-h, h}) {
                const Cell quarter = cell(top.x + dx, top.y + dy, h);
                if (quarter.best - best.distance > precision) queue.push(quarter);
            }
        }
    }
    return best;
}

}  // namespace

LabelPoint poleOfInaccessibility(const geom::PolygonSet& shapes, std::size_t feature) {
    const auto [first, last] = largestPart(shapes, feature);
    const geom::GridBox box = geom::boxOf(shapes.ring(first));
    const double middle = (double(box.min.y) + box.max.y) / 2 / geom::kGridPerDegree;
    const double shrink = std::max(0.05, std::cos(middle * std::numbers::pi / 180));
    const double width = (double(box.max.x) - box.min.x) * shrink, height = double(box.max.y) - box.min.y;
    std::size_t points = 0;
    for (std::size_t r = first; r < last; ++r) points += shapes.ring(r).size();
    // Every point of the search asks all edges: a few of them tell where it is wide, all of them how wide.
    constexpr std::size_t kSearched = 16;
    constexpr double kTrusted = 0.8;
    const std::size_t stride = points / kSearched;
    const Part whole = partOf(shapes, first, last, box.min, shrink, 1);
    Cell best;
    if (stride > 1) {
        best = deepest(partOf(shapes, first, last, box.min, shrink, stride), width, height);
        const double rough = best.distance;
        best.distance = whole.distance(best.x, best.y);
        if (best.distance < kTrusted * rough) best = deepest(whole, width, height);
    } else {
        best = deepest(whole, width, height);
    }
    return {{std::int32_t(std::lround(best.x / shrink)) + box.min.x, std::int32_t(std::lround(best.y)) + box.min.y},
            std::max(0.0, best.distance)};
}

}  // namespace xiangtu::scene
