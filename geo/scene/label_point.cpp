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

struct Edge {
    double ax, ay, bx, by;
};

/// One outer ring with its holes, in ground-proportional coordinates relative to its box.
struct Part {
    std::vector<Edge> edges;

    /// Distance to the border, negative outside.
    [[nodiscard]] double distance(double x, double y) const noexcept {
        bool inside = false;
        double nearest = INFINITY;
        for (const Edge& e : edges) {
            if ((e.ay > y) != (e.by > y) && x < (e.bx - e.ax) * (y - e.ay) / (e.by - e.ay) + e.ax) inside = !inside;
            const double dx = e.bx - e.ax, dy = e.by - e.ay, length = dx * dx + dy * dy;
            const double t = length > 0 ? std::clamp(((x - e.ax) * dx + (y - e.ay) * dy) / length, 0.0, 1.0) : 0;
            const double ex = x - e.ax - t * dx, ey = y - e.ay - t * dy;
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

}  // namespace

LabelPoint poleOfInaccessibility(const geom::PolygonSet& shapes, std::size_t feature) {
    const auto [first, last] = largestPart(shapes, feature);
    const geom::GridBox box = geom::boxOf(shapes.ring(first));
    const double middle = (double(box.min.y) + box.max.y) / 2 / geom::kGridPerDegree;
    const double shrink = std::max(0.05, std::cos(middle * std::numbers::pi / 180));
    Part part;
    for (std::size_t r = first; r < last; ++r) {
        const auto ring = shapes.ring(r);
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            part.edges.push_back({(double(ring[j].x) - box.min.x) * shrink, double(ring[j].y) - box.min.y,
                                  (double(ring[i].x) - box.min.x) * shrink, double(ring[i].y) - box.min.y});
        }
    }
    const double width = (double(box.max.x) - box.min.x) * shrink, height = double(box.max.y) - box.min.y;
    const double size = std::max(1.0, std::min(width, height));
    const double precision = std::max(1.0, 0.02 * size);
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
            for (const double dy : {-h, h}) queue.push(cell(top.x + dx, top.y + dy, h));
        }
    }
    return {{std::int32_t(std::lround(best.x / shrink)) + box.min.x, std::int32_t(std::lround(best.y)) + box.min.y},
            std::max(0.0, best.distance)};
}

}  // namespace xiangtu::scene
