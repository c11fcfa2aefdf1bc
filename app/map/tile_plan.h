// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/image_draw.h"
#include "app/map/tile_cache.h"
#include "geom/grid_point.h"
#include "scene/view.h"

#include <vector>

namespace xiangtu::app {

/// Where the tile lies in the view: whole device pixels, so that neighbours meet without a seam.
[[nodiscard]] PixelRect tileRect(scene::TileKey key, const scene::View& view) noexcept;

/// Tiles of a step that touch the view widened by `marginPx` and the extent, nearest to the middle
/// of the view first. At most `most`.
[[nodiscard]] std::vector<scene::TileKey> tilesIn(const scene::View& view, int step, double marginPx,
                                                  const geom::GridBox& extent, std::size_t most = 600);

/// Few coarse tiles that cover the whole extent: what is shown where nothing better is at hand.
[[nodiscard]] std::vector<scene::TileKey> backdropTiles(const geom::GridBox& extent);

/// What to draw for these tiles of one step: each from itself when cached, otherwise pieced together
/// from cached tiles of the nearest other steps, coarser ones beneath finer ones.
[[nodiscard]] std::vector<ImageDraw> composeTiles(const scene::View& view, const std::vector<scene::TileKey>& wanted,
                                                  const TileCache& cache);

}  // namespace xiangtu::app
