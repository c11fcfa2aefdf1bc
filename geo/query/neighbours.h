// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "topology/topology.h"

#include <cstdint>
#include <vector>

namespace xiangtu::query {

/// Two units of a level with a common border of some length.
struct Neighbours {
    std::uint32_t a = 0;  ///< a < b
    std::uint32_t b = 0;
    double metres = 0;  ///< geodesic length of what they share
};

/// All pairs of a level, by a, then by b. Units that meet in a point only are no neighbours.
[[nodiscard]] std::vector<Neighbours> neighbours(const topology::Topology& topology, std::size_t level);
/// Those of one unit.
[[nodiscard]] std::vector<Neighbours> neighboursOf(const topology::Topology& topology, std::size_t level,
                                                   std::uint32_t unit);

/// For every unit the number of its group, counted from 0 in the order of their smallest rows: units for which `in`
/// holds (not 0) that reach each other through shared borders. kNoGroup for the others.
inline constexpr std::uint32_t kNoGroup = UINT32_MAX;
[[nodiscard]] std::vector<std::uint32_t> connectedGroups(const std::vector<char>& in,
                                                         const std::vector<Neighbours>& neighbours);

}  // namespace xiangtu::query
