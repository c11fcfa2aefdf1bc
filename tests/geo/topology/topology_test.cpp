// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/topology.h"

#include "geom/measure.h"
#include "support/coverage.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace xiangtu::topology {
namespace {

using geom::GridPoint;
using geom::PolygonSet;

Topology buildFrom(const support::Tables& tables) {
    std::array<const PolygonSet*, kMaxLevels> levels{};
    for (std::size_t l = 0; l < kMaxLevels; ++l) levels[l] = &tables[l]->shapes;
    return build(levels);
}

PolygonSet setOf(std::initializer_list<geom::Ring> rings) {
    PolygonSet set;
    for (const auto& ring : rings) set.add({{ring, {}}});
    return set;
}

/// Twice the area left of the arcs that have the face on their left, minus those on their right:
/// the shoelace sum over a face's arcs, independent of their order.
__int128 areaFromArcs(const Topology& topology, std::size_t level, std::uint32_t face) {
    __int128 sum = 0;
    for (const std::uint32_t a : topology.arcsOf(level, face)) {
        const Arc& arc = topology.arcs()[a];
        const auto points = topology.points(arc);
        __int128 part = 0;
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            part += __int128(points[i].x) * points[i + 1].y - __int128(points[i + 1].x) * points[i].y;
        }
        sum += topology.left(arc, level) == face ? part : -part;
    }
    return sum;
}

TEST(Topology, ASharedBorderIsOneArc) {
    const auto cells =
        setOf({{{0, 0}, {10, 0}, {10, 5}, {10, 10}, {0, 10}}, {{10, 0}, {20, 0}, {20, 10}, {10, 10}, {10, 5}}});
    const std::array<const PolygonSet*, 1> levels{&cells};
    const Topology topology = build(levels);
    ASSERT_EQ(topology.arcs().size(), 3u);
    int shared = 0;
    for (const Arc& arc : topology.arcs()) {
        if (topology.left(arc, 0) == kNoFace || topology.right(arc, 0) == kNoFace) continue;
        ++shared;
        EXPECT_EQ(arc.pointCount, 3u);
        EXPECT_NE(topology.left(arc, 0), topology.right(arc, 0));
    }
    EXPECT_EQ(shared, 1);
    EXPECT_EQ(topology.neighbours(0, 0), std::vector<std::uint32_t>{1});
    EXPECT_TRUE(topology.conflicts().empty());
}

TEST(Topology, EverySegmentOfEveryLevelIsKeptExactlyOnce) {
    const auto tables = support::levelTables({.side = 8});
    const Topology topology = buildFrom(tables);
    std::set<std::pair<GridPoint, GridPoint>> wanted;
    for (const auto& table : tables) {
        for (std::size_t r = 0; r < table->shapes.ringCount(); ++r) {
            const auto ring = table->shapes.ring(r);
            for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
                wanted.insert(std::minmax(ring[i], ring[j]));
        }
    }
    std::set<std::pair<GridPoint, GridPoint>> kept;
    std::size_t count = 0;
    for (const Arc& arc : topology.arcs()) {
        const auto points = topology.points(arc);
        for (std::size_t i = 0; i + 1 < points.size(); ++i, ++count) kept.insert(std::minmax(points[i], points[i + 1]));
    }
    EXPECT_EQ(kept, wanted);
    EXPECT_EQ(count, wanted.size());
    EXPECT_TRUE(topology.conflicts().empty());
}

TEST(Topology, ArcsOfAFaceEncloseItsArea) {
    const auto tables = support::levelTables({.side = 8});
    const Topology topology = buildFrom(tables);
    for (std::size_t l = 0; l < kMaxLevels; ++l) {
        for (std::uint32_t f = 0; f < tables[l]->shapes.size(); ++f) {
            ASSERT_EQ(areaFromArcs(topology, l, f), tables[l]->shapes.twiceArea(f)) << l << " " << f;
        }
    }
}

TEST(Topology, AnArcIsStyledByTheHighestLevelItSeparates) {
    const auto tables = support::levelTables({.side = 8});
    const Topology topology = buildFrom(tables);
    for (const Arc& arc : topology.arcs()) {
        ASSERT_TRUE(arc.levelMask & (1u << arc.topLevel));
        ASSERT_EQ(arc.levelMask & ((1u << arc.topLevel) - 1), 0);
        // A clean nest: what separates a level separates every level below it, too.
        for (std::size_t l = arc.topLevel; l < kMaxLevels; ++l) ASSERT_TRUE(arc.levelMask & (1u << l));
    }
}

TEST(Topology, AnIslandIsOneClosedArc) {
    PolygonSet set;
    set.add({{{{0, 0}, {30, 0}, {30, 30}, {0, 30}}, {{{10, 10}, {10, 20}, {20, 20}, {20, 10}}}}});
    set.add({{{{10, 10}, {20, 10}, {20, 20}, {10, 20}}, {}}});
    const std::array<const PolygonSet*, 1> levels{&set};
    const Topology topology = build(levels);
    ASSERT_EQ(topology.arcs().size(), 2u);
    for (const Arc& arc : topology.arcs()) {
        EXPECT_EQ(topology.points(arc).front(), topology.points(arc).back());
        EXPECT_EQ(arc.pointCount, 5u);
    }
}

TEST(Topology, OverlappingFacesAreReportedWithAPlace) {
    const auto cells = setOf({{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {{0, 0}, {10, 0}, {10, 5}, {0, 5}}});
    const std::array<const PolygonSet*, 1> levels{&cells};
    const Topology topology = build(levels);
    ASSERT_EQ(topology.conflicts().size(), 1u);
    EXPECT_EQ(topology.conflicts()[0].faceA, 0u);
    EXPECT_EQ(topology.conflicts()[0].faceB, 1u);
    EXPECT_EQ(topology.conflicts()[0].at, (GridPoint{0, 0}));
}

TEST(Topology, IsTheSameOnEveryRun) {
    const auto tables = support::levelTables({.side = 8});
    const Topology a = buildFrom(tables), b = buildFrom(tables);
    ASSERT_EQ(a.arcs().size(), b.arcs().size());
    for (std::size_t i = 0; i < a.arcs().size(); ++i) {
        const auto p = a.points(a.arcs()[i]), q = b.points(b.arcs()[i]);
        ASSERT_TRUE(std::ranges::equal(p, q));
    }
}

TEST(Topology, LevelsMayBeAbsentAndUnitsWithoutShape) {
    PolygonSet set;
    set.add({});
    set.add({{{{0, 0}, {10, 0}, {0, 10}}, {}}});
    const std::array<const PolygonSet*, 3> levels{nullptr, &set, nullptr};
    const Topology topology = build(levels);
    EXPECT_EQ(topology.arcs().size(), 1u);
    EXPECT_TRUE(topology.arcsOf(1, 0).empty());
    EXPECT_EQ(topology.arcsOf(1, 1).size(), 1u);
    EXPECT_EQ(topology.arcs()[0].topLevel, 1);
}

TEST(Topology, StopsWhenCancelled) {
    const auto tables = support::levelTables({.side = 4});
    std::array<const PolygonSet*, 1> levels{&tables[4]->shapes};
    base::Progress progress;
    progress.cancel();
    EXPECT_ANY_THROW((void)build(levels, progress));
}

}  // namespace
}  // namespace xiangtu::topology
