// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/text_halo.h"

#include "raster/blend.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace xiangtu::app {

QImage haloOf(const QImage& mask, double radiusPx) {
    QImage halo(mask.size(), QImage::Format_Alpha8);
    halo.fill(0);
    const int reach = int(std::ceil(radiusPx + 0.5)) - 1;
    for (int dy = -reach; dy <= reach; ++dy) {
        for (int dx = -reach; dx <= reach; ++dx) {
            const double cover = std::clamp(radiusPx + 0.5 - std::hypot(dx, dy), 0.0, 1.0);
            // Strokes thinner than a pixel never reach full ink; their halo is to be full all the same.
            const auto strength = std::uint16_t(std::lround(cover * 2 * 256));
            if (strength == 0) continue;
            const int first = std::max(0, -dx), end = mask.width() - std::max(0, dx);
            for (int y = std::max(0, -dy); y < mask.height() - std::max(0, dy); ++y) {
                const std::uint8_t* from = mask.constScanLine(y + dy) + dx;
                std::uint8_t* to = halo.scanLine(y);
                for (int x = first; x < end; ++x) {
                    const std::uint32_t here = std::min<std::uint32_t>(255, std::uint32_t(from[x]) * strength >> 8);
                    to[x] = std::uint8_t(std::max<std::uint32_t>(to[x], here));
                }
            }
        }
    }
    return halo;
}

QImage withHalo(const QImage& mask, const QImage& halo, QRgb inkColour, QRgb haloColour) {
    QImage image(mask.size(), QImage::Format_ARGB32_Premultiplied);
    const std::uint32_t ink = raster::premultiplied(inkColour), around = raster::premultiplied(haloColour);
    for (int y = 0; y < image.height(); ++y) {
        auto* pixels = reinterpret_cast<std::uint32_t*>(image.scanLine(y));
        const std::uint8_t* inked = mask.constScanLine(y);
        const std::uint8_t* covered = halo.constScanLine(y);
        for (int x = 0; x < image.width(); ++x) {
            pixels[x] = raster::over(raster::scaled(ink, inked[x]), raster::scaled(around, covered[x]));
        }
    }
    return image;
}

}  // namespace xiangtu::app
