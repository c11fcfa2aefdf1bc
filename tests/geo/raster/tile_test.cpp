// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/tile.h"

#include "base/error.h"
#include "face_plane.h"
#include "geom/contains.h"
#include "golden/scene_county.h"
#include "raster/tile_frame.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace xiangtu::raster {
namespace {

using model::Level;
constexpr int kSize = scene::kTilePx;

class TileTest : public ::testing::Test {
protected:
    scene::View view(double zoom) const {
        scene::View v = scene::fit(geometry->extent(), 900, 700, 20);
        v.scale = scene::scaleOfStep(scene::nearestStep(v.scale * zoom));
        return v;
    }
    std::vector<Tile> tiles(double zoom) const {
        std::vector<Tile> out;
        const scene::View v = view(zoom);
        for (const scene::TileKey key : scene::tilesOf(v, scene::nearestStep(v.scale))) {
            out.push_back(rasterise(*geometry, styleSheet, options, key));
        }
        return out;
    }
    static geom::GridPoint centre(const TileFrame& frame, int x, int y) {
        return {std::int32_t(std::lround(frame.left() + (x + 0.5) / frame.pxPerUnit())),
                std::int32_t(std::lround(frame.rowLatitude(y)))};
    }

    std::shared_ptr<const scene::Geometry> geometry = golden::geometryOf(golden::county());
    style::StyleSheet styleSheet = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "light");
    scene::Options options;
};

TEST_F(TileTest, EveryPixelHasTheGridThatPickingFinds) {
    std::size_t compared = 0, differing = 0;
    for (const double zoom : {0.4, 1.0, 3.0}) {
        for (const Tile& tile : tiles(zoom)) {
            if (tile.blank) continue;
            const TileFrame frame(tile.key);
            const auto faces = facePlane(tile.faces);
            for (int y = 0; y < kSize; y += 3) {
                for (int x = 0; x < kSize; x += 3) {
                    const auto unit = geometry->units().smallestAt(centre(frame, x, y));
                    const std::uint32_t want = unit ? geometry->faces().of(*unit) : scene::kNoFace;
                    ++compared;
                    differing += faces[std::size_t(y * kSize + x)] != want;
                }
            }
        }
    }
    // The pixel centre was rounded to the lattice for picking: that may tip a few on a border.
    EXPECT_GT(compared, 50000u);
    EXPECT_LT(differing, compared / 5000);
}

TEST_F(TileTest, AUnitWithoutChildrenIsDrawnItself) {
    model::Snapshot snapshot = golden::county();
    auto none = std::make_shared<model::LevelTable>();
    none->level = Level::grid;
    snapshot.levels[4] = none;
    geometry = golden::geometryOf(snapshot);
    for (const Tile& tile : tiles(1)) {
        for (const std::uint32_t face : facePlane(tile.faces)) {
            if (face != scene::kNoFace) { ASSERT_EQ(geometry->faces().unit(face).level, Level::naturalVillage); }
        }
    }
}

TEST_F(TileTest, TilesFarFromTheCountyAreBlank) {
    const Tile tile = rasterise(*geometry, styleSheet, options, {60, 5, 5});
    EXPECT_TRUE(tile.blank);
    EXPECT_TRUE(tile.faces.runs.empty());
    EXPECT_LT(tile.bytes(), 1000u);
}

TEST_F(TileTest, BordersCarryTheHighestLevelTheySeparate) {
    std::array<bool, model::kLevelCount> seen{};
    for (const Tile& tile : tiles(2)) {
        for (std::size_t i = 0; i < tile.borderCover.size(); ++i) {
            if (tile.borderCover[i] > 128) seen[tile.borderLevel[i]] = true;
        }
    }
    for (std::size_t l = 1; l < seen.size(); ++l) EXPECT_TRUE(seen[l]) << l;
}

TEST_F(TileTest, AHiddenBorderFallsBackToTheNextLevelItSeparates) {
    const auto count = [&](std::uint8_t level) {
        std::size_t n = 0;
        for (const Tile& tile : tiles(1)) {
            for (std::size_t i = 0; i < tile.borderCover.size(); ++i)
                n += tile.borderCover[i] > 64 && tile.borderLevel[i] == level;
        }
        return n;
    };
    const std::size_t counties = count(0), townships = count(1);
    ASSERT_GT(counties, 0u);
    options.borderShown[0] = false;
    EXPECT_EQ(count(0), 0u);
    EXPECT_GT(count(1), townships);  // the rim is now drawn as a township border
    options.borderShown.fill(false);
    EXPECT_EQ(count(1), 0u);
}

TEST_F(TileTest, BordersTooFarOutAreNotDrawn) {
    for (auto& border : styleSheet.borders) border.maxMetresPerPixel = 0.001;
    for (const Tile& tile : tiles(1)) {
        EXPECT_TRUE(std::ranges::all_of(tile.borderCover, [](std::uint8_t c) { return c == 0; }));
    }
}

TEST_F(TileTest, BordersOfUnitsTooSmallOnThePictureAreNotDrawn) {
    const scene::View near = view(1);
    const auto levels = [&](double unitPx) {
        for (auto& border : styleSheet.borders) border = {.leastUnitPx = unitPx};
        std::set<std::uint8_t> seen;
        for (const Tile& tile : tiles(1)) {
            for (std::size_t i = 0; i < tile.borderCover.size(); ++i) {
                if (tile.borderCover[i] > 0) seen.insert(tile.borderLevel[i]);
            }
        }
        return seen;
    };
    const double villagePx = geometry->unitMetres(Level::village) / near.metresPerPixel();
    EXPECT_EQ(levels(0), (std::set<std::uint8_t>{0, 1, 2, 3, 4}));
    EXPECT_EQ(levels(villagePx * 0.95), (std::set<std::uint8_t>{0, 1, 2}));
    EXPECT_EQ(levels(villagePx * 1.05), (std::set<std::uint8_t>{0, 1}));
}

TEST_F(TileTest, OverlaysNameTheirPolygonAndMarkItsOutline) {
    std::vector<bool> seen(geometry->records().items().size());
    std::size_t outline = 0;
    for (const Tile& tile : tiles(2)) {
        const TileFrame frame(tile.key);
        for (int y = 0; y < kSize && !tile.overlay.empty(); ++y) {
            for (int x = 0; x < kSize; ++x) {
                const std::uint16_t slot = tile.overlay[std::size_t(y * kSize + x)];
                if (slot == 0) continue;
                outline += (slot & kOverlayOutline) != 0;
                const std::uint32_t number = tile.overlayNumber.at(std::size_t(slot & ~kOverlayOutline) - 1);
                seen[number] = true;
                if (slot & kOverlayOutline) continue;
                EXPECT_TRUE(geom::contains(geometry->records().shapes(), number, centre(frame, x, y)));
            }
        }
    }
    EXPECT_GT(outline, 100u);
    EXPECT_EQ(std::ranges::count(seen, true), std::ptrdiff_t(seen.size()));
}

TEST_F(TileTest, DirtyCoveragesAreDrawnAsTheyAre) {
    // Two overlapping villages and a gap between them and a third, no children.
    model::Snapshot snapshot;
    auto table = std::make_shared<model::LevelTable>();
    table->level = Level::village;
    for (int i = 0; i < 3; ++i) {
        model::Unit unit;
        unit.code = *model::Code::parse("99000010020" + std::to_string(i));
        unit.name = "村";
        table->units.push_back(unit);
    }
    table->shapes.add(geom::snapToGrid(golden::square(110.0, 36.5, 0.02)));
    table->shapes.add(geom::snapToGrid(golden::square(110.01, 36.51, 0.02)));
    table->shapes.add(geom::snapToGrid(golden::square(110.04, 36.5, 0.02)));
    snapshot.levels[model::indexOf(Level::village)] = table;
    geometry = golden::geometryOf(snapshot);
    std::array<std::size_t, 3> pixels{};
    std::size_t outside = 0;
    for (const Tile& tile : tiles(1)) {
        for (const std::uint32_t face : facePlane(tile.faces)) face == scene::kNoFace ? ++outside : ++pixels.at(face);
    }
    EXPECT_GT(outside, 0u);
    EXPECT_NEAR(double(pixels[1]), double(pixels[2]), 0.01 * double(pixels[2]));
    EXPECT_NEAR(double(pixels[0]), 0.75 * double(pixels[2]), 0.01 * double(pixels[2]));  // the later one lies on top
}

TEST_F(TileTest, StopsWhenCancelled) {
    base::Progress progress;
    progress.cancel();
    const scene::View v = view(1);
    const auto keys = scene::tilesOf(v, scene::nearestStep(v.scale));
    EXPECT_THROW((void)rasterise(*geometry, styleSheet, options, keys[keys.size() / 2], progress), base::Error);
}

}  // namespace
}  // namespace xiangtu::raster
