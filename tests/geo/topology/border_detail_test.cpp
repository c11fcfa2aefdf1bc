// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/border_detail.h"

#include "support/coverage.h"
#include "topology/chains.h"
#include "topology/simplify.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace xiangtu::topology {
namespace {

using geom::GridPoint;
using Line = std::vector<GridPoint>;

Topology made(int side = 16) {
    const auto tables = support::levelTables({.side = side, .edgePoints = 7});
    std::array<const geom::PolygonSet*, kMaxLevels> levels{};
    for (std::size_t l = 0; l < kMaxLevels; ++l) levels[l] = &tables[l]->shapes;
    return build(levels);
}

double distance(GridPoint p, GridPoint a, GridPoint b) {
    const double dx = double(b.x) - a.x, dy = double(b.y) - a.y, l2 = dx * dx + dy * dy;
    const double t = l2 > 0 ? std::clamp(((p.x - double(a.x)) * dx + (p.y - double(a.y)) * dy) / l2, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

double distance(GridPoint p, std::span<const GridPoint> line) {
    double least = HUGE_VAL;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) least = std::min(least, distance(p, line[i], line[i + 1]));
    return least;
}

Line simplified(const Line& line, double tolerance) {
    Line kept;
    simplify(line, tolerance, 1, kept);
    return kept;
}

TEST(Simplify, KeepsEndsAndWhatLiesFartherThanTheTolerance) {
    const Line line{{0, 0}, {10, 1}, {20, 9}, {30, 0}, {40, 0}};
    EXPECT_EQ(simplified(line, 100), (Line{{0, 0}, {40, 0}}));
    EXPECT_EQ(simplified(line, 8), (Line{{0, 0}, {20, 9}, {40, 0}}));
    EXPECT_EQ(simplified(line, 0), (Line{{0, 0}, {10, 1}, {20, 9}, {30, 0}, {40, 0}}));
    EXPECT_EQ(simplified({{3, 4}, {5, 6}}, 100), (Line{{3, 4}, {5, 6}}));
}

TEST(Simplify, AClosedLineStaysATriangleAtLeast) {
    const Line ring{{0, 0}, {10, 0}, {12, 5}, {10, 10}, {0, 10}, {0, 0}};
    const Line kept = simplified(ring, 1000);
    EXPECT_EQ(kept.size(), 4u);
    EXPECT_EQ(kept.front(), kept.back());
    EXPECT_EQ(std::set<GridPoint>(kept.begin(), kept.end()).size(), 3u);
    EXPECT_EQ(simplified({{0, 0}, {10, 0}, {0, 0}}, 1000), (Line{{0, 0}, {10, 0}, {0, 0}}));
}

TEST(JoinArcs, RunsThroughTheNodesOfFinerBordersOnly) {
    const Topology topology = made();
    // Four townships in a square: each side of the square is one chain and so is each arm of the cross.
    const Chains townships = joinArcs(topology, 1);
    EXPECT_EQ(townships.size(), 4u);
    std::set<GridPoint> ends;
    for (std::size_t n = 0; n < townships.size(); ++n) {
        const auto chain = townships.chain(n);
        ends.insert(chain.front());
        ends.insert(chain.back());
        EXPECT_EQ(chain.size(), 8u * 8 + 1) << "eight cells of eight segments";
        EXPECT_TRUE(std::ranges::adjacent_find(chain) == chain.end());
    }
    EXPECT_EQ(ends.size(), 5u);
    // No larger border meets the county's: it is closed.
    const Chains county = joinArcs(topology, 0);
    ASSERT_EQ(county.size(), 1u);
    EXPECT_EQ(county.chain(0).size(), 4u * 16 * 8 + 1);
    EXPECT_EQ(county.chain(0).front(), county.chain(0).back());
}

TEST(BorderDetail, NeverLeavesTheBorderByMoreThanItsTolerance) {
    const Topology topology = made();
    const BorderPlan plan{.levels = 7, .tolerance = 2000, .stretch = 1, .rungs = 3};
    const BorderDetail detail = buildBorderDetail(topology, plan);
    ASSERT_EQ(detail.rungs().size(), 3u);
    double tolerance = plan.tolerance;
    std::size_t before = SIZE_MAX;
    for (const BorderRung& rung : detail.rungs()) {
        EXPECT_LT(rung.points.size(), before);
        before = rung.points.size();
        for (const Arc& arc : topology.arcs()) {
            if (arc.topLevel > 2) continue;
            for (const GridPoint p : topology.points(arc)) {
                double least = HUGE_VAL;
                for (std::uint32_t n = rung.levelStart[arc.topLevel]; n < rung.levelStart[arc.topLevel + 1]; ++n) {
                    least = std::min(least, distance(p, rung.piece(n)));
                }
                ASSERT_LE(least, tolerance * 1.000001);
            }
        }
        tolerance *= 4;
    }
}

TEST(BorderDetail, FindsWhatMeetsABoxAndTheRungForAnError) {
    const BorderDetail detail =
        buildBorderDetail(made(32), {.levels = 7, .tolerance = 100, .stretch = 1.2, .rungs = 3});
    EXPECT_EQ(detail.rungFor(99), nullptr);
    EXPECT_EQ(detail.rungFor(100), &detail.rungs()[0]);
    EXPECT_EQ(detail.rungFor(1599), &detail.rungs()[1]);
    EXPECT_EQ(detail.rungFor(1e9), &detail.rungs()[2]);
    const BorderRung& rung = detail.rungs()[0];
    geom::GridBox box;
    box.extend(rung.piece(0).front());
    box.extend(rung.piece(rung.pieces() / 2).front());
    for (std::size_t level = 0; level < kMaxLevels; ++level) {
        std::vector<std::uint32_t> want, found;
        for (std::uint32_t n = rung.levelStart[level]; n < rung.levelStart[level + 1]; ++n) {
            if (rung.boxes[n].intersects(box)) want.push_back(n);
        }
        detail.visit(rung, level, box, [&](std::uint32_t n) { found.push_back(n); });
        EXPECT_EQ(found, want);
        EXPECT_EQ(want.empty(), level > 2);
    }
}

TEST(BorderDetail, ComesBackFromItsArraysAndNotFromOthers) {
    const BorderDetail detail = buildBorderDetail(made(), {.levels = 3, .tolerance = 100, .stretch = 1, .rungs = 1});
    EXPECT_TRUE(BorderDetail::from(100, 3, detail.rungs()));
    EXPECT_FALSE(BorderDetail::from(0, 3, detail.rungs()));
    EXPECT_FALSE(BorderDetail::from(100, 64, detail.rungs()));
    auto shorter = detail.rungs();
    shorter[0].points = std::vector<GridPoint>(3);
    EXPECT_FALSE(BorderDetail::from(100, 3, shorter));
    auto boxless = detail.rungs();
    boxless[0].boxes = {};
    EXPECT_FALSE(BorderDetail::from(100, 3, boxless));
    auto beyond = detail.rungs();
    beyond[0].levelStart.back() += 1;
    EXPECT_FALSE(BorderDetail::from(100, 3, beyond));
    auto backwards = detail.rungs();
    std::vector<std::uint32_t> start(backwards[0].pointStart.begin(), backwards[0].pointStart.end());
    start[1] = start[2] + 1;
    backwards[0].pointStart = start;
    EXPECT_FALSE(BorderDetail::from(100, 3, backwards));
}

}  // namespace
}  // namespace xiangtu::topology
