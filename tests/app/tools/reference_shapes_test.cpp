// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/reference_shapes.h"

#include <gtest/gtest.h>

namespace xiangtu::app {
namespace {

TEST(ReferenceShapes, CloseRingsAndGiveOnlyWhatIsNear) {
    ReferenceShapes shapes;
    EXPECT_TRUE(shapes.empty());
    shapes.add(geom::GeoMultiPolygon{{{{112, 28}, {113, 28}, {113, 29}}, {}}});
    shapes.add(geom::GeoMultiLine{{{112, 28}, {112.0005, 28}, {112.5, 28.9}}});
    shapes.add(geom::GeoPoint{112.0001, 28.0001});
    ASSERT_EQ(shapes.lines.size(), 2u);
    EXPECT_EQ(shapes.lines[0].line.size(), 4u) << "a ring ends where it began";
    EXPECT_EQ(shapes.near({112, 28}, 0.001).size(), 2u + 2u + 1u);
    EXPECT_EQ(shapes.near({113, 28.5}, 0.001).size(), 1u + 1u) << "the side there, and the slant one by its box";
    EXPECT_TRUE(shapes.near({110, 20}, 0.001).empty());
}

TEST(ReferenceShapes, LeaveOutWhatHasNoLength) {
    ReferenceShapes shapes;
    shapes.add(geom::GeoShape{});
    shapes.add(geom::GeoMultiLine{{{112, 28}}, {}});
    EXPECT_TRUE(shapes.empty());
}

}  // namespace
}  // namespace xiangtu::app
