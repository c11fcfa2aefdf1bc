// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/tile_frame.h"

#include <gtest/gtest.h>

#include <random>

namespace xiangtu::raster {
namespace {

scene::TileKey tileAt(double lon, double lat, int step) {
    const geodesy::WorldPoint p = geodesy::toWorld(geom::GeoPoint{lon, lat});
    const double tiles = scene::scaleOfStep(step) / scene::kTilePx;
    return {step, std::int32_t(std::floor(p.x * tiles)), std::int32_t(std::floor(p.y * tiles))};
}

/// Farthest the series strays from the formula, in pixels, up to one tile above and below.
double worstError(scene::TileKey key) {
    const TileFrame frame(key);
    const double top = frame.rowLatitude(-scene::kTilePx), bottom = frame.rowLatitude(2 * scene::kTilePx);
    double worst = 0;
    for (int i = 0; i <= 600; ++i) {
        const auto y = std::int32_t(top + (bottom - top) * i / 600);
        worst = std::max(worst, std::abs(frame.py(y) - frame.exactPy(y)));
    }
    return worst;
}

TEST(TileFrame, SeriesStaysWithinAFiftiethOfAPixel) {
    for (const double lat : {18.2, 23.9, 28.0, 36.6, 53.4}) {
        for (int step = 20; step <= 92; ++step) {
            EXPECT_LT(worstError(tileAt(109.6, lat, step)), 0.02) << lat << " step " << step;
        }
    }
}

TEST(TileFrame, WorldTilesAreExact) {
    for (int step = 0; step < 20; ++step) EXPECT_LT(worstError(tileAt(109.6, 36.6, step)), 0.02) << step;
}

TEST(TileFrame, RowLatitudesAreThePixelCentres) {
    const scene::TileKey key = tileAt(109.6, 28.0, 56);
    const TileFrame frame(key);
    for (int row = 0; row < scene::kTilePx; row += 17) {
        const auto y = std::int32_t(std::lround(frame.rowLatitude(row)));
        EXPECT_NEAR(frame.exactPy(y), row + 0.5, 0.01);
        if (row > 0) { EXPECT_LT(frame.rowLatitude(row), frame.rowLatitude(row - 1)); }
    }
}

TEST(TileFrame, LongitudesMeetAtTheEdgeOfTwoTiles) {
    const scene::TileKey key = tileAt(109.6, 28.0, 60);
    const TileFrame left(key), right({key.step, key.x + 1, key.y});
    const auto x = std::int32_t(std::lround(right.left()));
    EXPECT_NEAR(left.px(x), scene::kTilePx + right.px(x), 1e-6);
}

}  // namespace
}  // namespace xiangtu::raster
