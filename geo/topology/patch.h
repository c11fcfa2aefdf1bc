// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "topology/topology.h"

#include <cstdint>
#include <span>
#include <vector>

namespace xiangtu::topology {

/// How the faces of one level changed.
struct FaceChanges {
    /// Per face before its number after, kNoFace for one that is gone; empty = all keep their numbers.
    std::vector<std::uint32_t> numberAfter;
    std::vector<std::uint32_t> before;  ///< numbers before of faces that were reshaped or are gone
    std::vector<std::uint32_t> after;   ///< numbers after of faces that were reshaped or are new
};

/// What build() makes of `levels`, as a set of arcs, made out of the topology before: arcs away from the borders
/// that changed are copied, the others made anew. Copies in the size of the county, thinks in the size of the
/// change. One entry of `changes` per level. Conflicts elsewhere stay; those of changed faces are forgotten.
[[nodiscard]] Topology patched(const Topology& before, std::span<const geom::PolygonSet* const> levels,
                               std::span<const FaceChanges> changes);

}  // namespace xiangtu::topology
