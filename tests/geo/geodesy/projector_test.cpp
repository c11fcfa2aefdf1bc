// SPDX-License-Identifier: GPL-3.0-or-later
#include "geodesy/projector.h"

#include "base/error.h"
#include "geodesy/gauss_kruger.h"

#include <gtest/gtest.h>

#include <array>
#include <thread>
#include <vector>

namespace xiangtu::geodesy {

namespace {

TEST(Projector, ComesBackFromEveryZone) {
    for (int epsg = 4491; epsg <= 4554; ++epsg) {
        const Projector projector(epsg);
        std::array<Ordinates, 3> points{{{109.5712345, 27.9478901}, {110.0, 28.0}, {109.3, 27.5}}};
        const auto before = points;
        projector.forward(points);
        EXPECT_GT(points[0].y, 2e6);
        projector.inverse(points);
        for (std::size_t i = 0; i < points.size(); ++i) {
            // Far out of its zone a series converges less well; it is still a hundredth of the lattice.
            EXPECT_NEAR(points[i].x, before[i].x, 1e-9) << epsg;
            EXPECT_NEAR(points[i].y, before[i].y, 1e-9) << epsg;
        }
    }
}

TEST(Projector, AgreesWithTheCoordinatesShownOnTheMap) {
    const ZonePoint shown = toZone({109.5712345, 27.9478901});
    std::array<Ordinates, 1> point{{{109.5712345, 27.9478901}}};
    Projector(epsgWithPrefix(shown.zone)).forward(point);
    EXPECT_EQ(point[0], (Ordinates{shown.easting, shown.northing}));
}

TEST(Projector, LeavesDegreesAsTheyAre) {
    std::array<Ordinates, 1> point{{{109.5, 27.9}}};
    Projector(4326).forward(point);
    Projector(4490).forward(point);
    EXPECT_EQ(point[0], (Ordinates{109.5, 27.9}));
}

TEST(Projector, RefusesOtherSystems) { EXPECT_THROW(Projector(3857), base::Error); }

TEST(Projector, MayBeAskedByManyThreads) {
    const Projector projector(4546);
    std::array<Ordinates, 4> results;
    {
        std::vector<std::jthread> threads;
        for (Ordinates& result : results) {
            threads.emplace_back([&result, &projector] {
                for (int i = 0; i < 200; ++i) {
                    std::array<Ordinates, 1> p{{{109.5, 27.9}}};
                    projector.forward(p);
                    result = p[0];
                }
            });
        }
    }
    for (const Ordinates& result : results) EXPECT_EQ(result, results[0]);
}

}  // namespace

}  // namespace xiangtu::geodesy
