// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "topology/topology.h"

#include <array>
#include <compare>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace xiangtu::topology {

// Used inside this folder only.

/// A directed segment; the face on its left has it.
struct Side {
    geom::GridPoint a;
    geom::GridPoint b;
    auto operator<=>(const Side&) const = default;
};
struct SideHash {
    std::size_t operator()(const Side& s) const noexcept {
        return geom::GridPointHash{}(s.a) * 31 + geom::GridPointHash{}(s.b);
    }
};

/// The faces of every level beside a segment or a chain, in its direction; kNoFace = none or not separated.
struct FaceSides {
    std::array<std::uint32_t, kMaxLevels> left;
    std::array<std::uint32_t, kMaxLevels> right;
    FaceSides() {
        left.fill(kNoFace);
        right.fill(kNoFace);
    }
    bool operator==(const FaceSides&) const = default;
};

/// Segments from their smaller to their larger end.
using SegmentSides = std::unordered_map<Side, FaceSides, SideHash>;

struct NewArc {
    std::vector<geom::GridPoint> points;
    FaceSides sides;
};

/// Joins segments to arcs as build() does; at `fixed` vertices arcs end in any case. Segments that separate
/// nothing are left out.
[[nodiscard]] std::vector<NewArc> chainSegments(const SegmentSides& segments,
                                                const std::unordered_set<geom::GridPoint, geom::GridPointHash>& fixed);

}  // namespace xiangtu::topology
