// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/figure_theme.h"

#include "golden/scene_county.h"
#include "scene/palette.h"
#include "scene/themes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace xiangtu::scene {
namespace {

using model::Level;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

model::IndicatorDef indicator(std::vector<double> thresholds, int decimals = 0) {
    model::IndicatorDef def;
    def.id = "income";
    def.title = {"收入", "Income"};
    def.unit = "万元";
    def.decimals = decimals;
    def.thresholds = std::move(thresholds);
    return def;
}

TEST(FigureTheme, ThresholdsAreTheClassBreaksAndTheLowerLimitBelongsToTheClass) {
    const std::vector<double> column{11.9, 12, 19.9, 20, 50, 80, kNone};
    const FigureTheme theme = figureTheme(indicator({12, 20, 50}, 1), Level::village, column);
    EXPECT_EQ(theme.classOf, (std::vector<std::uint8_t>{0, 1, 1, 2, 3, 3, FigureTheme::kNoValue}));
    EXPECT_EQ(theme.counts, (std::vector<std::int64_t>{1, 2, 1, 2, 1}));
    ASSERT_EQ(theme.classes(), 4u);
    EXPECT_EQ(theme.titles[0].zh, "12 万元以下");
    EXPECT_EQ(theme.titles[1].zh, "12～20 万元");
    EXPECT_EQ(theme.titles[3].en, "50 万元 and more");
}

TEST(FigureTheme, AMovedThresholdMovesTheFirstBreak) {
    const std::vector<double> column{11, 12, 16, 20, 50};
    const FigureTheme theme = figureTheme(indicator({12, 20, 50}), Level::village, column, 15);
    EXPECT_EQ(theme.classOf, (std::vector<std::uint8_t>{0, 0, 1, 2, 3}));
    // Past the second one it still parts the figures in ascending order.
    EXPECT_EQ(figureTheme(indicator({12, 20, 50}), Level::village, column, 30).breaks,
              (std::vector<double>{20, 30, 50}));
}

TEST(FigureTheme, WholeFiguresAreNamedByTheirFirstAndLastNumber) {
    const std::vector<double> column{0, 0, 1, 2, 3, 7};
    const FigureTheme theme = figureTheme(indicator({1, 4}), Level::village, column);
    ASSERT_EQ(theme.classes(), 3u);
    EXPECT_EQ(theme.titles[0].zh, "0 万元");
    EXPECT_EQ(theme.titles[1].zh, "1～3 万元");
    EXPECT_EQ(theme.titles[2].zh, "4 万元及以上");
}

TEST(FigureTheme, AMeasureThatUsesTheThresholdUpGetsBreaksOfItsOwn) {
    model::IndicatorDef def = indicator({120000});
    model::Measure reaching;
    reaching.kind = model::Measure::Kind::reaching;
    reaching.byThreshold = true;
    def.measure.kind = model::Measure::Kind::ratio;
    def.measure.parts = {reaching, {}};
    const FigureTheme theme = figureTheme(def, Level::village, std::vector<double>{0, 0, 1, 1, 1}, 200000);
    EXPECT_EQ(theme.classOf, (std::vector<std::uint8_t>{0, 0, 1, 1, 1}));
    EXPECT_EQ(theme.breaks, (std::vector<double>{1}));
}

TEST(FigureTheme, AColumnWithoutFiguresIsOneOfUnitsWithoutFigures) {
    const FigureTheme theme = figureTheme(indicator({}), Level::village, std::vector<double>{kNone, kNone});
    EXPECT_EQ(theme.classes(), 0u);
    EXPECT_EQ(theme.counts, (std::vector<std::int64_t>{2}));
    EXPECT_EQ(figureTheme(indicator({5}), Level::village, std::vector<double>{kNone}).classes(), 2u);
    EXPECT_TRUE(figureTheme(indicator({}), Level::village, {}).classOf.empty());
}

TEST(RoundBreaks, PartFewDifferentFiguresOneByOne) {
    EXPECT_TRUE(roundBreaks(std::vector<double>{3, 3, 3}, 5).empty());
    EXPECT_EQ(roundBreaks(std::vector<double>{0, 0, 0, 1, 1, 2}, 5), (std::vector<double>{1, 2}));
    EXPECT_EQ(roundBreaks(std::vector<double>{-5, 5}, 5), (std::vector<double>{0}));
}

TEST(RoundBreaks, AFigureThatFillsMoreThanItsShareHasAClassOfItsOwn) {
    std::vector<double> column(80, 0);
    for (int i = 1; i <= 20; ++i) column.push_back(i);
    const std::vector<double> breaks = roundBreaks(column, 5);
    ASSERT_EQ(breaks.size(), 4u);
    EXPECT_EQ(breaks[0], 1);
    EXPECT_EQ(std::ranges::count_if(column, [&](double v) { return v < breaks[0]; }), 80);
}

TEST(RoundBreaks, ClassesOfManyFiguresAreOfAboutEqualSizeAndTheirLimitsRound) {
    std::mt19937 random(7);
    std::lognormal_distribution<double> spread(3, 1.2);
    std::vector<double> column(2000);
    for (double& v : column) v = spread(random);
    const std::vector<double> breaks = roundBreaks(column, 5);
    ASSERT_EQ(breaks.size(), 4u);
    EXPECT_TRUE(std::ranges::is_sorted(breaks));
    for (std::size_t c = 0; c <= breaks.size(); ++c) {
        const double low = c == 0 ? 0 : breaks[c - 1], high = c < breaks.size() ? breaks[c] : 1e9;
        EXPECT_NEAR(double(std::ranges::count_if(column, [&](double v) { return v >= low && v < high; })), 400, 110);
    }
    for (const double limit : breaks) {
        const double power = std::pow(10, std::floor(std::log10(limit)) - 1);
        EXPECT_NEAR(limit / power, std::round(limit / power), 1e-6) << limit;
    }
}

class FigureFacesTest : public ::testing::Test {
protected:
    std::shared_ptr<const FigureTheme> byTownship() const {
        std::vector<double> column{1, 2, kNone, 40};
        return std::make_shared<const FigureTheme>(figureTheme(indicator({2, 10}), Level::township, column));
    }
    std::shared_ptr<const Geometry> geometry = golden::geometryOf(golden::county());
    style::StyleSheet styleSheet = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "light");
};

TEST_F(FigureFacesTest, EveryFaceTakesTheClassOfItsAncestorAtTheLevel) {
    const model::Snapshot& snapshot = geometry->snapshot();
    const auto faces = figureFaces(*geometry, snapshot, *byTownship());
    const std::vector<std::uint8_t> want{0, 1, FigureTheme::kNoValue, 2};
    for (std::uint32_t row = 0; row < snapshot.table(Level::grid).units.size(); ++row) {
        const model::UnitRef grid{Level::grid, row};
        EXPECT_EQ(faces[geometry->faces().of(grid)], want[snapshot.ancestor(grid, Level::township).row]);
    }
    EXPECT_EQ(faces[geometry->faces().of({Level::county, 0})], FigureTheme::kNoValue);
}

TEST_F(FigureFacesTest, PaletteAndLegendAgreeAndTheLegendCountsEveryUnit) {
    Options options;
    options.theme = Theme::indicator;
    options.hatching = true;
    options.figures = byTownship();
    const Palette palette = buildPalette(*geometry, geometry->snapshot(), styleSheet, options, 20);
    const Legend legend = buildLegend(*geometry, geometry->snapshot(), styleSheet, options, 20);
    ASSERT_EQ(legend.entries.size(), 4u);
    EXPECT_EQ(legend.title.zh, "收入");
    EXPECT_EQ(legend.counted.zh, "镇街");
    for (std::size_t c = 0; c < 3; ++c) EXPECT_EQ(legend.entries[c].count, 1);
    EXPECT_EQ(legend.entries[3].key, "no_value");
    const std::vector<std::size_t> want{0, 1, 3, 2};
    for (std::uint32_t row = 0; row < 4; ++row) {
        const std::uint32_t face = geometry->faces().of({Level::township, row});
        EXPECT_EQ(palette.colourOf(face) & 0xFFFFFF, legend.entries[want[row]].colour & 0xFFFFFF);
        EXPECT_EQ(palette.hatchOf(face), legend.entries[want[row]].hatch);
    }
}

TEST_F(FigureFacesTest, FewerIsBetterTurnsTheRamp) {
    FigureTheme up = *byTownship();
    FigureTheme down = up;
    up.direction = model::Direction::up;
    down.direction = model::Direction::down;
    auto turned = figureColours(down, styleSheet);
    std::ranges::reverse(turned);
    EXPECT_EQ(turned, figureColours(up, styleSheet));
    up.rgb = {0x010203, 0x040506, 0x070809};
    EXPECT_EQ(figureColours(up, styleSheet).at(1), 0xFF040506u);
}

}  // namespace
}  // namespace xiangtu::scene
