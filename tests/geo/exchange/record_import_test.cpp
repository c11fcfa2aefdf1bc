// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/record_import.h"

#include "base/json.h"
#include "exchange/cell_shapes.h"
#include "exchange/import_recipe.h"
#include "exchange/preview.h"
#include "exchange/value_text.h"
#include "geo/exchange/import_fixture.h"
#include "model/catalogue.h"

#include <cmath>

namespace xiangtu::exchange {
namespace {

using model::FieldType;

model::FieldDef field(const char* name, const char* zh, FieldType type, bool required = false) {
    model::FieldDef f;
    f.name = name;
    f.title = {zh, name};
    f.type = type;
    f.required = required;
    return f;
}

/// Two townships, two villages, and registers of every anchor.
class Records : public Import {
protected:
    void SetUp() override {
        addTownships();
        taken(request(Level::village, {square(R"("code":"433123100001","name":"甲村")", 109.50, 27.90),
                                       square(R"("code":"433123101001","name":"乙村")", 109.51, 27.90)}),
              memory);
        file = memory.snapshot();
        auto catalogue = std::make_shared<model::Catalogue>();
        catalogue->registers.push_back(def("centres", model::Anchor::point));
        catalogue->registers.push_back(def("roads", model::Anchor::line));
        catalogue->registers.push_back(def("fields", model::Anchor::polygon));
        model::RegisterDef income = def("income", model::Anchor::unit);
        income.anchorLevel = Level::village;
        catalogue->registers.push_back(income);
        file.catalogue = catalogue;
    }
    static model::RegisterDef def(const char* id, model::Anchor anchor) {
        model::RegisterDef d;
        d.id = id;
        d.anchor = anchor;
        d.fields = {field("name", "名称", FieldType::text, true), field("built", "建成日期", FieldType::date),
                    field("amount", "投资金额合计数量", FieldType::money)};
        return d;
    }
    RecordPlan read(const std::string& name, const std::string& content, const std::string& registerId,
                    AskedMap map = {}) {
        const auto plan = tryRead(name, content, registerId, std::move(map));
        EXPECT_TRUE(plan.ok()) << (plan.ok() ? "" : plan.error().reason);
        return plan.ok() ? plan.value() : RecordPlan();
    }
    base::Result<RecordPlan, Refusal> tryRead(const std::string& name, const std::string& content,
                                              const std::string& registerId, AskedMap map = {}) {
        RecordRequest request;
        request.source = folder / name;
        support::writeFile(request.source, content);
        request.registerId = registerId;
        request.map = std::move(map);
        return planRecords(request, file, base::Progress());
    }
    support::TempDir folder;
    model::Snapshot file;
};

TEST_F(Records, TableOfPlacesBecomesPointsInTheirVillages) {
    const auto plan = read("中心.csv",
                           "名称,经度,纬度,建成日期,投资金额合计数量,备注\n"
                           "甲中心,109.505,27.905,2022/3/5,\"1,200,000\",x\n"
                           "乙中心,109.515,27.905,2022年11月6日,35.5,\n",
                           "centres");
    ASSERT_EQ(plan.records.size(), 2u);
    EXPECT_EQ(plan.records[0].unit.text(), "433123100001");
    EXPECT_EQ(plan.records[1].unit.text(), "433123101001");
    EXPECT_EQ(model::field(plan.records[0].values, "built"), model::Value(std::string("2022-03-05")));
    EXPECT_EQ(model::toText(model::field(plan.records[0].values, "amount")), "1200000");
    EXPECT_EQ(model::field(plan.records[1].values, "built"), model::Value(std::string("2022-11-06")));
    EXPECT_EQ(plan.report.crs, "EPSG:4490");
    ASSERT_FALSE(plan.report.notes.empty());
    EXPECT_NE(plan.report.notes.back().find("备注"), std::string::npos);
}

TEST_F(Records, GbkTableIsReadAndCutFieldNamesAreKnown) {
    // "投资金额合计数量" cut to ten bytes of GBK is 投资金额合.
    const std::string gbk =
        "\xC3\xFB\xB3\xC6,x,y,\xCD\xB6\xD7\xCA\xBD\xF0\xB6\xEE\xBA\xCF\n"
        "\xBC\xD7\xD6\xD0\xD0\xC4,109.505,27.905,7\n";
    const auto plan = read("gbk.csv", gbk, "centres");
    ASSERT_EQ(plan.records.size(), 1u);
    EXPECT_EQ(plan.report.encoding, "GB18030");
    EXPECT_EQ(model::field(plan.records[0].values, "name"), model::Value(std::string("甲中心")));
    EXPECT_EQ(model::toText(model::field(plan.records[0].values, "amount")), "7");
}

TEST_F(Records, RecordsThatCannotStandAreFindingsAndTheOthersAreTaken) {
    const auto plan = read("bad.csv",
                           "name,lon,lat,built\n"
                           ",109.505,27.905,\n"
                           "日期不对,109.505,27.905,2022-02-31\n"
                           "没有位置,,,\n"
                           "位置不对,东经,27.9,\n"
                           "在外面,110.5,27.905,\n"
                           "好的,109.505,27.905,\n",
                           "centres");
    const auto rules = byRule(plan.report);
    EXPECT_EQ(rules.at("missing_value"), 1);
    EXPECT_EQ(rules.at("bad_value"), 1);
    EXPECT_EQ(rules.at("no_geometry"), 1);
    EXPECT_EQ(rules.at("unreadable_geometry"), 1);
    EXPECT_EQ(rules.at("unknown_unit"), 1);
    EXPECT_EQ(plan.report.rejected, 4);
    ASSERT_EQ(plan.records.size(), 2u);
    EXPECT_FALSE(plan.records[0].unit.valid());
    EXPECT_EQ(plan.numbers, (std::vector<std::int64_t>{4, 5}));
}

TEST_F(Records, WellKnownTextMakesLinesAndAreas) {
    const auto roads = read("路.csv", "name,wkt\n甲路,\"LINESTRING (109.501 27.901, 109.502 27.902)\"\n", "roads");
    ASSERT_EQ(roads.records.size(), 1u);
    EXPECT_EQ(std::get<geom::GeoMultiLine>(roads.records[0].shape).at(0).size(), 2u);
    const auto fields = read(
        "地.csv", "name,wkt\n甲地,\"POLYGON ((109.501 27.901, 109.502 27.901, 109.502 27.902, 109.501 27.901))\"\n",
        "fields");
    ASSERT_EQ(fields.records.size(), 1u);
    EXPECT_EQ(fields.records[0].unit.text(), "433123100001");
    const auto wrong = read("错.csv", "name,wkt\n甲地,\"POINT (109.501 27.901)\"\n", "fields");
    EXPECT_TRUE(wrong.records.empty());
    EXPECT_EQ(byRule(wrong.report).at("wrong_shape"), 1);
}

TEST_F(Records, ClosedLinesOfADrawingAreAreas) {
    const std::string dxf =
        "0\nSECTION\n2\nENTITIES\n0\nLWPOLYLINE\n8\nPLOT\n90\n4\n70\n1\n"
        "10\n109.501\n20\n27.901\n10\n109.502\n20\n27.901\n10\n109.502\n20\n27.902\n"
        "10\n109.501\n20\n27.902\n0\nENDSEC\n0\nEOF\n";
    const auto plan = read("图.dxf", dxf, "fields", {{"name", "Layer"}});
    ASSERT_EQ(plan.records.size(), 1u);
    EXPECT_EQ(std::get<geom::GeoMultiPolygon>(plan.records[0].shape).at(0).outer.size(), 4u);
    EXPECT_EQ(model::field(plan.records[0].values, "name"), model::Value(std::string("PLOT")));
}

TEST_F(Records, RegistersOfUnitsFindTheirUnitsByCodeByNameOrByPlace) {
    const auto byCode = read("收入.csv", "name,行政区代码\n一,433123100001\n二,433123999999\n", "income");
    ASSERT_EQ(byCode.records.size(), 1u);
    EXPECT_EQ(byCode.records[0].unit.text(), "433123100001");
    EXPECT_EQ(byRule(byCode.report).at("unknown_unit"), 1);
    const auto byName = read("收入2.csv", "name,某列\n一,乙村\n二,甲村\n", "income");
    ASSERT_EQ(byName.records.size(), 2u);
    EXPECT_EQ(byName.records[0].unit.text(), "433123101001");
    const auto byPlace = read("收入3.csv", "name,lon,lat\n一,109.515,27.905\n", "income");
    ASSERT_EQ(byPlace.records.size(), 1u);
    EXPECT_EQ(byPlace.records[0].unit.text(), "433123101001");
}

TEST_F(Records, GaussKruegerTableWithNorthingInXIsUnderstood) {
    // 109.505 E, 27.905 N in zone 37 (EPSG:4525): X north, Y east with the zone in front.
    const auto plan = read("坐标.csv", "name,x,y\n甲,3088900,37352800\n", "centres");
    ASSERT_EQ(plan.records.size(), 1u) << summary(plan.report, 5);
    const auto point = std::get<geom::GeoPoint>(plan.records[0].shape);
    EXPECT_NEAR(point.lon, 109.505, 0.02);
    EXPECT_NEAR(point.lat, 27.905, 0.02);
    const auto asked = tryRead("无带号.csv", "name,x,y\n甲,3088900,352800\n", "centres");
    ASSERT_FALSE(asked.ok());
    EXPECT_NE(asked.error().reason.find("Give --crs"), std::string::npos) << asked.error().reason;
}

TEST_F(Records, MappingIsRefusedWhereItNamesWhatIsNotThere) {
    const auto target = tryRead("a.csv", "name,村\n甲,甲村\n", "income", {{"nothing", "name"}});
    ASSERT_FALSE(target.ok());
    EXPECT_NE(target.error().reason.find("there is no \"nothing\" to fill; there are: unit, name"), std::string::npos);
    const auto source = tryRead("a.csv", "name,村\n甲,甲村\n", "income", {{"name", "没有"}});
    ASSERT_FALSE(source.ok());
    EXPECT_NE(source.error().reason.find("it has: name"), std::string::npos) << source.error().reason;
    EXPECT_FALSE(tryRead("a.csv", "name\n甲\n", "nothing").ok());
}

TEST_F(Records, OrganisationsAreKnownByTheirWords) {
    OrganisationRequest request;
    request.source = folder / "组织.csv";
    support::writeFile(request.source,
                       "组织名称,所属单元,成立日期,经度,纬度\n"
                       "沱江镇党委,沱江镇,2001-07-01,109.505,27.905\n"
                       "甲村党支部,433123100001,2001/7/1,,\n"
                       "什么也不是,甲村,,,\n"
                       "丙村党支部,丙村,,,\n");
    const auto plan = planOrganisations(request, file, base::Progress());
    ASSERT_TRUE(plan.ok()) << plan.error().reason;
    ASSERT_EQ(plan.value().orgs.size(), 2u);
    const auto& orgs = plan.value().orgs;
    EXPECT_EQ(orgs[0].kind, model::PartyOrgKind::committee);
    EXPECT_EQ(orgs[0].level, Level::township);
    ASSERT_TRUE(orgs[0].place);
    EXPECT_EQ(orgs[1].kind, model::PartyOrgKind::branch);
    EXPECT_EQ(orgs[1].parentServes.text(), orgs[0].serves.text());
    EXPECT_EQ(orgs[1].established.iso(), "2001-07-01");
    EXPECT_EQ(plan.value().report.rejected, 2);
}

TEST_F(Records, PreviewShowsWhatIsFoundAndAsksWhatCannotBeFound) {
    support::writeFile(folder / "p.csv", "名称,x,y\n甲,3088900,352800\n");
    ImportRecipe recipe;
    recipe.into = {Into::Kind::records, {}, "centres"};
    const auto found = preview(folder / "p.csv", recipe, file, base::Progress());
    ASSERT_TRUE(found.ok()) << found.error().reason;
    const Preview& p = found.value();
    ASSERT_EQ(p.fields.size(), 3u);
    EXPECT_EQ(p.fields[0].samples, (std::vector<std::string>{"甲"}));
    EXPECT_EQ(p.fields[0].target, "name");
    EXPECT_EQ(p.points, 1);
    EXPECT_NE(p.question.find("EPSG:4534"), std::string::npos) << p.question;
    EXPECT_NE(previewText(p).find("To answer"), std::string::npos);
    recipe.how.crs = "EPSG:4546";
    const auto answered = preview(folder / "p.csv", recipe, file, base::Progress());
    ASSERT_TRUE(answered.ok());
    EXPECT_TRUE(answered.value().question.empty()) << answered.value().question;
    EXPECT_EQ(byRule(answered.value().report).at("axes_swapped"), 1);
}

TEST(Recipe, ComesBackAsItWasKept) {
    ImportRecipe recipe;
    recipe.into = {Into::Kind::records, {}, "centres"};
    recipe.how.encoding = "GBK";
    recipe.how.crs = "EPSG:4525";
    recipe.how.shift = Shift::gcj02;
    recipe.datum = "1,2,3";
    recipe.map = {{"name", "名称"}, {"built", ""}};
    recipe.key = "name";
    const auto back = recipeFromJson(toJson(recipe), "r.json");
    EXPECT_EQ(toJson(back), toJson(recipe));
    EXPECT_EQ(back.map, recipe.map);
    EXPECT_TRUE(back.how.datum);
}

TEST(Recipe, SaysWhereItIsWrong) {
    const auto reason = [](const char* text) {
        try {
            (void)recipeFromJson(base::parseJson(text, "r.json"), "r.json");
        } catch (const base::Error& e) { return std::string(e.what()); }
        return std::string();
    };
    const std::string head = R"({"format":"xiangtu-import/1","into":{"level":"village"})";
    EXPECT_EQ(reason((head + "}").c_str()), "");
    EXPECT_NE(reason((head + R"(,"crss":"x"})").c_str()).find("/crss"), std::string::npos);
    EXPECT_NE(reason((head + R"(,"map":{"code":7}})").c_str()).find("/map/code"), std::string::npos);
    EXPECT_NE(reason((head + R"(,"encoding":"klingon"})").c_str()).find("/encoding"), std::string::npos);
    EXPECT_NE(reason((head + R"(,"datum":"1,2"})").c_str()).find("/datum"), std::string::npos);
    EXPECT_NE(reason(R"({"format":"xiangtu-import/1","into":{"level":"hamlet"}})").find("/into/level"),
              std::string::npos);
    EXPECT_NE(reason(R"({"format":"x","into":{"level":"village"}})").find("/format"), std::string::npos);
}

TEST(Cells, CoordinatesAreReadAsPeopleWriteThem) {
    EXPECT_EQ(coordinateIn("109.5"), 109.5);
    EXPECT_EQ(coordinateIn(" １０９.５ "), 109.5);
    EXPECT_NEAR(coordinateIn("109°36′18″E").value(), 109.605, 1e-9);
    EXPECT_NEAR(coordinateIn("27度54分").value(), 27.9, 1e-9);
    EXPECT_NEAR(coordinateIn("27.9S").value(), -27.9, 1e-9);
    EXPECT_FALSE(coordinateIn("109°75′"));
    EXPECT_FALSE(coordinateIn("东经109"));
    EXPECT_FALSE(coordinateIn(""));
    EXPECT_FALSE(coordinateIn("nan"));
}

TEST(Cells, ValuesAreTidiedAndNothingElse) {
    EXPECT_EQ(tidied(FieldType::date, "20220305"), "2022-03-05");
    EXPECT_EQ(tidied(FieldType::date, "2022/03/05 10:11:12"), "2022-03-05");
    EXPECT_EQ(tidied(FieldType::date, "上周"), "上周");
    EXPECT_EQ(tidied(FieldType::month, "2022年3月"), "2022-03");
    EXPECT_EQ(tidied(FieldType::integer, "12.000"), "12");
    EXPECT_EQ(tidied(FieldType::integer, "１２"), "12");
    EXPECT_EQ(tidied(FieldType::decimal, "1,234.5"), "1234.5");
    EXPECT_EQ(tidied(FieldType::decimal, "1,5"), "1,5");
    EXPECT_EQ(tidied(FieldType::year, "2022年"), "2022");
    EXPECT_EQ(tidied(FieldType::text, "433123100001000000"), "433123100001000000");
}

TEST(Datum, LocalParametersAreReadOrRefused) {
    EXPECT_EQ(DatumShift::parse("1,-2,3.5").parameters[2], 3.5);
    EXPECT_EQ(DatumShift::parse("1,2,3,4,5,6,7").parameters[6], 7);
    for (const char* bad : {"", "1", "1,2", "1,2,3,", "1,2,3,4", "a,b,c", "1,2,nan"})
        EXPECT_THROW((void)DatumShift::parse(bad), base::Error) << bad;
}

}  // namespace
}  // namespace xiangtu::exchange
