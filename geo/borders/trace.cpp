// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/trace.h"

#include "geom/grid_point.h"

#include <numeric>
#include <span>
#include <unordered_map>

namespace xiangtu::borders {

namespace {

/// 0 when v lies in (0, pi] clockwise from the direction o->from, 1 when in (pi, 2 pi].
int turnHalf(GridPoint o, GridPoint from, GridPoint v) {
    const __int128 side = geom::cross(o, from, v);
    if (side != 0) return side < 0 ? 0 : 1;
    const auto dot = __int128(std::int64_t(from.x) - o.x) * (std::int64_t(v.x) - o.x) +
                     __int128(std::int64_t(from.y) - o.y) * (std::int64_t(v.y) - o.y);
    return dot < 0 ? 0 : 1;  // straight back last
}

/// Whether, turning clockwise around o from the direction of `from`, v comes before w.
bool earlierClockwise(GridPoint o, GridPoint from, GridPoint v, GridPoint w) {
    const int a = turnHalf(o, from, v), b = turnHalf(o, from, w);
    if (a != b) return a < b;
    return geom::cross(o, v, w) < 0;
}

/// Edges by their first point.
class Starts {
public:
    explicit Starts(const Edges& edges) : m_edges(edges), m_order(edges.size()) {
        std::iota(m_order.begin(), m_order.end(), 0u);
        std::ranges::sort(m_order, [&](std::uint32_t i, std::uint32_t j) {
            return edges[i].a != edges[j].a ? edges[i].a < edges[j].a : i < j;
        });
    }
    [[nodiscard]] std::span<const std::uint32_t> at(GridPoint p) const {
        const auto place = [&](std::uint32_t i) { return m_edges[i].a; };
        const auto range = std::ranges::equal_range(m_order, p, {}, place);
        return {range.begin(), range.end()};
    }

private:
    const Edges& m_edges;
    std::vector<std::uint32_t> m_order;
};

}  // namespace

std::optional<std::vector<std::vector<std::uint32_t>>> cyclesOf(const Edges& edges) {
    const Starts starts(edges);
    std::vector<std::uint8_t> used(edges.size(), 0);
    std::vector<std::vector<std::uint32_t>> cycles;
    for (std::uint32_t first = 0; first < edges.size(); ++first) {
        if (used[first] != 0) continue;
        auto& cycle = cycles.emplace_back();
        for (std::uint32_t at = first;;) {
            used[at] = 1;
            cycle.push_back(at);
            const Edge& e = edges[at];
            const auto next = starts.at(e.b);
            if (next.empty()) return std::nullopt;
            std::uint32_t best = next.front();
            for (const std::uint32_t other : next.subspan(1)) {
                if (earlierClockwise(e.b, e.a, edges[other].b, edges[best].b)) best = other;
            }
            if (best == first) break;
            if (used[best] != 0) return std::nullopt;
            at = best;
        }
    }
    return cycles;
}

std::vector<geom::Ring> simpleRings(const Edges& edges, const std::vector<std::uint32_t>& cycle) {
    std::vector<geom::Ring> rings;
    geom::Ring open;
    std::unordered_map<GridPoint, std::size_t, geom::GridPointHash> place;
    for (const std::uint32_t i : cycle) {
        const GridPoint p = edges[i].a;
        if (const auto seen = place.find(p); seen != place.end()) {
            const std::size_t begin = seen->second;
            geom::Ring& ring = rings.emplace_back(open.begin() + std::ptrdiff_t(begin), open.end());
            for (const GridPoint q : ring) place.erase(q);
            open.resize(begin);
        }
        place.emplace(p, open.size());
        open.push_back(p);
    }
    if (!open.empty()) rings.insert(rings.begin(), std::move(open));
    return rings;
}

}  // namespace xiangtu::borders
