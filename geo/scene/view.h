// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geodesy/mercator.h"

#include <cmath>
#include <compare>
#include <cstdint>
#include <functional>
#include <vector>

namespace xiangtu::scene {

/// A place on the screen in device pixels, x right, y down, (0, 0) = top left of the map.
struct ScreenPoint {
    double x = 0;
    double y = 0;
};

/// What part of the world is on screen. Scale is device pixels per world unit (world = unit square).
struct View {
    geodesy::WorldPoint centre;
    double scale = 256;
    int widthPx = 0;
    int heightPx = 0;

    [[nodiscard]] ScreenPoint toScreen(geodesy::WorldPoint p) const noexcept {
        return {(p.x - centre.x) * scale + widthPx / 2.0, (p.y - centre.y) * scale + heightPx / 2.0};
    }
    [[nodiscard]] geodesy::WorldPoint toWorld(ScreenPoint p) const noexcept {
        return {centre.x + (p.x - widthPx / 2.0) / scale, centre.y + (p.y - heightPx / 2.0) / scale};
    }
    /// Ground metres per device pixel at the centre's latitude.
    [[nodiscard]] double metresPerPixel() const noexcept {
        return geodesy::kWorldMetres * std::cos(geodesy::fromWorld(centre).lat * M_PI / 180) / scale;
    }
};

/// The view that shows `box` as large as possible with `marginPx` around it. Scale is not rounded.
[[nodiscard]] View fit(const geom::GridBox& box, int widthPx, int heightPx, double marginPx) noexcept;

/// Zoom comes to rest on steps of a quarter zoom level, so that tiles are always drawn at exactly the
/// scale they are shown in.
inline constexpr int kStepsPerZoom = 4;
[[nodiscard]] inline double scaleOfStep(int step) noexcept { return 256 * std::exp2(double(step) / kStepsPerZoom); }
[[nodiscard]] inline int nearestStep(double scale) noexcept {
    return int(std::lround(std::log2(scale / 256) * kStepsPerZoom));
}

inline constexpr int kTilePx = 256;

/// Tile (x, y) at a zoom step covers device pixels [x, x + 1) * kTilePx of the world scaled by
/// scaleOfStep(step).
struct TileKey {
    std::int32_t step = 0;
    std::int32_t x = 0;
    std::int32_t y = 0;
    auto operator<=>(const TileKey&) const = default;
};

/// Largest latitude/longitude box of a tile on the lattice, widened by `marginPx`.
[[nodiscard]] geom::GridBox boxOf(TileKey key, double marginPx = 0) noexcept;
[[nodiscard]] geom::GridBox boxOf(const View& view, double marginPx = 0) noexcept;

/// The tiles of a zoom step that cover the view, row by row from the top left.
[[nodiscard]] std::vector<TileKey> tilesOf(const View& view, int step);

}  // namespace xiangtu::scene

template <>
struct std::hash<xiangtu::scene::TileKey> {
    std::size_t operator()(const xiangtu::scene::TileKey& k) const noexcept {
        return (std::size_t(std::uint32_t(k.step)) * 0x9E3779B1u) ^ (std::size_t(std::uint32_t(k.x)) << 21) ^
               std::size_t(std::uint32_t(k.y));
    }
};
