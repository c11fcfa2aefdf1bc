// SPDX-License-Identifier: GPL-3.0-or-later
// Shapes at which topological editing elsewhere went wrong, as their users reported them.

#include "applied.h"
#include "shapes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace xiangtu::borders {
namespace {

using geom::GridPoint;
using model::Code;
using model::Level;
using model::Snapshot;

Code code(const char* text) { return *Code::parse(text); }
const UnitName kA{Level::township, code("990000001")}, kB{Level::township, code("990000002")},
    kC{Level::township, code("990000003")};

bool hasVertex(const Snapshot& county, UnitName name, GridPoint p) {
    const auto ref = county.findUnit(name.level, name.code);
    const auto& shapes = county.table(ref.level).shapes;
    for (std::size_t r = shapes.firstRing(ref.row); r < shapes.firstRing(ref.row + 1); ++r) {
        if (std::ranges::find(shapes.ring(r), p) != shapes.ring(r).end()) return true;
    }
    return false;
}

/// The county after an edit that must succeed and leave everything sound.
Snapshot after(const Snapshot& county, const Operation& op, Options options = {}) {
    const auto result = tried(county, op, options);
    EXPECT_EQ(outcome(result), "ok");
    if (!result) return county;
    const Snapshot next = applied(county, result.value());
    EXPECT_EQ(faultOf(next), "");
    return next;
}

Reason refusedAs(const Snapshot& county, const Operation& op, Options options = {}) {
    const auto result = tried(county, op, options);
    EXPECT_FALSE(result);
    if (result) return Reason::badInput;
    return result.error().reason;
}

// qgis/QGIS#39835, #28707: only one or two of three polygons follow.
TEST(FailingShapes, AJunctionTakesAllThreePolygonsAlong) {
    const Snapshot next = after(three(), MoveVertex{Drawn::geo({100, 100}), Drawn::geo({110, 95})});
    for (const UnitName name : {kA, kB, kC}) {
        EXPECT_TRUE(hasVertex(next, name, Drawn::at({110, 95})));
        EXPECT_FALSE(hasVertex(next, name, Drawn::at({100, 100})));
    }
}

// qgis/QGIS#35079, #49312: the vertex is put into one polygon only.
TEST(FailingShapes, AVertexPutIntoASharedBorderIsInBothPolygons) {
    const Snapshot next = after(three(), InsertVertex{Drawn::geo({100, 50}), Drawn::geo({104, 52})});
    EXPECT_TRUE(hasVertex(next, kA, Drawn::at({104, 52})));
    EXPECT_TRUE(hasVertex(next, kB, Drawn::at({104, 52})));
    const Snapshot back = after(next, DeleteVertex{Drawn::geo({104, 52})});
    EXPECT_EQ(back.table(Level::township).shapes.feature(0), three().table(Level::township).shapes.feature(0));
}

// qgis/QGIS#50439: the point where a splitting line ends is missing in the neighbour.
TEST(FailingShapes, ASplitPutsItsEndsIntoTheNeighbours) {
    const Snapshot next = after(three(), Split{kB, Drawn::line({{150, -10}, {150, 110}})});
    EXPECT_TRUE(hasVertex(next, kC, Drawn::at({150, 100})));
    EXPECT_TRUE(hasVertex(next, {Level::county, code("990000")}, Drawn::at({150, 0})));
    EXPECT_EQ(next.table(Level::township).units.back().code, code("990000004"));
}

// qgis/QGIS#33438: vertices that are nearly but not quite equal move alone.
TEST(FailingShapes, NearlyEqualVerticesAreRefusedAndMendedByFittingThemIntoTheParent) {
    Drawn drawn;
    drawn.unit(Level::county, "990000", "", {{{0, 0}, {200, 0}, {200, 200}, {0, 200}}})
        .unit(Level::township, "990000001", "990000", {{{0, 0}, {100, 0}, {100, 101}, {100, 200}, {0, 200}}})
        .unit(Level::township, "990000002", "990000", {{{100, 0}, {200, 0}, {200, 200}, {100, 200}, {101, 100}}});
    const Snapshot dirty = drawn.snapshot();
    ASSERT_NE(faultOf(dirty), "");
    const auto refused = tried(dirty, MoveVertex{Drawn::geo({100, 101}), Drawn::geo({90, 101})});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, Reason::dirty);
    ASSERT_TRUE(refused.error().place);
    ASSERT_TRUE(refused.error().offer);
    const Snapshot mended = after(dirty, refused.error().offer->operation, refused.error().offer->options);
    EXPECT_EQ(faultOf(mended), "");
    EXPECT_EQ(refusedAs(dirty, SnapToParent{{Level::county, code("990000")}, 0.01}), Reason::dirty);
}

TEST(FailingShapes, ASplitThroughAHoleMakesTwoUnitsAroundIt) {
    const Snapshot next = after(ring(), Split{kA, Drawn::line({{150, -10}, {150, 310}})});
    const auto& shapes = next.table(Level::township).shapes;
    ASSERT_EQ(shapes.size(), 3u);
    for (std::size_t f = 0; f < 3; ++f) EXPECT_EQ(shapes.firstRing(f + 1) - shapes.firstRing(f), 1u);
    EXPECT_TRUE(hasVertex(next, kB, Drawn::at({150, 100})));
    // As far as the hole only, it is no split.
    EXPECT_EQ(refusedAs(ring(), Split{kA, Drawn::line({{150, -10}, {150, 150}})}), Reason::doesNotCross);
}

TEST(FailingShapes, ASplitWithSeveralCrossingsMakesAUnitOfEveryPiece) {
    const Snapshot next =
        after(three(), Split{kB, Drawn::line({{90, 90}, {125, 110}, {150, 80}, {175, 110}, {210, 80}})});
    // Three pieces cut off at the northern border, and the rest.
    EXPECT_EQ(next.table(Level::township).units.size(), 6u);
}

TEST(FailingShapes, ASplitAlongAnExistingBorderUsesItsSegments) {
    Drawn drawn;
    drawn.unit(Level::county, "990000", "", {{{0, 0}, {100, 0}, {200, 0}, {200, 100}, {100, 100}, {0, 100}}})
        .unit(Level::township, "990000001", "990000", {{{0, 0}, {100, 0}, {200, 0}, {200, 100}, {100, 100}, {0, 100}}})
        .unit(Level::village, "990000001001", "990000001", {{{0, 0}, {100, 0}, {103, 50}, {100, 100}, {0, 100}}})
        .unit(Level::village, "990000001002", "990000001", {{{100, 0}, {200, 0}, {200, 100}, {100, 100}, {103, 50}}});
    const auto result = tried(drawn.snapshot(), Split{kA, Drawn::line({{100, 0}, {103, 50}, {100, 100}})});
    ASSERT_EQ(outcome(result), "ok");
    for (const UnitChange& unit : result.value().units) EXPECT_FALSE(unit.level == Level::village && unit.reshaped);
    const Snapshot next = applied(drawn.snapshot(), result.value());
    EXPECT_EQ(next.table(Level::township).units.size(), 2u);
    EXPECT_EQ(faultOf(next), "");
    // Along the unit's own border nothing is cut.
    EXPECT_EQ(refusedAs(three(), Split{kA, Drawn::line({{100, 0}, {100, 100}, {100, 200}})}), Reason::doesNotCross);
}

TEST(FailingShapes, AVertexIsNotDraggedOverAnotherBorder) {
    const auto result = tried(three(), MoveVertex{Drawn::geo({100, 100}), Drawn::geo({230, 100})});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().reason, Reason::crossesBorder);
    ASSERT_TRUE(result.error().offer);
    (void)after(three(), result.error().offer->operation, result.error().offer->options);
    // Past an enclave without crossing a border on the way: the enclave would change sides.
    Drawn drawn;
    drawn.unit(Level::county, "990000", "", {{{0, 0}, {100, 0}, {200, 0}, {200, 200}, {100, 200}, {0, 200}}})
        .unit(Level::township, "990000001", "990000",
              {{{0, 0}, {100, 0}, {100, 100}, {100, 200}, {0, 200}}, {{80, 90}, {80, 110}, {90, 100}}})
        .unit(Level::township, "990000002", "990000", {{{100, 0}, {200, 0}, {200, 200}, {100, 200}, {100, 100}}})
        .unit(Level::township, "990000003", "990000", {{{80, 90}, {90, 100}, {80, 110}}});
    ASSERT_EQ(faultOf(drawn.snapshot()), "");
    EXPECT_EQ(refusedAs(drawn.snapshot(), MoveVertex{Drawn::geo({100, 100}), Drawn::geo({40, 40})}),
              Reason::crossesBorder);
}

TEST(FailingShapes, LinesThatCannotBeMeantAreRefusedWithAPlaceOrMended) {
    EXPECT_EQ(refusedAs(three(), Split{kA, {{NAN, 30}, {110, 30}}}), Reason::badInput);
    EXPECT_EQ(refusedAs(three(), Split{kA, {{500, 30}, {110, 30}}}), Reason::badInput);
    EXPECT_EQ(refusedAs(three(), Split{kA, {Drawn::geo({50, 50})}}), Reason::badInput);
    EXPECT_EQ(refusedAs(three(), Split{kA, Drawn::line({{-10, 50}, {60, 50}, {30, 80}, {30, 20}})}),
              Reason::lineCrossesItself);
    EXPECT_EQ(refusedAs(three(), Split{{Level::grid, code("1")}, Drawn::line({{0, 0}, {1, 1}})}), Reason::unknownUnit);
    EXPECT_EQ(refusedAs(three(), Merge{Level::township, {kA.code}, std::nullopt}), Reason::nothingToDo);
    EXPECT_EQ(refusedAs(three(), DeleteVertex{Drawn::geo({100, 100})}), Reason::junction);
    EXPECT_EQ(refusedAs(three(), MoveVertex{Drawn::geo({0, 0}), Drawn::geo({5, 5})}), Reason::outerBorder);
    EXPECT_EQ(refusedAs(three(), Split{kB, Drawn::line({{100, 0}, {200, 0}, {200, 100}})}), Reason::doesNotCross);
    // A line that ends just short is offered led on to the border.
    const auto result = tried(three(), Split{kB, Drawn::line({{150, 5}, {150, 96}})});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().reason, Reason::doesNotCross);
    ASSERT_TRUE(result.error().offer);
    (void)after(three(), result.error().offer->operation);
    // A strip of a millimetre is no unit.
    EXPECT_EQ(refusedAs(three(), Split{kB, {{110.001, 30.00000001}, {110.0021, 30.00000001}}}, {.smallestWidth = 0.1}),
              Reason::doesNotCross);
}

TEST(FailingShapes, LandIsHandedOverOnlyToANeighbourAndWithoutLeavingParts) {
    const Snapshot next = after(
        three(), GivePiece{Level::township, kB.code, kA.code, Drawn::line({{130, -10}, {130, 110}}), std::nullopt});
    EXPECT_TRUE(hasVertex(next, kC, Drawn::at({130, 100})));
    EXPECT_TRUE(hasVertex(next, kA, Drawn::at({130, 100})));
    EXPECT_EQ(refusedAs(ring(), GivePiece{Level::township, kA.code, kB.code, Drawn::line({{50, -10}, {50, 310}}), {}}),
              Reason::notNeighbours);
    // The middle of B would go to A: B in two parts.
    const geom::GeoLine middle = Drawn::line({{90, 40}, {210, 40}, {210, 60}, {90, 60}});
    const GiveArea give{Level::township, kB.code, kA.code, middle};
    EXPECT_EQ(refusedAs(three(), give), Reason::fallsIntoParts);
    (void)after(three(), give, {.parts = PartsPolicy::allow});
    EXPECT_EQ(refusedAs(three(), GiveArea{Level::township, kB.code, kA.code,
                                          Drawn::line({{90, -10}, {210, -10}, {210, 110}, {90, 110}})}),
              Reason::wouldVanish);
}

}  // namespace
}  // namespace xiangtu::borders
