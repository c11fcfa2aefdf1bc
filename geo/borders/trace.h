// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "borders/edge.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace xiangtu::borders {

// Used inside this folder only.

/// Closed walks along directed edges, each keeping its face on the left: at a vertex the walk turns to the
/// first edge clockwise from where it came. Numbers are positions in `edges`. Nothing when a walk ends.
[[nodiscard]] std::optional<std::vector<std::vector<std::uint32_t>>> cyclesOf(const Edges& edges);

/// Rings without a repeated vertex out of a closed walk that touches itself.
[[nodiscard]] std::vector<geom::Ring> simpleRings(const Edges& edges, const std::vector<std::uint32_t>& cycle);

}  // namespace xiangtu::borders
