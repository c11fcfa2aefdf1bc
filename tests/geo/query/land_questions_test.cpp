// SPDX-License-Identifier: GPL-3.0-or-later
// Land, borders, figures and proposals as they are asked for, against going over everything.
#include "questions_fixture.h"

#include "geodesy/area.h"
#include "geom/contains.h"
#include "geom/overlay.h"
#include "query/neighbours.h"

#include <gmock/gmock.h>

#include <cmath>
#include <numbers>

namespace xiangtu::query {
namespace {

/// The land between edges straight in degrees and their geodesics, at most: an edge that goes d metres east or west at
/// latitude φ lies off its geodesic by d² tan φ / 8R in its middle, so d³ tan φ / 12R of land are between the two.
double besideGeodesics(const geom::GeoMultiPolygon& shape) {
    constexpr double kRadius = 6.371e6, kRadians = std::numbers::pi / 180;
    double sum = 0;
    const auto add = [&](const geom::GeoRing& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const geom::GeoPoint a = ring[i], b = ring[(i + 1) % ring.size()];
            const double d = geodesy::distance({a.lon, a.lat}, {b.lon, a.lat});
            sum += d * d * d * std::tan(a.lat * kRadians) / (12 * kRadius);
        }
    };
    for (const geom::GeoPolygon& part : shape) {
        add(part.outer);
        for (const geom::GeoRing& hole : part.holes) add(hole);
    }
    return sum;
}

TEST_F(Questions, OverlayTellsTheLandOfEveryKindInEveryVillage) {
    const Answer answer = asked("overlay", {{"bases", "apple"}, {"by", "village"}}, Shapes::made);
    const auto& villages = made->table(Level::village).shapes;
    double all = 0;
    std::size_t pairs = 0;
    for (const auto& record : tables["industry_base"]->records) {
        if (model::toText(record->values[1]) != "apple") continue;
        for (std::uint32_t v = 0; v < villages.size(); ++v) {
            const double area = geodesy::area(
                geom::overlay(std::get<geom::GeoMultiPolygon>(record->shape), geom::toGeo(villages.feature(v))).shared);
            all += area;
            pairs += area > 1e-3 ? 1 : 0;
        }
    }
    EXPECT_EQ(answer.table.rows.size(), pairs);
    EXPECT_NEAR(sum(answer, "all"), geodesy::muFromSquareMetres(all), 1e-6 * geodesy::muFromSquareMetres(all));
    ASSERT_EQ(answer.shapes.size(), pairs);
    for (std::size_t i = 0; i < pairs; ++i) {
        const auto& shape = std::get<geom::GeoMultiPolygon>(answer.shapes[i]);
        EXPECT_NEAR(geodesy::area(shape), geodesy::squareMetresFromMu(number(answer, i, "area_mu")),
                    1.01 * besideGeodesics(shape) + 1e-3);
    }
}

TEST_F(Questions, OverlayOfADrawnAreaAddsUpItsKinds) {
    const Answer answer = asked("overlay", {{"area", "110 36.5, 110.032 36.5, 110.032 36.532, 110 36.532"}});
    double all = 0;
    for (const auto& record : tables["industry_base"]->records) {
        all += geodesy::area(std::get<geom::GeoMultiPolygon>(record->shape));
    }
    EXPECT_EQ(answer.table.rows.size(), 24u);
    EXPECT_NEAR(sum(answer, "all"), geodesy::muFromSquareMetres(all), 1e-3);
    EXPECT_EQ(asked("overlay", {{"area", "1 1, 2 1, 2 2"}}).table.rows.size(), 0u);
}

TEST_F(Questions, CoverShareCountsLandUnderTwoNetsOnce) {
    tables["industry_base"]->records.clear();
    add("industry_base", square(110.01, 36.51, 0.004), {{"crop", "apple"}});
    add("industry_base", square(110.01, 36.51, 0.002), {{"crop", "hail_net"}});
    add("industry_base", square(110.01, 36.51, 0.002), {{"crop", "hail_net"}});
    const Answer answer = asked("cover-share", {{"where", "crop = 'apple'"}, {"by-where", "crop = 'hail_net'"}});
    EXPECT_NEAR(sum(answer, "share"), 25, 0.01);
}

TEST_F(Questions, ContractComparesWhatIsWrittenWithTheMap) {
    const Answer answer = asked("contract", {{"tolerance", "10"}});
    ASSERT_EQ(answer.table.rows.size(), 2u);
    const double area = geodesy::muFromSquareMetres(geodesy::area(square(110.01, 36.51, 0.002)));
    EXPECT_NEAR(number(answer, 0, "map_mu"), area, 1e-6);
    EXPECT_EQ(text(answer, 0, "agrees"), std::abs(area - 99) / 99 <= 0.1 ? "是" : "否");
    EXPECT_EQ(text(answer, 1, "agrees"), "否");
    EXPECT_GT(number(answer, 0, "map_households"), 0);
}

TEST_F(Questions, CleanBordersHaveNoFaultsAndChildrenMakeUpTheirParent) {
    EXPECT_TRUE(asked("border-faults", {{"level", "grid"}}).table.rows.empty());
    const Answer answer = asked("children-sum", {{"level", "village"}});
    EXPECT_EQ(answer.table.rows.size(), 16u);
    EXPECT_EQ(sum(answer, "apart"), 0);
    for (std::size_t i = 0; i < answer.table.rows.size(); ++i) EXPECT_EQ(text(answer, i, "exact"), "0");
}

TEST_F(Questions, AnOverlapAndAGapAreFoundWithTheirLand) {
    // The second village one hundred lattice units too far east: it overlaps one neighbour and leaves a gap.
    auto table = std::make_shared<model::LevelTable>(made->table(Level::village));
    geom::PolygonSet moved;
    for (std::size_t f = 0; f < table->shapes.size(); ++f) {
        geom::MultiPolygon shape = table->shapes.feature(f);
        if (f == 5) {
            for (auto& p : shape[0].outer) p.x += 100;
        }
        moved.add(shape);
    }
    table->shapes = moved;
    made->levels[model::indexOf(Level::village)] = table;
    const Answer answer = asked("border-faults", {{"level", "village"}});
    EXPECT_GE(sum(answer, "overlaps"), 1);
    EXPECT_GE(sum(answer, "gaps"), 1);
}

TEST_F(Questions, WhatIfSplitKeepsLandAndHouseholds) {
    const UnitRef grid{Level::grid, 100};
    const geom::GridBox& box = made->table(Level::grid).shapes.box(100);
    const double middle = (double(box.min.x) + box.max.x) / 2 / geom::kGridPerDegree;
    char line[128];
    std::snprintf(line, sizeof line, "%.7f %.7f, %.7f %.7f", middle, box.min.y / 1e7 - 0.0005, middle + 1e-5,
                  box.max.y / 1e7 + 0.0005);
    const Answer answer = asked("what-if-split", {{"unit", code(grid)}, {"line", line}});
    double before = 0, after = 0, householdsAfter = 0;
    for (std::size_t i = 0; i < answer.table.rows.size(); ++i) {
        if (text(answer, i, "level") != "grid") continue;
        if (text(answer, i, "change") == "变界" && text(answer, i, "code") != code(grid)) continue;
        before += text(answer, i, "change") == "新设" ? 0 : number(answer, i, "before_mu");
        after += number(answer, i, "after_mu");
        householdsAfter += number(answer, i, "after");
    }
    EXPECT_NEAR(before, after, 1e-2);
    EXPECT_EQ(householdsAfter, made->unit(grid).households);
    EXPECT_THAT(refused("what-if-split", {{"unit", code(grid)}, {"line", "0 0, 1 1"}}),
                testing::HasSubstr("cannot be done"));
}

TEST_F(Questions, WhatIfMergeAddsThemUp) {
    const UnitRef a{Level::grid, 100};
    UnitRef b;
    for (const auto& row : asked("adjacent", {{"unit", code(a)}}).table.rows) {
        if (made->unit(row.unit).parent == made->unit(a).parent) b = row.unit;
    }
    ASSERT_TRUE(b.valid());
    const Answer answer = asked("what-if-merge", {{"units", code(a) + "," + code(b)}, {"into", code(a)}});
    for (std::size_t i = 0; i < answer.table.rows.size(); ++i) {
        if (text(answer, i, "code") != code(a)) continue;
        EXPECT_EQ(number(answer, i, "after"), made->unit(a).households + made->unit(b).households);
    }
    EXPECT_EQ(answer.table.rows.size(), 2u);
}

TEST_F(Questions, AlongARouteTheVillagesComeInOrder) {
    const Answer answer = asked("along", {{"record", "1"}});
    ASSERT_GT(answer.table.rows.size(), 3u);
    EXPECT_NEAR(sum(answer, "inside"), sum(answer, "length"), 1);
    for (std::size_t i = 1; i < answer.table.rows.size(); ++i) {
        EXPECT_GT(number(answer, i, "from_m"), number(answer, i - 1, "from_m"));
    }
}

TEST_F(Questions, InsideABeltSharesAreOfTheUnitsLand) {
    const Answer answer = asked("inside", {{"record", "1"}, {"of", "meal_point"}});
    const auto& villages = made->table(Level::village).shapes;
    const auto belt = square(110.006, 36.506, 0.012);
    for (std::size_t i = 0; i < answer.table.rows.size(); ++i) {
        const auto village = geom::toGeo(villages.feature(answer.table.rows[i].unit.row));
        const double share = geodesy::area(geom::overlay(village, belt).shared) / geodesy::area(village);
        EXPECT_NEAR(number(answer, i, "share"), 100 * share, 1e-3);
    }
    int points = 0;
    for (const auto& record : tables["meal_point"]->records) {
        points += geom::contains(belt, std::get<geom::GeoPoint>(record->shape)) ? 1 : 0;
    }
    EXPECT_EQ(sum(answer, "records"), points);
    EXPECT_NEAR(sum(answer, "area"), geodesy::muFromSquareMetres(geodesy::area(belt)), 0.01);
}

TEST_F(Questions, APlotAcrossBordersBelongsToWhoHasMost) {
    const Answer answer = asked("share-of-parents", {{"level", "natural_village"}});
    std::map<std::int64_t, std::vector<std::size_t>> plots;
    for (std::size_t i = 0; i < answer.table.rows.size(); ++i) plots[answer.table.rows[i].record].push_back(i);
    EXPECT_EQ(double(plots.size()), sum(answer, "across"));
    ASSERT_FALSE(plots.empty());
    for (const auto& [id, rows] : plots) {
        EXPECT_GT(rows.size(), 1u);
        double most = 0, total = 0;
        for (const std::size_t i : rows) most = std::max(most, number(answer, i, "area_mu"));
        for (const std::size_t i : rows) {
            total += number(answer, i, "share");
            EXPECT_EQ(text(answer, i, "owner") == "是", number(answer, i, "area_mu") == most);
        }
        EXPECT_LT(total, 100.001);
    }
}

TEST_F(Questions, BelowALineNeighboursAreOneCluster) {
    const Answer answer = asked("below-line", {{"line", "120000"}});
    std::set<std::uint32_t> expected;
    const auto villages = std::uint32_t(made->table(Level::village).units.size());
    for (std::uint32_t v = 0; v + 1 < villages; v += 3) expected.insert(v);
    EXPECT_EQ(rowsOf(answer), expected);
    EXPECT_EQ(sum(answer, "unknown"), 1);
    std::map<std::uint32_t, double> cluster;
    for (std::size_t i = 0; i < answer.table.rows.size(); ++i) {
        cluster[answer.table.rows[i].unit.row] = number(answer, i, "cluster");
    }
    for (const Neighbours& pair : neighbours(ground->topology(), model::indexOf(Level::village))) {
        if (!cluster.contains(pair.a) || !cluster.contains(pair.b)) continue;
        EXPECT_EQ(cluster[pair.a], cluster[pair.b]);
    }
}

TEST_F(Questions, CompareTellsTheLandThatPassed) {
    auto before = std::make_shared<model::Snapshot>(*made);
    auto table = std::make_shared<model::LevelTable>(made->table(Level::grid));
    geom::PolygonSet shapes;
    for (std::size_t f = 0; f < table->shapes.size(); ++f)
        shapes.add(f == 9 ? geom::MultiPolygon() : table->shapes.feature(f));
    table->shapes = shapes;
    before->levels[model::indexOf(Level::grid)] = table;
    past = [before](base::Date) { return before; };
    const Answer answer = asked("compare", {{"from", "2020-01-01"}});
    ASSERT_EQ(answer.table.rows.size(), 1u);
    const double area = geodesy::muFromSquareMetres(geodesy::area(made->table(Level::grid).shapes, 9));
    EXPECT_NEAR(number(answer, 0, "gained_mu"), area, 1e-6);
    EXPECT_NEAR(number(answer, 0, "lost_mu"), 0, 1e-9);
}

TEST_F(Questions, GroupsTellWhoIsLeftOut) {
    const Answer answer = asked("groups", {{"leaders", "meal_point"}, {"metres", "400"}});
    double members = 0;
    for (std::size_t i = 0; i < answer.table.rows.size(); ++i) {
        members += number(answer, i, "members");
        EXPECT_LE(number(answer, i, "members"), 5);
        EXPECT_LE(number(answer, i, "furthest"), 400);
        EXPECT_EQ(text(answer, i, "remark") == "偏小", number(answer, i, "members") < 3);
    }
    EXPECT_EQ(members + sum(answer, "ungrouped"), sum(answer, "households"));
    const Answer listed = asked(
        "groups", {{"leaders", "meal_point"}, {"households", "110.01,36.51\n110.011,36.51\n"}, {"metres", "5000"}});
    EXPECT_EQ(sum(listed, "ungrouped"), 0);
}

TEST_F(Questions, ProposedPointsReachMoreAndMore) {
    const Answer answer = asked("propose-points", {{"from", "meal_point"}, {"metres", "500"}, {"count", "4"}});
    ASSERT_EQ(answer.table.rows.size(), 4u);
    double reached = sum(answer, "before");
    for (std::size_t i = 0; i < 4; ++i) reached += number(answer, i, "gain");
    EXPECT_EQ(reached, sum(answer, "after"));
    EXPECT_LE(sum(answer, "after"), sum(answer, "most"));
    EXPECT_EQ(sum(asked("around", {{"from", "meal_point"}, {"metres", "500"}}), "households"), sum(answer, "before"));
}

TEST_F(Questions, ATourBeginsWhereItIsToldTo) {
    std::string codes;
    for (std::uint32_t v = 0; v < 9; ++v) codes += (v ? "," : "") + code({Level::village, v});
    const Answer answer = asked("tour", {{"units", codes}, {"start", "110.0 36.5"}, {"of", "meal_point"}});
    ASSERT_EQ(answer.table.rows.size(), 15u);
    EXPECT_EQ(text(answer, 0, "stop"), "出发");
    EXPECT_NEAR(number(answer, 14, "way_m") / 1000, sum(answer, "length"), 1e-9);
    EXPECT_THAT(refused("tour", {}), testing::HasSubstr("no stop"));
}

}  // namespace
}  // namespace xiangtu::query
