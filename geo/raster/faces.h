// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "raster/run_plane.h"
#include "scene/geometry.h"
#include "scene/view.h"

namespace xiangtu::raster {

/// Faces of a tile from the polygons that meet it. Exact. Throws Error{Fault::cancelled}.
[[nodiscard]] FaceRuns facesFromPolygons(const scene::Geometry& geometry, scene::TileKey key,
                                         const base::Progress& progress);

/// Faces of a tile from a plane at its scale or a finer one: that of the plane's pixel in which the centre
/// of a pixel lies. At the plane's own scale nothing differs from the polygons. What a pixel gets depends
/// on its place in the world only, so tiles meet as they should.
[[nodiscard]] FaceRuns facesFromPlane(const topology::FacePlane& plane, scene::TileKey key);

/// From the geometry's plane where it has one for this scale, else from polygons.
[[nodiscard]] FaceRuns facesOf(const scene::Geometry& geometry, scene::TileKey key, const base::Progress& progress);

}  // namespace xiangtu::raster
