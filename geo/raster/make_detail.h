// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "scene/geometry.h"
#include "topology/detail.h"

#include <memory>

namespace xiangtu::raster {

/// Pixels an average cell (face without children that tile it) has in the plane, at most: at coarser
/// scales cells are blots, at finer ones a view shows few enough to be drawn from polygons.
inline constexpr double kCellPx = 64;

/// The step of the plane for a geometry: the finest at which cells have kCellPx on average, coarser where
/// the plane would grow too large.
[[nodiscard]] int detailStep(const scene::Geometry& geometry);

/// Draws the whole coverage once at that step, on all cores, and simplifies the borders of all levels with
/// few units for it and for coarser steps. About as long as drawing every cell once. Null where
/// there is nothing to draw. Throws Error{Fault::cancelled}.
[[nodiscard]] std::shared_ptr<const topology::Detail> makeDetail(const scene::Geometry& geometry,
                                                                 const base::Progress& progress = {});

}  // namespace xiangtu::raster
