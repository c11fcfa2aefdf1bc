// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/polygon_set.h"

#include <gtest/gtest.h>

namespace xiangtu::geom {
namespace {

const MultiPolygon kWithHole{{{{0, 0}, {30, 0}, {30, 30}, {0, 30}}, {{{10, 10}, {10, 20}, {20, 20}, {20, 10}}}}};
const MultiPolygon kTwoParts{{{{40, 0}, {50, 0}, {50, 10}}, {}}, {{{60, 0}, {70, 0}, {70, 10}}, {}}};

TEST(PolygonSet, GivesBackWhatWasAdded) {
    PolygonSet set;
    set.add(kWithHole);
    set.add({});
    set.add(kTwoParts);
    ASSERT_EQ(set.size(), 3u);
    EXPECT_EQ(set.feature(0), kWithHole);
    EXPECT_TRUE(set.feature(1).empty());
    EXPECT_EQ(set.feature(2), kTwoParts);
    EXPECT_FALSE(set.hasShape(1));
    EXPECT_TRUE(set.box(1).empty());
}

TEST(PolygonSet, AreaTakesHolesOff) {
    PolygonSet set;
    set.add(kWithHole);
    EXPECT_EQ(std::int64_t(set.twiceArea(0)), 2 * (900 - 100));
}

TEST(PolygonSet, ExtentCoversEveryFeature) {
    PolygonSet set;
    set.add(kWithHole);
    set.add(kTwoParts);
    EXPECT_EQ(set.extent().min, (GridPoint{0, 0}));
    EXPECT_EQ(set.extent().max, (GridPoint{70, 30}));
}

}  // namespace
}  // namespace xiangtu::geom
