// SPDX-License-Identifier: GPL-3.0-or-later
// What nobody should ask is answered clearly or refused by the name of the parameter.
#include "questions_fixture.h"

#include <gmock/gmock.h>

namespace xiangtu::query {
namespace {

using testing::HasSubstr;

std::string notesOf(const Answer& answer) {
    std::string all;
    for (const model::Titles& note : answer.notes) all += note.en + "\n";
    return all;
}

TEST_F(Questions, PointsWithLongitudeAndLatitudeTheWrongWayRoundAreRecognised) {
    const geom::GeoPoint p = seat(Level::grid, 5), q = seat(Level::grid, 50);
    std::string turned = "lon,lat\n";
    for (const geom::GeoPoint at : {p, q}) turned += std::to_string(at.lat) + "," + std::to_string(at.lon) + "\n";
    const Answer answer = asked("join", {{"points", turned}});
    EXPECT_TRUE(answer.table.rows.empty());
    EXPECT_THAT(notesOf(answer), HasSubstr("the wrong way round: changed, 2 points lie in the county"));
    const Answer mended = asked("join", {{"points", turned}, {"lon-column", "lat"}, {"lat-column", "lon"}});
    EXPECT_EQ(mended.table.rows.size(), 2u);
    EXPECT_TRUE(mended.notes.empty()) << notesOf(mended);
}

TEST_F(Questions, ATableWithoutAPointInTheCountySaysSo) {
    EXPECT_THAT(notesOf(asked("join", {{"points", "lon,lat\n0,0\n"}})), HasSubstr("no point lies in the county"));
    EXPECT_THAT(notesOf(asked("join", {{"points", "lon,lat\n"}})), HasSubstr("holds no points"));
    EXPECT_THAT(notesOf(asked("join", {{"points", "lon,lat\nx,y\n"}})), HasSubstr("1 lines hold no place"));
    EXPECT_THAT(refused("join", {{"points", "a,b\n1,2\n"}}), HasSubstr("points"));
}

TEST_F(Questions, WhatLiesOutsideTheCountyIsSaid) {
    const char* note = "outside the county";
    EXPECT_THAT(notesOf(asked("around", {{"at", "80 40"}})), HasSubstr(note));
    EXPECT_THAT(notesOf(asked("nearest", {{"at", "80 40"}, {"of", "meal_point"}})), HasSubstr(note));
    EXPECT_THAT(notesOf(asked("along", {{"line", "80 40, 81 41"}})), HasSubstr(note));
    EXPECT_THAT(notesOf(asked("inside", {{"area", "80 40, 81 40, 81 41"}})), HasSubstr(note));
    EXPECT_THAT(notesOf(asked("overlay", {{"area", "80 40, 81 40, 81 41"}})), HasSubstr(note));
    EXPECT_THAT(notesOf(asked("around", {{"at", "110.0161 36.5158"}})), testing::Not(HasSubstr(note)));
}

TEST_F(Questions, RegistersWithoutRecordsAreSaidToHaveNone) {
    tables["land_contract"]->records.clear();
    tables["industry_base"]->records.clear();
    tables["collective_income"]->records.clear();
    for (const char* id : {"contract", "overlay", "below-line"}) {
        const Answer answer = asked(id, {});
        EXPECT_TRUE(answer.table.rows.empty()) << id;
        EXPECT_FALSE(answer.notes.empty()) << id;
    }
    EXPECT_FALSE(asked("cover-share", {{"of", "industry_base"}, {"by", "industry_base"}}).notes.empty());
    EXPECT_FALSE(asked("nearest", {{"at", "110.01 36.51"}, {"of", "expert_station"}}).notes.empty());
    EXPECT_THAT(notesOf(asked("groups", {{"leaders", "expert_station"}})), HasSubstr("nobody is in a group"));
    EXPECT_THAT(refused("tour", {{"of", "expert_station"}}), HasSubstr("there is no stop"));
}

TEST_F(Questions, MoreThanThereAreIsAnsweredWithAllThereAre) {
    const Answer near = asked("nearest", {{"at", "110.01 36.51"}, {"of", "meal_point"}, {"count", "900"}});
    EXPECT_EQ(near.table.rows.size(), 5u);
    EXPECT_THAT(notesOf(near), HasSubstr("no more than 5"));
    const Answer points = asked("propose-points", {{"count", "1000"}, {"metres", "500"}});
    EXPECT_LT(points.table.rows.size(), 1000u);
    EXPECT_THAT(notesOf(points), HasSubstr("more points would reach nobody new"));
}

TEST_F(Questions, ShapesThatAreNoneAreRefusedByName) {
    EXPECT_THAT(refused("along", {{"line", "110 36"}}), HasSubstr("line cannot be used: it has too few points"));
    EXPECT_THAT(refused("along", {{"line", "110 36, 110 36"}}), HasSubstr("too few points"));
    EXPECT_THAT(refused("along", {{"line", "nan nan, 1 1"}}), HasSubstr("line"));
    EXPECT_THAT(refused("along", {{"line", "LINESTRING(1 1, 2 2"}}), HasSubstr("line cannot be read"));
    EXPECT_THAT(refused("inside", {{"area", "POLYGON((far away))"}}), HasSubstr("area cannot be read"));
    EXPECT_THAT(refused("inside", {{"area", "POINT(1 1)"}}), HasSubstr("area is not a polygon"));
    EXPECT_THAT(refused("inside", {{"area", "nan 1, 2 2, 3 3"}}), HasSubstr("area"));
    EXPECT_THAT(refused("inside", {{"area", "110 36, 110 36, 110 36"}}), HasSubstr("too few points"));
    EXPECT_THAT(refused("around", {{"at", "nan 36"}}), HasSubstr("not on the globe"));
    EXPECT_THAT(refused("compare", {{"from", "2026-02-30"}}), HasSubstr("is not a day"));
}

}  // namespace
}  // namespace xiangtu::query
