// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "topology/topology.h"

#include <cstdint>
#include <span>
#include <vector>

namespace xiangtu::topology {

// Used inside this folder only.

/// The arcs of every face of a level, as Topology::Arrays holds them.
struct FaceIndex {
    std::vector<std::uint32_t> start;
    std::vector<std::uint32_t> arcs;
};
[[nodiscard]] FaceIndex indexFaces(std::span<const Arc> arcs, std::span<const std::uint32_t> faces, std::size_t level,
                                   std::size_t faceCount);

}  // namespace xiangtu::topology
