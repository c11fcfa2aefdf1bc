// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/measure.h"

#include <gtest/gtest.h>

namespace xiangtu::geom {
namespace {

TEST(Measure, AreaIsSignedAndExact) {
    const Ring ccw{{0, 0}, {4, 0}, {4, 3}, {0, 3}};
    const Ring cw{ccw.rbegin(), ccw.rend()};
    EXPECT_EQ(std::int64_t(twiceArea(ccw)), 24);
    EXPECT_EQ(std::int64_t(twiceArea(cw)), -24);
    EXPECT_EQ(std::int64_t(twiceArea(Ring{{0, 0}, {4, 0}})), 0);
}

TEST(Measure, TheWholeWorldDoesNotOverflow) {
    const Ring world{{-1'800'000'000, -900'000'000},
                     {1'800'000'000, -900'000'000},
                     {1'800'000'000, 900'000'000},
                     {-1'800'000'000, 900'000'000}};
    EXPECT_EQ(twiceArea(world), __int128(2) * 3'600'000'000 * 1'800'000'000);
}

TEST(Measure, OrientTurnsOuterRingsLeftAndHolesRight) {
    MultiPolygon shape{{{{0, 3}, {4, 3}, {4, 0}, {0, 0}}, {{{1, 1}, {2, 1}, {2, 2}, {1, 2}}}}};
    orient(shape);
    EXPECT_GT(twiceArea(shape[0].outer), 0);
    EXPECT_LT(twiceArea(shape[0].holes[0]), 0);
    EXPECT_EQ(std::int64_t(twiceArea(shape)), 24 - 2);
}

TEST(Measure, DegreesKeepTheirDigitsFarFromTheOrigin) {
    const GeoRing ring{{110.0, 36.0}, {110.000001, 36.0}, {110.000001, 36.000001}, {110.0, 36.000001}};
    EXPECT_NEAR(signedArea(ring), 1e-12, 1e-17);
}

}  // namespace
}  // namespace xiangtu::geom
