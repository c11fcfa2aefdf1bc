// SPDX-License-Identifier: GPL-3.0-or-later
#include "geodesy/gauss_kruger.h"

#include "base/error.h"

#include <gtest/gtest.h>

#include <limits>
#include <thread>
#include <vector>

namespace xiangtu::geodesy {
namespace {

TEST(Zone, IsTheNearestCentralMeridianOverThree) {
    EXPECT_EQ(zoneOf(110.0), 37);  // Yanchang
    EXPECT_EQ(zoneOf(116.8), 39);  // Bagongshan
    EXPECT_EQ(zoneOf(100.4), 33);  // Gonghe lies in two zones
    EXPECT_EQ(zoneOf(100.6), 34);
    EXPECT_EQ(zoneOf(109.6), 37);  // Fenghuang
    EXPECT_EQ(zoneOf(106.6), 36);  // Lingyun
    EXPECT_EQ(zoneOf(109.5), 37);  // the limit itself belongs to the eastern zone
    EXPECT_EQ(zoneOf(-71), 25);
    EXPECT_EQ(zoneOf(170), 45);
}

TEST(Zone, HasItsEpsgCodes) {
    EXPECT_EQ(epsgWithPrefix(25), 4513);
    EXPECT_EQ(epsgWithPrefix(45), 4533);
    EXPECT_EQ(epsgWithoutPrefix(25), 4534);
    EXPECT_EQ(epsgWithoutPrefix(45), 4554);
    EXPECT_EQ(epsgWithPrefix(37), 4525);
    EXPECT_EQ(epsgWithoutPrefix(37), 4546);
}

TEST(ToZone, PutsTheCentralMeridianAtTheFalseEasting) {
    const ZonePoint p = toZone({111, 0});
    EXPECT_EQ(p.zone, 37);
    EXPECT_NEAR(p.easting, 37500000, 1e-6);
    EXPECT_NEAR(p.northing, 0, 1e-6);
}

TEST(ToZone, GivesTheMeridianArcOnTheCentralMeridian) {
    // Length of the meridian from the equator to 30° N on GRS 80: 3 320 113.398 m.
    EXPECT_NEAR(toZone({120, 30}).northing, 3320113.398, 0.001);
    EXPECT_LT(toZone({119, 30}).easting, 40500000);
    EXPECT_GT(toZone({121, 30}).easting, 40500000);
}

TEST(ToZone, WorksOnSeveralThreadsAtOnce) {
    const ZonePoint alone = toZone({109.6, 27.9});
    std::vector<std::thread> threads;
    std::vector<int> wrong(4, 0);
    for (std::size_t t = 0; t < wrong.size(); ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < 200; ++i) {
                const ZonePoint p = toZone({109.6, 27.9});
                if (p.easting != alone.easting || p.northing != alone.northing) ++wrong[t];
            }
        });
    }
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(wrong, std::vector<int>(4, 0));
}

TEST(ToZone, RefusesWhatHasNoCoordinates) {
    const double inf = std::numeric_limits<double>::infinity();
    try {
        (void)toZone({inf, 30});
        FAIL() << "infinity was projected";
    } catch (const base::Error& e) { EXPECT_EQ(e.fault(), base::Fault::crs); }
    EXPECT_THROW((void)toZone({120, 95}), base::Error);
}

}  // namespace
}  // namespace xiangtu::geodesy
