// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/outline.h"

#include "geom/measure.h"
#include "geom/overlay.h"
#include "support/coverage.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace xiangtu::geom {
namespace {

PlanePoint flat(GeoPoint p) { return {p.lon, p.lat, 0}; }

/// A star around a place: simple whatever the radii.
GeoMultiPolygon star(GeoPoint middle, double radius, int points, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> share(0.3, 1.0);
    GeoRing ring;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points, r = radius * share(random);
        ring.push_back({middle.lon + r * std::cos(angle), middle.lat + r * std::sin(angle)});
    }
    return {{ring, {}}};
}

double area(const GeoMultiPolygon& shape) { return Outline(shape, flat).area(); }

TEST(Outline, MeasuresTheShapeItself) {
    const GeoMultiPolygon ring{{{{0, 0}, {0, 3}, {3, 3}, {3, 0}}, {{{1, 1}, {2, 1}, {2, 2}, {1, 2}}}}};
    EXPECT_NEAR(area(ring), 8, 1e-12);
    EXPECT_NEAR(commonArea(Outline(ring, flat), Outline(ring, flat)), 8, 1e-12);
}

TEST(Outline, RandomShapesShareWhatAnOverlayOfThemHas) {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> at(-0.02, 0.02);
    for (unsigned seed = 0; seed < 300; ++seed) {
        const GeoMultiPolygon a = star({110, 36}, 0.02, 5 + int(seed % 60), seed);
        const GeoMultiPolygon b = star({110 + at(random), 36 + at(random)}, 0.015, 4 + int(seed % 90), seed + 1000);
        const double shared = commonArea(Outline(a, flat), Outline(b, flat));
        const Overlay overlaid = overlay(a, b);
        ASSERT_NEAR(shared, overlaid.shared.empty() ? 0 : area(overlaid.shared), 1e-6 * area(b)) << seed;
        ASSERT_NEAR(shared, commonArea(Outline(b, flat), Outline(a, flat)), 1e-11 * area(b)) << seed;
    }
}

TEST(Outline, TheCellsOfACoverageShareOutAShapeWithoutRest) {
    const auto snapshot = support::snapshot({.side = 12});
    const auto& grids = snapshot.table(model::Level::grid).shapes;
    const auto& villages = snapshot.table(model::Level::village).shapes;
    const Outline county(snapshot.table(model::Level::county).shapes, 0, flat);
    std::vector<Outline> cells;
    for (std::size_t f = 0; f < grids.size(); ++f) cells.emplace_back(grids, f, flat);
    std::vector<GeoMultiPolygon> shapes;
    for (unsigned seed = 1; seed < 40; ++seed) shapes.push_back(star({110.012, 36.512}, 0.014, 40, seed));
    // Made of the cells' own borders: every edge lies on one.
    for (std::size_t f = 0; f < villages.size(); ++f) shapes.push_back(toGeo(villages.feature(f)));
    // Corners on corners.
    for (std::size_t f = 0; f + 1 < grids.size(); f += 5) {
        const auto a = grids.ring(grids.firstRing(f));
        const auto b = grids.ring(grids.firstRing(f + 1));
        GeoMultiPolygon triangle{{{toGeo(a[0]), toGeo(a[a.size() / 2]), toGeo(b[b.size() / 2])}, {}}};
        if (std::abs(signedArea(triangle[0].outer)) > 1e-9) shapes.push_back(std::move(triangle));
    }
    for (const GeoMultiPolygon& shape : shapes) {
        const Outline whole(shape, flat);
        double sum = 0;
        for (const Outline& cell : cells) sum += commonArea(whole, cell);
        ASSERT_NEAR(sum, commonArea(whole, county), 1e-9 * whole.area());
    }
}

TEST(Outline, CommonBordersAreNoArea) {
    const GeoMultiPolygon left{{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}, {}}}, right{{{{1, 0}, {2, 0}, {2, 1}, {1, 1}}, {}}};
    const GeoMultiPolygon corner{{{{1, 1}, {2, 1}, {2, 2}, {1, 2}}, {}}};
    EXPECT_NEAR(commonArea(Outline(left, flat), Outline(right, flat)), 0, 1e-14);
    EXPECT_NEAR(commonArea(Outline(right, flat), Outline(left, flat)), 0, 1e-14);
    EXPECT_NEAR(commonArea(Outline(left, flat), Outline(corner, flat)), 0, 1e-14);
    EXPECT_NEAR(commonArea(Outline(left, flat), Outline(left, flat)), 1, 1e-14);
}

TEST(Outline, WhatLiesInAHoleIsNotShared) {
    const GeoMultiPolygon ring{{{{0, 0}, {3, 0}, {3, 3}, {0, 3}}, {{{1, 1}, {1, 2}, {2, 2}, {2, 1}}}}};
    const GeoMultiPolygon inHole{{{{1.2, 1.2}, {1.8, 1.2}, {1.8, 1.8}, {1.2, 1.8}}, {}}};
    const GeoMultiPolygon fillsHole{{{{1, 1}, {2, 1}, {2, 2}, {1, 2}}, {}}};
    const GeoMultiPolygon over{{{{0.5, 0.5}, {2.5, 0.5}, {2.5, 2.5}, {0.5, 2.5}}, {}}};
    EXPECT_NEAR(commonArea(Outline(ring, flat), Outline(inHole, flat)), 0, 1e-14);
    EXPECT_NEAR(commonArea(Outline(ring, flat), Outline(fillsHole, flat)), 0, 1e-14);
    EXPECT_NEAR(commonArea(Outline(fillsHole, flat), Outline(ring, flat)), 0, 1e-14);
    EXPECT_NEAR(commonArea(Outline(ring, flat), Outline(over, flat)), 3, 1e-13);
}

/// A plane in which parallels lie closer and closer.
PlanePoint bent(GeoPoint p) { return {p.lon, p.lat - 0.01 * (p.lat - 36) * (p.lat - 36), -0.02}; }

TEST(Outline, InABentPlaneThePartsStillMakeUpTheWhole) {
    const auto snapshot = support::snapshot({.side = 12});
    const auto& grids = snapshot.table(model::Level::grid).shapes;
    const Outline county(snapshot.table(model::Level::county).shapes, 0, bent);
    for (unsigned seed = 1; seed < 20; ++seed) {
        const Outline whole(star({110.012, 36.512}, 0.014, 7, seed), bent);
        double sum = 0;
        for (std::size_t f = 0; f < grids.size(); ++f) sum += commonArea(whole, Outline(grids, f, bent));
        ASSERT_NEAR(sum, commonArea(whole, county), 1e-9 * whole.area());
    }
    // The integral of cos-like bending over a tall box: exact, as the bend is of second order.
    const Outline box(GeoMultiPolygon{{{{110, 36}, {111, 36}, {111, 38}, {110, 38}}, {}}}, bent);
    EXPECT_NEAR(box.area(), 2 - 0.04, 1e-9);
}

TEST(Outline, NothingSharesNothing) {
    EXPECT_EQ(commonArea(Outline(), Outline(star({1, 1}, 1, 9, 1), flat)), 0);
    EXPECT_TRUE(Outline(GeoMultiPolygon{}, flat).empty());
}

}  // namespace
}  // namespace xiangtu::geom
