// SPDX-License-Identifier: GPL-3.0-or-later
#include "geodesy/shift.h"

#include "geodesy/area.h"

#include <gtest/gtest.h>

#include <random>

namespace xiangtu::geodesy {
namespace {

using geom::GeoPoint;

TEST(Gcj02, GivesThePublishedValues) {
    // Pairs published with the eviltransform library.
    const std::pair<GeoPoint, GeoPoint> pairs[] = {{{121.5272106, 31.1774276}, {121.531541859215, 31.17530398364597}},
                                                   {{113.912316, 22.543847}, {113.9171764808363, 22.540796131694766}},
                                                   {{116.377817, 39.911954}, {116.38404722455657, 39.91334545536069}}};
    for (const auto& [wgs, gcj] : pairs) {
        EXPECT_NEAR(gcj02FromWgs84(wgs).lon, gcj.lon, 5e-7);
        EXPECT_NEAR(gcj02FromWgs84(wgs).lat, gcj.lat, 5e-7);
    }
}

TEST(Gcj02, ComesBackToTheSamePlace) {
    std::mt19937 random(20240601);
    std::uniform_real_distribution<double> lon(73, 136);
    std::uniform_real_distribution<double> lat(4, 54);
    for (int i = 0; i < 5000; ++i) {
        const GeoPoint p{lon(random), lat(random)};
        const GeoPoint back = wgs84FromGcj02(gcj02FromWgs84(p));
        EXPECT_NEAR(back.lon, p.lon, 1e-9);
        EXPECT_NEAR(back.lat, p.lat, 1e-9);
    }
}

TEST(Gcj02, MovesChinaBySomeHundredMetres) {
    for (const GeoPoint p : {GeoPoint{110.0, 36.5}, GeoPoint{100.6, 36.3}, GeoPoint{117.1, 28.7}}) {
        const double metres = distance(p, gcj02FromWgs84(p));
        EXPECT_GT(metres, 50);
        EXPECT_LT(metres, 1000);
    }
}

TEST(Gcj02, LeavesOtherCountriesAlone) {
    for (const GeoPoint p :
         {GeoPoint{-71.1, 42.37}, GeoPoint{2.35, 48.86}, GeoPoint{151.2, -33.9}, GeoPoint{139.7, 35.7}}) {
        EXPECT_EQ(gcj02FromWgs84(p), p);
        EXPECT_EQ(wgs84FromGcj02(p), p);
    }
}

}  // namespace
}  // namespace xiangtu::geodesy
