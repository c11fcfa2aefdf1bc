// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/overlay.h"

#include "geom/contains.h"
#include "geom/measure.h"

#include <gtest/gtest.h>

namespace xiangtu::exchange {
namespace {

using geom::MultiPolygon;

MultiPolygon square(std::int32_t x, std::int32_t y, std::int32_t side) {
    return {{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}, {}}};
}
double cells(const MultiPolygon& shape) { return double(geom::twiceArea(shape)) / 2; }

TEST(ProblemOf, NamesReasonAndPlace) {
    EXPECT_FALSE(problemOf({{{{109, 27}, {110, 27}, {110, 28}}, {}}}));
    const auto problem = problemOf({{{{109, 27}, {110, 28}, {110, 27}, {109, 28}}, {}}});
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->reason, "Self-intersection");
    ASSERT_TRUE(problem->place);
    EXPECT_NEAR(problem->place->lon, 109.5, 1e-9);
    EXPECT_NEAR(problem->place->lat, 27.5, 1e-9);
}

TEST(ToLattice, MendsABowTieIntoItsTwoLobes) {
    const auto made = toLattice({{{{109, 27}, {110, 28}, {110, 27}, {109, 28}}, {}}}, Drawn::invalid);
    EXPECT_FALSE(made.stillInvalid);
    EXPECT_EQ(made.shape.size(), 2u);
    EXPECT_NEAR(cells(made.shape), 0.5e14, 1e8);
}

TEST(ToLattice, PartsRingsThatRoundingMadeTouch) {
    // A slit of a third of a lattice square, valid as drawn.
    const double g = 1 / geom::kGridPerDegree;
    const geom::GeoMultiPolygon slit{{{{109, 27},
                                       {109.001, 27},
                                       {109.001, 27.001},
                                       {109.0005 + 0.2 * g, 27.001},
                                       {109.0005 + 0.2 * g, 27.0005},
                                       {109.0005 - 0.2 * g, 27.0005},
                                       {109.0005 - 0.2 * g, 27.001},
                                       {109, 27.001}},
                                      {}}};
    ASSERT_FALSE(problemOf(slit));
    const auto made = toLattice(slit, Drawn::valid);
    EXPECT_FALSE(made.stillInvalid);
    EXPECT_NEAR(cells(made.shape), 1e8, 2e4);
}

TEST(PointInside, LiesInsideAConcaveShape) {
    const MultiPolygon horseshoe{
        {{{0, 0}, {100, 0}, {100, 100}, {90, 100}, {90, 10}, {10, 10}, {10, 100}, {0, 100}}, {}}};
    EXPECT_TRUE(geom::contains(horseshoe, pointInside(horseshoe)));
}

TEST(Overlay, AreasAddUp) {
    const MultiPolygon a = square(0, 0, 1000), b = square(600, 300, 1000);
    const MultiPolygon* const both[] = {&a, &b};
    EXPECT_DOUBLE_EQ(cells(commonPart(a, b)), 400 * 700);
    EXPECT_DOUBLE_EQ(cells(without(a, b)) + cells(commonPart(a, b)), cells(a));
    EXPECT_DOUBLE_EQ(cells(united(both)), cells(a) + cells(b) - cells(commonPart(a, b)));
    EXPECT_TRUE(commonPart(a, square(5000, 5000, 10)).empty());
    EXPECT_TRUE(united({}).empty());
}

TEST(Container, CoversWhatTouchesItsBorder) {
    const Container container(square(0, 0, 1000));
    EXPECT_TRUE(container.covers(square(0, 0, 500)));
    EXPECT_FALSE(container.covers(square(600, 0, 500)));
}

}  // namespace
}  // namespace xiangtu::exchange
