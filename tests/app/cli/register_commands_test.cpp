// SPDX-License-Identifier: GPL-3.0-or-later
// Catalogue, records, figures, findings and reports as an office runs them from a shell.
#include "app/cli/commands_fixture.h"

#include <algorithm>
#include <numeric>

namespace xiangtu::cli {
namespace {

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";

class RegisterCommands : public Commands {
protected:
    /// The shipped catalogue and a register of the office's own, with its figure and its report.
    [[nodiscard]] fs::path ownCatalogue(const std::string& type = "decimal") const {
        const fs::path own = folder / "catalogue";
        fs::copy(fs::path(XIANGTU_DATA_DIR) / "catalogue", own, fs::copy_options::recursive);
        support::writeFile(own / "zz_own.json", R"({
          "registers": [{"id": "spring", "title": {"zh": "水源地", "en": "Springs"}, "anchor": "point", "label": "name",
            "list": ["name", "flow"], "fields": [
              {"name": "name", "title": {"zh": "名称", "en": "Name"}, "type": "text", "required": true},
              {"name": "keeper", "title": {"zh": "看护人", "en": "Keeper"}, "type": "person", "sensitive": true},
              {"name": "flow", "title": {"zh": "流量", "en": "Flow"}, "type": ")" +
                                                    type + R"(", "unit": "吨", "min": 0, "max": 500}]}],
          "indicators": [{"id": "spring_flow", "title": {"zh": "水源流量", "en": "Flow of springs"}, "unit": "吨", "decimals": 1,
            "measure": {"sum": "spring", "value": "flow"}, "levels": ["county", "township", "village"]}],
          "reports": [{"id": "springs", "title": {"zh": "水源表", "en": "Springs"}, "rhythm": "month", "tables": [
            {"title": {"zh": "水源", "en": "Springs"}, "register": "spring", "columns": ["name", "flow"]}]}]})");
        return own;
    }
    /// A place well inside the file's first village.
    [[nodiscard]] std::string somePlace(double east = 0) const {
        const geom::GridBox box = load().table(model::Level::village).shapes.box(0);
        const geom::GeoPoint p =
            geom::toGeo(geom::GridPoint{std::midpoint(box.min.x, box.max.x), std::midpoint(box.min.y, box.max.y)});
        return std::to_string(p.lon + east) + "," + std::to_string(p.lat);
    }
    int addSpring(const std::string& name, const std::string& flow, double east = 0) {
        return run({"record", file.string(), "spring", "--set", "name=" + name, "flow=" + flow, "keeper=赵某", "--at",
                    somePlace(east)});
    }
};

TEST_F(RegisterCommands, CatalogueIsSoundAndCarriesEveryMechanism) {
    ASSERT_EQ(run({"catalogue", "check"}), 0) << errors;
    ASSERT_EQ(run({"catalogue", "list"}), 0) << errors;
    EXPECT_TRUE(has(output, "service_point") && has(output, "leader_cover") && has(output, "weekly_dispatch"));
    ASSERT_EQ(run({"catalogue", "coverage"}), 0) << errors;
    EXPECT_TRUE(has(output, "93")) << output;
    ASSERT_EQ(run({"catalogue", "check", file.string()}), 0) << "a file carries its own: " << errors;
}

TEST_F(RegisterCommands, ABadCatalogueIsRefusedWithFilePlaceAndReason) {
    const fs::path own = ownCatalogue("guess");
    const std::string before = support::readFile(file);
    for (const std::vector<std::string>& call : {std::vector<std::string>{"catalogue", "check", own.string()},
                                                 {"catalogue", "apply", file.string(), own.string()}}) {
        EXPECT_EQ(run(call), 1);
        EXPECT_TRUE(has(errors, "zz_own.json") && has(errors, "/registers/0/fields/2/type") && has(errors, "guess"))
            << errors;
    }
    EXPECT_EQ(support::readFile(file), before);
}

TEST_F(RegisterCommands, AnOwnRegisterHoldsRecordsFiguresAndReports) {
    ASSERT_EQ(run({"catalogue", "apply", file.string(), ownCatalogue().string()}), 0) << errors;
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator(file.parent_path())) ++files;
    EXPECT_GE(files, 2u) << "a backup lies beside the file";

    ASSERT_EQ(addSpring("龙泉", "12.5"), 0) << errors;
    ASSERT_EQ(addSpring("虎泉", "30", 0.00002), 0) << errors;
    ASSERT_EQ(run({"indicators", file.string(), "--indicator", "spring_flow", "--json"}), 0) << errors;
    EXPECT_EQ(json()[0]["value"], 42.5);

    ASSERT_EQ(run({"records", file.string(), "spring", "--where", "flow > 20", "--json"}), 0) << errors;
    ASSERT_EQ(json().size(), 1u) << output;
    EXPECT_EQ(json()[0]["name"], "虎泉");
    ASSERT_EQ(run({"report", file.string(), "springs", "--csv"}), 0) << errors;
    EXPECT_TRUE(has(output, "龙泉,12.5") && has(output, "虎泉,30")) << output;

    ASSERT_EQ(run({"record", file.string(), "spring", "--id", "1", "--set", "flow=13"}), 0) << errors;
    ASSERT_EQ(run({"record", file.string(), "spring", "--id", "2", "--end"}), 0) << errors;
    EXPECT_TRUE(has(output, "not valid today")) << output;
    ASSERT_EQ(run({"indicators", file.string(), "--indicator", "spring_flow", "--json"}), 0) << errors;
    EXPECT_EQ(json()[0]["value"], 13.0);
    ASSERT_EQ(run({"undo", file.string()}), 0) << errors;
    ASSERT_EQ(run({"indicators", file.string(), "--indicator", "spring_flow", "--json"}), 0) << errors;
    EXPECT_EQ(json()[0]["value"], 43.0);
}

TEST_F(RegisterCommands, ARefusedRecordNamesTheFieldAndLeavesTheFileAlone) {
    ASSERT_EQ(run({"catalogue", "apply", file.string(), ownCatalogue().string()}), 0) << errors;
    const std::string place = somePlace();
    struct Case {
        std::vector<std::string> rest;
        const char* said;
    };
    for (const Case& c :
         {Case{{"--set", "flow=3", "--at", place}, "field name"},
          Case{{"--set", "name=泉", "flow=501", "--at", place}, "field flow"},
          Case{{"--set", "name=泉", "flow=many", "--at", place}, "flow"},
          Case{{"--set", "name=泉", "depth=1", "--at", place}, "depth"}, Case{{"--set", "name=泉"}, "spring"},
          Case{{"--set", "name=泉", "--at", "200,95"}, "globe"}, Case{{"--id", "77", "--set", "name=泉"}, "77"}}) {
        std::vector<std::string> call{"record", file.string(), "spring"};
        call.insert(call.end(), c.rest.begin(), c.rest.end());
        EXPECT_EQ(run(call), 3) << errors;
        EXPECT_TRUE(has(errors, "refused (") && has(errors, c.said)) << c.said << ": " << errors;
    }
    ASSERT_EQ(run({"records", file.string(), "spring", "--json"}), 0);
    EXPECT_EQ(json(), base::Json::array());
    ASSERT_EQ(run({"history", file.string(), "--json"}), 0);
    EXPECT_EQ(json().size(), 1u) << "the catalogue, and no record";
}

TEST_F(RegisterCommands, ACatalogueThatIsAppliedStandsInTheHistoryAndIsNotUndone) {
    const fs::path own = ownCatalogue();
    ASSERT_EQ(run({"catalogue", "apply", file.string(), own.string(), "--author", "王芳"}), 0) << errors;
    ASSERT_EQ(run({"history", file.string()}), 0);
    EXPECT_TRUE(has(output, "set_catalogue") && has(output, "王芳")) << output;
    EXPECT_TRUE(
        has(output, R"(register spring "水源地" added; indicator spring_flow "水源流量" added; report springs)"))
        << output;
    ASSERT_EQ(run({"catalogue", "apply", file.string(), own.string()}), 0) << errors;
    EXPECT_EQ(run({"undo", file.string()}), 3);
    EXPECT_TRUE(has(errors, "refused (catalogueChanged)") && has(errors, "register spring")) << errors;
    ASSERT_EQ(run({"history", file.string(), "--verify"}), 0) << errors;
    EXPECT_TRUE(has(output, "1 line(s), unbroken")) << output;
    ASSERT_EQ(addSpring("龙泉", "12.5"), 0) << errors;
    EXPECT_EQ(run({"undo", file.string()}), 0) << "what came after it: " << errors;
}

TEST_F(RegisterCommands, RecordsComeNearestFirstAndAsTheFormAskedFor) {
    ASSERT_EQ(run({"catalogue", "apply", file.string(), ownCatalogue().string()}), 0) << errors;
    ASSERT_EQ(addSpring("远泉", "1", 0.00004), 0) << errors;
    ASSERT_EQ(addSpring("近泉", "2", 0.00001), 0) << errors;
    ASSERT_EQ(run({"records", file.string(), "spring", "--near", somePlace(), "--json"}), 0) << errors;
    ASSERT_EQ(json().size(), 2u);
    EXPECT_EQ(json()[0]["name"], "近泉");
    EXPECT_LT(json()[0]["distance_m"].get<double>(), json()[1]["distance_m"].get<double>());
    ASSERT_EQ(run({"records", file.string(), "spring", "--near", somePlace() + ",2", "--json"}), 0);
    EXPECT_EQ(json().size(), 1u) << "two metres around";

    ASSERT_EQ(run({"records", file.string(), "spring", "--csv"}), 0);
    EXPECT_EQ(output.rfind(kByteOrderMark, 0), 0u);
    ASSERT_EQ(run({"records", file.string(), "spring", "--geojson"}), 0);
    const base::Json map = json();
    EXPECT_EQ(map["features"].size(), 2u);
    EXPECT_EQ(map["features"][0]["geometry"]["type"], "Point");
    EXPECT_EQ(map["features"][0]["properties"]["keeper"], "***") << "sensitive";
    ASSERT_EQ(run({"records", file.string(), "spring", "--geojson", "--sensitive"}), 0);
    EXPECT_EQ(json()["features"][0]["properties"]["keeper"], "赵某");
}

TEST_F(RegisterCommands, FindingsAndMattersCanBeNarrowed) {
    ASSERT_EQ(run({"worklist", file.string(), "--json"}), 0) << errors;
    const base::Json all = json();
    ASSERT_GT(all.size(), 0u);
    EXPECT_EQ(all[0]["urgency"], "overdue") << "the most urgent first";
    ASSERT_EQ(run({"worklist", file.string(), "--urgency", "overdue", "--json"}), 0) << errors;
    const auto overdue = std::count_if(all.begin(), all.end(), [](const auto& m) { return m["urgency"] == "overdue"; });
    EXPECT_EQ(json().size(), std::size_t(overdue));

    (void)run({"check", file.string(), "--json"});
    const base::Json findings = json();
    ASSERT_GT(findings.size(), 0u);
    const std::string rule = findings[0]["rule"];
    (void)run({"check", file.string(), "--rule", rule, "--json"});
    ASSERT_GT(json().size(), 0u);
    for (const auto& finding : json()) EXPECT_EQ(finding["rule"], rule);
}

TEST_F(RegisterCommands, WhatIsNotThereIsNamed) {
    EXPECT_EQ(run({"indicators", file.string(), "--indicator", "luck"}), 2) << errors;
    EXPECT_TRUE(has(errors, "luck")) << errors;
    EXPECT_EQ(run({"records", file.string(), "dragons"}), 2) << errors;
    EXPECT_TRUE(has(errors, "dragons")) << errors;
    EXPECT_EQ(run({"report", file.string(), "poem"}), 2) << errors;
    EXPECT_TRUE(has(errors, "poem")) << errors;
    EXPECT_EQ(run({"records", file.string(), "service_point", "--where", "wings >"}), 1) << errors;
    EXPECT_TRUE(has(errors, "wings")) << errors;
}

}  // namespace
}  // namespace xiangtu::cli
