// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon_set.h"

namespace xiangtu::scene {

/// True when the closed lattice box lies wholly inside the feature (holes are outside): no border
/// passes through it and its centre is inside. O(points of the feature).
[[nodiscard]] bool boxInside(const geom::PolygonSet& shapes, std::size_t feature, const geom::GridBox& box) noexcept;

}  // namespace xiangtu::scene
