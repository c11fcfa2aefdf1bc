// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/topology.h"

#include <algorithm>

namespace xiangtu::topology {

std::span<const std::uint32_t> Topology::arcsOf(std::size_t level, std::uint32_t face) const noexcept {
    const auto& start = m_faceStart[level];
    if (std::size_t(face) + 1 >= start.size()) return {};
    return {m_faceArcs[level].data() + start[face], start[face + 1] - start[face]};
}

std::vector<std::uint32_t> Topology::neighbours(std::size_t level, std::uint32_t face) const {
    std::vector<std::uint32_t> found;
    for (const std::uint32_t a : arcsOf(level, face)) {
        const Arc& arc = m_arcs[a];
        const std::uint32_t other = arc.left[level] == face ? arc.right[level] : arc.left[level];
        if (other != kNoFace && other != face) found.push_back(other);
    }
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

}  // namespace xiangtu::topology
