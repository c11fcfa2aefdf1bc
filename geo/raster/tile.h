// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "raster/run_plane.h"
#include "scene/geometry.h"
#include "scene/options.h"
#include "scene/palette.h"
#include "scene/view.h"
#include "style/style_sheet.h"

#include <cstdint>
#include <span>
#include <vector>

namespace xiangtu::raster {

/// A tile before colour: which unit covers each pixel and how much border lies on it. Planes are
/// row-major, kTilePx × kTilePx, top row first. Independent of classes, themes and colours.
struct Tile {
    scene::TileKey key;
    FaceRuns faces;                         ///< face number at the pixel centre, or scene::kNoFace
    std::vector<std::uint8_t> borderLevel;  ///< level of the border that marks the pixel most
    std::vector<std::uint8_t> borderCover;  ///< its coverage, 0 … 255
    /// Overlay slot + 1 in the low 15 bits per pixel, 0 = none; bit 15 = on the overlay's outline.
    /// Empty = no overlay in the tile.
    std::vector<std::uint16_t> overlay;
    std::vector<std::uint32_t> overlayNumber;  ///< slot -> number in scene::RecordShapes
    bool blank = false;                        ///< nothing of the county in it: the planes are empty

    [[nodiscard]] std::size_t bytes() const noexcept;
};
inline constexpr std::uint16_t kOverlayOutline = 0x8000;

/// Draws one tile. Fill is exact: a pixel gets the face of the finest unit whose polygon contains its
/// centre (half-open as geom::contains, edges straight between lattice points), so no gap or overlap
/// can appear inside or between tiles. Where the geometry has a detail made for this scale or a finer one,
/// faces are looked up in its plane (exact within half a pixel of the plane) and borders lie at most
/// 0.3 px from the true ones: the cost is that of the pixels, however many cells they show. Throws
/// Error{Fault::cancelled} when progress says so.
[[nodiscard]] Tile rasterise(const scene::Geometry& geometry, const style::StyleSheet& style,
                             const scene::Options& options, scene::TileKey key, const base::Progress& progress = {});

/// Colours a tile into premultiplied 0xAARRGGBB pixels (the layout of a 32-bit premultiplied image),
/// kTilePx rows of kTilePx. Fill, overlays and borders in the order of the options; over the palette's
/// background, so that an opaque background gives opaque pixels. Patterns are aligned to the world and
/// run on across tiles.
void colour(const Tile& tile, const scene::Palette& palette, const scene::Options& options,
            std::span<std::uint32_t> pixels);

}  // namespace xiangtu::raster
