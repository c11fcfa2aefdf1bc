// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/map_painter.h"

#include "app/render/label_painter.h"
#include "app/render/link_painter.h"
#include "app/render/map_font.h"
#include "app/render/mark_painter.h"
#include "base/parallel.h"
#include "raster/tile.h"
#include "scene/palette.h"

#include <QPainter>

#include <cmath>

namespace xiangtu::app {

namespace {

constexpr int kSize = scene::kTilePx;

/// Tiles straight into the image; each tile owns its pixels, so threads never meet.
void paintTiles(PaintedMap& map, const scene::Geometry& geometry, const style::StyleSheet& style,
                const scene::Options& options, const scene::Palette& palette, const base::Progress& progress) {
    const std::vector<scene::TileKey> keys = scene::tilesOf(map.view, scene::nearestStep(map.view.scale));
    uchar* bits = map.image.bits();  // detaches here, not on a worker
    const qsizetype stride = map.image.bytesPerLine();
    base::parallelFor(keys.size(), 1, [&](std::size_t begin, std::size_t end) {
        std::vector<std::uint32_t> pixels(std::size_t(kSize) * kSize);
        for (std::size_t i = begin; i < end; ++i) {
            raster::colour(raster::rasterise(geometry, style, options, keys[i], progress), palette, options, pixels);
            const scene::ScreenPoint corner = map.view.toScreen(
                {double(keys[i].x) * kSize / map.view.scale, double(keys[i].y) * kSize / map.view.scale});
            const int left = int(std::lround(corner.x)), top = int(std::lround(corner.y));
            const int x0 = std::max(0, -left), x1 = std::min(kSize, map.view.widthPx - left);
            for (int y = std::max(0, -top); y < std::min(kSize, map.view.heightPx - top) && x0 < x1; ++y) {
                auto* line = reinterpret_cast<std::uint32_t*>(bits + (top + y) * stride);
                std::copy(&pixels[std::size_t(y) * kSize + std::size_t(x0)], &pixels[std::size_t(y) * kSize] + x1,
                          line + left + x0);
            }
        }
    });
}

}  // namespace

scene::View stepView(const geom::GridBox& box, int widthPx, int heightPx, double marginPx) noexcept {
    scene::View view = scene::fit(box, widthPx, heightPx, marginPx);
    view.scale = scene::scaleOfStep(int(std::floor(std::log2(view.scale / 256) * scene::kStepsPerZoom + 1e-9)));
    // Tiles lie on whole pixels only when the corner of the view does.
    const auto snap = [&](double centre, int size) {
        return (std::round(centre * view.scale - size / 2.0) + size / 2.0) / view.scale;
    };
    view.centre = {snap(view.centre.x, widthPx), snap(view.centre.y, heightPx)};
    return view;
}

PaintedMap paintMap(const scene::Geometry& geometry, const model::Snapshot& snapshot, const style::StyleSheet& style,
                    const scene::Options& options, const scene::View& view, const scene::Links& links,
                    const base::Progress& progress) {
    PaintedMap map;
    map.view = view;
    map.image = QImage(view.widthPx, view.heightPx, QImage::Format_RGB32);
    map.image.fill(toColor(style.background));
    const scene::Palette palette =
        scene::buildPalette(geometry, snapshot, style, options, view.metresPerPixel() * options.pixelRatio);
    paintTiles(map, geometry, style, options, palette, progress);
    progress.check();
    map.marks = scene::placeMarks(geometry, snapshot, style, options, view);
    map.labels = scene::placeLabels(geometry, style, options, view, map.marks, {});
    // A picture cannot be panned: a text cut off by its edge is no use.
    std::erase_if(map.labels, [&](const scene::Label& label) {
        const scene::ScreenPoint p = view.toScreen(label.at);
        return p.x < label.widthPx / 2 || p.y < label.heightPx / 2 || p.x > view.widthPx - label.widthPx / 2 ||
               p.y > view.heightPx - label.heightPx / 2;
    });

    QPainter painter(&map.image);
    drawLinks(painter, links, view, style, options.pixelRatio);
    const auto place = [&](geodesy::WorldPoint at) {
        const scene::ScreenPoint p = view.toScreen(at);
        return QPointF(p.x, p.y);
    };
    for (const scene::Layer layer : options.order) {
        painter.setOpacity(options.layers[std::size_t(layer)].opacity);
        if (layer == scene::Layer::marks) {
            for (const scene::Mark& mark : map.marks)
                drawMark(painter, place(mark.at), mark.sizePx, lookOf(mark), style);
        } else if (layer == scene::Layer::labels) {
            for (const scene::Label& label : map.labels) { drawLabel(painter, place(label.at), label, style, options); }
        }
    }
    return map;
}

}  // namespace xiangtu::app
