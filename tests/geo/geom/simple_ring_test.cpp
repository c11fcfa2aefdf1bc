// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/simple_ring.h"

#include "geom/boost_shape.h"
#include "geom/polygon.h"

#include <gtest/gtest.h>
#include <boost/geometry/algorithms/correct.hpp>
#include <boost/geometry/algorithms/is_valid.hpp>

#include <limits>
#include <random>

namespace xiangtu::geom {
namespace {

Ring scaled(std::initializer_list<std::pair<int, int>> corners) {
    Ring ring;
    for (const auto& [x, y] : corners) ring.push_back({x * 1000, y * 1000});
    return ring;
}

GeoRing inDegrees(const Ring& ring) {
    GeoRing out;
    for (const GridPoint p : ring) out.push_back(toGeo(p));
    return out;
}

bool validAfterBoost(const Ring& ring) {
    BoostMultiPolygon shape = toBoost(GeoMultiPolygon{{inDegrees(ring), {}}});
    boost::geometry::correct(shape);
    return boost::geometry::is_valid(shape);
}

TEST(SimpleRing, PlainRingsAreSimple) {
    for (const Ring& ring : {scaled({{0, 0}, {4, 0}, {4, 3}}), scaled({{0, 0}, {2, 0}, {4, 0}, {4, 4}, {0, 4}}),
                             scaled({{0, 0}, {9, 0}, {9, 9}, {6, 9}, {6, 3}, {3, 3}, {3, 9}, {0, 9}})}) {
        EXPECT_TRUE(surelySimple(ring));
        EXPECT_TRUE(surelySimple(inDegrees(ring)));
    }
}

TEST(SimpleRing, WhatCrossesTouchesTurnsBackOrStandsTwiceIsNot) {
    for (const Ring& ring : {scaled({{0, 0}, {4, 4}, {4, 0}, {0, 4}}),                  // a bow tie
                             scaled({{0, 0}, {6, 0}, {6, 4}, {3, 0}, {0, 4}}),          // a vertex on a side
                             scaled({{0, 0}, {3, 3}, {0, 6}, {6, 6}, {3, 3}, {6, 0}}),  // a vertex twice
                             scaled({{0, 0}, {4, 0}, {4, 4}, {4, 8}, {4, 4}, {0, 4}}),  // a spike
                             scaled({{0, 0}, {8, 0}, {5, 0}, {5, 5}}),                  // back along its side
                             scaled({{0, 0}, {0, 0}, {4, 0}, {4, 4}}),                  // a vertex repeated
                             scaled({{0, 0}, {4, 0}, {8, 0}}),                          // no area
                             scaled({{0, 0}, {9, 0}, {9, 2}, {6, 2}, {6, 0}, {3, 0}, {3, 2}, {0, 2}}),  // along a side
                             scaled({{0, 0}, {4, 0}}), scaled({})}) {
        EXPECT_FALSE(surelySimple(ring));
        EXPECT_FALSE(surelySimple(inDegrees(ring)));
    }
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(surelySimple(GeoRing{{0, 0}, {1, 0}, {1, nan}, {0, 1}}));
}

TEST(SimpleRing, WhatItCallsSimpleIsValidAndMostOfWhatIsValidItCallsSimple) {
    std::mt19937 random(20261122);
    int simple = 0, valid = 0;
    for (int round = 0; round < 4000; ++round) {
        std::uniform_int_distribution<int> corner(0, 9), count(3, 7);
        Ring ring;
        for (int n = count(random); n > 0; --n) {
            const int x = corner(random), y = corner(random);
            ring.push_back({x * 1000, y * 1000});
        }
        const bool told = surelySimple(ring), is = validAfterBoost(ring);
        simple += told;
        valid += is;
        if (told) { ASSERT_TRUE(is) << round; }
        // In eighths of a degree the corners stand as exactly as on the lattice.
        GeoRing eighths;
        for (const GridPoint p : ring) eighths.push_back({p.x / 8000.0, p.y / 8000.0});
        ASSERT_EQ(surelySimple(eighths), told) << round;
    }
    // What is left over has vertices that are repeated or lie on a straight line going on.
    EXPECT_GT(simple, 500);
    EXPECT_GT(simple, valid * 8 / 10);
}

TEST(SimpleRing, ALongRingIsToldInReasonableTime) {
    Ring circle;
    for (int i = 0; i < 100'000; ++i) {
        const double at = i * 2 * 3.14159265358979 / 100'000;
        circle.push_back({std::int32_t(1e8 * std::cos(at)), std::int32_t(1e8 * std::sin(at))});
    }
    EXPECT_TRUE(surelySimple(circle));
    std::swap(circle[500], circle[50'000]);
    EXPECT_FALSE(surelySimple(circle));
    Ring comb;  // every tooth lies beside all others
    for (int i = 0; i < 20'000; ++i) comb.push_back({i % 2 == 0 ? 0 : 1'000'000, i * 10});
    comb.push_back({2'000'000, 200'000});
    comb.push_back({2'000'000, -10});
    EXPECT_FALSE(surelySimple(comb)) << "left to the full check";
}

}  // namespace
}  // namespace xiangtu::geom
