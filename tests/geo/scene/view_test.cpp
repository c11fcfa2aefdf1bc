// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/view.h"
#include "scene/options.h"

#include <gtest/gtest.h>

#include <set>

namespace xiangtu::scene {
namespace {

geom::GridBox boxAt(double lon, double lat, double size) {
    geom::GridBox box;
    box.extend(geom::snapToGrid({lon, lat}));
    box.extend(geom::snapToGrid({lon + size, lat + size}));
    return box;
}

TEST(View, FitShowsTheWholeBoxAndTouchesItOnOneSide) {
    const geom::GridBox box = boxAt(109.5, 27.9, 0.4);
    const View view = fit(box, 800, 600, 20);
    const ScreenPoint nw = view.toScreen(geodesy::toWorld(geom::GridPoint{box.min.x, box.max.y}));
    const ScreenPoint se = view.toScreen(geodesy::toWorld(geom::GridPoint{box.max.x, box.min.y}));
    EXPECT_GE(nw.x, 20 - 1e-6);
    EXPECT_NEAR(nw.y, 20, 1e-6);
    EXPECT_LE(se.x, 780 + 1e-6);
    EXPECT_NEAR(se.y, 580, 1e-6);
}

TEST(View, FitOfAPointIsStillAView) {
    const View view = fit(boxAt(109.5, 27.9, 0), 800, 600, 20);
    EXPECT_TRUE(std::isfinite(view.scale));
    EXPECT_GT(view.metresPerPixel(), 0);
}

TEST(View, BoxOfAViewHoldsItsCorners) {
    const View view = fit(boxAt(100.6, 36.2, 0.3), 640, 480, 0);
    const geom::GridBox box = boxOf(view);
    for (const ScreenPoint p : {ScreenPoint{0, 0}, ScreenPoint{640, 480}}) {
        EXPECT_TRUE(box.contains(geom::snapToGrid(geodesy::fromWorld(view.toWorld(p)))));
    }
    EXPECT_TRUE(boxOf(view, 50).contains(geom::snapToGrid(geodesy::fromWorld(view.toWorld({-49, -49})))));
}

TEST(View, TilesCoverTheViewAndNoMore) {
    View view = fit(boxAt(100.6, 36.2, 0.3), 1280, 800, 10);
    const int step = nearestStep(view.scale);
    view.scale = scaleOfStep(step);
    const auto keys = tilesOf(view, step);
    EXPECT_EQ(std::set<TileKey>(keys.begin(), keys.end()).size(), keys.size());
    for (double y = 0.5; y < 800; y += 37) {
        for (double x = 0.5; x < 1280; x += 41) {
            const geodesy::WorldPoint p = view.toWorld({x, y});
            const TileKey key{step, std::int32_t(std::floor(p.x * view.scale / kTilePx)),
                              std::int32_t(std::floor(p.y * view.scale / kTilePx))};
            EXPECT_NE(std::ranges::find(keys, key), keys.end());
        }
    }
    EXPECT_LE(keys.size(), 7u * 5u);
}

TEST(View, TileBoxIsClampedToTheLattice) {
    const geom::GridBox box = boxOf(TileKey{0, 0, 0}, 100);
    EXPECT_EQ(box.min.x, -1800000000);
    EXPECT_EQ(box.max.x, 1800000000);
}

TEST(Options, NamesAreTheirOwnInverse) {
    for (std::size_t i = 0; i < kThemeCount; ++i) EXPECT_EQ(parseTheme(themeName(Theme(i))), Theme(i));
    for (std::size_t i = 0; i < kLayerCount; ++i) EXPECT_EQ(parseLayer(layerName(Layer(i))), Layer(i));
    EXPECT_FALSE(parseTheme("rainbow"));
    EXPECT_FALSE(parseLayer("sky"));
}

}  // namespace
}  // namespace xiangtu::scene
