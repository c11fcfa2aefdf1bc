// SPDX-License-Identifier: GPL-3.0-or-later
// Where, near and far, and what is refused; against going over everything.
#include "questions_fixture.h"

#include "geodesy/area.h"
#include "geodesy/distance.h"
#include "geom/contains.h"

#include <gmock/gmock.h>

namespace xiangtu::query {
namespace {

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
    std::erase_if(expected, [&](std::uint32_t row) {
        return made->unit({Level::naturalVillage, row}).parent != village;
    });
    EXPECT_EQ(rowsOf(inside), expected);
}

TEST_F(Questions, HolesOfARegisterAreUnitsWithoutARecord) {
    const Answer answer =
        asked("holes", {{"level", "village"}, {"of", "collective_income"}, {"where", "amount > 100000"}});
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

TEST_F(Questions, BadInputIsRefusedByName) {
    EXPECT_THAT(refused("where-is", {}), testing::HasSubstr("no question"));
    EXPECT_THAT(refused("locate", {{"lon", "109"}}), testing::HasSubstr("lat is needed"));
    EXPECT_THAT(refused("locate", {{"lon", "nan"}, {"lat", "30"}}), testing::HasSubstr("lon"));
    EXPECT_THAT(refused("locate", {{"lon", "181"}, {"lat", "30"}}), testing::HasSubstr("out of range"));
    EXPECT_THAT(refused("locate", {{"lon", "1"}, {"lat", "3"}, {"level", "grid"}}),
                testing::HasSubstr("is not asked here"));
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
