// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/contains.h"

#include "support/coverage.h"

#include <gtest/gtest.h>

#include <random>

namespace xiangtu::geom {
namespace {

TEST(Contains, SharedBorderPointsBelongToTheEasternCell) {
    const Ring west{{0, 0}, {10, 0}, {10, 10}, {0, 10}};
    const Ring east{{10, 0}, {20, 0}, {20, 10}, {10, 10}};
    EXPECT_FALSE(contains(west, GridPoint{10, 5}));
    EXPECT_TRUE(contains(east, GridPoint{10, 5}));
    EXPECT_TRUE(contains(west, GridPoint{0, 0}));
    EXPECT_FALSE(contains(west, GridPoint{0, 10}));  // just above the ray lies outside
}

TEST(Contains, EveryPointOfACoverageIsInExactlyOneCell) {
    const auto tables = support::levelTables({.side = 8});
    const auto& grids = tables[4]->shapes;
    const auto& county = tables[0]->shapes;
    std::mt19937 random(7);
    const GridBox box = grids.extent();
    std::uniform_int_distribution<int> x(box.min.x, box.max.x), y(box.min.y, box.max.y);
    std::vector<GridPoint> points;
    for (int i = 0; i < 3000; ++i) points.push_back({x(random), y(random)});
    for (std::size_t r = 0; r < grids.ringCount(); ++r) {  // vertices are the hard cases
        for (const GridPoint p : grids.ring(r)) points.push_back(p);
    }
    for (const GridPoint p : points) {
        int owners = 0;
        for (std::size_t f = 0; f < grids.size(); ++f) owners += contains(grids, f, p);
        ASSERT_EQ(owners, int(contains(county, 0, p))) << p.x << " " << p.y;
    }
}

TEST(Contains, HolesAreOutside) {
    MultiPolygon shape{{{{0, 0}, {30, 0}, {30, 30}, {0, 30}}, {{{10, 10}, {10, 20}, {20, 20}, {20, 10}}}}};
    EXPECT_TRUE(contains(shape, GridPoint{5, 15}));
    EXPECT_FALSE(contains(shape, GridPoint{15, 15}));
    EXPECT_TRUE(contains(shape, GridPoint{20, 15}));
}

TEST(Contains, WorksAtTheFarCornersOfTheWorld) {
    const Ring world{{-1'800'000'000, -900'000'000},
                     {1'800'000'000, -900'000'000},
                     {1'800'000'000, 900'000'000},
                     {-1'800'000'000, 900'000'000}};
    EXPECT_TRUE(contains(world, GridPoint{1'799'999'999, 899'999'999}));
    EXPECT_FALSE(contains(world, GridPoint{1'800'000'000, 0}));
}

TEST(Contains, DegreesFollowTheSameRule) {
    const GeoMultiPolygon shape{{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}, {}}};
    EXPECT_TRUE(contains(shape, GeoPoint{0.5, 0.5}));
    EXPECT_FALSE(contains(shape, GeoPoint{1.0, 0.5}));
    EXPECT_TRUE(contains(shape, GeoPoint{0.0, 0.5}));
}

}  // namespace
}  // namespace xiangtu::geom
