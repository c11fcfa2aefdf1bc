// SPDX-License-Identifier: GPL-3.0-or-later
// Borders of clean and of random coverages against a plain map of segments.
#include "support/coverage.h"
#include "topology/topology.h"

#include <gtest/gtest.h>
#include <oneapi/tbb/task_arena.h>

#include <cstring>
#include <map>
#include <random>
#include <set>

namespace xiangtu::topology {
namespace {

using geom::GridPoint;
using geom::PolygonSet;
using Levels = std::array<const PolygonSet*, kMaxLevels>;

struct Sides {
    std::array<std::uint32_t, kMaxLevels> left, right;
    Sides() {
        left.fill(kNoFace);
        right.fill(kNoFace);
    }
    [[nodiscard]] Sides turned() const {
        Sides out;
        out.left = right;
        out.right = left;
        return out;
    }
    auto operator<=>(const Sides&) const = default;
};
using Segments = std::map<std::pair<GridPoint, GridPoint>, Sides>;
using Claims = std::multiset<std::tuple<int, std::uint32_t, std::uint32_t, GridPoint>>;

/// All segments that bound something, from the smaller end, as the definition says it.
Segments plainSegments(const Levels& levels, Claims& conflicts) {
    Segments all;
    for (std::size_t l = 0; l < levels.size(); ++l) {
        if (!levels[l]) continue;
        for (std::uint32_t f = 0; f < levels[l]->size(); ++f) {
            for (std::size_t r = levels[l]->firstRing(f); r < levels[l]->firstRing(f + 1); ++r) {
                const auto ring = levels[l]->ring(r);
                for (std::size_t i = 0; i < ring.size(); ++i) {
                    const GridPoint a = ring[i], b = ring[(i + 1) % ring.size()];
                    if (a == b) continue;
                    Sides& sides = all[std::minmax(a, b)];
                    std::uint32_t& slot = a < b ? sides.left[l] : sides.right[l];
                    if (slot == kNoFace)
                        slot = f;
                    else if (slot != f)
                        conflicts.emplace(int(l), slot, f, std::min(a, b));
                }
            }
        }
    }
    for (auto it = all.begin(); it != all.end();) {
        bool bounds = false;
        for (std::size_t l = 0; l < kMaxLevels; ++l) {
            Sides& s = it->second;
            if (s.left[l] == s.right[l]) s.left[l] = s.right[l] = kNoFace;
            bounds |= s.left[l] != s.right[l];
        }
        it = bounds ? std::next(it) : all.erase(it);
    }
    return all;
}

void expectRight(const Levels& levels) {
    const Topology topology = build(levels);
    Claims conflicts, claimed;
    const Segments segments = plainSegments(levels, conflicts);
    for (const Conflict& c : topology.conflicts()) claimed.emplace(c.level, c.faceA, c.faceB, c.at);
    EXPECT_EQ(claimed, conflicts);

    // At every point the sides of each segment that leaves it.
    std::map<GridPoint, std::vector<Sides>> leaving;
    for (const auto& [ends, sides] : segments) {
        leaving[ends.first].push_back(sides);
        leaving[ends.second].push_back(sides.turned());
    }
    const auto goesOn = [&](GridPoint p) {
        const auto& out = leaving.at(p);
        return out.size() == 2 && out[0] == out[1].turned();
    };
    std::set<std::pair<GridPoint, GridPoint>> drawn;
    for (std::uint32_t a = 0; a < topology.arcs().size(); ++a) {
        const Arc& arc = topology.arcs()[a];
        const auto points = topology.points(arc);
        Sides along;
        geom::GridBox box;
        for (std::size_t l = 0; l < kMaxLevels; ++l) {
            along.left[l] = topology.left(arc, l);
            along.right[l] = topology.right(arc, l);
        }
        for (std::size_t i = 0; i < points.size(); ++i) {
            box.extend(points[i]);
            if (i == 0) continue;
            const auto ends = std::minmax(points[i - 1], points[i]);
            ASSERT_TRUE(segments.contains(ends));
            ASSERT_TRUE(drawn.insert(ends).second) << "a segment is drawn once";
            const Sides& sides = segments.at(ends);
            ASSERT_EQ(points[i - 1] < points[i] ? sides : sides.turned(), along);
            ASSERT_TRUE(i + 1 == points.size() || goesOn(points[i])) << "no arc runs through a node";
        }
        EXPECT_EQ(box, arc.box);
        const bool closed = points.front() == points.back();
        EXPECT_EQ(goesOn(points.front()), closed) << "an arc ends at a node or where it began";
        EXPECT_EQ(goesOn(points.back()), closed);
        for (std::size_t l = 0; l < kMaxLevels; ++l) {
            EXPECT_EQ(along.left[l] != along.right[l], (arc.levelMask >> l & 1) != 0);
            for (const std::uint32_t face : {along.left[l], along.right[l]}) {
                if (face == kNoFace) continue;
                const auto arcs = topology.arcsOf(l, face);
                EXPECT_EQ(std::ranges::count(arcs, a), 1);
            }
        }
    }
    EXPECT_EQ(drawn.size(), segments.size()) << "every segment is drawn";
}

TEST(Build, IsRightOnCleanCoverages) {
    for (const int side : {1, 5, 12}) {
        support::CoverageOptions options;
        options.side = side;
        const auto tables = support::levelTables(options);
        Levels levels{};
        for (std::size_t l = 0; l < kMaxLevels; ++l) levels[l] = &tables[l]->shapes;
        expectRight(levels);
    }
}

TEST(Build, IsRightAcrossTiles) {
    support::CoverageOptions options;
    options.side = 32;
    options.edgePoints = 12;
    const auto tables = support::levelTables(options);
    Levels levels{};
    for (std::size_t l = 0; l < kMaxLevels; ++l) levels[l] = &tables[l]->shapes;
    ASSERT_GT(tables[4]->shapes.pointCount(), 40'000u) << "more than one tile";
    expectRight(levels);
}

TEST(Build, IsRightOnRandomRingsThatOverlapAndTouch) {
    std::mt19937 random(5);
    for (int round = 0; round < 60; ++round) {
        std::uniform_int_distribution<int> place(0, 2 + round % 7), corners(3, 7), count(1, 25), parts(1, 3);
        std::array<PolygonSet, 3> sets;
        for (PolygonSet& set : sets) {
            for (int f = count(random); f > 0; --f) {
                set.beginFeature();
                for (int r = parts(random); r > 0; --r) {
                    geom::Ring ring(std::size_t(corners(random)));
                    for (GridPoint& p : ring) p = {place(random), place(random)};
                    set.addRing(ring);
                }
                set.endFeature();
            }
        }
        expectRight({&sets[0], nullptr, &sets[1], nullptr, &sets[2]});
    }
}

TEST(Build, IsTheSameOnOneThreadAndOnMany) {
    support::CoverageOptions options;
    options.side = 32;
    options.edgePoints = 8;
    const auto tables = support::levelTables(options);
    Levels levels{};
    for (std::size_t l = 0; l < kMaxLevels; ++l) levels[l] = &tables[l]->shapes;
    const auto built = [&](int threads) {
        tbb::task_arena arena(threads);
        return arena.execute([&] { return build(levels); });
    };
    const Topology one = built(1), many = built(7);
    const auto same = [](const auto& a, const auto& b) {
        return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.span().size_bytes()) == 0;
    };
    EXPECT_TRUE(same(one.arrays().points, many.arrays().points));
    EXPECT_TRUE(same(one.arrays().faces, many.arrays().faces));
    ASSERT_EQ(one.arcs().size(), many.arcs().size());
    for (std::size_t a = 0; a < one.arcs().size(); ++a) {
        EXPECT_EQ(one.arcs()[a].firstPoint, many.arcs()[a].firstPoint);
        EXPECT_EQ(one.arcs()[a].levelMask, many.arcs()[a].levelMask);
    }
    EXPECT_TRUE(same(one.arrays().faceArcs[4], many.arrays().faceArcs[4]));
}

}  // namespace
}  // namespace xiangtu::topology
