// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/outline.h"

#include <algorithm>
#include <cmath>

namespace xiangtu::geom {

namespace {

using Vertex = Outline::Vertex;
using Chunk = Outline::Chunk;

/// cross(a->b, a->c): > 0 when c lies left. The sign is right: where doubles are not sure, 128 bits decide. (Shewchuk,
/// Adaptive Precision Floating-Point Arithmetic, 1997, for the bound; differences are exact here.)
double orientation(const Vertex& a, const Vertex& b, const Vertex& c) noexcept {
    const double left = (b.x - a.x) * (c.y - a.y), right = (b.y - a.y) * (c.x - a.x);
    const double value = left - right;
    if (std::abs(value) > 4e-16 * (std::abs(left) + std::abs(right))) return value;
    const __int128 exact = __int128(std::int64_t(b.x - a.x)) * std::int64_t(c.y - a.y) -
                           __int128(std::int64_t(b.y - a.y)) * std::int64_t(c.x - a.x);
    return double(exact);
}

/// On which side of an edge of the still shape a point of the shifted one lies (its shift is (e, e²)), and the other
/// way round when `shift` is -1. Zero only by a shift is no side.
bool leftOfStill(double value, double dx, double dy, int shift) noexcept {
    if (value != 0) return value > 0;
    if (dy != 0) return (dy < 0) == (shift > 0);
    return (dx > 0) == (shift > 0);
}

bool meet(const Chunk& a, const Chunk& b) noexcept {
    return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;
}

Chunk boxOfEdge(const Vertex& a, const Vertex& b) noexcept {
    return {0, 0, std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

/// Whether a vertex lies inside the other shape; `shift` as above: 1 when the vertex is of the shifted shape.
bool inside(const Vertex& p, const Outline& other, int shift) noexcept {
    bool in = false;
    const auto& at = other.vertices();
    const auto above = [&](double y) { return shift > 0 ? y > p.y : y >= p.y; };
    for (const Chunk& chunk : other.chunks()) {
        if (chunk.maxX < p.x || chunk.maxY < p.y || chunk.minY > p.y) continue;
        for (std::uint32_t i = chunk.begin; i < chunk.end; ++i) {
            const Vertex &a = at[i], &b = at[i + 1];
            if (above(a.y) == above(b.y)) continue;
            const Vertex &low = a.y < b.y ? a : b, &high = a.y < b.y ? b : a;
            in ^= leftOfStill(orientation(low, high, p), high.x - low.x, high.y - low.y, shift);
        }
    }
    return in;
}

/// An edge that may reach into the other shape.
struct Candidate {
    std::uint32_t edge;
    bool fresh;  ///< the edge before it was left out
};
/// Where it crosses the other's boundary.
struct Cut {
    std::uint32_t candidate;
    double t;
};

/// Candidates in groups with a box each.
struct Reach {
    std::vector<Candidate> edges;
    std::vector<Chunk> groups;  ///< of candidates
    std::vector<Cut> cuts;

    void gather(const Outline& shape, const Chunk& window) {
        edges.clear();
        groups.clear();
        cuts.clear();
        const auto& at = shape.vertices();
        std::uint32_t expected = UINT32_MAX;
        for (const Chunk& chunk : shape.chunks()) {
            if (!meet(chunk, window)) continue;
            Chunk group{std::uint32_t(edges.size()), 0, 0, 0, 0, 0};
            for (std::uint32_t i = chunk.begin; i < chunk.end; ++i) {
                const Chunk box = boxOfEdge(at[i], at[i + 1]);
                if (!meet(box, window)) continue;
                if (group.begin == edges.size()) {
                    group = {group.begin, 0, box.minX, box.minY, box.maxX, box.maxY};
                } else {
                    group = {group.begin,
                             0,
                             std::min(group.minX, box.minX),
                             std::min(group.minY, box.minY),
                             std::max(group.maxX, box.maxX),
                             std::max(group.maxY, box.maxY)};
                }
                edges.push_back({i, i != expected});
                expected = i + 1;
            }
            group.end = std::uint32_t(edges.size());
            if (group.end > group.begin) groups.push_back(group);
        }
    }
};

void cross(const Outline& a, const Outline& b, Reach& inA, Reach& inB) {
    const auto &pa = a.vertices(), &pb = b.vertices();
    for (const Chunk& groupA : inA.groups) {
        for (const Chunk& groupB : inB.groups) {
            if (!meet(groupA, groupB)) continue;
            for (std::uint32_t i = groupA.begin; i < groupA.end; ++i) {
                const Vertex &a0 = pa[inA.edges[i].edge], &a1 = pa[inA.edges[i].edge + 1];
                const Chunk boxA = boxOfEdge(a0, a1);
                if (!meet(boxA, groupB)) continue;
                for (std::uint32_t j = groupB.begin; j < groupB.end; ++j) {
                    const Vertex &b0 = pb[inB.edges[j].edge], &b1 = pb[inB.edges[j].edge + 1];
                    if (!meet(boxA, boxOfEdge(b0, b1))) continue;
                    const double bx = b1.x - b0.x, by = b1.y - b0.y;
                    const double from = orientation(b0, b1, a0), to = orientation(b0, b1, a1);
                    if (leftOfStill(from, bx, by, 1) == leftOfStill(to, bx, by, 1)) continue;
                    const double ax = a1.x - a0.x, ay = a1.y - a0.y;
                    const double start = orientation(a0, a1, b0), end = orientation(a0, a1, b1);
                    if (leftOfStill(start, ax, ay, -1) == leftOfStill(end, ax, ay, -1)) continue;
                    inA.cuts.push_back({i, std::abs(from) / (std::abs(from) + std::abs(to))});
                    inB.cuts.push_back({j, std::abs(start) / (std::abs(start) + std::abs(end))});
                }
            }
        }
    }
}

/// Green's sum along what of a shape's candidates lies inside the other.
double along(const Outline& shape, Reach& reach, const Outline& other, double origin, int shift) {
    std::ranges::sort(reach.cuts, [](const Cut& a, const Cut& b) {
        return a.candidate != b.candidate ? a.candidate < b.candidate : a.t < b.t;
    });
    const auto& at = shape.vertices();
    double sum = 0;
    bool in = false;
    std::size_t cut = 0;
    for (std::uint32_t i = 0; i < reach.edges.size(); ++i) {
        const Vertex &a = at[reach.edges[i].edge], &b = at[reach.edges[i].edge + 1];
        if (reach.edges[i].fresh) in = inside(a, other, shift);
        double since = 0;
        for (; cut < reach.cuts.size() && reach.cuts[cut].candidate == i; ++cut) {
            if (in) sum += Outline::areaUnder(a, b, since, reach.cuts[cut].t, origin);
            since = reach.cuts[cut].t;
            in = !in;
        }
        if (in) sum += Outline::areaUnder(a, b, since, 1, origin);
    }
    return sum;
}

}  // namespace

double commonArea(const Outline& a, const Outline& b) {
    if (a.empty() || b.empty() || !meet(a.box(), b.box())) return 0;
    const Chunk &p = a.box(), &q = b.box();
    const Chunk window{
        0, 0, std::max(p.minX, q.minX), std::max(p.minY, q.minY), std::min(p.maxX, q.maxX), std::min(p.maxY, q.maxY)};
    thread_local Reach inA, inB;
    inA.gather(a, window);
    inB.gather(b, window);
    if (inA.edges.empty() && inB.edges.empty()) return 0;  // the boxes meet, the shapes do not
    cross(a, b, inA, inB);
    const double origin = inA.edges.empty() ? b.vertices()[inB.edges[0].edge].u : a.vertices()[inA.edges[0].edge].u;
    return std::max(0.0, along(a, inA, b, origin, 1) + along(b, inB, a, origin, -1));
}

}  // namespace xiangtu::geom
