// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/overlay.h"

#include "geom/measure.h"

#include <gtest/gtest.h>

namespace xiangtu::geom {
namespace {

double area(const GeoMultiPolygon& shape) {
    double sum = 0;
    for (const GeoPolygon& part : shape) {
        sum += signedArea(part.outer);
        for (const GeoRing& hole : part.holes) sum += signedArea(hole);
    }
    return sum;
}

TEST(Overlay, SharesAndLeavesTheRest) {
    const GeoMultiPolygon a{{{{0, 0}, {2, 0}, {2, 2}, {0, 2}}, {}}}, b{{{{1, 1}, {3, 1}, {3, 3}, {1, 3}}, {}}};
    const Overlay both = overlay(a, b);
    EXPECT_NEAR(area(both.shared), 1, 1e-12);
    EXPECT_NEAR(area(both.rest), 3, 1e-12);
}

TEST(Overlay, OfNeighboursNothingIsShared) {
    const GeoMultiPolygon a{{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}, {}}}, b{{{{1, 0}, {2, 0}, {2, 1}, {1, 1}}, {}}};
    const Overlay both = overlay(a, b);
    EXPECT_NEAR(area(both.shared), 0, 1e-12);
    EXPECT_NEAR(area(both.rest), 1, 1e-12);
}

TEST(Overlay, OfShapesThatShareEdgesTheAreasAddUp) {
    // Needles along a common border, where snapped corners of one lie next to edges of the other.
    for (int i = 1; i < 60; ++i) {
        const double d = i * 1e-9;
        const GeoMultiPolygon a{{{{0, 0}, {1, d}, {1, 1}, {0.3 + d, 1}, {0, 1 - d}}, {}}};
        const GeoMultiPolygon c{{{{0, -1}, {2, -1}, {1, d}, {0, 0}}, {}}};
        const Overlay withC = overlay(a, c);
        ASSERT_NEAR(area(withC.shared) + area(withC.rest), area(a), 1e-6);
        const Overlay withB = overlay(a, {{{{0, 0}, {1, d}, {0.5, 0.5}}, {}}});
        ASSERT_NEAR(area(withB.shared) + area(withB.rest), area(a), 1e-6);
        ASSERT_NEAR(area(withB.shared), signedArea(GeoRing{{0, 0}, {1, d}, {0.5, 0.5}}), 1e-6);
    }
}

}  // namespace
}  // namespace xiangtu::geom
