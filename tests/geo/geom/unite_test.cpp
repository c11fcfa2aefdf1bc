// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/unite.h"

#include "geom/contains.h"
#include "geom/measure.h"
#include "geom/validity.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace xiangtu::geom {
namespace {

GeoMultiPolygon circle(GeoPoint at, double r, int corners) {
    GeoRing ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        ring.push_back({at.lon + r * std::cos(angle), at.lat + r * std::sin(angle)});
    }
    return {{ring, {}}};
}

TEST(Unite, HoldsWhatAnyOfTheShapesHolds) {
    for (unsigned seed = 0; seed < 10; ++seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> place(0, 0.1), size(0.002, 0.02);
        std::vector<GeoMultiPolygon> shapes;
        for (int i = 0; i < 40; ++i) shapes.push_back(circle({place(random), place(random)}, size(random), 48));
        const GeoMultiPolygon all = unite(shapes);
        EXPECT_EQ(whyInvalid(all), "");
        for (int i = 0; i < 2000; ++i) {
            const GeoPoint p{place(random), place(random)};
            bool any = false;
            for (const auto& shape : shapes) any = any || contains(shape, p);
            EXPECT_EQ(contains(all, p), any);
        }
    }
}

TEST(Unite, OfNeighboursLeavesNoBorder) {
    const GeoMultiPolygon all = unite({{{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}, {}}}, {{{{1, 0}, {2, 0}, {2, 1}, {1, 1}}, {}}}});
    ASSERT_EQ(all.size(), 1u);
    EXPECT_NEAR(signedArea(all[0].outer), 2, 1e-12);
    EXPECT_TRUE(unite({}).empty());
}

TEST(Unite, OfTheSameShapeTwiceIsThatShape) {
    const GeoMultiPolygon one = circle({0, 0}, 0.01, 128);
    EXPECT_NEAR(signedArea(unite({one, one, one})[0].outer), signedArea(one[0].outer), 1e-12);
}

}  // namespace
}  // namespace xiangtu::geom
