// SPDX-License-Identifier: GPL-3.0-or-later
#include "geodesy/area.h"
#include "geom/overlay.h"
#include "index/unit_index.h"
#include "query/passage.h"
#include "query/shared_area.h"
#include "support/coverage.h"

#include <gtest/gtest.h>
#include <oneapi/tbb/global_control.h>

#include <cmath>
#include <numbers>
#include <random>

namespace xiangtu::query {
namespace {

std::vector<geom::GeoMultiPolygon> randomLand(unsigned seed, int count) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> lon(109.998, 110.034), lat(36.498, 36.534), share(0.4, 1.0);
    std::vector<geom::GeoMultiPolygon> out;
    for (int i = 0; i < count; ++i) {
        const geom::GeoPoint middle{lon(random), lat(random)};
        geom::GeoRing ring;
        for (int k = 0; k < 24; ++k) {
            const double angle = 2 * std::numbers::pi * k / 24, r = 0.004 * share(random);
            ring.push_back({middle.lon + r * std::cos(angle), middle.lat + r * std::sin(angle)});
        }
        out.push_back({{ring, {}}});
    }
    return out;
}

std::vector<geom::Outline> outlines(const std::vector<geom::GeoMultiPolygon>& shapes) {
    std::vector<geom::Outline> out;
    for (const auto& shape : shapes) out.push_back(outlineOf(shape));
    return out;
}

TEST(SharedAreas, AgreeWithOverlayingEveryPair) {
    const auto snapshot = support::snapshot({.side = 16});
    const auto& villages = snapshot.table(model::Level::village).shapes;
    const auto land = randomLand(3, 40);
    auto shared = sharedAreas(outlines(land), outlinesOf(villages));
    std::erase_if(shared, [](const Shared& s) { return s.squareMetres < 1; });
    auto next = shared.begin();
    for (std::uint32_t a = 0; a < land.size(); ++a) {
        for (std::uint32_t b = 0; b < villages.size(); ++b) {
            const double area = geodesy::area(geom::overlay(land[a], geom::toGeo(villages.feature(b))).shared);
            if (area < 1) continue;
            ASSERT_NE(next, shared.end());
            ASSERT_EQ(next->a, a);
            ASSERT_EQ(next->b, b);
            ASSERT_NEAR(next->squareMetres, area, 1e-6 * geodesy::area(land[a]));
            ++next;
        }
    }
    EXPECT_EQ(next, shared.end());
}

TEST(SharedAreas, OfEveryPlotMakeUpWhatOfItIsInTheCounty) {
    const auto snapshot = support::snapshot({.side = 16});
    const auto land = outlines(randomLand(5, 60));
    const geom::Outline county = outlineOf(snapshot.table(model::Level::county).shapes, 0);
    for (const model::Level level : {model::Level::township, model::Level::naturalVillage, model::Level::grid}) {
        std::vector<double> sums(land.size(), 0);
        for (const Shared& s : sharedAreas(land, outlinesOf(snapshot.table(level).shapes))) sums[s.a] += s.squareMetres;
        for (std::size_t i = 0; i < land.size(); ++i) {
            ASSERT_NEAR(sums[i], geom::commonArea(land[i], county), 1e-9 * land[i].area());
        }
    }
}

TEST(SharedAreas, AreTheSameFromAnyNumberOfThreads) {
    const auto snapshot = support::snapshot({.side = 16});
    const auto land = outlines(randomLand(6, 80));
    const auto grids = outlinesOf(snapshot.table(model::Level::grid).shapes);
    const auto many = sharedAreas(land, grids);
    const oneapi::tbb::global_control one(oneapi::tbb::global_control::max_allowed_parallelism, 1);
    const auto few = sharedAreas(land, grids);
    ASSERT_EQ(many.size(), few.size());
    for (std::size_t i = 0; i < many.size(); ++i) {
        EXPECT_EQ(many[i].a, few[i].a);
        EXPECT_EQ(many[i].b, few[i].b);
        EXPECT_EQ(many[i].squareMetres, few[i].squareMetres);
    }
}

TEST(Passages, AreAllOfTheLineInTheOrderItGoes) {
    const auto snapshot = support::snapshot({.side = 16});
    const index::UnitIndex units(snapshot);
    std::mt19937 random(2);
    std::uniform_real_distribution<double> lon(110.003, 110.028), lat(36.503, 36.528);
    for (int i = 0; i < 20; ++i) {
        geom::GeoLine line;
        for (int k = 0; k < 5; ++k) line.push_back({lon(random), lat(random)});
        for (const model::Level level : {model::Level::village, model::Level::grid}) {
            const auto passages = passagesOf(line, snapshot.table(level).shapes, units.tree(level));
            double sum = 0, last = 0;
            for (const Passage& p : passages) {
                sum += p.insideMetres;
                EXPECT_GE(p.firstMetres, last);
                last = p.firstMetres;
            }
            // All of it lies inside the county, so nothing is lost and nothing counted twice.
            EXPECT_NEAR(sum, geodesy::length(line), 0.05 * double(passages.size()) + 0.01);
            ASSERT_FALSE(passages.empty());
            EXPECT_EQ(units.unitAt(level, geom::snapToGrid(line.front()))->row, passages.front().unit);
        }
    }
}

TEST(Passages, ALineOutsidePassesNothing) {
    const auto snapshot = support::snapshot({.side = 4});
    const index::UnitIndex units(snapshot);
    EXPECT_TRUE(passagesOf({{0, 0}, {1, 1}}, snapshot.table(model::Level::grid).shapes, units.tree(model::Level::grid))
                    .empty());
}

}  // namespace
}  // namespace xiangtu::query
