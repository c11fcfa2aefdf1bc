// SPDX-License-Identifier: GPL-3.0-or-later
#include "geodesy/distance.h"

#include "geodesy/area.h"

#include <gtest/gtest.h>

#include <cmath>

namespace xiangtu::geodesy {
namespace {

constexpr geom::GeoPoint kPlace{109.99, 36.58};

TEST(Distance, ToAPointIsTheGeodesic) {
    const geom::GeoPoint other{110.02, 36.55};
    EXPECT_DOUBLE_EQ(distance(kPlace, geom::GeoShape(other)), distance(kPlace, other));
    EXPECT_TRUE(std::isinf(distance(kPlace, geom::GeoShape())));
}

TEST(Distance, ToALineIsToItsNearestPointNotItsNearestVertex) {
    // A meridian 0.01° to the east whose ends are 0.2° away: the foot is at the place's own latitude.
    const geom::GeoShape line = geom::GeoMultiLine{{{110.0, 36.38}, {110.0, 36.78}}};
    const double straight = distance(kPlace, geom::GeoPoint{110.0, 36.58});
    EXPECT_NEAR(distance(kPlace, line), straight, straight * 1e-6);
    const geom::GeoShape single = geom::GeoMultiLine{{{110.0, 36.58}}};
    EXPECT_DOUBLE_EQ(distance(kPlace, single), straight);
}

TEST(Distance, InsideAPolygonIsNoneAndInItsHoleIsToTheHole) {
    geom::GeoPolygon square{{{109.9, 36.5}, {110.1, 36.5}, {110.1, 36.7}, {109.9, 36.7}}, {}};
    EXPECT_EQ(distance(kPlace, geom::GeoMultiPolygon{square}), 0);
    EXPECT_NEAR(distance({110.2, 36.6}, geom::GeoMultiPolygon{square}),
                distance(geom::GeoPoint{110.2, 36.6}, geom::GeoPoint{110.1, 36.6}), 1);
    square.holes.push_back({{109.98, 36.57}, {109.98, 36.60}, {110.01, 36.60}, {110.01, 36.57}});
    const double side = distance(kPlace, geom::GeoPoint{109.98, 36.58});
    EXPECT_NEAR(distance(kPlace, geom::GeoMultiPolygon{square}), side, side * 1e-6);
}

TEST(LocalPlane, AgreesWithGeodesicsNearby) {
    for (const double lat : {18.0, 36.58, 53.0}) {
        const geom::GeoPoint origin{110, lat};
        const LocalPlane plane(origin);
        for (const geom::GeoPoint p : {geom::GeoPoint{110.08, lat}, {110, lat + 0.08}, {109.93, lat - 0.05}}) {
            const double exact = distance(origin, p);
            EXPECT_NEAR(plane.to(p), exact, exact * 2e-3);
        }
    }
}

}  // namespace
}  // namespace xiangtu::geodesy
