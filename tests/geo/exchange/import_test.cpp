// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/exchange/import_fixture.h"

#include "base/error.h"
#include "base/json.h"
#include "geom/measure.h"

#include <set>

namespace xiangtu::exchange {
namespace {

TEST_F(Import, TakesCleanTownshipsAsTheyAre) {
    addTownships();
    ASSERT_EQ(memory.units().size(), 2u);
    const auto* unit = memory.find(Level::township, "433123100");
    ASSERT_TRUE(unit);
    EXPECT_EQ(unit->name, "沱江镇");
    EXPECT_EQ(unit->kind, model::UnitKind::town);
    EXPECT_EQ(unit->sourceCode, "433123100000");
    EXPECT_EQ(geom::twiceArea(unit->shape), 2 * __int128(100000) * 100000);
}

TEST_F(Import, ReadsAPolygonCalledMultiPolygonByItsNesting) {
    const auto report = taken(
        request(Level::village,
                {feature(R"("code":"433123100001","name":"甲村")",
                         R"({"type":"MultiPolygon","coordinates":[)" + ringText(109.5, 27.9, 0.01) + "]}"),
                 feature(R"("code":"433123100002","name":"乙村")", "null"),
                 feature(R"("code":"433123100003","name":"丙村")", R"({"type":"Polygon","coordinates":[[1,2],[3]]})"),
                 square(R"("code":"433123100004","name":"丁村")", 109.52, 27.9)}),
        memory);
    EXPECT_EQ(report.taken, 4);
    EXPECT_EQ(geom::twiceArea(memory.find(Level::village, "433123100001")->shape), 2 * __int128(100000) * 100000);
    EXPECT_TRUE(memory.find(Level::village, "433123100002")->shape.empty());
    EXPECT_TRUE(memory.find(Level::village, "433123100003")->shape.empty());
    auto rules = byRule(report);
    EXPECT_EQ(rules["no_geometry"], 1);
    EXPECT_EQ(rules["unreadable_geometry"], 2);
    EXPECT_EQ(first(report, Rule::unreadableGeometry).outcome, Outcome::mended);
}

TEST_F(Import, MendsACrossingRingAndReportsTheChange) {
    const auto report = taken(
        request(
            Level::village,
            {feature(
                R"("code":"433123100001","name":"甲村")",
                R"({"type":"Polygon","coordinates":[[[109,27],[109.01,27.01],[109.01,27],[109,27.01],[109,27]]]})")}),
        memory);
    const Finding f = first(report, Rule::invalidRing);
    EXPECT_EQ(f.outcome, Outcome::mended);
    ASSERT_TRUE(f.place && f.areaM2);
    EXPECT_NEAR(f.place->lon, 109.005, 1e-9);
    EXPECT_EQ(memory.units()[0].shape.size(), 2u);
}

TEST_F(Import, TellsOverlapsAndGapsOfTheNewLevel) {
    addTownships();
    const auto report =
        taken(request(Level::village, {square(R"("code":"433123100001","name":"甲村")", 109.500, 27.900, 0.006),
                                       square(R"("code":"433123100002","name":"乙村")", 109.505, 27.900, 0.005)}),
              memory);
    EXPECT_EQ(report.overlaps, 1);
    EXPECT_NEAR(report.overlapM2, 0.001 * 98400 * 0.005 * 110800, 500);
    EXPECT_EQ(first(report, Rule::overlap).units, (std::vector<std::string>{"433123100001", "433123100002"}));
    EXPECT_GE(report.gaps, 1);
    EXPECT_NE(first(report, Rule::gap).message.find("433123100 沱江镇"), std::string::npos);
}

TEST_F(Import, LeavesOutAPointAmongAreasButTakesItsUnit) {
    addTownships();
    const auto report =
        taken(request(Level::village,
                      {square(R"("code":"433123100001","name":"甲村")", 109.501, 27.901, 0.002),
                       feature(R"("code":"","name":"点村")", R"({"type":"Point","coordinates":[109.515,27.905]})")}),
              memory);
    EXPECT_EQ(byRule(report)["not_polygon"], 1);
    const auto* unit = memory.find(Level::village, "433123101001");
    ASSERT_TRUE(unit) << "its place says which township it belongs to";
    EXPECT_TRUE(unit->shape.empty());
}

TEST_F(Import, RefusesLayersWithoutAreasMissingFieldsAndMissingFiles) {
    const auto reason = [&](const ImportRequest& r) {
        const auto plan = planImport(r, MemoryFile().snapshot(), base::Progress());
        return plan ? std::string() : plan.error().reason;
    };
    EXPECT_NE(reason(request(Level::village, {feature(R"("code":"1")", R"({"type":"Point","coordinates":[109,27]})")}))
                  .find("points"),
              std::string::npos);
    auto noField = request(Level::village, {square(R"("code":"433123100001")", 109, 27)});
    noField.codeField = "XZQDM";
    EXPECT_NE(reason(noField).find("no such field; it has: code"), std::string::npos);
    auto noFile = noField;
    noFile.source = "/nowhere/at all.shp";
    EXPECT_NE(reason(noFile).find("no such file"), std::string::npos);
    auto noLayer = request(Level::village, {square(R"("code":"433123100001")", 109, 27)});
    noLayer.layer = "other";
    EXPECT_NE(reason(noLayer).find("no layer \"other\""), std::string::npos);
}

TEST_F(Import, RefusesMetresInAFileThatMeansDegrees) {
    const auto plan =
        planImport(request(Level::village, {square(R"("code":"433123100001","name":"甲村")", 37450000, 3090000, 500)}),
                   MemoryFile().snapshot(), base::Progress());
    ASSERT_FALSE(plan);
    EXPECT_NE(plan.error().reason.find("EPSG:4525"), std::string::npos) << plan.error().reason;
}

TEST_F(Import, ProjectsAZoneAskedFor) {
    auto asked = request(Level::village, {square(R"("code":"433123100001","name":"甲村")", 37450000, 3090000, 500)});
    asked.crs = "4525";
    taken(asked, memory);
    const auto p = geom::toGeo(memory.units()[0].shape[0].outer[0]);
    EXPECT_NEAR(p.lon, 110.49, 0.01);
    EXPECT_NEAR(p.lat, 27.92, 0.01);
}

TEST_F(Import, TakesTheGcj02OffsetOff) {
    auto asked = request(Level::village, {square(R"("code":"433123100001","name":"甲村")", 109.5, 27.9)});
    const auto plain = planned(asked);
    asked.shift = Shift::gcj02;
    const auto shifted = planned(asked);
    const auto a = plain.units[0].shape[0].outer[0], b = shifted.units[0].shape[0].outer[0];
    EXPECT_GT(std::abs(a.x - b.x), 10000);
    EXPECT_LT(std::abs(a.x - b.x), 100000);
    EXPECT_EQ(shifted.report.shift, "gcj02");
}

TEST_F(Import, StopsWhenAskedTo) {
    base::Progress progress;
    progress.cancel();
    try {
        (void)planImport(request(Level::village, {square(R"("code":"433123100001")", 109, 27)}),
                         MemoryFile().snapshot(), progress);
        FAIL() << "went on";
    } catch (const base::Error& e) { EXPECT_EQ(e.fault(), base::Fault::cancelled); }
}

TEST_F(Import, CountsEveryRecordOnceInTheReport) {
    addTownships();
    const auto plan =
        planned(request(Level::village, {square(R"("code":"433123100001","name":"甲村")", 109.501, 27.901, 0.002),
                                         square(R"("code":"433123100","name":"镇")", 109.5, 27.9),
                                         square(R"("code":"","name":"")", 109.504, 27.901, 0.002),
                                         feature(R"("code":"","name":"")", "null")}),
                memory);
    EXPECT_EQ(plan.report.records, 4);
    EXPECT_EQ(plan.report.taken + plan.report.rejected, 4);
    EXPECT_EQ(std::size_t(plan.report.taken), plan.units.size());
    const base::Json json = toJson(plan.report);
    EXPECT_EQ(json["counts"]["records"], 4);
    EXPECT_EQ(json["findings"].size(), plan.report.findings.size());
    for (const auto& f : json["findings"]) EXPECT_TRUE(parseRule(f["rule"].get<std::string>())) << f;
    std::set<std::int64_t> rejected;
    for (const Finding& f : plan.report.findings) {
        if (f.outcome == Outcome::rejected) rejected.insert(f.record);
    }
    EXPECT_EQ(std::int64_t(rejected.size()), plan.report.rejected) << "every record not taken is listed";
    const std::string text = summary(plan.report, 3);
    EXPECT_NE(text.find("Records    4"), std::string::npos);
    EXPECT_NE(text.find("no_name"), std::string::npos);
}

}  // namespace
}  // namespace xiangtu::exchange
