// SPDX-License-Identifier: GPL-3.0-or-later
// The same questions answered by SpatiaLite (GEOS for the shapes, its own geodesics) from the same shapes.
#include "witness.h"

#include "geom/wkt.h"
#include "index/locator.h"
#include "index/unit_index.h"
#include "query/passage.h"
#include "query/shared_area.h"
#include "query/units_near.h"
#include "support/coverage.h"
#include "topology/dissolve.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numbers>
#include <random>
#include <set>
#include <string>

namespace xiangtu::query {
namespace {

using model::Level;

class SpatialiteWitness : public testing::Test, protected Witness {
protected:
    SpatialiteWitness() {
        for (const char* table : {"plot", "point"}) makeTable(table);
        fill("grid", county.table(Level::grid).shapes);
        fill("village", county.table(Level::village).shapes);
        std::mt19937 random(5);
        std::uniform_real_distribution<double> lon(110.004, 110.028), lat(36.504, 36.528), share(0.5, 1.0);
        for (int i = 0; i < 30; ++i) {
            const geom::GeoPoint middle{lon(random), lat(random)};
            geom::GeoRing ring;
            for (int k = 0; k < 60; ++k) {
                const double angle = 2 * std::numbers::pi * k / 60, r = 0.0035 * share(random);
                ring.push_back({middle.lon + r * std::cos(angle), middle.lat + r * std::sin(angle)});
            }
            plots.push_back({{ring, {}}});
            insert("plot", std::uint32_t(i), plots.back());
        }
        std::uniform_real_distribution<double> x(109.998, 110.034), y(36.498, 36.534);
        for (std::uint32_t i = 0; i < 1500; ++i) {
            points.push_back(geom::snapToGrid({x(random), y(random)}));
            insert("point", i, geom::toGeo(points.back()));
        }
    }

    model::Snapshot county = support::snapshot({.side = 16, .edgePoints = 7});
    std::vector<geom::GeoMultiPolygon> plots;
    std::vector<geom::GridPoint> points;
};

TEST_F(SpatialiteWitness, CountsTheSamePointsInEveryGrid) {
    const index::Locator locator(county.table(Level::grid).shapes);
    std::map<std::uint32_t, double> counts;
    for (const geom::GridPoint p : points) {
        if (const std::uint32_t row = locator.at(p); row != index::Locator::kNone) ++counts[row];
    }
    std::map<std::uint32_t, double> expected;
    for (const auto& row : rows("SELECT g.id, count(*) FROM grid g, point p WHERE MbrIntersects(g.geom, p.geom) AND "
                                "ST_Contains(g.geom, p.geom) GROUP BY g.id")) {
        expected[std::uint32_t(row[0])] = row[1];
    }
    EXPECT_EQ(counts, expected);
}

TEST_F(SpatialiteWitness, MeasuresTheSameLandInEveryVillage) {
    std::vector<geom::Outline> outlines;
    for (const auto& plot : plots) outlines.push_back(outlineOf(plot));
    const auto shared = sharedAreas(outlines, outlinesOf(county.table(Level::village).shapes));
    const auto expected = rows(
        "SELECT p.id, v.id, ST_Area(ST_Intersection(p.geom, v.geom), 1) AS a FROM plot p, village v "
        "WHERE ST_Intersects(p.geom, v.geom) AND a > 0.001 ORDER BY p.id, v.id");
    ASSERT_EQ(shared.size(), expected.size());
    double all = 0, theirs = 0;
    for (std::size_t i = 0; i < shared.size(); ++i) {
        EXPECT_EQ(shared[i].a, std::uint32_t(expected[i][0]));
        EXPECT_EQ(shared[i].b, std::uint32_t(expected[i][1]));
        EXPECT_NEAR(shared[i].squareMetres, expected[i][2], 1e-6 * outlines[shared[i].a].area());
        all += shared[i].squareMetres;
        theirs += expected[i][2];
    }
    EXPECT_NEAR(all / theirs, 1, 1e-6);
}

TEST_F(SpatialiteWitness, FindsTheSameGridsWithinADistance) {
    const index::UnitIndex units(county);
    for (const auto& [place, metres] :
         {std::pair{geom::GeoPoint{110.0123, 36.5187}, 500.0}, {{110.03, 36.51}, 1200.0}}) {
        const auto near = unitsNear(county.table(Level::grid).shapes, units.tree(Level::grid), place, metres);
        std::set<std::uint32_t> expected;
        for (const auto& row :
             rows("SELECT id FROM grid WHERE ST_Distance(geom, MakePoint(" + std::to_string(place.lon) + ", " +
                  std::to_string(place.lat) + ", 4326), 1) <= " + std::to_string(metres))) {
            expected.insert(std::uint32_t(row[0]));
        }
        EXPECT_EQ(std::set<std::uint32_t>(near.begin(), near.end()), expected);
        EXPECT_FALSE(expected.empty());
    }
}

TEST_F(SpatialiteWitness, DissolvesToTheSameVillages) {
    std::array<const geom::PolygonSet*, model::kLevelCount> sets{};
    for (const Level level : model::kLevels) sets[model::indexOf(level)] = &county.table(level).shapes;
    std::vector<std::uint32_t> groupOf;
    const auto villages = std::uint32_t(county.table(Level::village).units.size());
    for (std::uint32_t row = 0; row < county.table(Level::grid).units.size(); ++row) {
        groupOf.push_back(county.ancestor({Level::grid, row}, Level::village).row);
    }
    const auto dissolved =
        topology::dissolve(topology::build(sets), model::indexOf(Level::grid), groupOf, villages).shapes;
    makeTable("joined");
    run("CREATE TABLE member(grid INTEGER, village INTEGER)");
    for (std::uint32_t row = 0; row < groupOf.size(); ++row) {
        run("INSERT INTO member VALUES (" + std::to_string(row) + ", " + std::to_string(groupOf[row]) + ")");
    }
    for (std::uint32_t v = 0; v < villages; ++v) insert("joined", v, geom::toGeo(dissolved.feature(v)));
    const auto same = rows(
        "SELECT j.id, ST_Equals(j.geom, u.geom) FROM joined j JOIN (SELECT village, ST_Union(geom) AS geom "
        "FROM member JOIN grid ON grid.id = member.grid GROUP BY village) u ON u.village = j.id");
    ASSERT_EQ(same.size(), villages);
    for (const auto& row : same) EXPECT_EQ(row[1], 1) << row[0];
}

TEST_F(SpatialiteWitness, ALinePassesTheSameVillagesWithTheSameLengths) {
    const index::UnitIndex units(county);
    const geom::GeoLine line{{109.999, 36.503}, {110.006, 36.511}, {110.018, 36.5096}, {110.031, 36.5271}};
    std::map<std::uint32_t, double> metres, expected;
    for (const Passage& p : passagesOf(line, county.table(Level::village).shapes, units.tree(Level::village))) {
        metres[p.unit] = p.insideMetres;
    }
    for (const auto& row :
         rows("SELECT id, GLength(ST_Intersection(geom, GeomFromText('" + geom::wkt(geom::GeoMultiLine{line}) +
              "', 4326)), 1) AS l FROM village WHERE l > 0.001")) {
        expected[std::uint32_t(row[0])] = row[1];
    }
    ASSERT_EQ(metres.size(), expected.size());
    for (const auto& [id, length] : expected) EXPECT_NEAR(metres[id], length, 0.03) << id;
}

}  // namespace
}  // namespace xiangtu::query
