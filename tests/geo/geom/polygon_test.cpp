// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/polygon.h"

#include "geom/measure.h"

#include <gtest/gtest.h>

namespace xiangtu::geom {
namespace {

TEST(SnapToGrid, RoundsToTheNearestLatticePoint) {
    EXPECT_EQ(snapToGrid(GeoPoint{109.12345678, 27.98765432}), (GridPoint{1091234568, 279876543}));
    EXPECT_EQ(snapToGrid(GeoPoint{-0.00000006, 0.00000004}), (GridPoint{-1, 0}));
}

TEST(SnapToGrid, DropsRepeatedVerticesAndVanishedRings) {
    const GeoMultiPolygon shape{{{{0, 0}, {0.00000001, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}},
                                 {{{0.5, 0.5}, {0.50000001, 0.5}, {0.5, 0.50000001}}}},
                                {{{2, 2}, {2.00000001, 2}, {2, 2.00000001}}, {}}};
    const MultiPolygon snapped = snapToGrid(shape);
    ASSERT_EQ(snapped.size(), 1u);
    EXPECT_EQ(snapped[0].outer.size(), 4u);
    EXPECT_TRUE(snapped[0].holes.empty());
}

TEST(SnapToGrid, NormalisesOrientation) {
    const GeoMultiPolygon clockwise{{{{0, 1}, {1, 1}, {1, 0}, {0, 0}}, {}}};
    EXPECT_GT(twiceArea(snapToGrid(clockwise)), 0);
}

TEST(SnapToGrid, IsTheIdentityOnLatticePolygons) {
    const MultiPolygon shape{{{{1091234568, 279876543}, {1091234668, 279876543}, {1091234668, 279876643}}, {}}};
    EXPECT_EQ(snapToGrid(toGeo(shape)), shape);
}

}  // namespace
}  // namespace xiangtu::geom
