// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "topology/tiling.h"
#include "topology/topology.h"

#include <cstdint>
#include <span>
#include <vector>

namespace xiangtu::topology {

/// One border segment of any levels, from its lexicographically smaller to its larger end.
struct Segment {
    geom::GridPoint lo;
    geom::GridPoint hi;
    std::uint32_t firstFace = 0;  ///< into SegmentTable::faces: left, right per level of the mask, ascending
    std::uint8_t levelMask = 0;   ///< levels on which the faces on both sides differ; never 0
};

/// Every distinct border segment once, by the tile its smaller end lies in: those of tile t are
/// [tileStart[t], tileStart[t + 1]).
struct SegmentTable {
    std::vector<Segment> segments;
    std::vector<std::uint32_t> faces;
    std::vector<std::size_t> tileStart;
    std::vector<Conflict> conflicts;
};

/// Gathers the segments of all rings. Segments with the same face on both sides (spikes) bound
/// nothing and are left out. The order is the same on every run and for any number of threads.
[[nodiscard]] SegmentTable gatherSegments(std::span<const geom::PolygonSet* const> levels, const Tiling& tiling,
                                          const base::Progress& progress);

}  // namespace xiangtu::topology
