// SPDX-License-Identifier: GPL-3.0-or-later
// The towns, villages and grids of a real district, with all that is wrong about them, asked of the program and of
// SpatiaLite: the same points, land, neighbours and distances; and distances as PROJ's own program measures them.
#include "witness.h"

#include "geo/exchange/memory_file.h"
#include "geodesy/area.h"
#include "geom/overlay.h"
#include "index/locator.h"
#include "index/unit_index.h"
#include "query/neighbours.h"
#include "query/shared_area.h"
#include "query/units_near.h"
#include "topology/topology.h"

#include <cmath>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <set>

namespace xiangtu::query {
namespace {

using model::Level;

class RealWitness : public testing::Test {
protected:
    /// Imported, and told to the witness, once for all cases.
    struct District {
        model::Snapshot snapshot;
        Witness witness;
        District() {
            exchange::MemoryFile file;
            const auto import = [&](const char* name, Level level, const char* county) {
                exchange::ImportRequest request;
                request.source = std::filesystem::path(XIANGTU_REAL_DATA) / name;
                request.level = level;
                if (county) request.county = exchange::CountyRequest{county, std::nullopt};
                (void)exchange::taken(request, file);
            };
            import("townships/xihu_towns.geojson", Level::township, "西湖区");
            import("villages/xihu_villages_communities.geojson", Level::village, nullptr);
            import("grids/xihu_grids.geojson", Level::grid, nullptr);
            snapshot = file.snapshot();
            witness.fill("town", snapshot.table(Level::township).shapes);
            witness.fill("village", snapshot.table(Level::village).shapes);
            witness.fill("grid", snapshot.table(Level::grid).shapes);
        }
    };
    void SetUp() override {
        if (!std::filesystem::exists(XIANGTU_REAL_DATA)) GTEST_SKIP() << XIANGTU_REAL_DATA " is not here";
        static const auto made = std::make_unique<District>();
        district = made.get();
        ASSERT_GT(shapes(Level::village).size(), 200u);
    }
    [[nodiscard]] const geom::PolygonSet& shapes(Level level) const { return district->snapshot.table(level).shapes; }
    [[nodiscard]] std::vector<geom::GridPoint> points(std::size_t count, unsigned seed) const {
        const geom::GridBox box = shapes(Level::village).extent();
        std::mt19937 random(seed);
        std::uniform_int_distribution<int> x(box.min.x, box.max.x), y(box.min.y, box.max.y);
        std::vector<geom::GridPoint> out(count);
        for (auto& p : out) p = {x(random), y(random)};
        return out;
    }

    District* district = nullptr;
};

TEST_F(RealWitness, PointsLieInTheSameUnits) {
    const auto all = points(20000, 5);
    district->witness.makeTable("point");
    district->witness.run("BEGIN");
    for (std::uint32_t i = 0; i < all.size(); ++i) district->witness.insert("point", i, geom::toGeo(all[i]));
    district->witness.run("COMMIT");
    for (const auto& [level, table] : {std::pair{Level::village, "village"}, {Level::grid, "grid"}}) {
        const auto ours = index::Locator(shapes(level)).at(all);
        // Where two units overlap, the first.
        std::map<std::uint32_t, std::uint32_t> theirs;
        for (const auto& row : district->witness.rows(std::string("SELECT p.id, min(u.id) FROM point p, ") + table +
                                                      " u WHERE MbrContains(u.geom, p.geom) AND "
                                                      "ST_Contains(u.geom, p.geom) GROUP BY p.id")) {
            theirs[std::uint32_t(row[0])] = std::uint32_t(row[1]);
        }
        std::size_t inside = 0;
        for (std::uint32_t i = 0; i < ours.size(); ++i) {
            if (ours[i] == index::Locator::kNone) {
                EXPECT_FALSE(theirs.contains(i)) << table << i;
                continue;
            }
            ++inside;
            EXPECT_EQ(theirs[i], ours[i]) << table << i;
        }
        EXPECT_EQ(inside, theirs.size());
        EXPECT_GT(inside, 5000u);
    }
}

/// Every edge in sixteen, straight in degrees: measured along geodesics the shape then has the area of straight edges.
geom::GeoMultiPolygon finely(const geom::GeoMultiPolygon& shape) {
    constexpr int kPieces = 16;
    const auto ring = [](const geom::GeoRing& points) {
        geom::GeoRing out;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const geom::GeoPoint a = points[i], b = points[(i + 1) % points.size()];
            for (int k = 0; k < kPieces; ++k) {
                out.push_back({a.lon + (b.lon - a.lon) * k / kPieces, a.lat + (b.lat - a.lat) * k / kPieces});
            }
        }
        return out;
    };
    geom::GeoMultiPolygon out;
    for (const geom::GeoPolygon& part : shape) {
        geom::GeoPolygon& fine = out.emplace_back();
        fine.outer = ring(part.outer);
        for (const geom::GeoRing& hole : part.holes) fine.holes.push_back(ring(hole));
    }
    return out;
}

TEST_F(RealWitness, VillagesHaveTheSameLandInTowns) {
    const auto towns = outlinesOf(shapes(Level::township)), villages = outlinesOf(shapes(Level::village));
    std::size_t pairs = 0;
    double all = 0, expected = 0;
    for (std::uint32_t t = 0; t < towns.size(); ++t) {
        std::map<std::uint32_t, double> ours, theirs;
        for (const Shared& shared : sharedAreas(villages, std::span(&towns[t], 1))) ours[shared.a] = shared.squareMetres;
        for (const auto& [v, shape] : district->witness.shapes(
                 "SELECT v.id AS id, CollectionExtract(ST_Intersection(v.geom, t.geom), 3) AS shape FROM village v, "
                 "town t WHERE t.id = " + std::to_string(t) + " AND ST_Intersects(v.geom, t.geom)")) {
            if (const double area = geodesy::area(finely(shape)); area > 1e-3) theirs[v] = area;
        }
        ASSERT_EQ(ours.size(), theirs.size()) << t;
        for (const auto& [v, area] : theirs) {
            EXPECT_NEAR(ours[v], area, 1e-6 * villages[v].area()) << v;
            all += ours[v];
            expected += area;
        }
        pairs += ours.size();
    }
    EXPECT_GT(pairs, 210u);
    EXPECT_NEAR(all / expected, 1, 1e-6);
}

TEST_F(RealWitness, OverlaysHaveTheSameAreaAndTheirPartsAddUp) {
    const auto& villages = shapes(Level::village);
    const geom::GeoMultiPolygon box{{{{120.05, 30.20}, {120.13, 30.21}, {120.11, 30.30}, {120.04, 30.27}}, {}}};
    district->witness.makeTable("drawn");
    district->witness.insert("drawn", 0, box);
    auto theirs = district->witness.shapes(
        "SELECT v.id AS id, CollectionExtract(ST_Intersection(v.geom, d.geom), 3) AS shape FROM village v, drawn d");
    std::size_t met = 0;
    for (std::uint32_t v = 0; v < villages.size(); ++v) {
        if (!villages.hasShape(v)) continue;
        const geom::GeoMultiPolygon shape = geom::toGeo(villages.feature(v));
        const geom::Overlay both = geom::overlay(shape, box);
        const double whole = geodesy::area(finely(shape)), shared = geodesy::area(finely(both.shared));
        EXPECT_NEAR(shared + geodesy::area(finely(both.rest)), whole, 1e-6 * whole) << v;
        EXPECT_NEAR(shared, geodesy::area(finely(theirs[v])), 1e-6 * whole) << v;
        // The same shape, so the same along geodesics.
        EXPECT_NEAR(geodesy::area(both.shared), geodesy::area(theirs[v]), 1e-6 * whole) << v;
        met += shared > 1e-3 ? 1 : 0;
    }
    EXPECT_GT(met, 20u);
}

TEST_F(RealWitness, TheSameUnitsAreNeighbours) {
    std::array<const geom::PolygonSet*, model::kLevelCount> sets{};
    for (const Level level : model::kLevels) sets[model::indexOf(level)] = &shapes(level);
    const topology::Topology topology = topology::build(sets);
    for (const auto& [level, table] : {std::pair{Level::township, "town"}, {Level::village, "village"}}) {
        std::set<std::pair<std::uint32_t, std::uint32_t>> ours, theirs;
        for (const Neighbours& pair : neighbours(topology, model::indexOf(level))) ours.insert({pair.a, pair.b});
        // Borders that have a line in common.
        for (const auto& row : district->witness.rows(std::string("SELECT a.id, b.id FROM ") + table + " a, " + table +
                                                      " b WHERE a.id < b.id AND MbrIntersects(a.geom, b.geom) AND "
                                                      "ST_Relate(a.geom, b.geom, '****1****')")) {
            theirs.insert({std::uint32_t(row[0]), std::uint32_t(row[1])});
        }
        EXPECT_EQ(ours, theirs) << table;
        EXPECT_FALSE(ours.empty());
    }
}

TEST_F(RealWitness, TheSameUnitsAreWithinADistance) {
    // In the zone of the district, whose plane is true to some millionths here.
    constexpr double kApart = 0.05;
    district->witness.run("CREATE TABLE flat AS SELECT id, ST_Transform(SetSRID(geom, 4490), 4549) AS geom FROM grid");
    const index::UnitIndex units(district->snapshot);
    for (const geom::GridPoint p : points(20, 9)) {
        const geom::GeoPoint place = geom::toGeo(p);
        char at[120];
        std::snprintf(at, sizeof at, "ST_Transform(MakePoint(%.7f, %.7f, 4490), 4549)", place.lon, place.lat);
        std::map<std::uint32_t, double> away;
        for (const auto& row : district->witness.rows(std::string("SELECT id, ST_Distance(geom, ") + at + ") FROM flat"))
            away[std::uint32_t(row[0])] = row[1];
        for (const double metres : {300.0, 1500.0, 4000.0}) {
            const auto near = unitsNear(shapes(Level::grid), units.tree(Level::grid), place, metres);
            const std::set<std::uint32_t> ours(near.begin(), near.end());
            for (const auto& [row, distance] : away) {
                if (std::abs(distance - metres) < kApart) continue;
                EXPECT_EQ(ours.contains(row), distance < metres) << row << " at " << distance;
            }
        }
        for (const auto& [row, distance] : away) {
            EXPECT_NEAR(metresTo(shapes(Level::grid), row, place), distance, kApart + 2e-6 * distance);
        }
    }
}

TEST_F(RealWitness, DistancesAreThoseOfGeod) {
    if (std::system("command -v geod > /dev/null") != 0) GTEST_SKIP() << "geod (proj-bin) is not here";
    const auto places = points(200, 11);
    const std::string path = testing::TempDir() + "geod_pairs.txt";
    std::FILE* pairs = std::fopen(path.c_str(), "w");
    ASSERT_NE(pairs, nullptr);
    for (std::size_t i = 1; i < places.size(); ++i) {
        const geom::GeoPoint a = geom::toGeo(places[i - 1]), b = geom::toGeo(places[i]);
        std::fprintf(pairs, "%.7f %.7f %.7f %.7f\n", a.lat, a.lon, b.lat, b.lon);
    }
    std::fclose(pairs);
    // GRS 80 has the axis and the flattening of CGCS2000.
    std::FILE* said = popen(("geod +ellps=GRS80 -I -F %.6f " + path).c_str(), "r");
    ASSERT_NE(said, nullptr);
    std::size_t i = 1;
    char line[256];
    for (; std::fgets(line, sizeof line, said); ++i) {
        const std::string text(line);
        const double metres = std::strtod(text.c_str() + text.find_last_of(" \t") + 1, nullptr);
        ASSERT_LT(i, places.size());
        EXPECT_NEAR(geodesy::distance(geom::toGeo(places[i - 1]), geom::toGeo(places[i])), metres, 1e-5);
    }
    pclose(said);
    std::filesystem::remove(path);
    EXPECT_EQ(i, places.size());
}

}  // namespace
}  // namespace xiangtu::query
