// SPDX-License-Identifier: GPL-3.0-or-later
#include "coverage_check.h"

#include "base/error.h"
#include "demo/plane.h"
#include "geom/measure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

namespace xiangtu::demo {

using model::Level;

TEST(ShapeCounty, IsANestedCoverageForEveryCountyAndSeveralSeeds) {
    const std::uint64_t seeds = std::getenv("XIANGTU_SHORT") ? 1 : 3;
    for (const std::string& county : countyNames()) {
        const CountyFacts facts = shippedFacts(county);
        for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
            SCOPED_TRACE(county + " seed " + std::to_string(seed));
            const auto grids = std::uint32_t(facts.villageCount() * 4);
            const CountyShape shape = shapeCounty(wishFor(facts, grids, seed));
            EXPECT_EQ(shape.shapes[1].size(), facts.townships.size());
            EXPECT_EQ(shape.shapes[2].size(), facts.villageCount());
            EXPECT_EQ(shape.shapes[4].size(), grids);
            expectCleanCoverage(shape);
        }
    }
}

TEST(ShapeCounty, IsANestedCoverageAtFullSize) {
    const CountyFacts facts = shippedFacts("fenghuang");
    const std::uint32_t grids = std::getenv("XIANGTU_SHORT") ? 3000 : facts.grids;
    const CountyShape shape = shapeCounty(wishFor(facts, grids));
    EXPECT_EQ(shape.shapes[3].size(), 2000u);
    EXPECT_EQ(shape.shapes[4].size(), grids);
    EXPECT_EQ(facts.grids, 14735u);
    expectCleanCoverage(shape);
}

TEST(ShapeCounty, WorksWithOneGridPerVillage) {
    const CountyFacts facts = shippedFacts("bagongshan");
    const CountyShape shape = shapeCounty(wishFor(facts, std::uint32_t(facts.villageCount())));
    EXPECT_EQ(shape.shapes[4].size(), facts.villageCount());
    expectCleanCoverage(shape);
}

TEST(ShapeCounty, FillsAnOutlineWithAHoleAndASecondPart) {
    CountyWish wish = wishFor(shippedFacts("bagongshan"), 400);
    const auto p = [](double lon, double lat) { return geom::snapToGrid(geom::GeoPoint{lon, lat}); };
    wish.outline = {{{p(110, 30), p(110.3, 30), p(110.3, 30.2), p(110, 30.2)},
                     {{p(110.1, 30.1), p(110.1, 30.13), p(110.15, 30.13), p(110.15, 30.1)}}},
                    {{p(110.4, 30), p(110.43, 30), p(110.43, 30.03), p(110.4, 30.03)}, {}}};
    const CountyShape shape = shapeCounty(wish);
    expectCleanCoverage(shape, Parts::several);
    EXPECT_EQ(shape.shapes[0].feature(0).size(), 2u);
    EXPECT_EQ(shape.shapes[0].ringCount(), 3u);
    EXPECT_TRUE(shape.shapes[0].twiceArea(0) == geom::twiceArea(wish.outline));
}

TEST(ShapeCounty, PutsChildrenOfAParentSideBySideInTheList) {
    const CountyShape shape = shapeCounty(wishFor(shippedFacts("lingyun"), 600));
    for (std::size_t l = 1; l < model::kLevelCount; ++l) EXPECT_TRUE(std::ranges::is_sorted(shape.parent[l]));
}

TEST(ShapeCounty, MakesVillagesOfClearlyDifferentSizeAndDenseTowns) {
    const CountyFacts facts = shippedFacts("fenghuang");
    const CountyShape shape = shapeCounty(wishFor(facts, 5000));
    std::vector<double> areas;
    for (std::size_t i = 0; i < shape.shapes[2].size(); ++i) areas.push_back(double(shape.shapes[2].twiceArea(i)));
    std::ranges::sort(areas);
    EXPECT_GT(areas[areas.size() * 9 / 10], 3 * areas[areas.size() / 10]);
    std::vector<double> grids;
    for (std::size_t i = 0; i < shape.shapes[4].size(); ++i) grids.push_back(double(shape.shapes[4].twiceArea(i)));
    std::ranges::sort(grids);
    EXPECT_GT(grids[grids.size() / 2], 5 * grids[grids.size() / 50]);
}

TEST(ShapeCounty, BendsItsBordersEverywhere) {
    // No border runs straight for long: along arcs of ten segments the way is longer than the chord.
    const CountyShape shape = shapeCounty(wishFor(shippedFacts("yanchang"), 2000));
    double way = 0, chord = 0;
    const Plane plane(shape.middle[0][0]);
    const geom::PolygonSet& villages = shape.shapes[2];
    for (std::size_t r = 0; r < villages.ringCount(); ++r) {
        const auto ring = villages.ring(r);
        for (std::size_t i = 0; i + 10 < ring.size(); i += 10) {
            for (std::size_t k = 0; k < 10; ++k)
                way += distance(plane.toMetres(ring[i + k]), plane.toMetres(ring[i + k + 1]));
            chord += distance(plane.toMetres(ring[i]), plane.toMetres(ring[i + 10]));
        }
    }
    EXPECT_GT(way / chord, 1.15);
}

TEST(ShapeCounty, RefusesAnOutlineThatIsNotSimple) {
    CountyWish wish = wishFor(shippedFacts("bagongshan"), 400);
    const auto p = [](double lon, double lat) { return geom::snapToGrid(geom::GeoPoint{lon, lat}); };
    wish.outline = {{{p(110, 30), p(110.3, 30), p(110, 30.3), p(110.2, 30.3), p(110.2, 29.9)}, {}}};
    try {
        (void)shapeCounty(wish);
        FAIL() << "accepted";
    } catch (const base::Error& e) {
        EXPECT_EQ(e.fault(), base::Fault::geometry);
        EXPECT_THAT(e.what(), testing::HasSubstr("outline crosses itself at 110."));
    }
}

TEST(ShapeCounty, RefusesPartsOfAnOutlineThatOverlap) {
    CountyWish wish = wishFor(shippedFacts("bagongshan"), 400);
    const auto square = [](double lon, double lat, double size) {
        const auto p = [](double x, double y) { return geom::snapToGrid(geom::GeoPoint{x, y}); };
        return geom::Polygon{{p(lon, lat), p(lon + size, lat), p(lon + size, lat + size), p(lon, lat + size)}, {}};
    };
    wish.outline = {square(110, 30, 0.2), square(110.1, 30.1, 0.2)};
    EXPECT_THROW((void)shapeCounty(wish), base::Error);
    wish.outline = {square(110, 30, 0.2), square(110.05, 30.05, 0.1)};
    EXPECT_THROW((void)shapeCounty(wish), base::Error);
}

}  // namespace xiangtu::demo
