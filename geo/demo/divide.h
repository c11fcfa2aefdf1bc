// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/growth.h"

#include <cstdint>
#include <vector>

namespace xiangtu::demo {

/// One parent's children: their wanted relative sizes, and for a child with a fixed place the mesh point
/// it must contain (kNone = anywhere).
struct Wish {
    float size = 1;
    std::uint32_t at = kNone;
};

/// Pieces of a parent that lie apart (exclaves of a real outline): must each have a child of its own, or
/// may the nearest child take them in.
enum class Apart { ownChild, nearestChild };

struct DivideOptions {
    int rounds = 4;  ///< of moving starts to the middle and evening out sizes
    Apart apart = Apart::nearestChild;
    std::uint64_t seed = 1;
};

/// Divides every parent into its children: connected, about as large as wished, meeting along the lines
/// of the terrain. `parent` gives each point's parent; wishes[p] lists p's children. Children are
/// numbered parent after parent. Result: child per point.
[[nodiscard]] std::vector<std::uint32_t> divide(const Ground& ground, const std::vector<std::uint32_t>& parent,
                                                const std::vector<std::vector<Wish>>& wishes,
                                                const DivideOptions& options);

/// How many points each region has.
[[nodiscard]] std::vector<std::uint32_t> sizesOf(const std::vector<std::uint32_t>& region, std::size_t count);

}  // namespace xiangtu::demo
