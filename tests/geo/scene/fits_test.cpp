// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/fits.h"

#include <gtest/gtest.h>

namespace xiangtu::scene {
namespace {

/// A C-shape: the square 0..100 without a notch that comes in from the east.
geom::PolygonSet cShape() {
    geom::PolygonSet set;
    set.add({{{{0, 0}, {100, 0}, {100, 40}, {30, 40}, {30, 60}, {100, 60}, {100, 100}, {0, 100}}, {}}});
    return set;
}

TEST(BoxInside, HoldsForABoxWellInside) { EXPECT_TRUE(boxInside(cShape(), 0, {{5, 5}, {90, 35}})); }

TEST(BoxInside, FailsAcrossANotchThoughAllCornersAreInside) {
    EXPECT_FALSE(boxInside(cShape(), 0, {{50, 30}, {90, 70}}));
}

TEST(BoxInside, FailsInTheNotchAndOutside) {
    EXPECT_FALSE(boxInside(cShape(), 0, {{50, 45}, {90, 55}}));
    EXPECT_FALSE(boxInside(cShape(), 0, {{90, 5}, {110, 15}}));
    EXPECT_FALSE(boxInside(cShape(), 0, {{200, 200}, {210, 210}}));
}

TEST(BoxInside, FailsAroundAHole) {
    geom::PolygonSet set;
    set.add({{{{0, 0}, {100, 0}, {100, 100}, {0, 100}}, {{{40, 40}, {40, 60}, {60, 60}, {60, 40}}}}});
    EXPECT_FALSE(boxInside(set, 0, {{30, 30}, {70, 70}}));
    EXPECT_FALSE(boxInside(set, 0, {{45, 45}, {55, 55}}));
    EXPECT_TRUE(boxInside(set, 0, {{5, 5}, {35, 95}}));
}

TEST(BoxInside, FailsWhenAThinWedgePassesBetweenTheCorners) {
    geom::PolygonSet set;
    set.add({{{{0, 0}, {100, 0}, {100, 49}, {20, 50}, {100, 51}, {100, 100}, {0, 100}}, {}}});
    EXPECT_FALSE(boxInside(set, 0, {{50, 30}, {90, 70}}));
}

}  // namespace
}  // namespace xiangtu::scene
