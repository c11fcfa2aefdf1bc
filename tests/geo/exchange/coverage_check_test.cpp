// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/coverage_check.h"

#include "geodesy/area.h"
#include "support/coverage.h"

#include <gtest/gtest.h>

namespace xiangtu::exchange {
namespace {

using geom::MultiPolygon;
using geom::PolygonSet;

// Squares of 0.001 degrees near 110° E, 28° N.
constexpr std::int32_t kX = 1100000000, kY = 280000000, kSide = 10000;

MultiPolygon square(std::int32_t column, std::int32_t row, std::int32_t dx = 0, std::int32_t width = kSide) {
    const std::int32_t x = kX + column * kSide + dx, y = kY + row * kSide;
    return {{{{x, y}, {x + width, y}, {x + width, y + kSide}, {x, y + kSide}}, {}}};
}
PolygonSet setOf(const std::vector<MultiPolygon>& shapes) {
    PolygonSet set;
    for (const auto& shape : shapes) set.add(shape);
    return set;
}
CoverageReport check(const PolygonSet& level, const PolygonSet& parents = {}) {
    return checkCoverage(level, parents, 1.0, base::Progress());
}

TEST(Coverage, OfACleanLevelHasNothingToSay) {
    std::vector<MultiPolygon> shapes;
    for (int i = 0; i < 100; ++i) shapes.push_back(square(i % 10, i / 10));
    const auto report = check(setOf(shapes));
    EXPECT_TRUE(report.spots.empty());
    EXPECT_EQ(report.smallGaps + report.smallOverlaps, 0u);
    double sum = 0;
    for (const auto& shape : shapes) sum += geodesy::area(shape);
    EXPECT_NEAR(report.totalM2, sum, sum * 1e-6);
}

TEST(Coverage, FindsAnOverlapWithItsAreaAndUnits) {
    const auto report = check(setOf({square(0, 0), square(1, 0, -1000, kSide + 1000), square(2, 0)}));
    ASSERT_EQ(report.spots.size(), 1u);
    const auto& spot = report.spots[0];
    EXPECT_EQ(spot.fault, CoverageFault::overlap);
    EXPECT_EQ(spot.units, (std::vector<std::uint32_t>{0, 1}));
    EXPECT_NEAR(spot.areaM2, geodesy::area(square(1, 0, -1000, 1000)), 0.01);
    EXPECT_NEAR(spot.place.lon, 110.00095, 0.00005);
}

TEST(Coverage, FindsAnEnclosedGapWithTheUnitsAroundIt) {
    std::vector<MultiPolygon> shapes;
    for (int i = 0; i < 9; ++i) {
        if (i != 4) shapes.push_back(square(i % 3, i / 3));
    }
    const auto report = check(setOf(shapes));
    ASSERT_EQ(report.spots.size(), 1u);
    EXPECT_EQ(report.spots[0].fault, CoverageFault::gap);
    EXPECT_EQ(report.spots[0].units, (std::vector<std::uint32_t>{1, 3, 4, 6})) << "those with a side on it";
    EXPECT_NEAR(report.spots[0].areaM2, geodesy::area(square(1, 1)), 0.01);
}

TEST(Coverage, FindsAnOpenGapOnlyInsideItsParent) {
    const PolygonSet level = setOf({square(0, 0), square(1, 0), square(0, 1)});  // the fourth corner is missing
    EXPECT_TRUE(check(level).spots.empty());
    const MultiPolygon parent{
        {{{kX, kY}, {kX + 2 * kSide, kY}, {kX + 2 * kSide, kY + 2 * kSide}, {kX, kY + 2 * kSide}}, {}}};
    const auto report = check(level, setOf({parent}));
    ASSERT_EQ(report.spots.size(), 1u);
    EXPECT_EQ(report.spots[0].fault, CoverageFault::gap);
    EXPECT_EQ(report.spots[0].parent, 0u);
    EXPECT_NEAR(report.spots[0].areaM2, geodesy::area(square(1, 1)), 0.01);
}

TEST(Coverage, SeesACornerThatOneNeighbourLacks) {
    // The right square has a corner in the middle of the shared border, a little to the east.
    const std::int32_t x = kX + kSide;
    const MultiPolygon dented{
        {{{x, kY}, {x + kSide, kY}, {x + kSide, kY + kSide}, {x, kY + kSide}, {x + 50, kY + kSide / 2}}, {}}};
    const auto report = check(setOf({square(0, 0), dented}));
    ASSERT_EQ(report.spots.size(), 1u);
    EXPECT_EQ(report.spots[0].fault, CoverageFault::gap);
    EXPECT_NEAR(report.spots[0].areaM2, geodesy::area(square(0, 0)) * 50 / kSide / 2, 0.1);
}

TEST(Coverage, NamesAllGridsUnderAVillageDrawnOverThem) {
    const auto report = check(setOf({square(0, 0), square(1, 0), square(0, 0, 0, 2 * kSide)}));
    std::vector<std::uint32_t> named;
    double area = 0;
    for (const auto& spot : report.spots) {
        EXPECT_EQ(spot.fault, CoverageFault::overlap);
        named.insert(named.end(), spot.units.begin(), spot.units.end());
        area += spot.areaM2;
    }
    for (const std::uint32_t unit : {0u, 1u, 2u}) EXPECT_NE(std::ranges::find(named, unit), named.end()) << unit;
    EXPECT_NEAR(area, geodesy::area(square(0, 0, 0, 2 * kSide)), 0.1);
}

TEST(Coverage, SumsUpWhatIsBelowTheLimit) {
    const auto report = check(setOf({square(0, 0), square(1, 0, -1, kSide + 1)}));  // 1 cm wide, 110 m long
    EXPECT_TRUE(report.spots.empty() || report.spots[0].areaM2 >= 1.0);
    EXPECT_EQ(report.spots.size() + report.smallOverlaps, 1u);
}

TEST(Coverage, FindsADuplicate) {
    const auto report = check(setOf({square(0, 0), square(0, 0)}));
    ASSERT_EQ(report.spots.size(), 1u);
    EXPECT_EQ(report.spots[0].units, (std::vector<std::uint32_t>{0, 1}));
}

TEST(Coverage, OfTheMadeUpCountyIsCleanOnEveryLevelAndInEveryParent) {
    const auto snapshot = support::snapshot({.side = 16});
    for (std::size_t l = 0; l < model::kLevelCount; ++l) {
        const auto report = check(snapshot.table(model::kLevels[l]).shapes,
                                  l ? snapshot.table(model::kLevels[l - 1]).shapes : PolygonSet());
        EXPECT_TRUE(report.spots.empty()) << l;
        EXPECT_EQ(report.smallGaps + report.smallOverlaps, 0u) << l;
    }
}

}  // namespace
}  // namespace xiangtu::exchange
