// SPDX-License-Identifier: GPL-3.0-or-later
#include "geodesy/lattice_area.h"

#include "geodesy/area.h"
#include "geodesy/equal_area.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace xiangtu::geodesy {

namespace {

/// A star around a place, with a hole.
geom::MultiPolygon star(std::mt19937& random, geom::GridPoint middle, double radius) {
    std::uniform_real_distribution<double> reach(0.5, 1);
    geom::GeoPolygon out;
    const geom::GeoPoint centre = geom::toGeo(middle);
    const auto ring = [&](double scale, int turn) {
        geom::GeoRing points;
        for (int i = 0; i < 40; ++i) {
            const double angle = turn * i * 2 * 3.14159265358979 / 40, r = radius * scale * reach(random) / 1e7;
            points.push_back({centre.lon + r * std::cos(angle), centre.lat + r * std::sin(angle)});
        }
        return points;
    };
    out.outer = ring(1, 1);
    out.holes = {ring(0.3, -1)};
    return geom::snapToGrid(geom::GeoMultiPolygon{out});
}

/// The same by Lambert's projection, with edges in so many pieces that each is straight there.
double slowly(const geom::PolygonSet& set, std::size_t feature) {
    long double sum = 0;
    const geom::PlanePoint o = equalArea(geom::toGeo(set.box(feature).min));
    for (std::size_t r = set.firstRing(feature); r < set.firstRing(feature + 1); ++r) {
        const auto ring = set.ring(r);
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const geom::GeoPoint a = geom::toGeo(ring[i]), b = geom::toGeo(ring[(i + 1) % ring.size()]);
            for (int k = 0; k < 200; ++k) {
                const auto at = [&](double t) {
                    return equalArea({a.lon + (b.lon - a.lon) * t, a.lat + (b.lat - a.lat) * t});
                };
                const geom::PlanePoint p = at(k / 200.0), q = at((k + 1) / 200.0);
                sum += ((long double)(p.u) - o.u) * (q.v - o.v) - ((long double)(q.u) - o.u) * (p.v - o.v);
            }
        }
    }
    return double(sum / 2);
}

TEST(LatticeArea, IsTheAreaOnTheEllipsoid) {
    std::mt19937 random(4);
    geom::PolygonSet set;
    // From a courtyard to more than the cubic is used for, from the south of China to its north.
    for (const double radius : {3000.0, 10'000.0, 200'000.0, 900'000.0, 1'500'000.0}) {
        for (const std::int32_t lat : {180'000'000, 279'000'000, 366'000'000, 530'000'000})
            set.add(star(random, {1'095'000'000, lat}, radius));
    }
    for (std::size_t i = 0; i < set.size(); ++i) {
        const double exact = area(set, i);
        const double found = latticeArea(set, i);
        // Edges that are geodesics instead of straight in degrees make a difference where they are kilometres long.
        EXPECT_NEAR(found, exact, 1e-5 * exact + 1e-3) << "feature " << i;
        if (i < 16) { EXPECT_NEAR(found, slowly(set, i), 1e-8 * exact + 1e-3) << "feature " << i; }
    }
}

TEST(LatticeArea, OfNothingIsNothing) {
    geom::PolygonSet set;
    set.add({});
    EXPECT_EQ(latticeArea(set, 0), 0);
}

}  // namespace

}  // namespace xiangtu::geodesy
