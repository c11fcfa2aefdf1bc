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

std::uint32_t percent(double opacity) noexcept {
    return std::uint32_t(std::lround(std::clamp(opacity, 0.0, 1.0) * 255));
}

/// Ink of a border level at every coverage, ready to be laid over a pixel.
using InkTable = std::array<std::uint32_t, 256>;

/// One row of a tile being coloured.
struct Row {
    const Tile& tile;
    const scene::Palette& palette;
    const scene::Options& options;
    int y;
    std::uint32_t* pixels;
    std::uint32_t ground;   ///< what every pixel stands for while untouched
    bool untouched = true;  ///< nothing was written to the pixels yet

    [[nodiscard]] std::size_t begin() const noexcept { return std::size_t(y) * kSize; }
    [[nodiscard]] std::int64_t worldX(int x) const noexcept { return std::int64_t(tile.key.x) * kSize + x; }
    [[nodiscard]] std::int64_t worldY() const noexcept { return std::int64_t(tile.key.y) * kSize + y; }
};

/// What every look of the palette puts on a pixel.
struct Fill {
    std::array<std::uint32_t, 256> paint;     ///< premultiplied, opacity in it
    std::array<std::uint32_t, 256> onGround;  ///< laid over bare ground already
    bool hatched = false;                     ///< any of them has a hatch
};

Fill fillOf(const scene::Palette& palette, std::uint32_t ground, std::uint32_t opacity) {
    Fill fill;
    for (std::size_t l = 0; l < palette.looks.size(); ++l) {
        fill.paint[l] = scaled(premultiplied(palette.looks[l].colour), opacity);
        fill.onGround[l] = over(fill.paint[l], ground);
        fill.hatched |= palette.looks[l].hatch != model::Hatch::none;
    }
    return fill;
}

/// Over bare ground every run is one value; written without a call where it is short.
void paintBare(const Row& row, const Fill& fill) {
    const FaceRuns& faces = row.tile.faces;
    const std::vector<std::uint8_t>& looks = row.palette.lookOf;
    const FaceRun* run = &faces.runs[faces.rowStart[std::size_t(row.y)]];
    for (int x = 0; x < kSize; ++run) {
        const std::uint32_t pixel = run->face < looks.size() ? fill.onGround[looks[run->face]] : row.ground;
        const int end = int(run->end);
        if (end - x > 8) {
            std::fill(row.pixels + x, row.pixels + end, pixel);
            x = end;
        }
        while (x < end) row.pixels[x++] = pixel;
    }
}

/// Over what lies there already.
void paintOver(const Row& row, const Fill& fill) {
    const FaceRuns& faces = row.tile.faces;
    const std::vector<std::uint8_t>& looks = row.palette.lookOf;
    int x = 0;
    for (std::uint32_t r = faces.rowStart[std::size_t(row.y)]; r < faces.rowStart[std::size_t(row.y) + 1]; ++r) {
        const FaceRun& run = faces.runs[r];
        const std::uint32_t paint = run.face < looks.size() ? fill.paint[looks[run.face]] : 0;
        for (; x < int(run.end); ++x) {
            if (paint != 0) row.pixels[x] = over(paint, row.pixels[x]);
        }
    }
}

void hatchRun(const Row& row, int from, int end, model::Hatch hatch, std::uint32_t opacity) {
    const Mask& mask = hatchMask(hatch);
    const std::uint32_t ink = scaled(premultiplied(row.palette.hatchColour), opacity);
    for (int i = from; i < end; ++i) {
        const std::uint8_t m = maskAt(mask, row.worldX(i), row.worldY(), row.options.pixelRatio);
        if (m) row.pixels[i] = over(scaled(ink, m), row.pixels[i]);
    }
}

void paintHatches(const Row& row, std::uint32_t opacity) {
    const FaceRuns& faces = row.tile.faces;
    int x = 0;
    for (std::uint32_t r = faces.rowStart[std::size_t(row.y)]; r < faces.rowStart[std::size_t(row.y) + 1]; ++r) {
        const FaceRun& run = faces.runs[r];
        const bool known = run.face < row.palette.lookOf.size();
        const model::Hatch hatch = known ? row.palette.hatchOf(run.face) : model::Hatch::none;
        if (hatch != model::Hatch::none) hatchRun(row, x, int(run.end), hatch, opacity);
        x = int(run.end);
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

void paintBorders(const Row& row, const std::array<InkTable, model::kLevelCount>& inks) {
    const std::uint8_t* cover = &row.tile.borderCover[row.begin()];
    const std::uint8_t* level = &row.tile.borderLevel[row.begin()];
    for (int x = 0; x < kSize; x += 8) {
        std::uint64_t eight;
        std::memcpy(&eight, cover + x, 8);
        if (eight == 0) continue;
        // Coverage 0 gives no ink, which changes nothing: without a branch per pixel.
        for (int i = x; i < x + 8; i += 4) {
            const auto ink = [&](int j) { return inks[level[i + j]][cover[i + j]]; };
            FourPixels pixels;
            std::memcpy(&pixels, row.pixels + i, sizeof pixels);
            pixels = over(FourPixels{ink(0), ink(1), ink(2), ink(3)}, pixels);
            std::memcpy(row.pixels + i, &pixels, sizeof pixels);
        }
    }
}

std::array<InkTable, model::kLevelCount> inkTables(const scene::Palette& palette, std::uint32_t opacity) {
    std::array<InkTable, model::kLevelCount> tables;
    for (std::size_t l = 0; l < tables.size(); ++l) {
        const std::uint32_t ink = scaled(premultiplied(palette.borderColour[l]), opacity);
        for (std::uint32_t c = 0; c < 256; ++c) tables[l][c] = scaled(ink, c);
    }
    return tables;
}

}  // namespace

void colour(const Tile& tile, const scene::Palette& palette, const scene::Options& options,
            std::span<std::uint32_t> pixels) {
    assert(pixels.size() >= std::size_t(kSize) * kSize);
    const std::uint32_t ground = premultiplied(palette.background);
    if (tile.blank) {
        std::fill(pixels.begin(), pixels.end(), ground);
        return;
    }
    const auto state = [&](scene::Layer layer) { return options.layers[std::size_t(layer)]; };
    const Fill fill = fillOf(palette, ground, percent(state(scene::Layer::fill).opacity));
    const auto inks = inkTables(palette, percent(state(scene::Layer::borders).opacity));
    for (int y = 0; y < kSize; ++y) {
        Row row{tile, palette, options, y, pixels.data() + std::size_t(y) * kSize, ground};
        const auto layGround = [&] {
            if (row.untouched) std::fill(row.pixels, row.pixels + kSize, ground);
            row.untouched = false;
        };
        for (const scene::Layer layer : options.order) {
            if (!state(layer).visible) continue;
            const std::uint32_t opacity = percent(state(layer).opacity);
            if (layer == scene::Layer::fill) {
                if (row.untouched)
                    paintBare(row, fill);
                else
                    paintOver(row, fill);
                row.untouched = false;
                if (fill.hatched) paintHatches(row, opacity);
            } else if (layer == scene::Layer::bases) {
                layGround();
                paintBases(row, opacity);
            } else if (layer == scene::Layer::borders) {
                layGround();
                paintBorders(row, inks);
            }
        }
        layGround();
    }
}

}  // namespace xiangtu::raster
