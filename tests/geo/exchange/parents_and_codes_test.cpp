// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/exchange/import_fixture.h"

#include "geom/measure.h"

#include <set>

namespace xiangtu::exchange {
namespace {

TEST_F(Import, SaysOnceThatNoHigherLevelIsThere) {
    const auto report =
        taken(request(Level::township, {square(R"("code":"433123100","name":"沱江镇")", 109.50, 27.90),
                                        square(R"("code":"433123101","name":"廖家桥镇")", 109.51, 27.90)}),
              memory);
    EXPECT_EQ(byRule(report), (std::map<std::string, std::int64_t>{{"no_parent", 2}}));
    EXPECT_EQ(std::ranges::count(report.findings, Rule::noParent, &Finding::rule), 1);
}

TEST_F(Import, MakesTheCountyAskedForWithTheOutlineOfAll) {
    auto asked = request(Level::township, {square(R"("code":"433123100","name":"沱江镇")", 109.50, 27.90),
                                           square(R"("code":"433123101","name":"廖家桥镇")", 109.51, 27.90)});
    asked.county = CountyRequest{"凤凰县", std::nullopt};
    const auto report = taken(asked, memory);
    const auto* county = memory.find(Level::county, "433123");
    ASSERT_TRUE(county);
    EXPECT_EQ(county->name, "凤凰县");
    ASSERT_EQ(county->shape.size(), 1u);
    EXPECT_EQ(geom::twiceArea(county->shape), 2 * __int128(200000) * 100000);
    EXPECT_EQ(memory.find(Level::township, "433123101")->parent.text(), "433123");
    EXPECT_EQ(byRule(report), (std::map<std::string, std::int64_t>{}));
}

TEST_F(Import, RefusesACountyWhoseCodeNobodyKnows) {
    auto asked = request(Level::grid, {square(R"("ML":"127-123")", 109.50, 27.90)});
    asked.county = CountyRequest{"某县", std::nullopt};
    const auto plan = planImport(asked, MemoryFile().snapshot(), base::Progress());
    ASSERT_FALSE(plan);
    EXPECT_NE(plan.error().reason.find("=CODE"), std::string::npos);
}

TEST_F(Import, FindsParentsByCodeThenByPlace) {
    addTownships();
    const auto report =
        taken(request(Level::village, {square(R"("code":"433123100001","name":"甲村")", 109.501, 27.901, 0.002),
                                       square(R"("code":"999999999001","name":"乙村")", 109.511, 27.901, 0.002)}),
              memory);
    EXPECT_EQ(memory.find(Level::village, "433123100001")->parent.text(), "433123100");
    EXPECT_EQ(memory.find(Level::village, "999999999001")->parent.text(), "433123101");
    EXPECT_EQ(report.parents.byCode, 1);
    EXPECT_EQ(report.parents.byPlace, 1);
}

TEST_F(Import, LetsThePlaceDecideWhenCodesOfAnotherListPointAstray) {
    addTownships();
    // Both codes name 沱江镇, both lie in 廖家桥镇: the lists are not the same.
    const auto report =
        taken(request(Level::village, {square(R"("code":"433123100001","name":"甲村")", 109.511, 27.901, 0.002),
                                       square(R"("code":"433123100002","name":"乙村")", 109.514, 27.901, 0.002)}),
              memory);
    EXPECT_EQ(memory.find(Level::village, "433123100001")->parent.text(), "433123101");
    EXPECT_EQ(byRule(report)["code_prefix_mismatch"], 2);
}

TEST_F(Import, TrustsCodesThatAreMostlyRightAndTellsTheException) {
    addTownships();
    const auto report =
        taken(request(Level::village, {square(R"("code":"433123100001","name":"甲村")", 109.501, 27.901, 0.002),
                                       square(R"("code":"433123100002","name":"乙村")", 109.504, 27.901, 0.002),
                                       square(R"("code":"433123100003","name":"丙村")", 109.514, 27.901, 0.002)}),
              memory);
    EXPECT_EQ(memory.find(Level::village, "433123100003")->parent.text(), "433123100");
    const Finding f = first(report, Rule::codePrefixMismatch);
    EXPECT_EQ(f.record, 2);
    EXPECT_NE(f.message.find("廖家桥镇"), std::string::npos);
    EXPECT_EQ(byRule(report).count("outside_parent"), 0u) << "told once is enough";
}

TEST_F(Import, PutsAUnitUnderTheTownshipItMostlyLiesIn) {
    addTownships();
    taken(request(Level::village, {square(R"("code":"999999999001","name":"跨界村")", 109.508, 27.901, 0.003)}),
          memory);
    EXPECT_EQ(memory.find(Level::village, "999999999001")->parent.text(), "433123100");
}

TEST_F(Import, MeasuresWhatReachesOverTheParentsBorder) {
    addTownships();
    const auto report = taken(
        request(Level::village, {square(R"("code":"433123100001","name":"甲村")", 109.508, 27.901, 0.003)}), memory);
    const Finding f = first(report, Rule::outsideParent);
    ASSERT_TRUE(f.areaM2 && f.place);
    EXPECT_NEAR(*f.areaM2, 0.001 * 98400 * 0.003 * 110800, 300);
    EXPECT_GT(f.place->lon, 109.51);
}

TEST_F(Import, ObeysTheParentField) {
    addTownships();
    auto asked = request(Level::village,
                         {square(R"("code":"433123100001","name":"甲村","zhen":"廖家桥镇")", 109.501, 27.901, 0.002),
                          square(R"("code":"433123100002","name":"乙村","zhen":"没有镇")", 109.504, 27.901, 0.002)});
    asked.parentField = "zhen";
    const auto report = taken(asked, memory);
    EXPECT_EQ(memory.find(Level::village, "433123100001")->parent.text(), "433123101");
    EXPECT_EQ(memory.find(Level::village, "433123100002")->parent.text(), "433123100");
    EXPECT_EQ(report.parents.byField, 1);
    EXPECT_EQ(byRule(report)["parent_skipped"], 1);
}

TEST_F(Import, GivesFreeCodesToRecordsWithoutOneAndKeepsTheOriginal) {
    addTownships();
    const auto report =
        taken(request(Level::village, {square(R"("code":"433123100001","name":"甲村")", 109.501, 27.901, 0.002),
                                       square(R"("code":"","name":"乙村")", 109.504, 27.901, 0.002),
                                       square(R"("code":"村-3","name":"丙村")", 109.511, 27.901, 0.002),
                                       square(R"("code":"433123100001","name":"丁村")", 109.507, 27.901, 0.002)}),
              memory);
    EXPECT_EQ(memory.find(Level::village, "433123100002")->name, "乙村");
    EXPECT_EQ(memory.find(Level::village, "433123101001")->name, "丙村");
    EXPECT_EQ(memory.find(Level::village, "433123101001")->sourceCode, "村-3");
    EXPECT_EQ(memory.find(Level::village, "433123100003")->name, "丁村");
    EXPECT_EQ(memory.find(Level::village, "433123100003")->sourceCode, "433123100001");
    auto rules = byRule(report);
    EXPECT_EQ(rules["no_code"], 1);
    EXPECT_EQ(rules["bad_code"], 1);
    EXPECT_EQ(rules["duplicate_code"], 1);
    EXPECT_EQ(first(report, Rule::duplicateCode).record, 3);
    EXPECT_EQ(first(report, Rule::badCode).field, "code");
}

TEST_F(Import, NeverGivesOneCodeTwice) {
    addTownships();
    std::vector<std::string> features;
    for (int i = 0; i < 40; ++i) {
        features.push_back(square(
            i % 2 ? R"("code":"","name":"村")" : R"("code":"43312310000)" + std::to_string(i % 5) + R"(","name":"村")",
            109.5 + 0.0002 * i, 27.9, 0.0002));
    }
    taken(request(Level::village, features), memory);
    std::set<std::string> codes;
    for (const auto& unit : memory.units()) EXPECT_TRUE(codes.insert(unit.code.text()).second) << unit.code.text();
    EXPECT_EQ(codes.size(), 42u);
}

TEST_F(Import, DoesNotTakeAUnitTheFileHasAlready) {
    addTownships();
    const auto plan =
        planned(request(Level::township, {square(R"("code":"433123100","name":"沱江镇")", 109.50, 27.90),
                                          square(R"("code":"433123102","name":"茶田镇")", 109.52, 27.90)}),
                memory);
    ASSERT_EQ(plan.units.size(), 1u);
    EXPECT_EQ(plan.units[0].name, "茶田镇");
    EXPECT_EQ(plan.report.rejected, 1);
    EXPECT_EQ(first(plan.report, Rule::alreadyInFile).outcome, Outcome::rejected);
}

TEST_F(Import, ListsForeignRecordsAndSaysWhereTheyBelong) {
    addTownships();
    const auto plan = planned(
        request(Level::village, {square(R"("code":"433123100001","name":"甲村")", 109.501, 27.901, 0.002),
                                 square(R"("code":"433123100002","name":"乙村")", 109.504, 27.901, 0.002),
                                 square(R"("code":"433123100002001","name":"一网格")", 109.507, 27.901, 0.002)}),
        memory);
    EXPECT_EQ(plan.report.taken, 2);
    EXPECT_EQ(plan.report.rejected, 1);
    const Finding f = first(plan.report, Rule::foreignRecord);
    EXPECT_EQ(f.record, 2);
    EXPECT_NE(f.message.find("--level grid"), std::string::npos);
}

}  // namespace
}  // namespace xiangtu::exchange
