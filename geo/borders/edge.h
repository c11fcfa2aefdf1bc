// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"

#include <algorithm>
#include <compare>
#include <optional>
#include <utility>
#include <vector>

namespace xiangtu::borders {

using geom::GridPoint;
using GridLine = std::vector<GridPoint>;

/// A directed border segment; what it bounds lies on its left.
struct Edge {
    GridPoint a;
    GridPoint b;
    auto operator<=>(const Edge&) const = default;

    [[nodiscard]] Edge turned() const noexcept { return {b, a}; }
    /// From the smaller to the larger end, for asking about a segment without its direction.
    [[nodiscard]] Edge plain() const noexcept { return a < b ? *this : turned(); }
    [[nodiscard]] geom::GridBox box() const noexcept {
        return {{std::min(a.x, b.x), std::min(a.y, b.y)}, {std::max(a.x, b.x), std::max(a.y, b.y)}};
    }
};

struct EdgeHash {
    std::size_t operator()(const Edge& e) const noexcept {
        return geom::GridPointHash{}(e.a) * 31 + geom::GridPointHash{}(e.b);
    }
};

using Edges = std::vector<Edge>;

template <class Visit>
void forEachEdge(const geom::Ring& ring, Visit&& visit) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        if (ring[j] != ring[i]) visit(Edge{ring[j], ring[i]});
    }
}
template <class Visit>
void forEachEdge(const geom::MultiPolygon& shape, Visit&& visit) {
    for (const geom::Polygon& part : shape) {
        forEachEdge(part.outer, visit);
        for (const geom::Ring& hole : part.holes) forEachEdge(hole, visit);
    }
}

[[nodiscard]] Edges edgesOf(const geom::MultiPolygon& shape);

/// The polygons a sum of edges bounds: an edge and its opposite take each other away, then rings are traced
/// with the inside on their left. Rings are simple: where one touches itself it is taken apart as OGC asks.
/// Rings begin with their first edge in the order given, so that untouched ones stay as they are. Nothing
/// when the edges bound no area (the same edge twice, a loose end, rings that cross).
[[nodiscard]] std::optional<geom::MultiPolygon> polygonsOf(const Edges& edges);

/// Both shapes as one. They must not overlap and must have the same vertices where they touch, else nothing.
[[nodiscard]] std::optional<geom::MultiPolygon> joined(const geom::MultiPolygon& a, const geom::MultiPolygon& b);
/// `a` without `part`, which must be a part of it with the same vertices where their borders are one.
[[nodiscard]] std::optional<geom::MultiPolygon> without(const geom::MultiPolygon& a, const geom::MultiPolygon& part);

/// The faces into which lines cut a shape, each one polygon. The lines are edges strictly inside the shape
/// that meet its border and each other in vertices only; those that separate nothing have no effect.
[[nodiscard]] std::optional<std::vector<geom::Polygon>> facesOf(const geom::MultiPolygon& shape, const Edges& lines);

/// Whether the middle of the segment lies inside the shape; the segment must not run along its border or cross it.
[[nodiscard]] bool middleInside(const geom::MultiPolygon& shape, const Edge& e) noexcept;
[[nodiscard]] bool middleInside(const geom::Ring& ring, const Edge& e) noexcept;

}  // namespace xiangtu::borders
