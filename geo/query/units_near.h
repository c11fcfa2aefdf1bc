// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon_set.h"
#include "index/box_tree.h"

#include <cstdint>
#include <vector>

namespace xiangtu::query {

/// Numbers of the shapes within `metres` of a place, ascending. Geodesic: a shape is within when a point of it is;
/// decided on a plane that bends with the ellipsoid, and on the ellipsoid itself where that plane is not sure.
/// `tree` is over the boxes of `shapes`. Precondition: the place is on the globe and metres is finite and not negative.
[[nodiscard]] std::vector<std::uint32_t> unitsNear(const geom::PolygonSet& shapes, const index::BoxTree& tree,
                                                   geom::GeoPoint place, double metres);

/// Geodesic metres from a place to a shape; 0 inside, infinity for one without rings.
[[nodiscard]] double metresTo(const geom::PolygonSet& shapes, std::uint32_t shape, geom::GeoPoint place);

}  // namespace xiangtu::query
