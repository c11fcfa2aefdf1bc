// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/mesh.h"
#include "geom/polygon.h"

namespace xiangtu::demo {

/// Triangulates the inside of one polygon with its own vertices only (constrained Delaunay: incremental
/// insertion, then the outline is forced in by flipping, after Sloan 1993). Triangles outside and in
/// holes are gone; outline edges have no neighbour. Proves on the way that the polygon is simple: an
/// outline that crosses or touches itself throws Error{Fault::geometry} naming the place.
[[nodiscard]] Mesh meshOutline(const geom::Polygon& polygon, const Plane& plane);

}  // namespace xiangtu::demo
