// SPDX-License-Identifier: GPL-3.0-or-later
#include "face_plane.h"
#include "golden/scene_county.h"
#include "raster/blend.h"
#include "raster/tile.h"

#include <gtest/gtest.h>

#include <set>

namespace xiangtu::raster {
namespace {

constexpr int kSize = scene::kTilePx;

class ColourTest : public ::testing::Test {
protected:
    ColourTest() {
        scene::View view = scene::fit(geometry->extent(), 900, 700, 20);
        view.scale = scene::scaleOfStep(scene::nearestStep(view.scale * 2));
        const auto keys = scene::tilesOf(view, scene::nearestStep(view.scale));
        shown = rasterise(*geometry, styleSheet, options, keys[keys.size() / 2]);
    }
    scene::Palette palette() const {
        return scene::buildPalette(*geometry, geometry->snapshot(), styleSheet, options, 10);
    }
    std::vector<std::uint32_t> coloured(const scene::Palette& palette) const {
        std::vector<std::uint32_t> pixels(std::size_t(kSize) * kSize, 0xDEADBEEF);
        colour(shown, palette, options, pixels);
        return pixels;
    }

    std::shared_ptr<const scene::Geometry> geometry = golden::geometryOf(golden::county());
    style::StyleSheet styleSheet = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "light");
    scene::Options options;
    Tile shown;
};

TEST_F(ColourTest, OpaqueGroundGivesOpaquePixels) {
    options.layers[std::size_t(scene::Layer::fill)].opacity = 0.3;
    for (const std::uint32_t p : coloured(palette())) ASSERT_EQ(p >> 24, 255u);
}

TEST_F(ColourTest, TransparentGroundGivesPremultipliedPixels) {
    scene::Palette p = palette();
    p.background = 0;
    for (const std::uint32_t c : coloured(p)) {
        const std::uint32_t a = c >> 24;
        ASSERT_LE((c >> 16) & 255, a);
        ASSERT_LE((c >> 8) & 255, a);
        ASSERT_LE(c & 255, a);
    }
}

TEST_F(ColourTest, ANewClassNeedsOnlyANewPalette) {
    // The tile is const here: recolouring can draw nothing anew. Only pixels of that unit change.
    scene::Palette p = palette();
    const auto before = coloured(p);
    const auto faces = facePlane(shown.faces);
    const std::uint32_t face = faces[std::size_t(128 * kSize + 128)];
    ASSERT_NE(face, scene::kNoFace);
    p.looks[200].colour = 0xFF00FF00;
    p.lookOf[face] = 200;
    const auto after = coloured(p);
    std::size_t changed = 0;
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (faces[i] == face) {
            changed += before[i] != after[i];
        } else {
            ASSERT_EQ(before[i], after[i]);
        }
    }
    EXPECT_GT(changed, 50u);
}

TEST_F(ColourTest, LayersDisappearOneByOne) {
    const auto all = coloured(palette());
    std::set<std::vector<std::uint32_t>> pictures{all};
    for (const scene::Layer layer : {scene::Layer::fill, scene::Layer::borders, scene::Layer::bases}) {
        options.layers[std::size_t(layer)].visible = false;
        if (layer == scene::Layer::bases && shown.overlay.empty()) continue;
        EXPECT_TRUE(pictures.insert(coloured(palette())).second);
    }
    for (const std::uint32_t p : coloured(palette())) ASSERT_EQ(p, premultiplied(styleSheet.background));
}

TEST_F(ColourTest, OrderDecidesWhatLiesOnTop) {
    scene::Palette p = palette();
    p.looks.fill({0xFF336699});
    options.order = {scene::Layer::borders, scene::Layer::bases, scene::Layer::fill, scene::Layer::marks,
                     scene::Layer::labels};
    const auto pixels = coloured(p);
    const auto faces = facePlane(shown.faces);
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        if (faces[i] != scene::kNoFace) { ASSERT_EQ(pixels[i], 0xFF336699u); }
    }
}

TEST_F(ColourTest, BordersTakeTheirCoverageOfTheInk) {
    scene::Palette p = palette();
    p.borderColour.fill(0xFF000000);
    p.looks.fill({0xFFFFFFFF});
    options.layers[std::size_t(scene::Layer::bases)].visible = false;
    const auto pixels = coloured(p);
    const auto faces = facePlane(shown.faces);
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        if (faces[i] == scene::kNoFace) continue;
        EXPECT_EQ(pixels[i] & 255, 255u - shown.borderCover[i]);
    }
}

TEST_F(ColourTest, ABlankTileIsAllBackground) {
    shown = rasterise(*geometry, styleSheet, options, {60, 5, 5});
    for (const std::uint32_t p : coloured(palette())) ASSERT_EQ(p, premultiplied(styleSheet.background));
}

TEST_F(ColourTest, FacesThePaletteDoesNotKnowAreLeftOut) {
    scene::Palette p = palette();
    p.lookOf.clear();
    p.overlayColour.clear();
    EXPECT_NO_THROW((void)coloured(p));
}

}  // namespace
}  // namespace xiangtu::raster
