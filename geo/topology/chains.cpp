// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/chains.h"

#include <algorithm>
#include <tuple>

namespace xiangtu::topology {

namespace {

constexpr std::uint32_t kNone = UINT32_MAX;

/// Ends are numbered arc * 2 for the first point, arc * 2 + 1 for the last.
struct End {
    geom::GridPoint at;
    std::uint32_t number;
};

/// For every end of the level's arcs the end it goes on at, or kNone; position by place in `arcs`.
std::vector<std::uint32_t> partners(const Topology& topology, std::uint8_t level,
                                    const std::vector<std::uint32_t>& arcs) {
    const auto all = topology.arcs();
    std::vector<End> ends;
    ends.reserve(arcs.size() * 3);
    // An arc of the level is named by its place in the list, one of a larger level stands in the way.
    for (std::uint32_t i = 0; i < arcs.size(); ++i) {
        const auto points = topology.points(all[arcs[i]]);
        ends.push_back({points.front(), i * 2});
        ends.push_back({points.back(), i * 2 + 1});
    }
    for (const Arc& arc : all) {
        if (arc.topLevel >= level) continue;
        const auto points = topology.points(arc);
        ends.push_back({points.front(), kNone});
        ends.push_back({points.back(), kNone});
    }
    std::ranges::sort(ends, {}, [](const End& e) { return std::tuple(e.at, e.number); });
    std::vector<std::uint32_t> partner(arcs.size() * 2, kNone);
    for (std::size_t i = 0; i < ends.size();) {
        std::size_t next = i + 1;
        while (next < ends.size() && ends[next].at == ends[i].at) ++next;
        const std::uint32_t a = ends[i].number, b = ends[next - 1].number;
        if (next - i == 2 && b != kNone && all[arcs[a / 2]].levelMask == all[arcs[b / 2]].levelMask) {
            partner[a] = b;
            partner[b] = a;
        }
        i = next;
    }
    return partner;
}

}  // namespace

Chains joinArcs(const Topology& topology, std::uint8_t level) {
    const auto all = topology.arcs();
    std::vector<std::uint32_t> arcs;
    for (std::uint32_t a = 0; a < all.size(); ++a) {
        if (all[a].topLevel == level) arcs.push_back(a);
    }
    const std::vector<std::uint32_t> partner = partners(topology, level, arcs);
    std::vector<std::uint8_t> used(arcs.size(), 0);
    Chains chains;
    const auto walk = [&](std::uint32_t end) {
        chains.masks.push_back(all[arcs[end / 2]].levelMask);
        while (end != kNone && !used[end / 2]) {
            used[end / 2] = 1;
            const auto points = topology.points(all[arcs[end / 2]]);
            // The first point of what goes on is there already.
            const bool goesOn = chains.points.size() > chains.start.back();
            if (end % 2 == 0) {
                chains.points.insert(chains.points.end(), points.begin() + goesOn, points.end());
            } else {
                chains.points.insert(chains.points.end(), points.rbegin() + goesOn, points.rend());
            }
            end = partner[end ^ 1];
        }
        chains.start.push_back(std::uint32_t(chains.points.size()));
    };
    for (std::uint32_t end = 0; end < partner.size(); ++end) {
        if (!used[end / 2] && partner[end] == kNone) walk(end);
    }
    for (std::uint32_t end = 0; end < partner.size(); end += 2) {
        if (!used[end / 2]) walk(end);
    }
    return chains;
}

}  // namespace xiangtu::topology
