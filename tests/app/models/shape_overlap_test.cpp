// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/shape_overlap.h"

#include <gtest/gtest.h>

namespace xiangtu::app {
namespace {

using geom::GeoPoint;

geom::GeoMultiPolygon box(double west, double south, double east, double north) {
    return {{{{west, south}, {east, south}, {east, north}, {west, north}}, {}}};
}

class ShapeOverlap : public testing::Test {
protected:
    ShapeOverlap() { units.add(geom::snapToGrid(box(110, 36, 111, 37))); }
    [[nodiscard]] bool meets(const geom::GeoShape& shape) const { return overlaps(shape, units, 0); }
    geom::PolygonSet units;
};

TEST_F(ShapeOverlap, APointCountsWhereItLies) {
    EXPECT_TRUE(meets(GeoPoint{110.5, 36.5}));
    EXPECT_FALSE(meets(GeoPoint{111.5, 36.5}));
}

TEST_F(ShapeOverlap, APolygonInsideMeets) { EXPECT_TRUE(meets(box(110.4, 36.4, 110.6, 36.6))); }
TEST_F(ShapeOverlap, APolygonAroundMeets) { EXPECT_TRUE(meets(box(109, 35, 112, 38))); }
TEST_F(ShapeOverlap, APolygonBesideDoesNot) { EXPECT_FALSE(meets(box(111.1, 36, 112, 37))); }

// Neither has a vertex inside the other: a strip laid across.
TEST_F(ShapeOverlap, AStripAcrossMeets) { EXPECT_TRUE(meets(box(109.5, 36.4, 111.5, 36.6))); }

// The boxes of an L and of the unit meet, the shapes do not.
TEST_F(ShapeOverlap, AnLAroundACornerDoesNot) {
    EXPECT_FALSE(
        meets(geom::GeoMultiPolygon{{{{109, 35}, {112, 35}, {112, 38}, {111.5, 38}, {111.5, 35.5}, {109, 35.5}}, {}}}));
}

TEST_F(ShapeOverlap, ALineMeetsWhereItCrosses) {
    EXPECT_TRUE(meets(geom::GeoMultiLine{{{109.5, 36.5}, {111.5, 36.5}}}));
    EXPECT_FALSE(meets(geom::GeoMultiLine{{{109.5, 35.5}, {111.5, 35.5}}}));
}

TEST_F(ShapeOverlap, NothingMeetsNothing) {
    EXPECT_FALSE(meets(std::monostate{}));
    units.beginFeature();
    units.endFeature();
    EXPECT_FALSE(overlaps(GeoPoint{110.5, 36.5}, units, 1));
}

}  // namespace
}  // namespace xiangtu::app
