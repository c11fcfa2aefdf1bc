// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/map_painter.h"

#include "golden/golden_image.h"
#include "golden/scene_county.h"
#include "raster/tile.h"

#include <gtest/gtest.h>

#include <limits>

namespace xiangtu::app {
namespace {

class MapPainterTest : public ::testing::Test {
protected:
    /// A figure that grows along the villages; the last one has none.
    std::shared_ptr<const scene::FigureTheme> byVillage() const {
        std::vector<double> column(geometry->snapshot().table(model::Level::village).units.size());
        for (std::size_t row = 0; row < column.size(); ++row) column[row] = double(row);
        column.back() = std::numeric_limits<double>::quiet_NaN();
        return std::make_shared<const scene::FigureTheme>(
            scene::figureTheme(model::IndicatorDef(), model::Level::village, column));
    }
    PaintedMap paint(int width, int height, double zoom = 1) const {
        scene::View view = stepView(geometry->extent(), width, height, 12);
        if (zoom != 1) view.scale = scene::scaleOfStep(scene::nearestStep(view.scale * zoom));
        geom::GridBox middle;
        middle.extend(geom::snapToGrid(geodesy::fromWorld(view.centre)));
        return paintMap(*geometry, geometry->snapshot(), styleSheet, options, zoom == 1 ? view : atStep(middle, view));
    }
    /// The view around a point at the scale of `view`, on whole pixels.
    static scene::View atStep(const geom::GridBox& at, const scene::View& view) {
        scene::View moved = stepView(at, view.widthPx, view.heightPx, 0);
        moved.scale = view.scale;
        moved.centre = {std::round(moved.centre.x * view.scale) / view.scale,
                        std::round(moved.centre.y * view.scale) / view.scale};
        return moved;
    }

    std::shared_ptr<const scene::Geometry> geometry = golden::geometryOf(golden::county());
    style::StyleSheet styleSheet = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "light");
    scene::Options options;
};

TEST_F(MapPainterTest, EveryThemeLooksAsReviewed) {
    for (std::size_t t = 0; t < scene::kThemeCount; ++t) {
        options.theme = scene::Theme(t);
        if (options.theme == scene::Theme::indicator) options.figures = byVillage();
        golden::expectImage("map_" + std::string(scene::themeName(options.theme)) + ".png", paint(360, 300).image);
    }
}

TEST_F(MapPainterTest, HatchingAndTheDarkSheetLookAsReviewed) {
    options.hatching = true;
    golden::expectImage("map_hatching.png", paint(360, 300, 2).image);
    options.hatching = false;
    styleSheet = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "dark");
    golden::expectImage("map_dark.png", paint(360, 300).image);
}

TEST_F(MapPainterTest, ATileLooksAsReviewed) {
    const scene::View view = stepView(geometry->extent(), 900, 800, 0);
    const auto keys = scene::tilesOf(view, scene::nearestStep(view.scale));
    const raster::Tile tile = raster::rasterise(*geometry, styleSheet, options, keys[keys.size() / 2]);
    QImage image(scene::kTilePx, scene::kTilePx, QImage::Format_ARGB32_Premultiplied);
    raster::colour(tile, scene::buildPalette(*geometry, geometry->snapshot(), styleSheet, options, 10), options,
                   {reinterpret_cast<std::uint32_t*>(image.bits()), std::size_t(scene::kTilePx) * scene::kTilePx});
    golden::expectImage("tile.png", image);
}

TEST_F(MapPainterTest, EveryPixelComesFromItsTile) {
    // The same picture put together tile by tile: no tile is shifted, missing or drawn twice.
    options.layers[std::size_t(scene::Layer::labels)].visible = false;
    options.layers[std::size_t(scene::Layer::marks)].visible = false;
    const PaintedMap map = paint(700, 500);
    const auto palette =
        scene::buildPalette(*geometry, geometry->snapshot(), styleSheet, options, map.view.metresPerPixel());
    std::vector<std::uint32_t> pixels(std::size_t(scene::kTilePx) * scene::kTilePx);
    for (const auto key : scene::tilesOf(map.view, scene::nearestStep(map.view.scale))) {
        raster::colour(raster::rasterise(*geometry, styleSheet, options, key), palette, options, pixels);
        for (int y = 0; y < scene::kTilePx; y += 7) {
            for (int x = 0; x < scene::kTilePx; x += 7) {
                const scene::ScreenPoint p =
                    map.view.toScreen({(double(key.x) * scene::kTilePx + x + 0.5) / map.view.scale,
                                       (double(key.y) * scene::kTilePx + y + 0.5) / map.view.scale});
                const QPoint at(int(std::floor(p.x)), int(std::floor(p.y)));
                if (!map.image.rect().contains(at)) continue;
                ASSERT_EQ(map.image.pixel(at) | 0xFF000000u, pixels[std::size_t(y * scene::kTilePx + x)])
                    << at.x() << ", " << at.y();
            }
        }
    }
}

TEST_F(MapPainterTest, TheBoxIsInThePicture) {
    const scene::View view = stepView(geometry->extent(), 640, 480, 20);
    const geom::GridBox shown = scene::boxOf(view);
    EXPECT_TRUE(shown.contains(geometry->extent().min));
    EXPECT_TRUE(shown.contains(geometry->extent().max));
    EXPECT_DOUBLE_EQ(view.scale, scene::scaleOfStep(scene::nearestStep(view.scale)));
    const double corner = view.centre.x * view.scale - view.widthPx / 2.0;
    EXPECT_NEAR(corner, std::round(corner), 1e-4);
}

}  // namespace
}  // namespace xiangtu::app
