// SPDX-License-Identifier: GPL-3.0-or-later
// Places near and far, against measuring the way to every one.
#include "query/places.h"

#include "geodesy/area.h"
#include "geodesy/distance.h"
#include "query/reach.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace xiangtu::query {
namespace {

using geom::GeoPoint;
using geom::GeoShape;

std::vector<Places::Hit> measured(const std::vector<GeoShape>& shapes, GeoPoint from, double metres) {
    std::vector<Places::Hit> hits;
    for (std::uint32_t i = 0; i < shapes.size(); ++i) {
        const double d = geodesy::distance(from, shapes[i]);
        if (d <= metres) hits.push_back({i, d});
    }
    std::ranges::stable_sort(hits, {}, &Places::Hit::metres);
    return hits;
}

/// A box of ground with shapes strewn over it.
struct Field {
    double west, south, wide, high;
    std::mt19937 random;

    [[nodiscard]] double share() { return std::uniform_real_distribution<double>(0, 1)(random); }
    [[nodiscard]] GeoPoint anywhere() {
        const double lon = west + wide * share();
        return {lon, south + high * share()};
    }
    [[nodiscard]] GeoShape shape(int kind) {
        const GeoPoint a = anywhere();
        if (kind == 0) return a;
        const double lon = wide * share() / 20, lat = high * share() / 20;
        const GeoPoint b{std::min(a.lon + lon, 180.0), a.lat}, c{a.lon, std::min(a.lat + lat, 90.0)};
        if (kind == 1) return geom::GeoMultiLine{{a, b, c}};
        return geom::GeoMultiPolygon{{{a, b, c}, {}}};
    }
};

void expectAsMeasured(Field ground, int kinds, double reach) {
    std::vector<GeoShape> shapes;
    for (int i = 0; i < 400; ++i) shapes.push_back(ground.shape(i % kinds));
    shapes[7] = shapes[3];  // as near as another
    shapes[11] = GeoShape();
    const Places places(shapes);
    for (int i = 0; i < 60; ++i) {
        GeoPoint from = ground.anywhere();
        if (i % 10 == 0) from = std::get<GeoPoint>(shapes[0]);
        const auto all = measured(shapes, from, kFurthestMetres);
        // As far as one of them to the very metre, and somewhere.
        for (const double metres : {reach * ground.share(), all[std::size_t(i)].metres}) {
            if (metres <= 0) continue;
            const auto expected = measured(shapes, from, metres);
            ASSERT_EQ(places.within(from, metres), expected);
            EXPECT_EQ(places.anyWithin(from, metres), !expected.empty());
            std::vector<std::uint32_t> each, numbers;
            places.eachWithin(from, metres, [&](std::uint32_t place) { each.push_back(place); });
            for (const Places::Hit& hit : expected) numbers.push_back(hit.place);
            std::ranges::sort(each);
            std::ranges::sort(numbers);
            EXPECT_EQ(each, numbers);
            const auto few = places.nearest(from, 4, metres);
            ASSERT_EQ(few, std::vector(expected.begin(),
                                       expected.begin() + std::min<std::ptrdiff_t>(4, std::ssize(expected))));
        }
        for (const std::size_t count : {1, 3, 17, 399}) {
            const auto near = places.nearest(from, count);
            ASSERT_EQ(near, std::vector(all.begin(), all.begin() + std::ptrdiff_t(count)));
        }
    }
}

TEST(Places, InACountyAreThoseThatAreMeasured) {
    for (unsigned seed = 0; seed < 4; ++seed) {
        expectAsMeasured({109.5, 27.7, 0.6, 0.5, std::mt19937(seed)}, 1, 20000);
        expectAsMeasured({109.5, 27.7, 0.6, 0.5, std::mt19937(seed + 10)}, 3, 20000);
        expectAsMeasured({-0.02, -0.02, 0.04, 0.04, std::mt19937(seed + 20)}, 3, 3000);
    }
}

TEST(Places, PointsAllOverTheWorldAreThoseThatAreMeasured) {
    expectAsMeasured({-180, -89, 360, 178, std::mt19937(5)}, 1, 5e6);
    expectAsMeasured({170, 60, 10, 29.9, std::mt19937(6)}, 1, 5e5);
}

TEST(Places, LieFarOffOneAnother) {
    // Rings grow until they hold somebody.
    const Places places({GeoPoint{109.6, 27.9}, GeoPoint{109.6000001, 27.9}, GeoPoint{80, 45}});
    const auto hits = places.nearest({109.9, 28.4}, 3);
    ASSERT_EQ(hits.size(), 3u);
    EXPECT_EQ(hits[2].place, 2u);
    EXPECT_TRUE(places.nearest({109.9, 28.4}, 3, 1000).empty());
    EXPECT_TRUE(Places({}).nearest({109.9, 28.4}, 3).empty());
    EXPECT_FALSE(Places({}).anyWithin({109.9, 28.4}, kFurthestMetres));
}

TEST(Reach, HoldsTheDistanceBetweenItsLimits) {
    Field ground{100, 20, 20, 20, std::mt19937(9)};
    for (int i = 0; i < 2000; ++i) {
        const GeoPoint a = ground.anywhere();
        const GeoPoint b{a.lon + 0.3 * (ground.share() - 0.5), a.lat + 0.3 * (ground.share() - 0.5)};
        const double metres = geodesy::distance(a, b);
        const geom::GridPoint p = geom::snapToGrid(b);
        const Reach reach(a, metres * (1 + ground.share()) + 1);
        EXPECT_LE(reach.least({p, p}), Reach::beyond(metres));
        EXPECT_GE(reach.most(b), Reach::surelyWithin(metres));
        // Not so far apart that little would be spared.
        EXPECT_LE(std::sqrt(reach.most(b)), 1.02 * metres + 0.1);
        EXPECT_GE(std::sqrt(reach.least({p, p})), 0.98 * metres - 0.1);
    }
}

}  // namespace
}  // namespace xiangtu::query
