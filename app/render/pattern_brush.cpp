// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/pattern_brush.h"

#include "raster/blend.h"
#include "raster/pattern.h"

#include <algorithm>
#include <cmath>

namespace xiangtu::app {

namespace {

using raster::over;
using raster::premultiplied;
using raster::scaled;

// Under a pattern the map shows the wash of the polygon; the same numbers as on tiles.
constexpr std::uint32_t kWash = 56;

}  // namespace

QImage swatch(const scene::LegendEntry& entry, const style::StyleSheet& style, Hatching hatching, int widthPx,
              int heightPx, double pixelRatio) {
    QImage image(widthPx, heightPx, QImage::Format_ARGB32_Premultiplied);
    const bool crop = entry.pattern != style::Pattern::none;
    const auto opacity = std::uint32_t(std::lround(style.fillOpacity * 255));
    std::uint32_t ground = premultiplied(style.background);
    ground = over(scaled(premultiplied(crop          ? style.quiet
                                       : entry.shown ? entry.colour
                                                     : style.unclassed),
                         opacity),
                  ground);
    const raster::Mask& mask = crop ? raster::patternMask(entry.pattern) : raster::hatchMask(entry.hatch);
    const bool drawn = crop || (hatching == Hatching::on && entry.shown && entry.hatch != model::Hatch::none);
    const std::uint32_t ink = premultiplied(crop ? entry.colour : style.hatchColour);
    for (int y = 0; y < heightPx; ++y) {
        auto* line = reinterpret_cast<std::uint32_t*>(image.scanLine(y));
        for (int x = 0; x < widthPx; ++x) {
            line[x] = ground;
            if (!drawn) continue;
            std::uint32_t cover = raster::maskAt(mask, x, y, pixelRatio);
            if (crop) cover = std::max(kWash, cover * 220 / 255);
            line[x] = over(scaled(ink, cover), ground);
        }
    }
    return image;
}

}  // namespace xiangtu::app
