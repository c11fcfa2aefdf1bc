// SPDX-License-Identifier: GPL-3.0-or-later
#include "applied.h"
#include "shapes.h"

#include "borders/snap.h"
#include "support/coverage.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace xiangtu::borders {
namespace {

using model::Code;
using model::Level;
using model::Snapshot;

Code codeOf(const Snapshot& county, Level level, std::uint32_t row) { return county.table(level).units[row].code; }

/// A unit of the level that has a common segment with the first one and, as asked, the same parent or another.
std::uint32_t neighbourOf(const Snapshot& county, Level level, std::uint32_t row, bool sameParent) {
    const auto& table = county.table(level);
    for (std::uint32_t other = 0; other < table.units.size(); ++other) {
        if (other == row || (table.units[other].parent == table.units[row].parent) != sameParent) continue;
        const auto result =
            tried(county, Merge{level, {table.units[row].code, table.units[other].code}, table.units[row].code},
                  {.parents = ParentPolicy::follow});
        if (result || result.error().reason != Reason::notNeighbours) return other;
    }
    return model::UnitRef::kNoRow;
}

TEST(Merge, KeepsTheCodeAskedForAndTakesTheChildrenAlong) {
    const Snapshot county = support::snapshot();
    const std::uint32_t other = neighbourOf(county, Level::village, 0, true);
    const Code into = codeOf(county, Level::village, 0), gone = codeOf(county, Level::village, other);
    const auto result = tried(county, Merge{Level::village, {into, gone}, into});
    ASSERT_EQ(outcome(result), "ok");
    const Snapshot next = applied(county, result.value());
    EXPECT_EQ(faultOf(next), "");
    EXPECT_FALSE(next.findUnit(gone).valid());
    const auto& lineage = result.value().lineage;
    const auto merged = std::ranges::find(lineage, Descent::Kind::merge, &Descent::kind);
    ASSERT_NE(merged, lineage.end());
    EXPECT_EQ(merged->from, gone);
    EXPECT_EQ(merged->to, into);
    // Its four natural villages and sixteen grids go on under new codes, with the shapes they had.
    EXPECT_EQ(std::ranges::count_if(result.value().units, &UnitChange::recoded), 4 + 16);
    EXPECT_EQ(std::ranges::count_if(result.value().units, &UnitChange::reshaped), 2);
    EXPECT_EQ(std::ranges::count(lineage, Descent::Kind::recode, &Descent::kind), 4 + 16);
}

TEST(Merge, AUnitWithoutPolygonBelowFollowsToo) {
    const Drawn::Ring west{{0, 0}, {100, 0}, {100, 100}, {0, 100}}, east{{100, 0}, {200, 0}, {200, 100}, {100, 100}};
    const Drawn::Ring whole{{0, 0}, {100, 0}, {200, 0}, {200, 100}, {100, 100}, {0, 100}};
    const Snapshot county = Drawn()
                                .unit(Level::county, "990000", "", {whole})
                                .unit(Level::township, "990000001", "990000", {whole})
                                .unit(Level::village, "990000001001", "990000001", {west})
                                .unit(Level::village, "990000001002", "990000001", {east})
                                .unit(Level::naturalVillage, "990000001001001", "990000001001", {})
                                .snapshot();
    const Code into = *Code::parse("990000001002"), gone = *Code::parse("990000001001");
    const auto result = tried(county, Merge{Level::village, {into, gone}, into});
    ASSERT_EQ(outcome(result), "ok");
    const Snapshot next = applied(county, result.value());
    const auto& below = next.table(Level::naturalVillage).units;
    ASSERT_EQ(below.size(), 1u);
    EXPECT_EQ(next.unit(below[0].parent).code, into);
    EXPECT_TRUE(below[0].code.startsWith(into)) << below[0].code.text();
    // A cut leaves it with the unit that keeps the code.
    const auto cut = tried(county, Split{{Level::village, gone}, Drawn::line({{-10, 40}, {110, 40}})});
    ASSERT_EQ(outcome(cut), "ok");
    const Snapshot after = applied(county, cut.value());
    EXPECT_EQ(after.unit(after.table(Level::naturalVillage).units[0].parent).code, gone);
}

TEST(Merge, AcrossParentsIsRefusedAndOfferedWithTheParentsFollowing) {
    const Snapshot county = support::snapshot();
    const std::uint32_t other = neighbourOf(county, Level::village, 1, false);
    const Merge op{
        Level::village, {codeOf(county, Level::village, 1), codeOf(county, Level::village, other)}, std::nullopt};
    const auto refused = tried(county, op);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, Reason::leavesParent);
    ASSERT_TRUE(refused.error().offer);
    EXPECT_EQ(refused.error().offer->options.parents, ParentPolicy::follow);
    const auto result = tried(county, refused.error().offer->operation, refused.error().offer->options);
    ASSERT_EQ(outcome(result), "ok");
    EXPECT_EQ(faultOf(applied(county, result.value())), "");
    EXPECT_EQ(std::ranges::count_if(result.value().units,
                                    [](const UnitChange& u) { return u.level == Level::township && u.reshaped; }),
              2);
}

TEST(Codes, FollowTheNewParentOnlyWhenTheyAreAskedTo) {
    const Snapshot county = support::snapshot();
    const std::uint32_t other = neighbourOf(county, Level::village, 0, true);
    const Merge op{
        Level::village, {codeOf(county, Level::village, 0), codeOf(county, Level::village, other)}, std::nullopt};
    const auto result = tried(county, op, {.codes = CodePolicy::keep});
    ASSERT_EQ(outcome(result), "ok");
    EXPECT_EQ(std::ranges::count_if(result.value().units, &UnitChange::recoded), 0);
    EXPECT_EQ(std::ranges::count_if(result.value().units, &UnitChange::reparented), 4 + 1);
}

TEST(Codes, StayInTheBandOfTheirKindAndAvoidThoseTakenBefore) {
    const auto village = [](const char* code) {
        return Drawn()
            .unit(Level::county, "990000", "", {{{0, 0}, {100, 0}, {100, 100}, {0, 100}}})
            .unit(Level::township, "990000100", "990000", {{{0, 0}, {100, 0}, {100, 100}, {0, 100}}})
            .unit(Level::village, code, "990000100", {{{0, 0}, {100, 0}, {100, 100}, {0, 100}}})
            .snapshot();
    };
    const auto next = [&](const char* code, std::function<bool(Level, Code)> taken) {
        const Snapshot county = village(code);
        const index::UnitIndex index(county);
        const auto result =
            propose({county, index, std::move(taken)},
                    {Split{{Level::village, *Code::parse(code)}, Drawn::line({{40, -1}, {40, 101}})}, {}});
        EXPECT_EQ(outcome(result), "ok");
        const auto made = std::ranges::find_if(result.value().units, &UnitChange::isNew);
        return made->codeAfter.text();
    };
    EXPECT_EQ(next("990000100003", {}), "990000100004");
    EXPECT_EQ(next("990000100199", {}), "990000100001");  // the last of the residents' committees
    EXPECT_EQ(next("990000100200", {}), "990000100201");
    EXPECT_EQ(next("990000100497", {}), "990000100499");  // 498 is reserved
    EXPECT_EQ(next("990000100200", [](Level, Code code) { return code.text() == "990000100201"; }), "990000100202");
}

TEST(Reshape, TakesLandWhereTheLineRunsOutsideAndGivesItWhereItRunsInside) {
    const Snapshot county =
        Drawn()
            .unit(Level::county, "990000", "", {{{0, 0}, {100, 0}, {200, 0}, {200, 200}, {100, 200}, {0, 200}}})
            .unit(Level::township, "990000001", "990000", {{{0, 0}, {100, 0}, {100, 200}, {0, 200}}})
            .unit(Level::township, "990000002", "990000", {{{100, 0}, {200, 0}, {200, 200}, {100, 200}}})
            .snapshot();
    // Out to the east between 20 and 80, in to the west between 80 and 180.
    const auto result =
        tried(county, Reshape{{Level::township, *Code::parse("990000001")},
                              Drawn::line({{100, 20}, {140, 20}, {140, 80}, {60, 80}, {60, 180}, {100, 180}}),
                              std::nullopt});
    ASSERT_EQ(outcome(result), "ok");
    const Snapshot next = applied(county, result.value());
    EXPECT_EQ(faultOf(next), "");
    const auto change =
        next.table(Level::township).shapes.twiceArea(0) - county.table(Level::township).shapes.twiceArea(0);
    EXPECT_EQ(std::int64_t(change), 2 * 100 * 100 * (40 * 60 - 40 * 100));
    EXPECT_EQ(result.value().lineage.size(), 2u);
}

TEST(SnapToParent, TakesTheLevelsBelowAlong) {
    // The village reaches 20 cm out of its township in the east and leaves 20 cm free in the north; its grid, too.
    const Drawn::Ring parent{{0, 0}, {100, 0}, {100, 100}, {0, 100}},
        child{{0, 0}, {100, 0}, {101, 50}, {100, 99}, {0, 100}};
    const Snapshot dirty = Drawn()
                               .unit(Level::county, "990000", "", {parent})
                               .unit(Level::township, "990000100", "990000", {parent})
                               .unit(Level::village, "990000100001", "990000100", {child})
                               .unit(Level::grid, "990000100001001", "990000100001", {child})
                               .snapshot();
    const UnitName town{Level::township, *Code::parse("990000100")};
    const auto result = tried(dirty, SnapToParent{town, 2});
    ASSERT_EQ(outcome(result), "ok");
    EXPECT_EQ(faultOf(applied(dirty, result.value())), "");
    const auto tight = tried(dirty, SnapToParent{town, 0.001});
    ASSERT_FALSE(tight);
    EXPECT_EQ(tight.error().reason, Reason::dirty);
    EXPECT_EQ(outcome(tried(dirty, SnapToParent{town, -1})).substr(0, 8), "badInput");
}

TEST(Dirty, LandThatTwoUnitsClaimIsNotHandedOver) {
    const Snapshot dirty =
        Drawn()
            .unit(Level::county, "990000", "", {{{0, 0}, {200, 0}, {200, 200}, {0, 200}}})
            .unit(Level::township, "990000001", "990000", {{{0, 0}, {120, 0}, {120, 200}, {0, 200}}})
            .unit(Level::township, "990000002", "990000", {{{100, 0}, {200, 0}, {200, 200}, {100, 200}}})
            .snapshot();
    const Code a = *Code::parse("990000001"), b = *Code::parse("990000002");
    for (const Operation& op : std::vector<Operation>{
             Merge{Level::township, {a, b}, a},
             GivePiece{Level::township, a, b, Drawn::line({{60, -10}, {60, 210}}), Drawn::geo({80, 100})},
             MoveVertex{Drawn::geo({120, 0}), Drawn::geo({125, 0})}}) {
        EXPECT_FALSE(tried(dirty, op)) << op.index();
    }
}

TEST(Snap, FindsVerticesBeforeEdgesAndReferencesToo) {
    const Snapshot county = support::snapshot({.side = 4});
    const index::UnitIndex index(county);
    const Ground ground{county, index, {}};
    const auto& shapes = county.table(Level::grid).shapes;
    const geom::GeoPoint a = geom::toGeo(shapes.ring(0)[1]), b = geom::toGeo(shapes.ring(0)[2]);
    const auto vertex = snap(ground, {a.lon + 1e-5, a.lat - 1e-5}, 5e-5);
    ASSERT_TRUE(vertex);
    EXPECT_EQ(vertex->kind, Snapped::Kind::vertex);
    EXPECT_EQ(vertex->at, a);
    const auto edge = snap(ground, {(a.lon + b.lon) / 2, (a.lat + b.lat) / 2 + 1e-5}, 5e-5);
    ASSERT_TRUE(edge);
    EXPECT_EQ(edge->kind, Snapped::Kind::edge);
    const geom::GeoPoint inside{a.lon, a.lat + 0.0008};
    EXPECT_FALSE(snap(ground, inside, 5e-5));
    const std::vector<geom::GeoLine> river{{{inside.lon - 1, inside.lat + 2e-5}, {inside.lon + 1, inside.lat + 2e-5}}};
    const auto reference = snap(ground, inside, 5e-5, river);
    ASSERT_TRUE(reference);
    EXPECT_EQ(reference->kind, Snapped::Kind::reference);
    EXPECT_FALSE(snap(ground, {NAN, 0}, 5e-5));

    // A corner that is carried leaves its own border alone and holds on to references, their vertices first.
    EXPECT_FALSE(snap(a, 5e-5, river));
    const auto alone = snap(inside, 5e-5, river);
    ASSERT_TRUE(alone);
    EXPECT_EQ(alone->kind, Snapped::Kind::reference);
    EXPECT_DOUBLE_EQ(alone->at.lat, inside.lat + 2e-5);
    const std::vector<geom::GeoLine> bend{{{a.lon - 1, a.lat}, {a.lon + 3e-5, a.lat}, {a.lon + 3e-5, a.lat + 1}}};
    EXPECT_EQ(snap(a, 5e-5, bend)->at, bend[0][1]);
    EXPECT_FALSE(snap(geom::GeoPoint{NAN, 0}, 5e-5, river));
}

TEST(Split, BetweenTwoPlacesOnEdgesCutsThere) {
    const Snapshot county = support::snapshot({.side = 4});
    const index::UnitIndex index(county);
    const Ground ground{county, index, {}};
    const auto& shapes = county.table(Level::grid).shapes;
    for (std::uint32_t row = 0; row < shapes.size(); ++row) {
        const auto ring = shapes.ring(shapes.firstRing(row));
        const auto on = [&](std::size_t i) {
            const geom::GeoPoint a = geom::toGeo(ring[i]), b = geom::toGeo(ring[(i + 1) % ring.size()]);
            return snap(ground, {a.lon + 0.4 * (b.lon - a.lon), a.lat + 0.4 * (b.lat - a.lat)}, 1e-6)->at;
        };
        const auto result =
            tried(county, Split{{Level::grid, codeOf(county, Level::grid, row)}, {on(1), on(ring.size() / 2 + 1)}});
        ASSERT_EQ(outcome(result), "ok") << row;
        EXPECT_EQ(faultOf(applied(county, result.value())), "");
    }
}

}  // namespace
}  // namespace xiangtu::borders
