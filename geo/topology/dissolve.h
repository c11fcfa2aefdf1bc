// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "topology/topology.h"

#include <cstdint>
#include <span>

namespace xiangtu::topology {

inline constexpr std::uint32_t kNoGroup = UINT32_MAX;

/// The faces of a level joined by groups: feature g of the answer is everything of the faces whose entry in `groupOf`
/// is g; entries of kNoGroup and beyond `groups` belong to none. Nothing is computed: a group's border is the arcs that
/// have it on one side only, strung together, so it fits its neighbours to the integer. Rings are simple, outer ones
/// counter-clockwise and followed by their holes. Where the level has conflicts, an arc that is claimed twice on one
/// side is taken as the topology has it; a ring that does not close is left out and counted.
struct Dissolved {
    geom::PolygonSet shapes;
    std::size_t openRings = 0;
};
[[nodiscard]] Dissolved dissolve(const Topology& topology, std::size_t level, std::span<const std::uint32_t> groupOf,
                                 std::uint32_t groups, const base::Progress& progress = {});

}  // namespace xiangtu::topology
