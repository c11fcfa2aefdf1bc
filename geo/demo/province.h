// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/facts.h"
#include "geom/polygon.h"

#include <cstdint>
#include <vector>

namespace xiangtu::demo {

/// Outlines of `count` neighbouring counties about as large as the given one, sharing borders vertex by
/// vertex. The first lies in the middle.
[[nodiscard]] std::vector<geom::MultiPolygon> provinceOutlines(const CountyFacts& facts, std::uint32_t count,
                                                               std::uint64_t seed);

/// Facts of a made-up county beside a real one: as many townships and villages, more or less, with
/// invented names and codes of the same province that no county of that prefecture range uses.
/// index >= 1, different for each county.
[[nodiscard]] CountyFacts inventCounty(const CountyFacts& like, const Phrases& phrases, std::uint32_t index,
                                       std::uint64_t seed);

}  // namespace xiangtu::demo
