// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/tiling.h"

#include <algorithm>

namespace xiangtu::topology {

namespace {
constexpr std::size_t kPointsPerTile = 8192;
constexpr unsigned kMostBits = 7;
}  // namespace

Tiling::Tiling(std::span<const geom::PolygonSet* const> levels) {
    std::size_t points = 0;
    geom::GridBox extent;
    for (const geom::PolygonSet* set : levels) {
        if (!set) continue;
        points += set->pointCount();
        extent.extend(set->extent());
    }
    if (extent.empty()) return;
    m_origin = extent.min;
    while (m_bits < kMostBits && points >> 2 * m_bits > kPointsPerTile) ++m_bits;
    const double width = std::max(double(extent.max.x) - extent.min.x, double(extent.max.y) - extent.min.y);
    m_scale = double(std::size_t(1) << m_bits) / (width + 1);
}

}  // namespace xiangtu::topology
