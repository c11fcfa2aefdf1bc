// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "borders/edge.h"

#include <array>
#include <optional>
#include <vector>

namespace xiangtu::borders {

// Used inside this folder only.

/// Segments about to take a new course, and what they pass over on the way.
struct Sweep {
    std::vector<Edge> now;                            ///< first the end that stays where it is
    std::vector<std::array<GridPoint, 3>> triangles;  ///< passed over; the first corner stays where it is
    std::optional<Edge> way;                          ///< of the vertex that moves
};

/// Where other segments, or the ends of the moving ones, are in the way; nothing when none are. If nothing is in
/// the way, the borders keep their order and nothing can come to cross or to touch: the vertex could be dragged
/// there step by step.
[[nodiscard]] std::optional<GridPoint> obstacle(const Sweep& sweep, const std::vector<Edge>& fixed,
                                                const std::vector<GridPoint>& ends);

/// Whether two segments have any point in common, exact.
[[nodiscard]] bool meet(const Edge& e, const Edge& f) noexcept;

}  // namespace xiangtu::borders
