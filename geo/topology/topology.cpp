// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/topology.h"

#include <algorithm>

namespace xiangtu::topology {

std::optional<Topology> Topology::of(Arrays arrays) {
    const std::size_t arcs = arrays.arcs.size();
    for (std::size_t l = 0; l < kMaxLevels; ++l) {
        const auto start = arrays.faceStart[l].span();
        const auto list = arrays.faceArcs[l].span();
        if (start.empty() && list.empty()) continue;
        if (start.empty() || start.front() != 0 || start.back() != list.size()) return std::nullopt;
        if (!std::ranges::is_sorted(start)) return std::nullopt;
        if (!std::ranges::all_of(list, [&](std::uint32_t arc) { return arc < arcs; })) return std::nullopt;
    }
    const std::size_t points = arrays.points.size(), faces = arrays.faces.size();
    const bool sound = std::ranges::all_of(arrays.arcs, [&](const Arc& arc) {
        const auto numbers = 2 * std::size_t(std::popcount(arc.levelMask));
        return arc.pointCount >= 2 && arc.firstPoint <= points && arc.pointCount <= points - arc.firstPoint &&
               arc.firstFace <= faces && numbers <= faces - arc.firstFace && arc.levelMask < (1u << kMaxLevels) &&
               arc.topLevel < kMaxLevels;
    });
    return sound ? std::optional(Topology(std::move(arrays))) : std::nullopt;
}

std::span<const std::uint32_t> Topology::arcsOf(std::size_t level, std::uint32_t face) const noexcept {
    const auto& start = m_arrays.faceStart[level];
    if (std::size_t(face) + 1 >= start.size()) return {};
    return {m_arrays.faceArcs[level].data() + start[face], start[face + 1] - start[face]};
}

std::vector<std::uint32_t> Topology::neighbours(std::size_t level, std::uint32_t face) const {
    std::vector<std::uint32_t> found;
    for (const std::uint32_t a : arcsOf(level, face)) {
        const Arc& arc = m_arrays.arcs[a];
        const std::uint32_t other = left(arc, level) == face ? right(arc, level) : left(arc, level);
        if (other != kNoFace && other != face) found.push_back(other);
    }
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

}  // namespace xiangtu::topology
