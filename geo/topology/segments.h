// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "topology/topology.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace xiangtu::topology {

/// Faces on both sides of a segment, per level; kNoFace where that level has no border here.
struct Sides {
    std::array<std::uint32_t, kMaxLevels> left;
    std::array<std::uint32_t, kMaxLevels> right;
    bool operator==(const Sides&) const = default;
};

/// One border segment of any levels, from its lexicographically smaller to its larger end.
struct Segment {
    geom::GridPoint lo;
    geom::GridPoint hi;
    std::uint32_t sides = 0;  ///< number in SegmentTable::sides
};

/// Every distinct border segment once. `sides` are interned: equal ones have equal numbers, and
/// reversed[n] is the number of the same sides seen in the other direction.
struct SegmentTable {
    std::vector<Segment> segments;
    std::vector<Sides> sides;
    std::vector<std::uint32_t> reversed;
    std::vector<Conflict> conflicts;
};

/// Gathers the segments of all rings. Segments with the same face on both sides (spikes) bound
/// nothing and are left out. The order is the same on every run and for any number of threads.
[[nodiscard]] SegmentTable gatherSegments(std::span<const geom::PolygonSet* const> levels,
                                          const base::Progress& progress);

}  // namespace xiangtu::topology
