// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/tile.h"

#include "raster/blend.h"
#include "raster/pattern.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

namespace xiangtu::raster {

namespace {

constexpr int kSize = scene::kTilePx;

std::uint32_t percent(double opacity) noexcept { return std::uint32_t(std::lround(std::clamp(opacity, 0.0, 1.0) * 255)); }

/// One row of a tile being coloured.
struct Row {
    const Tile& tile;
    const scene::Palette& palette;
    const scene::Options& options;
    int y;
    std::uint32_t* pixels;

    [[nodiscard]] std::size_t begin() const noexcept { return std::size_t(y) * kSize; }
    [[nodiscard]] std::int64_t worldX(int x) const noexcept { return std::int64_t(tile.key.x) * kSize + x; }
    [[nodiscard]] std::int64_t worldY() const noexcept { return std::int64_t(tile.key.y) * kSize + y; }
};

void paintFill(const Row& row, std::uint32_t opacity) {
    const std::uint32_t* face = &row.tile.face[row.begin()];
    const auto& colours = row.palette.faceColour;
    for (int x = 0; x < kSize;) {
        const std::uint32_t f = face[x];
        int end = x + 1;
        while (end < kSize && face[end] == f) ++end;
        if (f < colours.size()) {
            const std::uint32_t paint = scaled(premultiplied(colours[f]), opacity);
            if (paint >> 24 == 255) {
                std::fill(row.pixels + x, row.pixels + end, paint);
            } else {
                for (int i = x; i < end; ++i) row.pixels[i] = over(paint, row.pixels[i]);
            }
            if (f < row.palette.faceHatch.size() && row.palette.faceHatch[f] != model::Hatch::none) {
                const Mask& mask = hatchMask(row.palette.faceHatch[f]);
                const std::uint32_t ink = scaled(premultiplied(row.palette.hatchColour), opacity);
                for (int i = x; i < end; ++i) {
                    const std::uint8_t m = maskAt(mask, row.worldX(i), row.worldY(), row.options.pixelRatio);
                    if (m) row.pixels[i] = over(scaled(ink, m), row.pixels[i]);
                }
            }
        }
        x = end;
    }
}

void paintBases(const Row& row, std::uint32_t opacity) {
    if (row.tile.overlay.empty()) return;
    const std::uint16_t* slots = &row.tile.overlay[row.begin()];
    for (int x = 0; x < kSize; ++x) {
        if (slots[x] == 0) continue;
        const std::uint32_t number = row.tile.overlayNumber[std::size_t(slots[x] & ~kOverlayOutline) - 1];
        if (number >= row.palette.overlayColour.size()) continue;
        const std::uint32_t ink = scaled(premultiplied(row.palette.overlayColour[number]), opacity);
        // A light wash under the pattern holds the polygon together; the outline is full ink.
        constexpr std::uint32_t kWash = 56;
        const Mask& mask = patternMask(row.palette.overlayPattern[number]);
        const std::uint32_t m = maskAt(mask, row.worldX(x), row.worldY(), row.options.pixelRatio);
        const std::uint32_t cover = slots[x] & kOverlayOutline ? 255 : std::max(kWash, m * 220 / 255);
        row.pixels[x] = over(scaled(ink, cover), row.pixels[x]);
    }
}

void paintBorders(const Row& row, const std::array<std::uint32_t, model::kLevelCount>& inks) {
    const std::uint8_t* cover = &row.tile.borderCover[row.begin()];
    const std::uint8_t* level = &row.tile.borderLevel[row.begin()];
    for (int x = 0; x < kSize; x += 8) {
        std::uint64_t eight;
        std::memcpy(&eight, cover + x, 8);
        if (eight == 0) continue;
        for (int i = x; i < x + 8; ++i) {
            if (cover[i]) row.pixels[i] = over(scaled(inks[level[i]], cover[i]), row.pixels[i]);
        }
    }
}

}  // namespace

void colour(const Tile& tile, const scene::Palette& palette, const scene::Options& options,
            std::span<std::uint32_t> pixels) {
    assert(pixels.size() >= std::size_t(kSize) * kSize);
    const std::uint32_t ground = premultiplied(palette.background);
    std::fill(pixels.begin(), pixels.end(), ground);
    if (tile.blank) return;
    const auto state = [&](scene::Layer layer) { return options.layers[std::size_t(layer)]; };
    std::array<std::uint32_t, model::kLevelCount> inks{};
    for (std::size_t l = 0; l < inks.size(); ++l) {
        inks[l] = scaled(premultiplied(palette.borderColour[l]), percent(state(scene::Layer::borders).opacity));
    }
    for (int y = 0; y < kSize; ++y) {
        const Row row{tile, palette, options, y, pixels.data() + std::size_t(y) * kSize};
        for (const scene::Layer layer : options.order) {
            if (!state(layer).visible) continue;
            const std::uint32_t opacity = percent(state(layer).opacity);
            if (layer == scene::Layer::fill) paintFill(row, opacity);
            if (layer == scene::Layer::bases) paintBases(row, opacity);
            if (layer == scene::Layer::borders) paintBorders(row, inks);
        }
    }
}

}  // namespace xiangtu::raster
