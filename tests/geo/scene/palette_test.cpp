// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/palette.h"

#include "golden/scene_county.h"
#include "scene/themes.h"

#include <gtest/gtest.h>

#include <numeric>

namespace xiangtu::scene {
namespace {

using model::Level;

class PaletteTest : public ::testing::Test {
protected:
    Palette palette(double metresPerPixel = 20) const {
        return buildPalette(*geometry, geometry->snapshot(), styleSheet, options, metresPerPixel);
    }
    Legend legend(double metresPerPixel = 20) const {
        return buildLegend(*geometry, geometry->snapshot(), styleSheet, options, metresPerPixel);
    }
    std::uint32_t colourOf(const Palette& p, model::UnitRef ref) const {
        return p.colourOf(geometry->faces().of(ref)) & 0xFFFFFF;
    }
    static const LegendEntry* entry(const Legend& legend, const std::string& key) {
        const auto found = std::ranges::find(legend.entries, key, &LegendEntry::key);
        return found == legend.entries.end() ? nullptr : &*found;
    }

    std::shared_ptr<const Geometry> geometry = golden::geometryOf(golden::county());
    style::StyleSheet styleSheet = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "light");
    Options options;
};

TEST_F(PaletteTest, FiveColoursFollowTheClassOfTheGrid) {
    const model::Snapshot& snapshot = geometry->snapshot();
    const Palette p = palette();
    for (std::uint32_t row = 0; row < 20; ++row) {
        const std::uint8_t c = snapshot.classOf(0, {Level::grid, row});
        const auto& classes = snapshot.schemes->front().classes;
        const std::uint32_t want = c < classes.size() ? classes[c].rgb : styleSheet.unclassed & 0xFFFFFF;
        EXPECT_EQ(colourOf(p, {Level::grid, row}), want);
    }
    for (const FaceLook& look : p.looks) EXPECT_EQ(look.hatch, model::Hatch::none);
}

TEST_F(PaletteTest, AUnitWithoutClassTakesThatOfItsNearestAncestor) {
    model::Snapshot snapshot = geometry->snapshot();
    auto column = std::make_shared<model::ClassColumn>(*snapshot.classes[0]);
    std::fill(column->classOf[4].begin(), column->classOf[4].end(), model::ClassColumn::kUnset);
    column->classOf[2].assign(snapshot.table(Level::village).units.size(), model::ClassColumn::kUnset);
    const model::UnitRef village{Level::village, 2};
    column->classOf[2][village.row] = 4;
    snapshot.classes[0] = column;
    const auto classes = effectiveClasses(*geometry, snapshot, 0);
    for (std::uint32_t row = 0; row < snapshot.table(Level::grid).units.size(); ++row) {
        const bool inside = snapshot.ancestor({Level::grid, row}, Level::village) == village;
        EXPECT_EQ(classes[geometry->faces().of({Level::grid, row})], inside ? 4 : model::ClassColumn::kUnset);
    }
}

TEST_F(PaletteTest, AClassSwitchedOffLooksUnclassed) {
    const Palette before = palette();
    options.classShown[1] = false;
    const Palette after = palette();
    for (std::uint32_t row = 0; row < 30; ++row) {
        const bool off = geometry->snapshot().classOf(0, {Level::grid, row}) == 1;
        EXPECT_EQ(colourOf(after, {Level::grid, row}),
                  off ? styleSheet.unclassed & 0xFFFFFF : colourOf(before, {Level::grid, row}));
    }
    EXPECT_FALSE(legend().entries[1].shown);
}

TEST_F(PaletteTest, HatchingIsOnlyThereWhenAskedFor) {
    options.hatching = true;
    const Palette p = palette();
    const auto& classes = geometry->snapshot().schemes->front().classes;
    for (std::uint32_t row = 0; row < 20; ++row) {
        const std::uint8_t c = geometry->snapshot().classOf(0, {Level::grid, row});
        if (c < classes.size()) { EXPECT_EQ(p.hatchOf(geometry->faces().of({Level::grid, row})), classes[c].hatch); }
    }
}

TEST_F(PaletteTest, LegendCountsAddUpToAllGrids) {
    const Legend l = legend();
    const auto sum = std::accumulate(l.entries.begin(), l.entries.end(), std::int64_t(0),
                                     [](std::int64_t n, const LegendEntry& e) { return n + e.count; });
    EXPECT_EQ(sum, std::int64_t(geometry->snapshot().table(Level::grid).units.size()));
    EXPECT_EQ(l.counted.zh, "户网格");
}

TEST_F(PaletteTest, CoverageJudgesTheLevelInView) {
    options.theme = Theme::partyCoverage;
    const model::Snapshot& snapshot = geometry->snapshot();
    EXPECT_EQ(coverageLevel(options, 100, snapshot), Level::village);
    EXPECT_EQ(coverageLevel(options, 20, snapshot), Level::naturalVillage);
    EXPECT_EQ(coverageLevel(options, 2, snapshot), Level::grid);
    options.coverageLevel = Level::township;
    EXPECT_EQ(coverageLevel(options, 2, snapshot), Level::township);
    options.coverageLevel = Level::naturalVillage;
    const Palette p = palette();
    for (std::uint32_t row = 0; row < 40; ++row) {
        const model::UnitRef grid{Level::grid, row};
        const bool served = isServed(snapshot, snapshot.ancestor(grid, Level::naturalVillage));
        EXPECT_EQ(colourOf(p, grid), (served ? styleSheet.served : styleSheet.hole) & 0xFFFFFF);
    }
}

TEST_F(PaletteTest, CoverageLegendHasServedHolesAndAShareForEveryLevel) {
    options.theme = Theme::partyCoverage;
    options.coverageLevel = Level::naturalVillage;
    const Legend l = legend();
    const auto all = std::int64_t(geometry->snapshot().table(Level::naturalVillage).units.size());
    ASSERT_TRUE(entry(l, "served") && entry(l, "hole"));
    EXPECT_EQ(entry(l, "served")->count + entry(l, "hole")->count, all);
    EXPECT_EQ(entry(l, "hole")->count, all / 2);
    ASSERT_TRUE(entry(l, "level:township"));
    EXPECT_EQ(entry(l, "level:township")->count, entry(l, "level:township")->total);
}

TEST_F(PaletteTest, DemonstrationHighlightsTheVillagesAndWhatLiesInThem) {
    options.theme = Theme::demonstration;
    const model::Snapshot& snapshot = geometry->snapshot();
    const Palette p = palette();
    for (std::uint32_t row = 0; row < snapshot.table(Level::grid).units.size(); ++row) {
        const std::uint32_t village = snapshot.ancestor({Level::grid, row}, Level::village).row;
        const bool chosen = village == 0 || village == 3;
        EXPECT_EQ(colourOf(p, {Level::grid, row}), (chosen ? styleSheet.highlighted : styleSheet.quiet) & 0xFFFFFF);
    }
    const Legend l = legend();
    EXPECT_EQ(l.entries.front().count, 2);
    ASSERT_TRUE(entry(l, "beautiful"));
    EXPECT_EQ(entry(l, "beautiful")->symbol, "house");
    EXPECT_FALSE(entry(l, "law"));
}

TEST_F(PaletteTest, IndustryGivesEachCropItsPatternAndSumsAreas) {
    options.theme = Theme::industry;
    const Palette p = palette();
    ASSERT_EQ(p.overlayPattern.size(), 3u);
    EXPECT_EQ(p.overlayPattern[0], style::Pattern::trees);
    EXPECT_EQ(p.overlayPattern[2], style::Pattern::dots);
    const Legend l = legend();
    const LegendEntry* apple = entry(l, "apple");
    ASSERT_TRUE(apple);
    EXPECT_EQ(apple->count, 2);
    EXPECT_NEAR(apple->quantity, geometry->records().items()[0].mu + geometry->records().items()[1].mu, 1e-9);
    // "quantity" and "reported_mu" both state mu: the first one counts.
    ASSERT_EQ(apple->stated.size(), 1u);
    EXPECT_EQ(apple->stated[0], (std::pair<double, std::string>{320.0, "亩"}));
    ASSERT_EQ(entry(l, "mushroom")->stated.size(), 1u);
    EXPECT_EQ(entry(l, "mushroom")->stated[0].second, "棒");
}

TEST_F(PaletteTest, ThemesWithoutTheirDataAreStillPictures) {
    const auto bare = golden::geometryOf(model::Snapshot());
    for (std::size_t t = 0; t < kThemeCount; ++t) {
        options.theme = Theme(t);
        options.scheme = 9;
        EXPECT_TRUE(buildPalette(*bare, bare->snapshot(), styleSheet, options, 10).lookOf.empty());
        EXPECT_NO_THROW((void)buildLegend(*bare, bare->snapshot(), styleSheet, options, 10));
    }
}

TEST_F(PaletteTest, TellsWhichFacesAChangeOfClassTouches) {
    const Palette before = palette();
    EXPECT_EQ(changedFaces(before, palette(), 10), std::vector<std::uint32_t>{});
    model::Snapshot snapshot = geometry->snapshot();
    auto column = std::make_shared<model::ClassColumn>(*snapshot.classes[0]);
    auto& grids = column->classOf[model::indexOf(Level::grid)];
    for (const std::size_t row : {3u, 200u}) grids[row] = grids[row] == 1 ? 2 : 1;
    snapshot.classes[0] = column;
    const Palette now = buildPalette(*geometry, snapshot, styleSheet, options, 20);
    const FaceNumbers& faces = geometry->faces();
    const std::vector<std::uint32_t> want{faces.of({Level::grid, 3}), faces.of({Level::grid, 200})};
    EXPECT_EQ(changedFaces(before, now, 2), want);
    EXPECT_EQ(changedFaces(before, now, 1), std::nullopt) << "too many to be worth a list";
    options.theme = Theme::partyCoverage;
    EXPECT_EQ(changedFaces(before, palette(), 1000), std::nullopt) << "other looks";
}

}  // namespace
}  // namespace xiangtu::scene
