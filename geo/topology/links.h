// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "topology/segments.h"

#include <cstdint>
#include <vector>

namespace xiangtu::topology {

/// An end of a segment: twice its number for the smaller end, one more for the larger.
using SegmentEnd = std::uint32_t;
inline constexpr SegmentEnd kNode = UINT32_MAX;

/// For every end the end of the segment that goes on there with the same faces on both sides, or kNode
/// where more than two meet, none, or the faces change.
[[nodiscard]] std::vector<SegmentEnd> linkSegments(const SegmentTable& table, const Tiling& tiling);

}  // namespace xiangtu::topology
