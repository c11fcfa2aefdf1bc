// SPDX-License-Identifier: GPL-3.0-or-later
#include "geodesy/equal_area.h"

#include "geodesy/area.h"

#include <gtest/gtest.h>

#include <cmath>

namespace xiangtu::geodesy {
namespace {

TEST(EqualArea, AgreesWithGeodesicAreasOfFieldsAndVillages) {
    for (const double latitude : {4.0, 18.5, 27.9, 36.6, 53.4}) {
        for (const double size : {0.0005, 0.005, 0.02}) {
            geom::GeoRing ring;
            for (int i = 0; i < 60; ++i) {
                const double angle = 2 * M_PI * i / 60, r = size * (0.7 + 0.3 * std::cos(5 * angle));
                ring.push_back({109.6 + r * std::cos(angle), latitude + r * std::sin(angle)});
            }
            const geom::GeoMultiPolygon shape{{ring, {}}};
            const double exact = area(shape);
            EXPECT_NEAR(geom::Outline(shape, equalArea).area() / exact, 1, 1e-6) << latitude << " " << size;
        }
    }
}

}  // namespace
}  // namespace xiangtu::geodesy
