// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "topology/topology.h"

#include <cstdint>
#include <span>
#include <vector>

namespace xiangtu::topology {

/// Lines of points in flat memory; line n has points[start[n]] … points[start[n + 1] - 1].
struct Chains {
    std::vector<std::uint32_t> start{0};
    std::vector<geom::GridPoint> points;
    std::vector<std::uint8_t> masks;  ///< per chain: Arc::levelMask

    [[nodiscard]] std::size_t size() const noexcept { return masks.size(); }
    [[nodiscard]] std::span<const geom::GridPoint> chain(std::size_t n) const noexcept {
        return {points.data() + start[n], start[n + 1] - start[n]};
    }
};

/// Arcs of a top level joined where only finer borders end: from one meeting with a border of this or a
/// larger level to the next. Closed where there is none. In the order of their first arcs.
[[nodiscard]] Chains joinArcs(const Topology& topology, std::uint8_t level);

}  // namespace xiangtu::topology
