// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon_set.h"

namespace xiangtu::scene {

/// Where a label stands and the lattice radius free around it.
struct LabelPoint {
    geom::GridPoint at;
    double radius = 0;  ///< lattice units along y (a degree of latitude is 1e7 of them)
};

/// Pole of inaccessibility of the feature's largest part: the point farthest from its border, by the
/// quadtree search of Agafonkin, "polylabel" (2016), with longitudes shrunk by the cosine of the
/// latitude so that distances are distances on the ground. Precision of the place: 5 % of the shape's
/// size, judged by some of its points where it has many; the radius is exact there.
/// Precondition: the feature has a ring.
[[nodiscard]] LabelPoint poleOfInaccessibility(const geom::PolygonSet& shapes, std::size_t feature);

}  // namespace xiangtu::scene
