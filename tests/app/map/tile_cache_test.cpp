// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/tile_cache.h"

#include <gtest/gtest.h>

namespace xiangtu::app {
namespace {

CachedTile tile(int x, std::uint64_t shapes = 1) {
    auto drawn = std::make_shared<raster::Tile>();
    drawn->key = {40, x, 0};
    drawn->faces.runs.resize(1000);
    return {drawn, QImage(16, 16, QImage::Format_RGB32), shapes, 1};
}

TEST(TileCache, DropsTheLeastRecentlyUsedBeyondItsBudget) {
    TileCache cache(tile(0).bytes() * 3);
    for (int x = 0; x < 3; ++x) cache.put(tile(x));
    cache.beginUse();
    cache.touch({40, 0, 0});
    cache.put(tile(3));
    cache.trim();
    EXPECT_EQ(cache.size(), 3u);
    EXPECT_NE(cache.find({40, 0, 0}), nullptr) << "used lately";
    EXPECT_EQ(cache.find({40, 1, 0}), nullptr);
    EXPECT_LE(cache.bytes(), tile(0).bytes() * 3);
}

TEST(TileCache, TilesThatANewPictureDoesNotTouchAreOfItsColours) {
    TileCache cache(1 << 20);
    for (int x = 0; x < 3; ++x) cache.put(tile(x));
    cache.renumberColours(1, 5, [](scene::TileKey key) { return key.x == 1; });
    EXPECT_EQ(cache.find({40, 0, 0})->colours, 5u);
    EXPECT_EQ(cache.find({40, 1, 0})->colours, 1u);
    cache.renumberColours(4, 6, [](scene::TileKey) { return false; });
    EXPECT_EQ(cache.find({40, 2, 0})->colours, 5u) << "not the colours that were replaced";
}

TEST(TileCache, KeepsWhatIsInUseBeyondItsBudget) {
    TileCache cache(tile(0).bytes());
    cache.beginUse();
    for (int x = 0; x < 4; ++x) cache.put(tile(x));
    cache.trim();
    EXPECT_EQ(cache.size(), 4u);
    cache.beginUse();
    cache.touch({40, 2, 0});
    cache.trim();
    EXPECT_EQ(cache.size(), 1u);
    EXPECT_NE(cache.find({40, 2, 0}), nullptr);
}

TEST(TileCache, CountsBytesOfReplacedTilesOnce) {
    TileCache cache(1 << 20);
    cache.put(tile(0));
    const std::size_t once = cache.bytes();
    cache.put(tile(0));
    EXPECT_EQ(cache.bytes(), once);
    EXPECT_EQ(cache.steps().at(40), 1);
    cache.clear();
    EXPECT_EQ(cache.bytes(), 0u);
    EXPECT_TRUE(cache.steps().empty());
}

TEST(TileCache, DropsTilesOfOtherShapes) {
    TileCache cache(1 << 20);
    cache.put(tile(0, 1));
    cache.put(tile(1, 2));
    cache.dropOtherShapes(2);
    EXPECT_EQ(cache.find({40, 0, 0}), nullptr);
    EXPECT_NE(cache.find({40, 1, 0}), nullptr);
}

}  // namespace
}  // namespace xiangtu::app
