// SPDX-License-Identifier: GPL-3.0-or-later
// The map's content without a window: what it keeps, what it makes in the background, what an edit touches.
#include "app/map/map_content.h"
#include "app/map/map_fixture.h"
#include "app/render/kept_detail.h"

#include <random>
#include <set>

namespace xiangtu::app {
namespace {

using test::Part;
using test::stateOf;
using test::waitUntil;

constexpr int kWidth = 500, kHeight = 400;

class MapContentTest : public testing::Test {
protected:
    explicit MapContentTest(std::size_t budget = MapContent::kCacheBytes)
        : content(TileLoader::rasterMaker(), nullptr, budget) {
        content.setStyleDir(QStringLiteral(XIANGTU_DATA_DIR "/styles"));
        controller.resize(kWidth, kHeight, 1);
    }
    void show(const project::State& state) {
        content.setState(state);
        controller.setExtent(state.snapshot->table(model::Level::county).shapes.extent());
    }
    /// Until the view is whole and nothing more is on its way.
    [[nodiscard]] bool settle() {
        return waitUntil([this] {
            content.follow(controller);
            return content.complete(controller) && content.loader().idle() && !content.detailing();
        });
    }

    project::State state = stateOf(Part::whole, {.side = 32});
    ViewController controller;
    MapContent content;
    double now = 0;
};

TEST_F(MapContentTest, MakesADetailInTheBackgroundAndKeepsTheTiles) {
    show(state);
    ASSERT_TRUE(settle());
    const topology::Detail* detail = content.picture()->geometry->detail();
    ASSERT_NE(detail, nullptr);
    EXPECT_FALSE(detail->faces.empty());
    const int drawn = content.loader().rasterised();
    // A change of classes: no new detail, no tile drawn.
    content.setState(test::withClasses(state, 2));
    ASSERT_TRUE(settle());
    EXPECT_EQ(content.picture()->geometry->detail(), detail);
    EXPECT_EQ(content.loader().rasterised(), drawn);
}

TEST_F(MapContentTest, AnEditWhileTheDetailIsMadeIsShown) {
    show(state);
    // The first picture starts the detail; the edit comes while it is on its way or just done.
    ASSERT_TRUE(waitUntil([this] { return content.picture() != nullptr; }));
    content.setState(test::withClasses(state, 4));
    ASSERT_TRUE(settle());
    const scene::Palette& palette = content.picture()->palette;
    const std::uint32_t red = 0xD7301F;
    for (const std::uint32_t row : {0u, 500u, 1023u}) {
        const auto face = content.picture()->geometry->faces().of({model::Level::grid, row});
        EXPECT_EQ(palette.colourOf(face) & 0xFFFFFF, red);
    }
    content.cache().forEach([&](const CachedTile& tile) {
        EXPECT_EQ(tile.colours, content.picture()->colours);
        EXPECT_EQ(tile.shapes, content.picture()->shapes);
    });
    EXPECT_NE(content.picture()->geometry->detail(), nullptr);
}

TEST_F(MapContentTest, OneNewClassColoursOnlyTheTilesThatShowIt) {
    show(state);
    controller.zoomAbout({kWidth / 2.0, kHeight / 2.0}, 8, now);
    controller.advance(now += 5);
    ASSERT_TRUE(settle());
    const int before = content.loader().coloured();
    auto snapshot = std::make_shared<model::Snapshot>(*state.snapshot);
    auto column = std::make_shared<model::ClassColumn>(*snapshot->classes[0]);
    std::uint8_t& one = column->classOf[model::indexOf(model::Level::grid)][0];
    one = one == 3 ? 1 : 3;
    snapshot->classes[0] = column;
    project::State edited = state;
    edited.snapshot = snapshot;
    content.setState(edited);
    ASSERT_TRUE(settle());
    const int coloured = content.loader().coloured() - before;
    EXPECT_GT(coloured, 0);
    EXPECT_LE(coloured * 4, int(content.cache().size())) << "the others look as before";
    // What was kept is what would have been drawn.
    content.cache().forEach([&](const CachedTile& tile) {
        if (tile.image.isNull()) return;
        QImage anew(scene::kTilePx, scene::kTilePx, QImage::Format_ARGB32_Premultiplied);
        raster::colour(*tile.tile, content.picture()->palette, content.picture()->options,
                       {reinterpret_cast<std::uint32_t*>(anew.bits()), std::size_t(scene::kTilePx) * scene::kTilePx});
        EXPECT_EQ(tile.image.convertToFormat(anew.format()), anew);
    });
}

TEST_F(MapContentTest, ADetailComesBackFromWhatWasKept) {
    show(state);
    ASSERT_TRUE(settle());
    const scene::Geometry& geometry = *content.picture()->geometry;
    const auto sections = keptSections(geometry);
    for (const display::Section& s : sections) EXPECT_LE(s.name.size(), display::Section::kMaxName);
    project::State again = state;
    again.topology = std::make_shared<topology::Topology>(*state.topology);
    again.extras = std::make_shared<const display::Extras>(sections);
    again.complete = false;  // records without shapes may still come
    again.drawable = true;
    content.setState(again);
    ASSERT_TRUE(waitUntil([&] { return &content.picture()->geometry->topology() == again.topology.get(); }));
    const scene::Geometry& kept = *content.picture()->geometry;
    ASSERT_NE(kept.detail(), nullptr) << "with the first picture already";
    EXPECT_EQ(kept.detail()->faces.runs().data(), again.extras->array<topology::FaceRun>("plane.runs")->data());
    EXPECT_EQ(kept.tiled().data(), again.extras->array<std::uint8_t>("scene.tiled")->data());
    EXPECT_FALSE(content.detailing());
    // Anything missing or of another length is as if nothing had been kept.
    for (std::size_t missing = 0; missing < sections.size(); ++missing) {
        auto fewer = sections;
        const bool tiled = fewer[missing].name == "scene.tiled";
        fewer.erase(fewer.begin() + std::ptrdiff_t(missing));
        EXPECT_EQ(keptDetail(display::Extras(fewer)) == nullptr, !tiled) << sections[missing].name;
    }
}

class SmallCache : public MapContentTest {
protected:
    static constexpr std::size_t kBudget = std::size_t(24) << 20;
    SmallCache() : MapContentTest(kBudget) {}
};

TEST_F(SmallCache, AHundredRandomPansAndZoomsLeaveTheCacheWithinItsBudget) {
    show(state);
    ASSERT_TRUE(settle());
    std::mt19937 random(7);
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution(from, to)(random); };
    std::size_t most = 0;
    std::set<scene::TileKey> seen;
    for (int i = 0; i < 100; ++i) {
        if (pick(0, 1))
            controller.panBy(pick(-900, 900), pick(-900, 900), now);
        else
            controller.zoomAbout({double(pick(0, kWidth)), double(pick(0, kHeight))}, pick(-9, 9), now);
        controller.advance(now += 5);
        ASSERT_TRUE(settle());
        content.follow(controller);
        most = std::max(most, content.cache().bytes());
        std::size_t sum = 0;
        content.cache().forEach([&](const CachedTile& tile) {
            sum += tile.bytes();
            seen.insert(tile.tile->key);
        });
        ASSERT_EQ(content.cache().bytes(), sum);
        ASSERT_LE(content.cache().bytes(), kBudget) << "after " << i;
    }
    EXPECT_GT(most, kBudget / 2);
    EXPECT_GT(seen.size(), content.cache().size() * 3) << "most of what was seen is gone again";
}

}  // namespace
}  // namespace xiangtu::app
