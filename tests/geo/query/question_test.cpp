// SPDX-License-Identifier: GPL-3.0-or-later
// Questions as they are asked, on a made-up county with registers, against going over everything.
#include "query/question.h"

#include "base/error.h"
#include "geodesy/area.h"
#include "geodesy/distance.h"
#include "geom/contains.h"
#include "geom/overlay.h"
#include "model/catalogue_json.h"
#include "query/neighbours.h"
#include "support/coverage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <random>
#include <set>

namespace xiangtu::query {
namespace {

using model::Level;
using model::UnitRef;

geom::GeoMultiPolygon square(double lon, double lat, double size) {
    return {{{{lon, lat}, {lon + size, lat}, {lon + size, lat + size}, {lon, lat + size}}, {}}};
}

class Questions : public testing::Test {
protected:
    Questions() {
        made = std::make_shared<model::Snapshot>(support::snapshot({.side = 16}));
        auto catalogue = std::make_shared<model::Catalogue>(
            model::loadCatalogue(std::filesystem::path(XIANGTU_DATA_DIR) / "catalogue"));
        for (const model::RegisterDef& def : catalogue->registers) {
            auto table = std::make_shared<model::RegisterTable>();
            table->def = def;
            tables[def.id] = table;
            made->registers.push_back(table);
        }
        made->catalogue = std::move(catalogue);
        std::mt19937 random(11);
        std::uniform_real_distribution<double> lon(110.002, 110.028), lat(36.502, 36.528);
        const std::array crops{"apple", "hail_net", "fresh_corn"};
        for (int i = 0; i < 24; ++i) {
            add("industry_base", square(lon(random), lat(random), 0.003),
                {{"name", "base " + std::to_string(i)}, {"crop", std::string(crops[std::size_t(i) % 3])}});
        }
        for (int i = 0; i < 5; ++i) add("meal_point", geom::GeoPoint{lon(random), lat(random)}, {{"name", "m"}});
        add("land_contract", square(110.01, 36.51, 0.002), {{"contract_mu", 99.0}, {"households", std::int64_t(3)}});
        add("land_contract", square(110.02, 36.51, 0.002), {{"contract_mu", 5.0}, {"households", std::int64_t(3)}});
        const auto villages = std::uint32_t(made->table(Level::village).units.size());
        for (std::uint32_t v = 0; v + 1 < villages; ++v) {
            add("collective_income", {}, {{"amount", std::int64_t(v % 3 == 0 ? 90000 : 300000)}}, {Level::village, v});
        }
        add("route", geom::GeoMultiLine{{{110.003, 36.505}, {110.029, 36.52}}}, {{"name", "r"}});
        add("tourism_belt", square(110.006, 36.506, 0.012), {{"name", "belt"}});
    }

    void add(const std::string& id, geom::GeoShape shape, const std::map<std::string, model::Value>& values,
             UnitRef unit = {}) {
        model::RegisterTable& table = *tables[id];
        auto record = std::make_shared<model::Record>();
        record->id = std::int64_t(table.records.size()) + 1;
        record->unit = unit;
        record->shape = std::move(shape);
        record->values.resize(table.def.fields.size());
        for (const auto& [name, value] : values) record->values.set(*table.def.fieldAt(name), value);
        table.records.push_back(std::move(record));
    }

    Answer asked(const std::string& id, std::map<std::string, std::string> params, Shapes shapes = Shapes::none) {
        if (!ground) ground = std::make_unique<Ground>(made, nullptr, nullptr, past);
        return ask(*ground, {id, std::move(params)}, shapes);
    }
    std::string refused(const std::string& id, std::map<std::string, std::string> params) {
        try {
            (void)asked(id, std::move(params));
        } catch (const base::Error& error) {
            EXPECT_EQ(error.fault(), base::Fault::usage);
            return error.what();
        }
        return "answered";
    }
    static double sum(const Answer& answer, std::string_view key) {
        const auto found = std::ranges::find(answer.sums, key, &Sum::key);
        return found == answer.sums.end() ? NAN : found->value;
    }
    static std::size_t column(const Answer& answer, std::string_view key) {
        const auto found = std::ranges::find(answer.table.columns, key, &indicators::Table::Column::key);
        EXPECT_NE(found, answer.table.columns.end()) << key;
        return std::size_t(found - answer.table.columns.begin());
    }
    static double number(const Answer& answer, std::size_t row, std::string_view key) {
        return model::numberOf(answer.table.rows[row].cells[column(answer, key)]).value_or(NAN);
    }
    static std::string text(const Answer& answer, std::size_t row, std::string_view key) {
        return model::toText(answer.table.rows[row].cells[column(answer, key)]);
    }
    static std::set<std::uint32_t> rowsOf(const Answer& answer) {
        std::set<std::uint32_t> out;
        for (const auto& row : answer.table.rows) out.insert(row.unit.row);
        return out;
    }
    [[nodiscard]] std::string code(UnitRef unit) const { return made->unit(unit).code.text(); }
    [[nodiscard]] geom::GeoPoint seat(Level level, std::uint32_t row) {
        if (!ground) ground = std::make_unique<Ground>(made, nullptr, nullptr, past);
        return geom::toGeo(*ground->seats(level)[row]);
    }

    std::shared_ptr<model::Snapshot> made;
    std::map<std::string, std::shared_ptr<model::RegisterTable>> tables;
    Ground::Past past;
    std::unique_ptr<Ground> ground;
};

TEST_F(Questions, EveryOneIsOfferedInBothLanguagesWithItsNumber) {
    std::set<std::string_view> numbers;
    for (const QuestionDef& def : questions()) {
        EXPECT_FALSE(def.zh.empty() || def.en.empty()) << def.id;
        EXPECT_EQ(findQuestion(def.id), &def);
        if (!def.number.empty()) numbers.insert(def.number);
        for (const Param& p : def.params) EXPECT_FALSE(p.zh.empty() || p.en.empty()) << def.id << " " << p.name;
    }
    EXPECT_EQ(numbers.size(), 18u);
}

TEST_F(Questions, LocateNamesTheUnitOfEveryLevelSmallestFirst) {
    const UnitRef grid{Level::grid, 77};
    const geom::GeoPoint p = seat(Level::grid, 77);
    const Answer answer = asked("locate", {{"lon", std::to_string(p.lon)}, {"lat", std::to_string(p.lat)}});
    ASSERT_EQ(answer.table.rows.size(), 5u);
    UnitRef expected = grid;
    for (const auto& row : answer.table.rows) {
        EXPECT_EQ(row.unit, expected);
        expected = made->unit(expected).parent;
    }
}

TEST_F(Questions, LocateOutsideSaysHowFarTheNearestIs) {
    const Answer answer = asked("locate", {{"lon", "111"}, {"lat", "36.51"}});
    EXPECT_TRUE(answer.table.rows.empty());
    ASSERT_EQ(answer.notes.size(), 1u);
    EXPECT_THAT(answer.notes[0].en, testing::HasSubstr("outside the county; the nearest is"));
}

TEST_F(Questions, JoinCountsEveryPointOnce) {
    std::string csv = "lon,lat\n";
    std::mt19937 random(3);
    std::uniform_real_distribution<double> lon(109.995, 110.04), lat(36.495, 36.54);
    std::map<std::uint32_t, int> expected;
    int outside = 0;
    const auto& shapes = made->table(Level::grid).shapes;
    for (int i = 0; i < 3000; ++i) {
        char line[64];
        std::snprintf(line, sizeof line, "%.7f,%.7f\n", lon(random), lat(random));
        csv += line;
        double x = 0, y = 0;
        std::sscanf(line, "%lf,%lf", &x, &y);
        bool found = false;
        for (std::uint32_t f = 0; f < shapes.size() && !found; ++f) {
            if (geom::contains(shapes, f, geom::snapToGrid({x, y}))) {
                ++expected[f];
                found = true;
            }
        }
        outside += found ? 0 : 1;
    }
    const Answer answer = asked("join", {{"points", csv + "x,y\n"}});
    ASSERT_EQ(answer.table.rows.size(), expected.size());
    for (std::size_t i = 0; i < answer.table.rows.size(); ++i) {
        EXPECT_EQ(number(answer, i, "points"), expected[answer.table.rows[i].unit.row]);
    }
    EXPECT_EQ(sum(answer, "outside"), outside);
    ASSERT_EQ(answer.notes.size(), 1u);
}

TEST_F(Questions, HolesAreTheUnitsNobodyServes) {
    const Answer answer = asked("holes", {{"level", "natural_village"}});
    std::set<std::uint32_t> expected;
    for (std::uint32_t i = 0; i < made->table(Level::naturalVillage).units.size(); ++i) expected.insert(i);
    for (const model::PartyOrg org : made->party->orgs) {
        if (org.serves.level == Level::naturalVillage) expected.erase(org.serves.row);
    }
    EXPECT_EQ(rowsOf(answer), expected);
    EXPECT_FALSE(expected.empty());
    // Inside one village only.
    const UnitRef village{Level::village, 3};
    const Answer inside = asked("holes", {{"level", "natural_village"}, {"within", code(village)}});
    std::erase_if(expected, [&](std::uint32_t row) { return made->unit({Level::naturalVillage, row}).parent != village; });
    EXPECT_EQ(rowsOf(inside), expected);
}

TEST_F(Questions, HolesOfARegisterAreUnitsWithoutARecord) {
    const Answer answer = asked("holes", {{"level", "village"}, {"of", "collective_income"}, {"where", "amount > 100000"}});
    for (std::uint32_t v = 0; v < made->table(Level::village).units.size(); ++v) {
        const bool has = v + 1 < made->table(Level::village).units.size() && v % 3 != 0;
        EXPECT_EQ(rowsOf(answer).contains(v), !has);
    }
}

TEST_F(Questions, AroundCountsTheHouseholdsWhoseMiddleIsWithin) {
    const geom::GeoPoint centre{110.0161, 36.5158};
    const Answer answer = asked("around", {{"at", "110.0161 36.5158"}, {"metres", "700"}});
    std::int64_t households = 0;
    const auto& grids = made->table(Level::grid);
    for (std::uint32_t row = 0; row < grids.units.size(); ++row) {
        if (geodesy::distance(centre, seat(Level::grid, row)) <= 700) households += grids.units[row].households;
    }
    EXPECT_EQ(sum(answer, "households"), double(households));
    EXPECT_GT(answer.table.rows.size(), 30u);
}

TEST_F(Questions, AroundEveryMealPointReachesWhatNoneIsFurtherFrom) {
    const Answer near = asked("around", {{"from", "meal_point"}, {"metres", "600"}});
    const Answer far = asked("further-than", {{"from", "meal_point"}, {"metres", "600"}, {"of", "household"}});
    const auto& grids = made->table(Level::grid);
    EXPECT_EQ(near.table.rows.size(), 5u);
    EXPECT_EQ(sum(near, "units") + sum(far, "units"), double(grids.units.size()));
    for (std::uint32_t row = 0; row < grids.units.size(); ++row) {
        double least = HUGE_VAL;
        for (const auto& record : tables["meal_point"]->records) {
            least = std::min(least, geodesy::distance(seat(Level::grid, row), std::get<geom::GeoPoint>(record->shape)));
        }
        ASSERT_EQ(rowsOf(far).contains(row), least > 600);
    }
}

TEST_F(Questions, FurtherThanNothingIsEveryone) {
    const Answer answer = asked("further-than", {{"from", "expert_station"}, {"metres", "1000"}});
    EXPECT_EQ(answer.table.rows.size(), made->table(Level::grid).units.size());
    EXPECT_EQ(answer.notes.size(), 1u);
}

TEST_F(Questions, AdjacentUnitsShareABorderOfItsLength) {
    const UnitRef grid{Level::grid, 100};
    const Answer answer = asked("adjacent", {{"unit", code(grid)}});
    // Wiggly squares: four neighbours, and who only meets in a corner is none.
    EXPECT_EQ(answer.table.rows.size(), 4u);
    const auto ring = made->table(Level::grid).shapes.ring(made->table(Level::grid).shapes.firstRing(100));
    geom::GeoLine closed;
    for (const auto p : ring) closed.push_back(geom::toGeo(p));
    closed.push_back(closed.front());
    EXPECT_NEAR(sum(answer, "metres"), geodesy::length(closed), 1e-6);
    std::set<std::uint32_t> red;
    const auto& classes = (*made->schemes)[0].classes;
    for (const auto& row : answer.table.rows) {
        if (made->classOf(0, row.unit) == 0) red.insert(row.unit.row);
    }
    const Answer ofClass = asked("adjacent", {{"unit", code(grid)}, {"class", classes[0].code}});
    EXPECT_EQ(rowsOf(ofClass), red);
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
        const double drawn = geodesy::area(std::get<geom::GeoMultiPolygon>(answer.shapes[i]));
        // Edges of 300 m straight in degrees lie 1 mm off their geodesics.
        const double told = number(answer, i, "area_mu");
        EXPECT_NEAR(geodesy::muFromSquareMetres(drawn), told, 1e-5 * told + 1e-5);
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
    EXPECT_THAT(refused("what-if-split", {{"unit", code(grid)}, {"line", "0 0, 1 1"}}), testing::HasSubstr("cannot be done"));
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

TEST_F(Questions, NearestNamesTheNearestFirst) {
    const Answer answer = asked("nearest", {{"of", "meal_point"}, {"at", "110.01 36.51"}, {"count", "4"}});
    ASSERT_EQ(answer.table.rows.size(), 4u);
    std::vector<double> all;
    for (const auto& record : tables["meal_point"]->records) {
        all.push_back(geodesy::distance(geom::GeoPoint{110.01, 36.51}, std::get<geom::GeoPoint>(record->shape)));
    }
    std::ranges::sort(all);
    for (std::size_t i = 0; i < 4; ++i) EXPECT_DOUBLE_EQ(number(answer, i, "metres"), all[i]);
    EXPECT_EQ(asked("nearest", {{"of", "member_household"}, {"at", "110.01 36.51"}}).table.rows.size(), 0u);
    EXPECT_EQ(asked("nearest", {{"of", "party_group"}, {"at", "110.01 36.51"}}).table.rows.size(), 3u);
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
    for (std::size_t f = 0; f < table->shapes.size(); ++f) shapes.add(f == 9 ? geom::MultiPolygon() : table->shapes.feature(f));
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
    const Answer listed = asked("groups", {{"leaders", "meal_point"}, {"households", "110.01,36.51\n110.011,36.51\n"}, {"metres", "5000"}});
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

TEST_F(Questions, BadInputIsRefusedByName) {
    EXPECT_THAT(refused("where-is", {}), testing::HasSubstr("no question"));
    EXPECT_THAT(refused("locate", {{"lon", "109"}}), testing::HasSubstr("lat is needed"));
    EXPECT_THAT(refused("locate", {{"lon", "nan"}, {"lat", "30"}}), testing::HasSubstr("lon"));
    EXPECT_THAT(refused("locate", {{"lon", "181"}, {"lat", "30"}}), testing::HasSubstr("out of range"));
    EXPECT_THAT(refused("locate", {{"lon", "1"}, {"lat", "3"}, {"level", "grid"}}), testing::HasSubstr("is not asked here"));
    EXPECT_THAT(refused("around", {{"at", "110 36.5"}, {"metres", "1e300"}}), testing::HasSubstr("metres"));
    EXPECT_THAT(refused("around", {{"at", "110 36.5"}, {"metres", "-5"}}), testing::HasSubstr("out of range"));
    EXPECT_THAT(refused("around", {{"at", "110"}}), testing::HasSubstr("is not a place"));
    EXPECT_THAT(refused("around", {}), testing::HasSubstr("is needed"));
    EXPECT_THAT(refused("holes", {{"level", "street"}}), testing::HasSubstr("is not a level"));
    EXPECT_THAT(refused("holes", {{"within", "12"}}), testing::HasSubstr("no unit with code"));
    EXPECT_THAT(refused("holes", {{"of", "ghosts"}}), testing::HasSubstr("no such register"));
    EXPECT_THAT(refused("holes", {{"of", "meal_point"}, {"where", "nothing = ("}}), testing::HasSubstr("where"));
    EXPECT_THAT(refused("overlay", {{"area", "0 0, 1 1, 1 0, 0 1"}}), testing::HasSubstr("area cannot be used"));
    EXPECT_THAT(refused("overlay", {{"area", "0 0, 1 1"}}), testing::HasSubstr("area"));
    EXPECT_THAT(refused("overlay", {{"register", "meal_point"}}), testing::HasSubstr("not a register of land"));
    EXPECT_THAT(refused("overlay", {{"bases", "gold"}}), testing::HasSubstr("no kind of register"));
    EXPECT_THAT(refused("nearest", {{"of", "meal_point"}, {"at", "1 1"}, {"count", "0"}}), testing::HasSubstr("count"));
    EXPECT_THAT(refused("compare", {{"from", "yesterday"}}), testing::HasSubstr("is not a day"));
    EXPECT_THAT(refused("compare", {{"from", "2020-01-01"}}), testing::HasSubstr("not at hand"));
    EXPECT_THAT(refused("along", {{"record", "99"}}), testing::HasSubstr("no such record"));
    EXPECT_THAT(refused("what-if-merge", {{"units", "7"}}), testing::HasSubstr("units"));
    EXPECT_THAT(refused("below-line", {{"value", "ghost"}}), testing::HasSubstr("not a field"));
    EXPECT_THAT(refused("adjacent", {{"scheme", "none"}, {"class", "red"}}), testing::HasSubstr("scheme"));
}

TEST_F(Questions, ACancelledQuestionSaysSo) {
    base::Progress progress;
    progress.cancel();
    const Ground here(made);
    EXPECT_THROW((void)ask(here, {"further-than", {{"from", "meal_point"}, {"metres", "5"}}}, Shapes::none, progress),
                 base::Error);
}

}  // namespace
}  // namespace xiangtu::query
