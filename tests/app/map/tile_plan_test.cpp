// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/tile_plan.h"

#include <gtest/gtest.h>

#include <cmath>

namespace xiangtu::app {
namespace {

constexpr geom::GridBox kCounty{{1100000000, 365000000}, {1104000000, 368000000}};

scene::View viewAt(int step) {
    scene::View view = scene::fit(kCounty, 1280, 800, 20);
    view.scale = scene::scaleOfStep(step);
    return view;
}

int fittingStep() { return int(std::floor(std::log2(scene::fit(kCounty, 1280, 800, 20).scale / 256) * 4)); }

CachedTile tile(scene::TileKey key) {
    auto drawn = std::make_shared<raster::Tile>();
    drawn->key = key;
    QImage image(scene::kTilePx, scene::kTilePx, QImage::Format_RGB32);
    image.fill(Qt::red);
    return {drawn, image, 1, 1};
}

/// Every pixel of the county that is on screen is painted.
double coveredShare(const scene::View& view, const std::vector<ImageDraw>& draws) {
    QImage mask(view.widthPx, view.heightPx, QImage::Format_Grayscale8);
    mask.fill(0);
    for (const ImageDraw& draw : draws) {
        for (int y = std::max(0, int(draw.target.top)); y < std::min(double(view.heightPx), draw.target.bottom); ++y) {
            for (int x = std::max(0, int(draw.target.left)); x < std::min(double(view.widthPx), draw.target.right); ++x)
                mask.scanLine(y)[x] = 255;
        }
    }
    const scene::ScreenPoint a = view.toScreen(geodesy::toWorld(geom::GridPoint{kCounty.min.x, kCounty.max.y}));
    const scene::ScreenPoint b = view.toScreen(geodesy::toWorld(geom::GridPoint{kCounty.max.x, kCounty.min.y}));
    int inside = 0;
    int covered = 0;
    for (int y = std::max(0, int(a.y) + 1); y < std::min(view.heightPx, int(b.y)); ++y) {
        for (int x = std::max(0, int(a.x) + 1); x < std::min(view.widthPx, int(b.x)); ++x) {
            ++inside;
            covered += mask.scanLine(y)[x] != 0;
        }
    }
    return double(covered) / inside;
}

TEST(TilePlan, CoversTheViewFromTheMiddleOutwards) {
    const scene::View view = viewAt(fittingStep() + 4);
    const auto keys = tilesIn(view, fittingStep() + 4, 0, kCounty);
    ASSERT_GT(keys.size(), 12u);
    const auto distance = [&](scene::TileKey key) {
        const PixelRect rect = tileRect(key, view);
        return std::hypot((rect.left + rect.right) / 2 - 640, (rect.top + rect.bottom) / 2 - 400);
    };
    for (std::size_t i = 1; i < keys.size(); ++i) EXPECT_LE(distance(keys[i - 1]), distance(keys[i]) + 2);
}

TEST(TilePlan, AsksForNothingOutsideTheCounty) {
    const int step = fittingStep() - 8;
    const auto keys = tilesIn(viewAt(step), step, 0, kCounty);
    EXPECT_LE(keys.size(), 4u) << "the county is a quarter of the view";
}

TEST(TilePlan, NeighboursMeetWithoutASeamAtAnyScale) {
    scene::View view = viewAt(fittingStep());
    for (const double factor : {1.0, 1.07, 0.83, 1.91}) {
        view.scale = scene::scaleOfStep(fittingStep()) * factor;
        for (const scene::TileKey key : tilesIn(view, fittingStep(), 0, kCounty)) {
            const PixelRect rect = tileRect(key, view);
            EXPECT_EQ(rect.right, tileRect({key.step, key.x + 1, key.y}, view).left);
            EXPECT_EQ(rect.bottom, tileRect({key.step, key.x, key.y + 1}, view).top);
            EXPECT_EQ(rect.left, std::round(rect.left));
        }
    }
}

TEST(TilePlan, CopiesTilesUnscaledOnTheirOwnStep) {
    const int step = fittingStep();
    const scene::View view = viewAt(step);
    TileCache cache(std::size_t(1) << 30);
    const auto keys = tilesIn(view, step, 0, kCounty);
    for (const scene::TileKey key : keys) cache.put(tile(key));
    const auto draws = composeTiles(view, keys, cache);
    EXPECT_EQ(draws.size(), keys.size());
    for (const ImageDraw& draw : draws) EXPECT_TRUE(draw.exact());
    EXPECT_EQ(coveredShare(view, draws), 1.0);
}

TEST(TilePlan, PiecesMissingTilesTogetherFromOtherSteps) {
    const int step = fittingStep() + 3;
    const scene::View view = viewAt(step);
    for (const int other : {step - 7, step - 1, step + 2}) {
        TileCache cache(std::size_t(1) << 30);
        for (const scene::TileKey key : tilesIn(view, other, 0, kCounty)) cache.put(tile(key));
        const auto draws = composeTiles(view, tilesIn(view, step, 0, kCounty), cache);
        EXPECT_EQ(coveredShare(view, draws), 1.0) << "from step " << other - step;
    }
}

TEST(TilePlan, PutsFinerStandInsAboveCoarserOnes) {
    const int step = fittingStep() + 2;
    const scene::View view = viewAt(step);
    TileCache cache(std::size_t(1) << 30);
    for (const scene::TileKey key : backdropTiles(kCounty)) cache.put(tile(key));
    const auto near = tilesIn(view, step - 1, 0, kCounty);
    cache.put(tile(near.front()));
    const auto wanted = tilesIn(view, step, 0, kCounty);
    const auto draws = composeTiles(view, {wanted.front()}, cache);
    ASSERT_GE(draws.size(), 2u);
    EXPECT_LT(draws.back().source.width() / draws.back().target.width(), 2);
    EXPECT_GT(draws.back().source.width() / draws.back().target.width(),
              draws.front().source.width() / draws.front().target.width());
}

TEST(TilePlan, BackdropCoversTheCountyWithFewTiles) {
    const auto keys = backdropTiles(kCounty);
    EXPECT_LE(keys.size(), 25u);
    TileCache cache(std::size_t(1) << 30);
    for (const scene::TileKey key : keys) cache.put(tile(key));
    const int step = fittingStep();
    const auto draws = composeTiles(viewAt(step), tilesIn(viewAt(step), step, 0, kCounty), cache);
    EXPECT_EQ(coveredShare(viewAt(step), draws), 1.0);
}

TEST(TilePlan, RefusesToListAWorldOfTiles) {
    EXPECT_LE(tilesIn(viewAt(fittingStep()), fittingStep() + 40, 0, kCounty).size(), 600u);
}

}  // namespace
}  // namespace xiangtu::app
