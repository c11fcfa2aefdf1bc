// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/tile.h"

#include "face_plane.h"
#include "golden/scene_county.h"
#include "raster/tile_frame.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace xiangtu::raster {
namespace {

constexpr int kSize = scene::kTilePx;

/// Tiles of a view put together into one plane.
struct Mosaic {
    int columns = 0;
    std::vector<std::uint32_t> face;
    std::vector<std::uint8_t> cover;
    std::vector<std::uint32_t> pixels;
};

class SeamTest : public ::testing::Test {
protected:
    Mosaic mosaic(int step, int shift) const {
        scene::View view = scene::fit(geometry->extent(), 700, 500, 0);
        view.scale = scene::scaleOfStep(step);
        view.centre.x += shift * 97 / view.scale;
        view.centre.y += shift * 61 / view.scale;
        const auto keys = scene::tilesOf(view, step);
        Mosaic m;
        const int x0 = keys.front().x, y0 = keys.front().y;
        m.columns = (keys.back().x - x0 + 1) * kSize;
        const std::size_t size = std::size_t(m.columns) * std::size_t(keys.back().y - y0 + 1) * kSize;
        m.face.assign(size, scene::kNoFace);
        m.cover.assign(size, 0);
        m.pixels.assign(size, 0);
        const auto palette = scene::buildPalette(*geometry, geometry->snapshot(), styleSheet, options, 10);
        std::vector<std::uint32_t> colours(std::size_t(kSize) * kSize);
        for (const scene::TileKey key : keys) {
            const Tile tile = rasterise(*geometry, styleSheet, options, key);
            colour(tile, palette, options, colours);
            const auto faces = facePlane(tile.faces);
            for (int y = 0; y < kSize; ++y) {
                const std::size_t to =
                    std::size_t((key.y - y0) * kSize + y) * std::size_t(m.columns) + std::size_t((key.x - x0) * kSize);
                for (int x = 0; x < kSize; ++x) {
                    const std::size_t from = std::size_t(y * kSize + x);
                    m.pixels[to + std::size_t(x)] = colours[from];
                    if (tile.blank) continue;
                    m.face[to + std::size_t(x)] = faces[from];
                    m.cover[to + std::size_t(x)] = tile.borderCover[from];
                }
            }
        }
        return m;
    }

    std::shared_ptr<const scene::Geometry> geometry = golden::geometryOf(golden::county());
    style::StyleSheet styleSheet = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "light");
    scene::Options options;
};

TEST_F(SeamTest, NoPixelInsideTheCountyIsEverWithoutAFace) {
    scene::View view = scene::fit(geometry->extent(), 700, 500, 0);
    const int fitting = scene::nearestStep(view.scale);
    const auto countyFace = std::uint32_t(0);
    ASSERT_TRUE(geometry->tiledByChildren(geometry->faces().unit(countyFace)));
    for (int step = fitting - 12; step <= fitting + 12; ++step) {
        const Mosaic m = mosaic(step, step % 5);
        // Along every row the covered pixels are one run wherever the county's outline has two crossings;
        // a hole would be a pixel without face between two with one, left and right and above and below.
        const std::size_t rows = m.face.size() / std::size_t(m.columns);
        for (std::size_t y = 1; y + 1 < rows; ++y) {
            for (std::size_t x = 1; x + 1 < std::size_t(m.columns); ++x) {
                const std::size_t i = y * std::size_t(m.columns) + x;
                if (m.face[i] != scene::kNoFace) continue;
                const bool around = m.face[i - 1] != scene::kNoFace && m.face[i + 1] != scene::kNoFace &&
                                    m.face[i - std::size_t(m.columns)] != scene::kNoFace &&
                                    m.face[i + std::size_t(m.columns)] != scene::kNoFace;
                ASSERT_FALSE(around) << "step " << step << " pixel " << x << ", " << y;
            }
        }
    }
}

TEST_F(SeamTest, AllUnitsTogetherCoverExactlyTheCounty) {
    // The same tiles drawn from the county's polygon alone: the same pixels are covered.
    model::Snapshot alone = golden::county();
    for (std::size_t l = 1; l < model::kLevelCount; ++l) {
        auto none = std::make_shared<model::LevelTable>();
        none->level = model::Level(l);
        alone.levels[l] = none;
    }
    alone.registers.clear();
    alone.classes.clear();
    alone.party = std::make_shared<model::PartyTable>();
    const auto whole = golden::geometryOf(alone);
    scene::View view = scene::fit(geometry->extent(), 700, 500, 0);
    const int fitting = scene::nearestStep(view.scale);
    for (int step = fitting - 8; step <= fitting + 10; step += 3) {
        view.scale = scene::scaleOfStep(step);
        for (const scene::TileKey key : scene::tilesOf(view, step)) {
            const Tile parts = rasterise(*geometry, styleSheet, options, key),
                       one = rasterise(*whole, styleSheet, options, key);
            if (parts.blank || one.blank) continue;
            const auto ofParts = facePlane(parts.faces), ofOne = facePlane(one.faces);
            for (std::size_t i = 0; i < ofParts.size(); ++i) {
                ASSERT_EQ(ofParts[i] == scene::kNoFace, ofOne[i] == scene::kNoFace)
                    << "step " << step << " pixel " << i;
            }
        }
    }
}

TEST_F(SeamTest, BordersRunAcrossTileEdgesUnbroken) {
    scene::View view = scene::fit(geometry->extent(), 700, 500, 0);
    const int fitting = scene::nearestStep(view.scale);
    for (int step = fitting; step <= fitting + 10; step += 2) {
        const Mosaic m = mosaic(step, 0);
        const std::size_t columns = std::size_t(m.columns);
        // A strong border pixel beside an edge must go on into one of the three pixels across it.
        for (std::size_t x = kSize - 1; x + 1 < columns; x += kSize) {
            for (std::size_t y = 1; (y + 2) * columns < m.cover.size(); ++y) {
                const std::uint8_t here = m.cover[y * columns + x];
                const auto across = [&](std::size_t row) { return m.cover[row * columns + x + 1]; };
                const auto before = [&](std::size_t row) { return m.cover[row * columns + x - 1]; };
                if (here < 200) continue;
                const int next = std::max({across(y - 1), across(y), across(y + 1)});
                const int last = std::max({before(y - 1), before(y), before(y + 1)});
                // A line running along the edge may stop showing one pixel beside it on either side.
                EXPECT_TRUE(next > 60 || last < 200 ||
                            std::max(m.cover[(y - 1) * columns + x], m.cover[(y + 1) * columns + x]) > 200)
                    << "step " << step << " row " << y;
            }
        }
    }
}

TEST_F(SeamTest, HatchesAndPatternsRunOnAcrossTiles) {
    options.hatching = true;
    for (auto& border : styleSheet.borders) border.maxMetresPerPixel = 0.001;
    // One class for everything: the whole county is one hatch, 16 pixels periodic in both directions.
    model::Snapshot snapshot = geometry->snapshot();
    snapshot.registers.clear();
    auto column = std::make_shared<model::ClassColumn>();
    column->classOf[0] = {4};
    snapshot.classes[0] = column;
    geometry = golden::geometryOf(snapshot);
    scene::View view = scene::fit(geometry->extent(), 700, 500, 0);
    const Mosaic m = mosaic(scene::nearestStep(view.scale) + 8, 0);
    const std::size_t columns = std::size_t(m.columns);
    std::size_t compared = 0;
    for (std::size_t i = 0; i + 16 * columns + 16 < m.pixels.size(); ++i) {
        if (i % columns + 16 >= columns) continue;
        if (m.face[i] == scene::kNoFace || m.face[i + 16] == scene::kNoFace ||
            m.face[i + 16 * columns] == scene::kNoFace)
            continue;
        ASSERT_EQ(m.pixels[i], m.pixels[i + 16]);
        ASSERT_EQ(m.pixels[i], m.pixels[i + 16 * columns]);
        ++compared;
    }
    EXPECT_GT(compared, 100000u);
}

}  // namespace
}  // namespace xiangtu::raster
