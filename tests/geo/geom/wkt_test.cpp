// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/wkt.h"

#include "base/error.h"
#include "geom/measure.h"
#include "geom/overlay.h"
#include "geom/validity.h"

#include <gtest/gtest.h>

#include <random>

namespace xiangtu::geom {
namespace {

GeoMultiPolygon polygons(const char* text) { return std::get<GeoMultiPolygon>(shapeFromWkt(text)); }

double areaOf(const GeoMultiPolygon& shape) {
    double area = 0;
    for (const GeoPolygon& part : shape) {
        area += std::abs(signedArea(part.outer));
        for (const GeoRing& hole : part.holes) area -= std::abs(signedArea(hole));
    }
    return area;
}

TEST(Wkt, ComesBackExactly) {
    for (const char* text : {"POINT(110.123456789012 36.5)", "MULTILINESTRING((1 2,3 4.25),(5 6,7 8,9 1e-7))",
                             "MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0),(1 1,1 2,2 2,2 1,1 1)),((9 9,10 9,10 10,9 9)))",
                             // Rings without area have no way round to be turned.
                             "MULTIPOLYGON(((0 0,4 0,4 4,0 3,0 0),(1 1,2 2,2 2,0 0,1 1)))",
                             "MULTIPOLYGON(((0 0,0.1 0.1,0.3 0.3,0.7 0.7,0 0)))"}) {
        const std::string once = wkt(shapeFromWkt(text));
        EXPECT_EQ(wkt(shapeFromWkt(once)), once);
        EXPECT_EQ(shapeFromWkt(once), shapeFromWkt(text));
    }
    EXPECT_EQ(wkt(shapeFromWkt("POINT(110.123456789012 36.5)")), "POINT(110.123456789012 36.5)");
    EXPECT_EQ(wkt(GeoShape{}), "");
    EXPECT_EQ(shapeFromWkt("").index(), 0u);
}

TEST(Wkt, ReadsSingleFormsInAnyCase) {
    EXPECT_EQ(shapeFromWkt("linestring (0 0, 1 1)"), shapeFromWkt("MULTILINESTRING((0 0,1 1))"));
    const GeoMultiPolygon turned = polygons(" Polygon((0 0,0 1,1 1,0 0))");
    EXPECT_EQ(signedArea(turned[0].outer), 0.5) << "rings are turned the house's way";
}

TEST(Wkt, RefusesWithThePlace) {
    for (const char* bad :
         {"POINT(1)", "POINT(1 2", "POINT(1 2))", "CIRCLE(1 2)", "POLYGON((0 0,1 0,1 1,0 1))", "POINT(nan 1)",
          "POINT Z(1 2 3)", "MULTIPOLYGON(((0 0,1 0,0 0)", "POLYGON EMPTY", "POINT(1e999 0)"}) {
        EXPECT_THROW((void)shapeFromWkt(bad), base::Error) << bad;
    }
}

TEST(Validity, SaysWhatIsWrong) {
    EXPECT_EQ(whyInvalid(shapeFromWkt("POLYGON((0 0,1 0,1 1,0 1,0 0))")), "");
    EXPECT_EQ(whyInvalid(GeoPoint{110, 36}), "");
    EXPECT_NE(whyInvalid(GeoPoint{190, 36}), "");
    EXPECT_NE(whyInvalid(GeoPoint{std::nan(""), 36}), "");
    EXPECT_NE(whyInvalid(shapeFromWkt("LINESTRING(0 0,0 0)")), "");
    EXPECT_NE(whyInvalid(shapeFromWkt("POLYGON((0 0,1 0,0 0))")), "");
    EXPECT_NE(whyInvalid(shapeFromWkt("POLYGON((0 0,1 1,1 0,0 1,0 0))")), "");
    EXPECT_NE(whyInvalid(shapeFromWkt("POLYGON((0 0,4 0,4 4,0 4,0 0),(5 5,6 5,6 6,5 5))")), "") << "hole outside";
    EXPECT_NE(whyInvalid(shapeFromWkt("MULTIPOLYGON(((0 0,4 0,4 4,0 4,0 0)),((1 1,2 1,2 2,1 1)))")), "")
        << "parts overlap";
}

TEST(Overlay, SharesAndLeavesTheRest) {
    const Overlay o = overlay(polygons("POLYGON((0 0,4 0,4 4,0 4,0 0))"), polygons("POLYGON((2 2,6 2,6 6,2 6,2 2))"));
    EXPECT_DOUBLE_EQ(areaOf(o.shared), 4);
    EXPECT_DOUBLE_EQ(areaOf(o.rest), 12);
}

TEST(Overlay, AreasAddUpForManyRandomShapes) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> place(-1, 1), radius(0.3, 1.2);
    const auto star = [&] {
        GeoPolygon polygon;
        const double x = place(random), y = place(random);
        for (int i = 0; i < 24; ++i) {
            const double angle = i * 0.2617993877991494, r = radius(random);
            polygon.outer.push_back({x + r * std::cos(angle), y + r * std::sin(angle)});
        }
        return GeoMultiPolygon{polygon};
    };
    for (int i = 0; i < 200; ++i) {
        const GeoMultiPolygon a = star(), b = star();
        ASSERT_EQ(whyInvalid(a), "");
        const Overlay ab = overlay(a, b), ba = overlay(b, a);
        EXPECT_NEAR(areaOf(ab.shared) + areaOf(ab.rest), areaOf(a), 1e-6);
        EXPECT_NEAR(areaOf(ab.shared), areaOf(ba.shared), 1e-6);
    }
}

}  // namespace
}  // namespace xiangtu::geom
