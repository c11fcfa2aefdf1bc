// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/plane.h"
#include "geom/polygon.h"

#include <cstdint>
#include <span>
#include <vector>

namespace xiangtu::demo {

/// Places for township seats: spread over the area so that each is about in the middle of a share as
/// large as wished (k-means over random places, larger shares reaching further).
[[nodiscard]] std::vector<Metres> placeSeats(const geom::MultiPolygon& area, const Plane& plane,
                                             std::span<const double> shares, std::uint64_t seed);

/// Order of reading a map: bands from north to south, each from west to east.
[[nodiscard]] std::vector<std::uint32_t> readingOrder(std::span<const Metres> places);

}  // namespace xiangtu::demo
