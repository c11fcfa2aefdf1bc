// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/fill.h"

#include "geom/contains.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace xiangtu::raster {
namespace {

constexpr int kSize = scene::kTilePx;
const scene::TileKey kKey{60, 26388, 13877};  // near 109.9° east, 27° north

std::vector<std::uint8_t> filled(const geom::PolygonSet& set, const TileFrame& frame) {
    std::vector<std::uint8_t> plane(std::size_t(kSize) * kSize, 0);
    Filler filler;
    filler.start(frame);
    for (std::size_t f = 0; f < set.size(); ++f) {
        filler.add(set, f);
        filler.emit([&](int y, int from, int to) {
            EXPECT_LT(from, to);
            EXPECT_GE(from, 0);
            EXPECT_LE(to, kSize);
            for (int x = from; x < to; ++x) ++plane[std::size_t(y * kSize + x)];
        });
    }
    return plane;
}

geom::GridPoint at(const TileFrame& frame, double px, double py) {
    return {std::int32_t(std::lround(frame.left() + px / frame.pxPerUnit())),
            std::int32_t(std::lround(frame.rowLatitude(0) +
                                     (frame.rowLatitude(255) - frame.rowLatitude(0)) * (py - 0.5) / 255))};
}

/// Closer to any border than one lattice unit: there the rounded pixel centre may fall on the other side.
bool nearBorder(const geom::PolygonSet& set, geom::GridPoint p) {
    for (std::size_t r = 0; r < set.ringCount(); ++r) {
        const auto ring = set.ring(r);
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const double ax = ring[j].x - double(p.x), ay = ring[j].y - double(p.y);
            const double dx = double(ring[i].x) - ring[j].x, dy = double(ring[i].y) - ring[j].y;
            const double t = std::clamp(-(ax * dx + ay * dy) / (dx * dx + dy * dy), 0.0, 1.0);
            if (std::hypot(ax + t * dx, ay + t * dy) < 1.5) return true;
        }
    }
    return false;
}

void expectAsContains(const geom::PolygonSet& set, const TileFrame& frame) {
    const auto plane = filled(set, frame);
    int inside = 0;
    for (int y = 0; y < kSize; ++y) {
        for (int x = 0; x < kSize; ++x) {
            const geom::GridPoint p{std::int32_t(std::lround(frame.left() + (x + 0.5) / frame.pxPerUnit())),
                                    std::int32_t(std::lround(frame.rowLatitude(y)))};
            const bool want = geom::contains(set, 0, p);
            inside += want;
            if (want != (plane[std::size_t(y * kSize + x)] != 0)) {
                EXPECT_TRUE(nearBorder(set, p)) << "pixel " << x << ", " << y;
            }
        }
    }
    EXPECT_GT(inside, 0);
}

TEST(Fill, AgreesWithContainsAtEveryPixelOfRandomPolygons) {
    std::mt19937 random(7);
    const TileFrame frame(kKey);
    for (int round = 0; round < 30; ++round) {
        // Any ring will do, crossing itself or reaching beyond the tile: both follow even-odd.
        std::uniform_real_distribution<double> place(round % 2 ? -300 : 20, round % 2 ? 560 : 236);
        geom::Polygon polygon;
        for (int i = 0; i < 3 + round * 3; ++i) polygon.outer.push_back(at(frame, place(random), place(random)));
        geom::PolygonSet set;
        set.add({polygon});
        expectAsContains(set, frame);
    }
}

TEST(Fill, LeavesHolesOut) {
    const TileFrame frame(kKey);
    geom::PolygonSet set;
    set.add({{{at(frame, 20, 220), at(frame, 230, 220), at(frame, 230, 20), at(frame, 20, 20)},
              {{at(frame, 100, 150), at(frame, 100, 60), at(frame, 170, 60), at(frame, 170, 150)}}}});
    const auto plane = filled(set, frame);
    EXPECT_EQ(plane[100 * kSize + 50], 1);
    EXPECT_EQ(plane[100 * kSize + 130], 0);
    EXPECT_EQ(plane[100 * kSize + 200], 1);
    expectAsContains(set, frame);
}

TEST(Fill, APolygonAroundTheTileFillsAllOfIt) {
    const TileFrame frame(kKey);
    geom::PolygonSet set;
    set.add({{{at(frame, -5000, 5000), at(frame, 5000, 5000), at(frame, 5000, -5000), at(frame, -5000, -5000)}, {}}});
    for (const std::uint8_t p : filled(set, frame)) ASSERT_EQ(p, 1);
}

TEST(Fill, APolygonBesideTheTileLeavesNothingBehind) {
    const TileFrame frame(kKey);
    geom::PolygonSet set;
    set.add({{{at(frame, 300, 200), at(frame, 400, 200), at(frame, 400, 20), at(frame, 300, 20)}, {}}});
    set.add({{{at(frame, -90, 200), at(frame, -20, 200), at(frame, -20, 20), at(frame, -90, 20)}, {}}});
    set.add({{{at(frame, 20, 400), at(frame, 90, 400), at(frame, 90, 300), at(frame, 20, 300)}, {}}});
    for (const std::uint8_t p : filled(set, frame)) ASSERT_EQ(p, 0);
}

TEST(Fill, WorksWhereAPixelIsSmallerThanTheLattice) {
    // About 2 mm a pixel: five pixels per lattice unit.
    const double tiles = scene::scaleOfStep(104) / kSize;
    const geodesy::WorldPoint p = geodesy::toWorld(geom::GeoPoint{109.6, 28.0});
    const scene::TileKey key{104, std::int32_t(p.x * tiles), std::int32_t(p.y * tiles)};
    const TileFrame frame(key);
    const geom::GridPoint c = at(frame, 128, 128);
    geom::PolygonSet set;
    set.add({{{{c.x - 10, c.y - 10}, {c.x + 10, c.y - 10}, {c.x + 10, c.y + 10}, {c.x - 10, c.y + 10}}, {}}});
    const auto plane = filled(set, frame);
    EXPECT_EQ(plane[128 * kSize + 128], 1);
    const auto count = std::count(plane.begin(), plane.end(), 1);
    const double side = 20 * frame.pxPerUnit();
    EXPECT_NEAR(double(count),
                side * side * std::cos(28 * M_PI / 180) / std::cos(28 * M_PI / 180) / std::cos(28 * M_PI / 180),
                0.05 * side * side);
}

}  // namespace
}  // namespace xiangtu::raster
