// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/ground.h"

#include <cstdint>
#include <span>
#include <vector>

namespace xiangtu::demo {

/// Where a region starts and how much effort ahead of the others.
struct Start {
    std::uint32_t point = kNone;
    std::int32_t ahead = 0;
};

/// Grows all regions at once over the ground, each point going to the region that reaches it with the
/// least effort; a region never leaves the scope (parent) of its start. Result: start number per
/// point, kNone where none got to. Every region is connected and contains its start.
[[nodiscard]] std::vector<std::uint32_t> grow(const Ground& ground, std::span<const std::uint32_t> scope,
                                              std::span<const Start> starts);

/// Grows the scopes marked in `again` anew and leaves `region` as it is elsewhere. Result as grow().
[[nodiscard]] std::vector<std::uint32_t> regrow(const Ground& ground, std::span<const std::uint32_t> scope,
                                                std::span<const Start> starts, std::vector<std::uint32_t> region,
                                                const std::vector<char>& again);

/// Connected pieces of equal scope: piece number per point; `count` receives how many.
[[nodiscard]] std::vector<std::uint32_t> pieces(const Ground& ground, std::span<const std::uint32_t> scope,
                                                std::uint32_t& count);

}  // namespace xiangtu::demo
