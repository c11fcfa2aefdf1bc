// SPDX-License-Identifier: GPL-3.0-or-later
// What a question costs in a county ten times as large, counted instead of timed: boxes of the tree looked at, and
// exact questions (is the place in the cell, how far is it) asked.
#include "geodesy/area.h"
#include "geom/contains.h"
#include "index/box_walk.h"
#include "query/nearest.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

namespace xiangtu::query {
namespace {

constexpr std::int32_t kCell = 20000, kWest = 1'090'000'000, kSouth = 270'000'000;

/// Side by side cells, as many each way, with one tree over the cells and one over their middles.
struct Cells {
    explicit Cells(std::int32_t side) : side(side) {
        std::vector<index::BoxTree::Item> cells, points;
        for (std::int32_t y = 0; y < side; ++y) {
            for (std::int32_t x = 0; x < side; ++x) {
                const geom::GridPoint a = corner(x, y), b = corner(x + 1, y + 1);
                shapes.beginFeature();
                shapes.addRing(std::array{a, geom::GridPoint{b.x, a.y}, b, geom::GridPoint{a.x, b.y}});
                shapes.endFeature();
                const auto number = std::uint32_t(cells.size());
                cells.push_back({{a, b}, number});
                middles.push_back({a.x + kCell / 2, a.y + kCell / 2});
                points.push_back({{middles.back(), middles.back()}, number});
            }
        }
        cellTree = index::BoxTree(cells);
        pointTree = index::BoxTree(points);
    }
    [[nodiscard]] static geom::GridPoint corner(std::int32_t x, std::int32_t y) {
        return {kWest + x * kCell, kSouth + y * kCell};
    }
    [[nodiscard]] geom::GridPoint anywhere(std::mt19937& random, std::int32_t margin) const {
        std::uniform_int_distribution<std::int32_t> at(margin, side * kCell - 1 - margin);
        const std::int32_t x = at(random);
        return {kWest + x, kSouth + at(random)};
    }
    [[nodiscard]] std::uint32_t cellAt(geom::GridPoint p) const {
        return std::uint32_t((p.y - kSouth) / kCell * side + (p.x - kWest) / kCell);
    }

    std::int32_t side;
    geom::PolygonSet shapes;
    std::vector<geom::GridPoint> middles;
    index::BoxTree cellTree, pointTree;
};

/// Of one question, on average.
struct Cost {
    double boxes = 0, exact = 0;
};

constexpr int kAsked = 400;

template <class Ask>
Cost costOf(const Cells& cells, const Ask& ask) {
    std::mt19937 random(17);
    std::int64_t boxes = 0, exact = 0;
    for (int i = 0; i < kAsked; ++i) {
        ask(
            cells.anywhere(random, 3 * kCell), [&] { ++boxes; }, [&] { ++exact; });
    }
    return {double(boxes) / kAsked, double(exact) / kAsked};
}

Cost locating(const Cells& cells) {
    return costOf(cells, [&](geom::GridPoint p, auto&& look, auto&& judge) {
        std::vector<std::uint32_t> in;
        index::walk(
            cells.cellTree,
            [&](const geom::GridBox& box) {
                look();
                return box.contains(p);
            },
            [&](std::uint32_t cell) {
                judge();
                if (geom::contains(cells.shapes, cell, p)) in.push_back(cell);
                return true;
            });
        EXPECT_EQ(in, std::vector{cells.cellAt(p)});
    });
}

Cost nearing(const Cells& cells) {
    return costOf(cells, [&](geom::GridPoint p, auto&& look, auto&& judge) {
        const geom::GeoPoint from = geom::toGeo(p);
        const auto hits = nearestIn(
            cells.pointTree, from, 3, 100, kFurthestMetres,
            [&](std::uint32_t cell) {
                judge();
                return geodesy::distance(from, geom::toGeo(cells.middles[cell]));
            },
            look);
        ASSERT_EQ(hits.size(), 3u);
        EXPECT_EQ(hits.front().place, cells.cellAt(p)) << "a cell's own middle is the nearest";
    });
}

Cost windowing(const Cells& cells) {
    return costOf(cells, [&](geom::GridPoint p, auto&& look, auto&& judge) {
        const geom::GridBox window{{p.x - 2 * kCell, p.y - 2 * kCell}, {p.x + 2 * kCell, p.y + 2 * kCell}};
        int found = 0;
        index::walk(
            cells.cellTree,
            [&](const geom::GridBox& box) {
                look();
                return box.intersects(window);
            },
            [&](std::uint32_t) {
                judge();
                ++found;
                return true;
            });
        EXPECT_GE(found, 25);
        EXPECT_LE(found, 36);
    });
}

/// By every factor of ten something is added, and not more the larger the county is.
void expectLogarithmic(Cost (*cost)(const Cells&), double mostMore, double mostExact) {
    const Cost small = cost(Cells(32)), middle = cost(Cells(100)), large = cost(Cells(317));
    EXPECT_LE(middle.boxes - small.boxes, mostMore) << small.boxes << ", " << middle.boxes;
    EXPECT_LE(large.boxes - middle.boxes, mostMore) << middle.boxes << ", " << large.boxes;
    for (const Cost& each : {small, middle, large}) EXPECT_LE(each.exact, mostExact);
}

TEST(CostOfAQuestion, GrowsWithTheLogarithmOfTheCountyForThePlaceItLiesIn) {
    expectLogarithmic(locating, 2 * index::kFanOut, 4);
}

TEST(CostOfAQuestion, GrowsWithTheLogarithmOfTheCountyForTheNearest) {
    // Some rings are gone through, each from the root.
    expectLogarithmic(nearing, 5 * index::kFanOut, 12);
}

TEST(CostOfAQuestion, GrowsWithTheLogarithmOfTheCountyForWhatLiesInAWindow) {
    expectLogarithmic(windowing, 3 * index::kFanOut, 36);
}

}  // namespace
}  // namespace xiangtu::query
