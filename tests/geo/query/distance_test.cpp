// SPDX-License-Identifier: GPL-3.0-or-later
// What is near and how far, against going over everything with PROJ's geodesics.
#include "geodesy/distance.h"
#include "geodesy/area.h"
#include "geom/contains.h"
#include "geom/inside_point.h"
#include "index/unit_index.h"
#include "query/places.h"
#include "query/units_near.h"
#include "support/coverage.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace xiangtu::query {
namespace {

std::vector<geom::GeoShape> randomPlaces(unsigned seed, int count) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> lon(109.9, 110.2), lat(36.4, 36.7);
    std::vector<geom::GeoShape> out;
    for (int i = 0; i < count; ++i) {
        const geom::GeoPoint p{lon(random), lat(random)};
        if (i % 3 == 0) {
            out.emplace_back(p);
        } else if (i % 3 == 1) {
            out.emplace_back(geom::GeoMultiLine{{p, {p.lon + 0.01, p.lat + 0.004}, {p.lon + 0.01, p.lat - 0.01}}});
        } else {
            out.emplace_back(geom::GeoMultiPolygon{{{p, {p.lon + 0.006, p.lat}, {p.lon + 0.003, p.lat + 0.005}}, {}}});
        }
    }
    out.emplace_back();
    return out;
}

TEST(Places, NearestAndWithinAgreeWithGoingOverAll) {
    for (unsigned seed = 0; seed < 12; ++seed) {
        const auto shapes = randomPlaces(seed, 120);
        const Places places(shapes);
        std::mt19937 random(seed + 100);
        std::uniform_real_distribution<double> lon(109.8, 110.3), lat(36.3, 36.8);
        for (int i = 0; i < 20; ++i) {
            const geom::GeoPoint from{lon(random), lat(random)};
            std::vector<Places::Hit> all;
            for (std::uint32_t n = 0; n + 1 < shapes.size(); ++n)
                all.push_back({n, geodesy::distance(from, shapes[n])});
            std::ranges::sort(
                all, [](auto& a, auto& b) { return a.metres != b.metres ? a.metres < b.metres : a.place < b.place; });
            ASSERT_EQ(places.nearest(from, 5), std::vector(all.begin(), all.begin() + 5));
            const double metres = 800 * (1 + i);
            std::erase_if(all, [&](const auto& hit) { return hit.metres > metres; });
            ASSERT_EQ(places.within(from, metres), all);
            ASSERT_EQ(places.anyWithin(from, metres), !all.empty());
            ASSERT_EQ(places.nearest(from, 1000, metres), all);
        }
    }
}

TEST(Places, NoPlacesAreNeverNear) {
    const Places none({geom::GeoShape(), geom::GeoShape()});
    EXPECT_TRUE(none.nearest({110, 36}, 3).empty());
    EXPECT_FALSE(none.anyWithin({110, 36}, kFurthestMetres));
}

TEST(Places, TheFurthestDistanceReachesRoundTheEarth) {
    const Places places({geom::GeoPoint{-70, -36}});
    ASSERT_EQ(places.nearest({110, 36.5}, 1).size(), 1u);
    EXPECT_GT(places.nearest({110, 36.5}, 1)[0].metres, 19.9e6);
}

/// Metres from a place to a shape by geodesics to points close together on its rings.
double byWalking(const geom::PolygonSet& shapes, std::uint32_t shape, geom::GeoPoint place) {
    if (geom::contains(shapes, shape, geom::snapToGrid(place))) return 0;
    double least = HUGE_VAL;
    for (std::size_t r = shapes.firstRing(shape); r < shapes.firstRing(shape + 1); ++r) {
        const auto ring = shapes.ring(r);
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const geom::GeoPoint a = geom::toGeo(ring[j]), b = geom::toGeo(ring[i]);
            for (int k = 0; k < 100; ++k) {
                const double t = k / 100.0;
                least = std::min(least,
                                 geodesy::distance(place, {a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)}));
            }
        }
    }
    return least;
}

TEST(UnitsNear, AgreesWithWalkingAlongEveryBorder) {
    const auto snapshot = support::snapshot({.side = 10, .seed = 4});
    const auto& shapes = snapshot.table(model::Level::grid).shapes;
    const index::UnitIndex units(snapshot);
    std::mt19937 random(8);
    std::uniform_real_distribution<double> lon(109.99, 110.03), lat(36.49, 36.53);
    for (int i = 0; i < 5; ++i) {
        const geom::GeoPoint place{lon(random), lat(random)};
        std::vector<double> metres;
        for (std::uint32_t row = 0; row < shapes.size(); ++row) {
            metres.push_back(byWalking(shapes, row, place));
            // Steps of about 0.6 m miss the nearest point by that at most, the distance by its square.
            ASSERT_NEAR(metresTo(shapes, row, place), metres.back(), 0.01);
        }
        for (const double reach : {0.5, 150.0, 400.0, 1100.0, 5000.0}) {
            const auto near = unitsNear(shapes, units.tree(model::Level::grid), place, reach);
            for (std::uint32_t row = 0; row < shapes.size(); ++row) {
                if (std::abs(metres[row] - reach) < 0.01) continue;
                ASSERT_EQ(std::ranges::binary_search(near, row), metres[row] <= reach) << metres[row] << " " << reach;
            }
        }
    }
}

TEST(UnitsNear, ARadiusThatEndsOnAUnitHasItOneMillimetreMoreOnly) {
    const auto snapshot = support::snapshot({.side = 6});
    const auto& shapes = snapshot.table(model::Level::grid).shapes;
    const index::UnitIndex units(snapshot);
    const geom::GeoPoint place{109.99, 36.49};
    for (const std::uint32_t row : {0u, 7u, 20u, 35u}) {
        const double metres = metresTo(shapes, row, place);
        const auto has = [&](double reach) {
            return std::ranges::binary_search(unitsNear(shapes, units.tree(model::Level::grid), place, reach), row);
        };
        EXPECT_TRUE(has(metres + 1e-3));
        EXPECT_FALSE(has(metres - 1e-3));
    }
}

TEST(InsidePoint, LiesInsideItsUnitHoweverBent) {
    const auto snapshot = support::snapshot({.side = 12});
    for (const model::Level level : model::kLevels) {
        const auto& shapes = snapshot.table(level).shapes;
        for (std::size_t f = 0; f < shapes.size(); ++f) {
            const auto p = geom::insidePoint(shapes, f);
            ASSERT_TRUE(p);
            EXPECT_TRUE(geom::contains(shapes, f, *p));
        }
    }
    geom::PolygonSet bent;
    bent.add({{{{0, 0}, {1000, 0}, {1000, 1000}, {900, 1000}, {900, 100}, {0, 100}}, {}}});
    bent.add({});
    ASSERT_TRUE(geom::insidePoint(bent, 0));
    EXPECT_TRUE(geom::contains(bent, 0, *geom::insidePoint(bent, 0)));
    EXPECT_FALSE(geom::insidePoint(bent, 1));
}

}  // namespace
}  // namespace xiangtu::query
