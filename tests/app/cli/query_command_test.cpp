// SPDX-License-Identifier: GPL-3.0-or-later
// Questions of space as they are asked from a shell.
#include "app/cli/commands_fixture.h"
#include "geodesy/area.h"
#include "geom/inside_point.h"

#include <algorithm>

namespace xiangtu::cli {
namespace {

class QueryCommand : public Commands {
protected:
    int ask(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"query", file.string()});
        return run(arguments);
    }
};

TEST_F(QueryCommand, TheListNamesEveryQuestionInBothLanguages) {
    ASSERT_EQ(run({"query", "--list"}), 0) << errors;
    for (const char* name : {"locate", "holes", "overlay", "further-than", "groups", "compare", "tour", "Q18"}) {
        EXPECT_TRUE(has(output, name)) << name;
    }
    EXPECT_TRUE(has(output, "防雹网覆盖了多少果园"));
    ASSERT_EQ(run({"query", "--list", "--json"}), 0) << errors;
    EXPECT_GE(json().size(), 20u);
}

TEST_F(QueryCommand, LocateAndJoinAgree) {
    const model::Snapshot snapshot = load();
    const auto& villages = snapshot.table(model::Level::village);
    const geom::GeoPoint p = geom::toGeo(*geom::insidePoint(villages.shapes, 1));
    ASSERT_EQ(ask({"locate", "--lon", std::to_string(p.lon), "--lat", std::to_string(p.lat), "--json"}), 0) << errors;
    const auto rows = json()["rows"];
    EXPECT_TRUE(
        std::ranges::any_of(rows, [&](const auto& row) { return row["code"] == villages.units[1].code.text(); }));
    support::writeFile(folder / "p.csv",
                       "name,lat,lon\na," + std::to_string(p.lat) + "," + std::to_string(p.lon) + "\nb,0,0\nc,x,y\n");
    ASSERT_EQ(ask({"join", "--points", (folder / "p.csv").string(), "--level", "village", "--csv"}), 0) << errors;
    EXPECT_TRUE(has(output, villages.units[1].code.text()));
    ASSERT_EQ(ask({"join", "--points", (folder / "p.csv").string(), "--level", "village"}), 0) << errors;
    EXPECT_TRUE(has(output, "不在任何单元内: 1")) << output;
    EXPECT_TRUE(has(output, "1 lines hold no place"));
}

TEST_F(QueryCommand, PointsOfAGbkTableWithOtherColumnsAreCounted) {
    const model::Snapshot snapshot = load();
    const geom::GeoPoint p = geom::toGeo(*geom::insidePoint(snapshot.table(model::Level::village).shapes, 1));
    // 东,北,名 in GBK
    support::writeFile(folder / "g.csv", "\xB6\xAB,\xB1\xB1,\xC3\xFB\n" + std::to_string(p.lon) + "," +
                                             std::to_string(p.lat) + ",\xBC\xD7\n");
    const std::string table = (folder / "g.csv").string();
    EXPECT_EQ(ask({"join", "--points", table, "--level", "village"}), 2) << "no column is known";
    ASSERT_EQ(ask({"join", "--points", table, "--level", "village", "--lon-column", "东", "--lat-column", "#2"}), 0)
        << errors;
    EXPECT_TRUE(has(output, "点: 1 个")) << output;
    EXPECT_EQ(ask({"join", "--points", table, "--encoding", "martian"}), 2);
}

TEST_F(QueryCommand, AnswersArePrinted) {
    const std::string out = (folder / "tour.pdf").string();
    ASSERT_EQ(ask({"tour", "--of", "industry_base", "--pdf", out}), 0) << errors;
    const std::string pdf = support::readFile(out);
    EXPECT_TRUE(pdf.starts_with("%PDF"));
    ASSERT_EQ(ask({"tour", "--of", "industry_base", "--json"}), 0) << errors;
    const std::size_t stops = json()["rows"].size();
    std::size_t pages = 0;
    for (std::size_t at = pdf.find("/Type /Page\n"); at != std::string::npos; at = pdf.find("/Type /Page\n", at + 1)) {
        ++pages;
    }
    EXPECT_GE(pages, stops + 1);
    EXPECT_EQ(ask({"holes", "--pdf", (folder / "no" / "such.pdf").string()}), 1);
}

TEST_F(QueryCommand, LandByVillageIsDrawnAndSummed) {
    ASSERT_EQ(ask({"overlay", "--by", "village", "--geojson"}), 0) << errors;
    const auto collection = json();
    EXPECT_EQ(collection["type"], "FeatureCollection");
    ASSERT_FALSE(collection["features"].empty());
    double sum = 0;
    for (const auto& feature : collection["features"]) {
        EXPECT_EQ(feature["geometry"]["type"], "MultiPolygon");
        sum += feature["properties"]["area_mu"].get<double>();
    }
    EXPECT_NEAR(sum, collection["sums"]["all"].get<double>(), 1e-6);
    double reported = 0;
    const model::Snapshot snapshot = load();
    for (const auto& record : snapshot.findRegister("industry_base")->records) reported += record->areaM2;
    EXPECT_NEAR(sum, geodesy::muFromSquareMetres(reported), 1e-5 * sum);
}

TEST_F(QueryCommand, AbsurdFiguresAreRefusedWithTheirName) {
    for (const char* metres : {"0", "-5", "1e12", "nan", "inf", "far", "500m", ""}) {
        EXPECT_EQ(ask({"further-than", "--from", "party_group", std::string("--metres=") + metres}), 2) << metres;
        EXPECT_TRUE(has(errors, "metres")) << errors;
    }
    EXPECT_EQ(ask({"further-than", "-5", "--from", "party_group"}), 2);
    EXPECT_EQ(ask({"further-than", "", "--from", "party_group"}), 2);
    for (const char* count : {"0", "-1", "2.5", "1e9", "some"}) {
        EXPECT_EQ(ask({"propose-points", "--count", count}), 2) << count;
        EXPECT_TRUE(has(errors, "count")) << errors;
    }
    for (const char* day : {"2026-02-30", "2026-13-01", "yesterday"}) {
        EXPECT_EQ(ask({"compare", "--from", day}), 2) << day;
        EXPECT_TRUE(has(errors, "from")) << errors;
        EXPECT_EQ(ask({"holes", "--date", day}), 2) << day;
        EXPECT_TRUE(has(errors, "is not a day")) << errors;
    }
}

TEST_F(QueryCommand, FurtherThanReadsAsItIsSaid) {
    ASSERT_EQ(ask({"further-than", "300", "--from", "party_group", "--of", "household", "--json"}), 0) << errors;
    const auto sums = json()["sums"];
    EXPECT_GT(sums["units"].get<double>(), 0);
    EXPECT_LT(sums["share"].get<double>(), 100);
}

TEST_F(QueryCommand, CompareTellsTheLandABorderEditMoved) {
    const model::Snapshot snapshot = load();
    const std::string today = snapshot.day.iso(), before = base::Date{snapshot.day.days - 1}.iso();
    ASSERT_EQ(ask({"compare", "--from", before, "--json"}), 0) << errors;
    EXPECT_TRUE(json()["rows"].empty());
    // Two grids of one natural village that share a border become one.
    const auto& grids = snapshot.table(model::Level::grid);
    std::string merged, gone;
    for (std::uint32_t row = 0; row < grids.units.size() && gone.empty(); ++row) {
        ASSERT_EQ(ask({"adjacent", "--unit", grids.units[row].code.text(), "--json"}), 0) << errors;
        const auto neighbours = json()["rows"];
        for (const auto& neighbour : neighbours) {
            const auto other = model::Code::parse(neighbour["code"].get<std::string>());
            const model::UnitRef ref = snapshot.findUnit(model::Level::grid, *other);
            if (snapshot.unit(ref).parent != grids.units[row].parent) continue;
            merged = grids.units[row].code.text();
            gone = other->text();
        }
    }
    ASSERT_FALSE(gone.empty());
    ASSERT_EQ(run({"merge", file.string(), merged, gone, "--into", merged}), 0) << errors;
    ASSERT_EQ(ask({"compare", "--from", before, "--to", today, "--json"}), 0) << errors;
    const auto rows = json()["rows"];
    ASSERT_EQ(rows.size(), 2u) << output;
    double lost = 0, gained = 0;
    for (const auto& row : rows) {
        lost += row["lost_mu"].get<double>();
        gained += row["gained_mu"].get<double>();
    }
    EXPECT_GT(gained, 0);
    EXPECT_NEAR(lost, gained, 1e-6 * gained + 1e-6);
}

TEST_F(QueryCommand, WhatCannotBeAskedEndsWithTwo) {
    EXPECT_EQ(ask({"locate", "--lon", "109"}), 2);
    EXPECT_TRUE(has(errors, "lat is needed")) << errors;
    EXPECT_EQ(ask({"around", "1e400", "--at", "109 27"}), 2);
    EXPECT_EQ(ask({"around", "500", "--at", "nan 27"}), 2);
    EXPECT_EQ(ask({"overlay", "--area", "0 0, 1 1, 1 0, 0 1"}), 2);
    EXPECT_TRUE(has(errors, "area cannot be used")) << errors;
    EXPECT_EQ(ask({"nearest", "--of", "ghosts", "--at", "109 27"}), 2);
    EXPECT_EQ(ask({"join", "--points", (folder / "none.csv").string()}), 2);
    EXPECT_EQ(ask({"where-is"}), 2);
    EXPECT_EQ(ask({}), 2);
    EXPECT_EQ(run({"query", (folder / "none.sqlite").string(), "holes"}), 1);
}

}  // namespace
}  // namespace xiangtu::cli
