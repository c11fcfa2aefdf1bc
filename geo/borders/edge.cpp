// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/edge.h"

#include "borders/trace.h"
#include "geom/measure.h"

#include <unordered_map>

namespace xiangtu::borders {

namespace {

using geom::MultiPolygon;
using geom::Polygon;
using geom::Ring;

/// The edges left when opposite ones have taken each other away; nothing when one stands there twice.
std::optional<Edges> cancelled(const Edges& edges) {
    std::unordered_map<Edge, int, EdgeHash> sum;
    sum.reserve(edges.size());
    for (const Edge& e : edges) sum[e.plain()] += e.a < e.b ? 1 : -1;
    Edges left;
    left.reserve(edges.size());
    for (const Edge& e : edges) {
        int& count = sum[e.plain()];
        if (count == 0 || (count > 0) != (e.a < e.b)) continue;
        if (count != 1 && count != -1) return std::nullopt;
        left.push_back(e);
        count = 0;
    }
    return left;
}

/// Twice the middle of an edge: exact on a lattice twice as fine.
struct Twice {
    std::int64_t x, y;
};
Twice middle(const Edge& e) { return {std::int64_t(e.a.x) + e.b.x, std::int64_t(e.a.y) + e.b.y}; }

bool inside(const Ring& ring, Twice p) {
    bool in = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const std::int64_t ay = 2 * std::int64_t(ring[j].y), by = 2 * std::int64_t(ring[i].y);
        if ((ay > p.y) == (by > p.y)) continue;
        const std::int64_t ax = 2 * std::int64_t(ring[j].x), bx = 2 * std::int64_t(ring[i].x);
        const __int128 side = __int128(bx - ax) * (p.y - ay) - __int128(by - ay) * (p.x - ax);
        in ^= by > ay ? side > 0 : side < 0;
    }
    return in;
}

/// Holes into the smallest outer ring around each.
std::optional<MultiPolygon> assembled(std::vector<Ring> rings) {
    MultiPolygon out;
    std::vector<__int128> areas;
    std::vector<Ring> holes;
    for (Ring& ring : rings) {
        const __int128 area = geom::twiceArea(ring);
        if (area == 0 || ring.size() < 3) return std::nullopt;
        if (area < 0) {
            holes.push_back(std::move(ring));
            continue;
        }
        out.push_back({std::move(ring), {}});
        areas.push_back(area);
    }
    for (Ring& hole : holes) {
        const Twice p = middle({hole[0], hole[1]});
        std::size_t best = out.size();
        for (std::size_t i = 0; i < out.size(); ++i) {
            if ((best == out.size() || areas[i] < areas[best]) && inside(out[i].outer, p)) best = i;
        }
        if (best == out.size()) return std::nullopt;
        out[best].holes.push_back(std::move(hole));
    }
    return out;
}

Ring walked(const Edges& edges, const std::vector<std::uint32_t>& cycle) {
    Ring ring;
    ring.reserve(cycle.size());
    for (const std::uint32_t i : cycle) ring.push_back(edges[i].a);
    return ring;
}

}  // namespace

Edges edgesOf(const MultiPolygon& shape) {
    Edges edges;
    // The edge into a ring's first vertex comes last, so that a traced ring begins where it began.
    const auto add = [&](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Edge e{ring[i], ring[(i + 1) % ring.size()]};
            if (e.a != e.b) edges.push_back(e);
        }
    };
    for (const Polygon& part : shape) {
        add(part.outer);
        for (const Ring& hole : part.holes) add(hole);
    }
    return edges;
}

std::optional<MultiPolygon> polygonsOf(const Edges& edges) {
    const auto left = cancelled(edges);
    if (!left) return std::nullopt;
    const auto cycles = cyclesOf(*left);
    if (!cycles) return std::nullopt;
    std::vector<Ring> rings;
    for (const auto& cycle : *cycles) {
        for (Ring& ring : simpleRings(*left, cycle)) rings.push_back(std::move(ring));
    }
    return assembled(std::move(rings));
}

std::optional<MultiPolygon> joined(const MultiPolygon& a, const MultiPolygon& b) {
    Edges edges = edgesOf(a);
    const Edges more = edgesOf(b);
    edges.insert(edges.end(), more.begin(), more.end());
    return polygonsOf(edges);
}

std::optional<MultiPolygon> without(const MultiPolygon& a, const MultiPolygon& part) {
    Edges edges = edgesOf(a);
    forEachEdge(part, [&](const Edge& e) { edges.push_back(e.turned()); });
    return polygonsOf(edges);
}

std::optional<std::vector<Polygon>> facesOf(const MultiPolygon& shape, const Edges& lines) {
    Edges edges = edgesOf(shape);
    for (const Edge& e : lines) {
        edges.push_back(e);
        edges.push_back(e.turned());
    }
    const auto cycles = cyclesOf(edges);
    if (!cycles) return std::nullopt;
    std::vector<Ring> rings;
    std::vector<__int128> areas;
    std::unordered_map<Edge, std::size_t, EdgeHash> cycleOf;
    for (const auto& cycle : *cycles) {
        for (const std::uint32_t i : cycle) cycleOf[edges[i]] = rings.size();
        rings.push_back(walked(edges, cycle));
        areas.push_back(geom::twiceArea(rings.back()));
    }
    // Every walk around a hole (or along a loose line) belongs to the smallest walk around it.
    std::vector<Edges> faces(rings.size());
    for (std::size_t c = 0; c < rings.size(); ++c) {
        std::size_t face = c;
        if (areas[c] <= 0) {
            const Edge& first = edges[(*cycles)[c].front()];
            const auto across = cycleOf.find(first.turned());
            face = rings.size();
            for (std::size_t o = 0; o < rings.size(); ++o) {
                if (areas[o] <= 0 || (across != cycleOf.end() && across->second == o)) continue;
                if ((face == rings.size() || areas[o] < areas[face]) && inside(rings[o], middle(first))) face = o;
            }
            if (face == rings.size()) return std::nullopt;
        }
        for (const std::uint32_t i : (*cycles)[c]) faces[face].push_back(edges[i]);
    }
    std::vector<Polygon> out;
    for (const Edges& face : faces) {
        if (face.empty()) continue;
        auto made = polygonsOf(face);
        if (!made) return std::nullopt;
        for (Polygon& part : *made) out.push_back(std::move(part));
    }
    return out;
}

bool middleInside(const Ring& ring, const Edge& e) noexcept { return inside(ring, middle(e)); }

bool middleInside(const MultiPolygon& shape, const Edge& e) noexcept {
    bool in = false;
    for (const Polygon& part : shape) {
        in ^= inside(part.outer, middle(e));
        for (const Ring& hole : part.holes) in ^= inside(hole, middle(e));
    }
    return in;
}

}  // namespace xiangtu::borders
