// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/locator.h"

#include "base/error.h"
#include "geom/contains.h"
#include "support/coverage.h"

#include <gtest/gtest.h>

#include <random>

namespace xiangtu::index {
namespace {

std::uint32_t byWalking(const geom::PolygonSet& shapes, geom::GridPoint p) {
    for (std::uint32_t f = 0; f < shapes.size(); ++f) {
        if (geom::contains(shapes, f, p)) return f;
    }
    return Locator::kNone;
}

/// Points all over the extent and beyond it, and every vertex and middle of an edge of some shapes.
std::vector<geom::GridPoint> pointsOver(const geom::PolygonSet& shapes, unsigned seed) {
    const geom::GridBox& all = shapes.extent();
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> x(all.min.x - 3000, all.max.x + 3000), y(all.min.y - 3000, all.max.y + 3000);
    std::vector<geom::GridPoint> points;
    for (int i = 0; i < 1500; ++i) points.push_back({x(random), y(random)});
    for (std::size_t i = 0; i < shapes.pointCount(); i += 7) {
        const geom::GridPoint a = shapes.points()[i], b = shapes.points()[(i + 1) % shapes.pointCount()];
        points.push_back(a);
        points.push_back({a.x, b.y});
        points.push_back({a.x - 1, a.y});
    }
    return points;
}

TEST(Locator, AgreesWithWalkingOverAllShapesAlsoOnBorders) {
    for (const unsigned seed : {1u, 2u, 3u}) {
        const auto snapshot = support::snapshot({.side = 16, .edgePoints = int(3 + 9 * seed), .seed = seed});
        for (const model::Level level : model::kLevels) {
            const auto& shapes = snapshot.table(level).shapes;
            const Locator locator(shapes);
            for (const geom::GridPoint p : pointsOver(shapes, seed)) ASSERT_EQ(locator.at(p), byWalking(shapes, p));
        }
    }
}

TEST(Locator, EveryPointInsideACoverageIsInExactlyOneShape) {
    const auto snapshot = support::snapshot({.side = 16});
    const auto& grids = snapshot.table(model::Level::grid).shapes;
    const auto& county = snapshot.table(model::Level::county).shapes;
    const Locator small(grids), whole(county);
    for (const geom::GridPoint p : pointsOver(grids, 9)) {
        std::size_t holding = 0;
        for (std::size_t f = 0; f < grids.size(); ++f) holding += geom::contains(grids, f, p) ? 1 : 0;
        ASSERT_EQ(holding, whole.at(p) == Locator::kNone ? 0u : 1u);
        ASSERT_EQ(small.at(p) == Locator::kNone, whole.at(p) == Locator::kNone);
    }
}

TEST(Locator, OfOverlappingShapesTheFirstHoldsThePoint) {
    geom::PolygonSet shapes;
    for (int i = 0; i < 3; ++i) {
        const int at = 100 * i;
        shapes.add({{{{at, 0}, {at + 1000, 0}, {at + 1000, 1000}, {at, 1000}}, {}}});
    }
    const Locator locator(shapes);
    EXPECT_EQ(locator.at({500, 500}), 0u);
    EXPECT_EQ(locator.at({1050, 500}), 1u);
    EXPECT_EQ(locator.at({1150, 500}), 2u);
    EXPECT_EQ(locator.at({1201, 500}), Locator::kNone);
}

TEST(Locator, ACombWhoseEdgesAreAllTallIsStillExact) {
    geom::Ring comb;
    for (int i = 0; i < 400; ++i) comb.push_back({10 * i, i % 2 == 0 ? 100000 : 10});
    comb.push_back({3990, -10});
    comb.push_back({0, -10});
    std::ranges::reverse(comb);
    geom::PolygonSet shapes;
    shapes.add({{comb, {}}});
    const Locator locator(shapes);
    std::mt19937 random(4);
    std::uniform_int_distribution<int> x(-10, 4000), y(-20, 100010);
    for (int i = 0; i < 5000; ++i) {
        const geom::GridPoint p{x(random), y(random)};
        ASSERT_EQ(locator.at(p), byWalking(shapes, p));
    }
}

TEST(Locator, ShapesAllOverTheGlobeDoNotOverflow) {
    geom::PolygonSet shapes;
    shapes.add(
        {{{{-1800000000, -900000000}, {1799999999, -899999999}, {1800000000, 900000000}, {-1799999999, 899999999}},
          {}}});
    const Locator locator(shapes);
    std::mt19937 random(4);
    std::uniform_int_distribution<int> x(-1800000000, 1800000000), y(-900000000, 900000000);
    for (int i = 0; i < 2000; ++i) {
        const geom::GridPoint p{x(random), y(random)};
        ASSERT_EQ(locator.at(p), byWalking(shapes, p));
    }
}

TEST(Locator, NoShapesHoldNothingAndACancelledJoinSaysSo) {
    const geom::PolygonSet none;
    EXPECT_EQ(Locator(none).at({1, 1}), Locator::kNone);
    const auto snapshot = support::snapshot({.side = 4});
    const Locator locator(snapshot.table(model::Level::grid).shapes);
    base::Progress progress;
    progress.cancel();
    const std::vector<geom::GridPoint> points(10);
    EXPECT_THROW((void)locator.at(points, progress), base::Error);
}

}  // namespace
}  // namespace xiangtu::index
