// SPDX-License-Identifier: GPL-3.0-or-later
// What is drawn as near, against geodesic distances of its corners and of places beside it.
#include "query/belt.h"

#include "geodesy/area.h"
#include "geodesy/distance.h"
#include "geom/contains.h"
#include "geom/validity.h"

#include <gtest/gtest.h>

#include <numbers>
#include <random>

namespace xiangtu::query {
namespace {

std::vector<geom::GeoPoint> cornersOf(const geom::GeoMultiPolygon& shape) {
    std::vector<geom::GeoPoint> out;
    for (const geom::GeoPolygon& part : shape) {
        out.insert(out.end(), part.outer.begin(), part.outer.end());
        for (const geom::GeoRing& hole : part.holes) out.insert(out.end(), hole.begin(), hole.end());
    }
    return out;
}

/// Corners lie the metres away or, where two pieces cross in a bend, a little less; and what is inside is what is near.
void expectBelt(const geom::GeoShape& shape, double metres, unsigned seed) {
    const geom::GeoMultiPolygon belt = beltAround(shape, metres);
    EXPECT_EQ(geom::whyInvalid(belt), "");
    for (const geom::GeoPoint corner : cornersOf(belt)) {
        const double away = geodesy::distance(corner, shape);
        EXPECT_LE(away, metres * (1 + 1e-5));
        EXPECT_GE(away, metres * (1 - 4e-4));
    }
    std::mt19937 random(seed);
    const auto corners = cornersOf(belt);
    ASSERT_FALSE(corners.empty());
    std::uniform_int_distribution<std::size_t> any(0, corners.size() - 1);
    std::uniform_real_distribution<double> apart(-2e-5 * metres, 2e-5 * metres);
    for (int i = 0; i < 400; ++i) {
        const geom::GeoPoint corner = corners[any(random)];
        const geom::GeoPoint at{corner.lon + apart(random), corner.lat + apart(random)};
        const double away = geodesy::distance(at, shape);
        if (std::abs(away - metres) < 5e-4 * metres) continue;
        EXPECT_EQ(geom::contains(belt, at), away < metres) << away << " of " << metres;
    }
}

TEST(Belt, OfAPlaceIsItsGeodesicCircle) {
    for (const geom::GeoPoint at : {geom::GeoPoint{109.6, 27.95}, {98.9, 36.6}, {110.0, 0.0}, {120, 53}}) {
        expectBelt(at, 2000, 1);
        const double ideal = std::numbers::pi * 2000 * 2000;
        EXPECT_NEAR(geodesy::area(beltAround(at, 2000)) / ideal, 1, 5e-4);
    }
}

TEST(Belt, OfALineIsItsCorridor) {
    const geom::GeoMultiLine bent{{{109.6, 27.95}, {109.62, 27.95}, {109.63, 27.96}, {109.61, 27.97}}};
    expectBelt(bent, 200, 2);
    // Straight on, back on itself, and along a parallel for a hundred kilometres.
    expectBelt(geom::GeoMultiLine{{{109.6, 27.95}, {109.61, 27.95}, {109.63, 27.95}}}, 200, 3);
    expectBelt(geom::GeoMultiLine{{{109.6, 27.95}, {109.61, 27.96}, {109.6, 27.95}}}, 200, 4);
    expectBelt(geom::GeoMultiLine{{{109, 36.5}, {110, 36.5}}}, 500, 5);
}

TEST(Belt, OfARandomWalkIsWhatIsNear) {
    for (unsigned seed = 0; seed < 8; ++seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> step(-0.01, 0.01);
        geom::GeoLine walk{{109.6, 27.95}};
        for (int i = 0; i < 25; ++i) walk.push_back({walk.back().lon + step(random), walk.back().lat + step(random)});
        expectBelt(geom::GeoMultiLine{walk}, 150 + 100 * seed, seed);
    }
}

TEST(Belt, OfLandHoldsTheLandAndItsHolesShrink) {
    geom::GeoMultiPolygon land{{{{109.6, 27.9}, {109.64, 27.9}, {109.64, 27.94}, {109.6, 27.94}},
                                {{{109.61, 27.91}, {109.61, 27.93}, {109.63, 27.93}, {109.63, 27.91}}}}};
    expectBelt(land, 300, 6);
    const geom::GeoMultiPolygon belt = beltAround(land, 300);
    ASSERT_EQ(belt.size(), 1u);
    EXPECT_EQ(belt[0].holes.size(), 1u);
    EXPECT_TRUE(beltAround(land, 3000)[0].holes.empty());
}

TEST(Belt, OfNothingIsNothing) {
    EXPECT_TRUE(beltAround({}, 100).empty());
    EXPECT_EQ(beltAround(geom::GeoMultiLine{{{109.6, 27.9}}}, 100).size(), 1u);
}

}  // namespace
}  // namespace xiangtu::query
