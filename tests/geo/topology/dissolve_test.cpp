// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/dissolve.h"

#include "geom/contains.h"
#include "geom/validity.h"
#include "support/coverage.h"

#include <gtest/gtest.h>

#include <random>

namespace xiangtu::topology {
namespace {

constexpr std::size_t kGrid = 4;

Topology topologyOf(const model::Snapshot& snapshot) {
    std::array<const geom::PolygonSet*, model::kLevelCount> sets{};
    for (const model::Level level : model::kLevels) sets[model::indexOf(level)] = &snapshot.table(level).shapes;
    return build(sets);
}

/// What the groups must be: the sum of their faces' areas, and inside exactly where one of the faces is.
void expectUnions(const geom::PolygonSet& faces, const std::vector<std::uint32_t>& groupOf, std::uint32_t groups,
                  const Dissolved& dissolved) {
    EXPECT_EQ(dissolved.openRings, 0u);
    ASSERT_EQ(dissolved.shapes.size(), groups);
    std::vector<__int128> areas(groups, 0);
    for (std::size_t f = 0; f < faces.size(); ++f) {
        if (groupOf[f] < groups) areas[groupOf[f]] += faces.twiceArea(f);
    }
    for (std::uint32_t g = 0; g < groups; ++g) {
        EXPECT_TRUE(dissolved.shapes.twiceArea(g) == areas[g]) << g;
        if (!dissolved.shapes.hasShape(g)) continue;
        EXPECT_EQ(geom::whyInvalid(geom::toGeo(dissolved.shapes.feature(g))), "") << g;
    }
    const geom::GridBox& all = faces.extent();
    std::mt19937 random(1);
    std::uniform_int_distribution<int> x(all.min.x, all.max.x), y(all.min.y, all.max.y);
    for (int i = 0; i < 500; ++i) {
        const geom::GridPoint p{x(random), y(random)};
        std::uint32_t expected = kNoGroup;
        for (std::size_t f = 0; f < faces.size(); ++f) {
            if (geom::contains(faces, f, p)) expected = groupOf[f];
        }
        for (std::uint32_t g = 0; g < groups; ++g) ASSERT_EQ(geom::contains(dissolved.shapes, g, p), g == expected);
    }
}

TEST(Dissolve, GridsJoinedByParentAreTheParent) {
    const auto snapshot = support::snapshot({.side = 16});
    const model::LevelTable& grids = snapshot.table(model::Level::grid);
    const model::LevelTable& villages = snapshot.table(model::Level::village);
    std::vector<std::uint32_t> groupOf;
    for (std::uint32_t row = 0; row < grids.units.size(); ++row) {
        groupOf.push_back(snapshot.ancestor({model::Level::grid, row}, model::Level::village).row);
    }
    const auto count = std::uint32_t(villages.units.size());
    const Dissolved dissolved = dissolve(topologyOf(snapshot), kGrid, groupOf, count);
    expectUnions(grids.shapes, groupOf, count, dissolved);
    for (std::uint32_t v = 0; v < count; ++v) {
        EXPECT_EQ(dissolved.shapes.firstRing(v + 1) - dissolved.shapes.firstRing(v), 1u);
        EXPECT_TRUE(dissolved.shapes.twiceArea(v) == villages.shapes.twiceArea(v));
    }
}

TEST(Dissolve, RandomGroupsWithHolesIslandsAndTouchingCornersAreTheirFaces) {
    const auto snapshot = support::snapshot({.side = 12});
    const auto& shapes = snapshot.table(model::Level::grid).shapes;
    const Topology topology = topologyOf(snapshot);
    for (unsigned seed = 0; seed < 25; ++seed) {
        std::mt19937 random(seed);
        const std::uint32_t groups = 2 + seed % 4;
        std::uniform_int_distribution<std::uint32_t> group(0, groups);  // the last is none
        std::vector<std::uint32_t> groupOf;
        for (std::size_t f = 0; f < shapes.size(); ++f) groupOf.push_back(group(random));
        for (auto& g : groupOf) g = g == groups ? kNoGroup : g;
        expectUnions(shapes, groupOf, groups, dissolve(topology, kGrid, groupOf, groups));
    }
}

TEST(Dissolve, NoGroupsAreNoShapes) {
    const auto snapshot = support::snapshot({.side = 4});
    const Dissolved none = dissolve(topologyOf(snapshot), kGrid, {}, 0);
    EXPECT_EQ(none.shapes.size(), 0u);
    const Dissolved empty = dissolve(topologyOf(snapshot), kGrid, {}, 2);
    EXPECT_FALSE(empty.shapes.hasShape(0));
}

}  // namespace
}  // namespace xiangtu::topology
