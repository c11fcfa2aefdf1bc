// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/geometry.h"

#include "geodesy/mercator.h"
#include "golden/scene_county.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <thread>

namespace xiangtu::scene {
namespace {

using model::Level;

TEST(FaceNumbers, GiveBackTheUnit) {
    const auto geometry = golden::geometryOf(golden::county());
    const FaceNumbers& faces = geometry->faces();
    std::uint32_t next = 0;
    for (const Level level : model::kLevels) {
        for (std::uint32_t row = 0; row < geometry->snapshot().table(level).units.size(); ++row) {
            EXPECT_EQ(faces.of({level, row}), next);
            EXPECT_EQ(faces.unit(next++), (model::UnitRef{level, row}));
        }
    }
    EXPECT_EQ(faces.count(), next);
    EXPECT_FALSE(faces.unit(next).valid());
}

TEST(Geometry, UnitsAreTiledByTheirChildrenOnlyWhenExactly) {
    model::Snapshot snapshot = golden::county();
    {
        const auto whole = golden::geometryOf(snapshot);
        for (const Level level : {Level::county, Level::township, Level::village, Level::naturalVillage}) {
            EXPECT_TRUE(whole->tiledByChildren({level, 0}));
        }
        EXPECT_FALSE(whole->tiledByChildren({Level::grid, 0}));
    }
    // One grid loses its polygon: its natural village has to fill the place itself.
    const model::LevelTable& grids = snapshot.table(Level::grid);
    auto changed = std::make_shared<model::LevelTable>();
    changed->level = Level::grid;
    changed->units = grids.units;
    for (std::size_t row = 0; row < grids.units.size(); ++row) {
        changed->shapes.add(row == 5 ? geom::MultiPolygon{} : grids.shapes.feature(row));
    }
    snapshot.levels[model::indexOf(Level::grid)] = changed;
    const auto holed = golden::geometryOf(snapshot);
    const std::uint32_t parent = changed->units[5].parent.row;
    EXPECT_FALSE(holed->tiledByChildren({Level::naturalVillage, parent}));
    EXPECT_TRUE(holed->tiledByChildren({Level::village, 0}));
}

TEST(Geometry, KnowsHowLargeUnitsAre) {
    const auto geometry = golden::geometryOf(golden::county({.side = 16, .cellDegrees = 0.002}));
    // A cell is 0.002° by 0.002° at 36.5° north.
    const double cell = 0.002 * geodesy::kWorldMetres / 360 * std::sqrt(std::cos(36.516 * M_PI / 180));
    EXPECT_NEAR(geometry->unitMetres(Level::county), 16 * cell, 0.02 * 16 * cell);
    EXPECT_NEAR(geometry->unitMetres(Level::village), 4 * cell, 0.02 * 4 * cell);
    EXPECT_NEAR(geometry->unitMetres(Level::grid), cell, 0.02 * cell);
    EXPECT_EQ(golden::geometryOf(model::Snapshot())->unitMetres(Level::grid), 0);
}

TEST(Geometry, AChildOutsideItsParentIsNoTile) {
    model::Snapshot snapshot = golden::county();
    const model::LevelTable& grids = snapshot.table(Level::grid);
    auto shifted = std::make_shared<model::LevelTable>();
    shifted->level = Level::grid;
    shifted->units = grids.units;
    for (std::size_t row = 0; row < grids.units.size(); ++row) {
        geom::MultiPolygon shape = grids.shapes.feature(row);
        for (geom::GridPoint& p : shape[0].outer) p.x += 3000;
        shifted->shapes.add(shape);
    }
    snapshot.levels[model::indexOf(Level::grid)] = shifted;
    EXPECT_FALSE(golden::geometryOf(snapshot)->tiledByChildren({Level::naturalVillage, 0}));
}

TEST(Geometry, ArcsInABoxAreThoseAScanFinds) {
    const auto geometry = golden::geometryOf(golden::county());
    const geom::GridBox extent = geometry->extent();
    geom::GridBox box;
    box.extend(extent.min);
    box.extend(geom::GridPoint{extent.min.x + (extent.max.x - extent.min.x) / 3,
                               extent.min.y + (extent.max.y - extent.min.y) / 4});
    const auto arcs = geometry->topology().arcs();
    for (const unsigned levels : {0u, 1u, 3u, 7u, 15u, 31u, 12u}) {
        std::vector<std::uint32_t> want;
        for (std::uint32_t a = 0; a < arcs.size(); ++a) {
            if ((levels >> arcs[a].topLevel & 1) && arcs[a].box.intersects(box)) want.push_back(a);
        }
        EXPECT_EQ(geometry->arcsIn(box, levels), want);
    }
}

TEST(Geometry, GathersThePolygonsOfRegistersWithTheirArea) {
    const auto geometry = golden::geometryOf(golden::county());
    ASSERT_EQ(geometry->records().items().size(), 3u);
    EXPECT_EQ(geometry->records().items()[2].record->id, 3);
    EXPECT_EQ(geometry->records().in(geometry->records().shapes().box(2)), std::vector<std::uint32_t>{2});
    // 1.6 cells of 0.002°: about 355 m × 286 m at 36.5° north.
    EXPECT_NEAR(geometry->records().items()[0].mu, 355.0 * 286.0 * 3 / 2000, 3);
}

TEST(Geometry, LabelPointsAreTheSameFromAllThreads) {
    const auto geometry = golden::geometryOf(golden::county());
    std::vector<std::vector<LabelPoint>> found(4);
    std::vector<std::thread> threads;
    for (auto& mine : found) {
        threads.emplace_back([&] {
            for (std::uint32_t row = 0; row < 64; ++row)
                mine.push_back(geometry->labelPoint({Level::naturalVillage, row}));
        });
    }
    for (auto& t : threads) t.join();
    for (const auto& other : found) {
        for (std::size_t i = 0; i < other.size(); ++i) {
            EXPECT_EQ(other[i].at, found[0][i].at);
            EXPECT_EQ(other[i].radius, found[0][i].radius);
        }
    }
}

TEST(Geometry, OfAnEmptyFileIsEmpty) {
    const auto geometry = golden::geometryOf(model::Snapshot());
    EXPECT_TRUE(geometry->extent().empty());
    EXPECT_EQ(geometry->faces().count(), 0u);
}

}  // namespace
}  // namespace xiangtu::scene
