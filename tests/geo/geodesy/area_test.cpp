// SPDX-License-Identifier: GPL-3.0-or-later
#include "geodesy/area.h"

#include "geom/polygon_set.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

namespace xiangtu::geodesy {
namespace {

using geom::GeoPoint;
using geom::GeoPolygon;

// GeographicLib's own planimeter tests (Karney), computed there on WGS 84, which is CGCS2000 to
// 2e-11 in flattening.
TEST(Area, MatchesKarneysPublishedPlanimeterValues) {
    const GeoPolygon roundPole{{{0, 89}, {90, 89}, {180, 89}, {270, 89}}, {}};
    EXPECT_NEAR(area({roundPole}), 24952305678.0, 1);
    const GeoPolygon diamond{{{-1, 0}, {0, -1}, {1, 0}, {0, 1}}, {}};
    EXPECT_NEAR(area({diamond}), 24619419146.0, 1);
    const GeoPolygon octant{{{0, 90}, {0, 0}, {90, 0}}, {}};
    EXPECT_NEAR(area({octant}), 63758202715511.0, 1000);
}

TEST(Area, IsTheSameInBothDirectionsAndTakesHolesOff) {
    const GeoPolygon outer{{{109, 27}, {109.2, 27}, {109.2, 27.1}, {109, 27.1}}, {}};
    const GeoPolygon turned{{{109, 27.1}, {109.2, 27.1}, {109.2, 27}, {109, 27}}, {}};
    EXPECT_DOUBLE_EQ(area({outer}), area({turned}));
    const geom::GeoRing hole{{109.05, 27.02}, {109.05, 27.03}, {109.06, 27.03}, {109.06, 27.02}};
    const GeoPolygon holed{outer.outer, {hole}};
    EXPECT_NEAR(area({holed}), area({outer}) - area({GeoPolygon{hole, {}}}), 1e-6);
}

TEST(Area, OfAFeatureInASetEqualsThatOfItsShape) {
    const geom::GeoMultiPolygon shape{{{{109, 27}, {109.2, 27}, {109.2, 27.1}, {109, 27.1}},
                                       {{{109.05, 27.02}, {109.05, 27.03}, {109.06, 27.03}, {109.06, 27.02}}}},
                                      {{{109.5, 27}, {109.6, 27}, {109.6, 27.1}}, {}}};
    geom::PolygonSet set;
    set.add({});
    set.add(geom::snapToGrid(shape));
    EXPECT_EQ(area(set, 0), 0);
    EXPECT_NEAR(area(set, 1), area(shape), 1e-3);
}

TEST(Area, CrossesTheDateLine) {
    const GeoPolygon across{{{179.9, 10}, {-179.9, 10}, {-179.9, 10.1}, {179.9, 10.1}}, {}};
    const GeoPolygon inside{{{99.9, 10}, {100.1, 10}, {100.1, 10.1}, {99.9, 10.1}}, {}};
    EXPECT_NEAR(area({across}), area({inside}), 1e-3);
}

TEST(Area, FifteenMuAreOneHectare) {
    EXPECT_DOUBLE_EQ(muFromSquareMetres(10000), 15);
    EXPECT_DOUBLE_EQ(squareMetresFromMu(15), 10000);
    // Figures counties report in mu, and their hectares to the second decimal.
    const std::pair<double, double> reported[] = {{2000, 133.33},  {630, 42.00},   {4700, 313.33},
                                                  {10000, 666.67}, {1500, 100.00}, {472.8, 31.52}};
    for (const auto& [mu, hectares] : reported) EXPECT_NEAR(squareMetresFromMu(mu) / 10000, hectares, 0.005) << mu;
}

/// Distance by PROJ's own tool, or nothing where it is not installed.
double geodTool(GeoPoint a, GeoPoint b) {
    char command[256];
    std::snprintf(command, sizeof command,
                  "printf '%.10f %.10f %.10f %.10f\\n' | geod -I +a=6378137 +rf=298.257222101 -F %%.6f 2>/dev/null",
                  a.lat, a.lon, b.lat, b.lon);
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command, "r"), pclose);
    char line[256] = {};
    if (!pipe || !std::fgets(line, sizeof line, pipe.get())) return -1;
    const std::string text = line;
    const auto tab = text.rfind('\t');
    return tab == std::string::npos ? -1 : std::atof(text.c_str() + tab + 1);
}

TEST(Distance, AgreesWithTheGeodProgram) {
    const std::pair<GeoPoint, GeoPoint> pairs[] = {
        {{109.299, 27.720}, {109.804, 28.317}}, {{120.05, 30.21}, {120.06, 30.21}}, {{75.1, 39.2}, {131.0, 45.3}}};
    for (const auto& [a, b] : pairs) {
        const double told = geodTool(a, b);
        ASSERT_GE(told, 0) << "the geod program (Debian package proj-bin) gave no answer";
        EXPECT_NEAR(distance(a, b), told, 1e-5);
    }
}

TEST(Length, AddsItsLegsAndIsZeroForAPoint) {
    EXPECT_EQ(length({}), 0);
    EXPECT_EQ(length({{109, 27}}), 0);
    EXPECT_DOUBLE_EQ(length({{109, 27}, {109.1, 27}, {109.1, 27.1}}),
                     distance({109, 27}, {109.1, 27}) + distance({109.1, 27}, {109.1, 27.1}));
    // One degree of a meridian from the equator is 110 574.4 m on GRS 80-like ellipsoids.
    EXPECT_NEAR(distance({109, 0}, {109, 1}), 110574.389, 0.01);
}

}  // namespace
}  // namespace xiangtu::geodesy
