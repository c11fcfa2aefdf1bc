// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalogue_json.h"

#include "base/error.h"
#include "base/json.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace xiangtu::model {
namespace {

namespace fs = std::filesystem;
using base::Json;

const Json kRegister = base::parseJson(R"({"id": "base", "title": {"zh": "基地", "en": "Bases"}, "anchor": "polygon",
  "label": "name", "symbol": "crop", "fields": [
    {"name": "name", "title": {"zh": "名称", "en": "Name"}, "type": "text", "required": true, "sensitive": true},
    {"name": "size", "title": {"zh": "面积", "en": "Size"}, "type": "decimal", "unit": "亩"},
    {"name": "crop", "title": {"zh": "作物", "en": "Crop"}, "type": "choice",
     "choices": [{"code": "tea", "name": {"zh": "茶", "en": "Tea"}, "symbol": "leaf"},
                 {"code": "rice", "name": {"zh": "稻", "en": "Rice"}}]}]})",
                                       "test");

/// The message with which a register is refused; "" when it is taken.
std::string refusal(const Json& json) {
    try {
        (void)parseRegister({json, "file.json"});
        return "";
    } catch (const base::Error& e) {
        EXPECT_EQ(e.fault(), base::Fault::format);
        return e.what();
    }
}

Json changed(const char* pointer, const Json& value) {
    Json json = kRegister;
    json[Json::json_pointer(pointer)] = value;
    return json;
}

TEST(Catalogue, ReadsARegister) {
    const RegisterDef def = parseRegister({kRegister, "test"});
    EXPECT_EQ(def.tableName(), "reg_base");
    EXPECT_EQ(def.anchor, Anchor::polygon);
    EXPECT_EQ(def.title, (Titles{"基地", "Bases"}));
    ASSERT_EQ(def.fields.size(), 3u);
    EXPECT_TRUE(def.fields[0].required);
    EXPECT_TRUE(def.fields[0].sensitive);
    EXPECT_EQ(def.findField("size")->unit, "亩");
    EXPECT_EQ(def.findField("crop")->choices[0].symbol, "leaf");
    EXPECT_EQ(def.findField("nothing"), nullptr);
}

TEST(Catalogue, ParseAndDumpAreInverse) { EXPECT_EQ(dump(parseRegister({kRegister, "test"})), kRegister); }

TEST(Catalogue, RefusesWithFilePointerAndReason) {
    const std::vector<std::pair<Json, std::string>> cases{
        {changed("/id", "Base"), "file.json: /id: "},
        {changed("/id", ""), "file.json: /id: "},
        {changed("/id", "a;drop"), "file.json: /id: "},
        {changed("/anchor", "circle"), "file.json: /anchor: "},
        {changed("/anchor", "unit"), "\"level\" is missing"},
        {changed("/level", "village"), "file.json: /level: "},
        {changed("/title/zh", ""), "file.json: /title/zh: "},
        {changed("/title", "基地"), "file.json: /title: "},
        {changed("/label", "nothing"), "file.json: /label: "},
        {changed("/symbol", "size"), "file.json: /symbol: "},
        {changed("/colour", "red"), "\"colour\" is not known"},
        {changed("/fields", Json::array()), "file.json: /fields: "},
        {changed("/fields/1/name", "name"), "file.json: /fields/1/name: \"name\" is declared twice"},
        {changed("/fields/1/name", "geom"), "file.json: /fields/1/name: "},
        {changed("/fields/1/name", "面积"), "file.json: /fields/1/name: "},
        {changed("/fields/1/type", "sum"), "file.json: /fields/1/type: "},
        {changed("/fields/1/required", "yes"), "file.json: /fields/1/required: "},
        {changed("/fields/1/choices", kRegister["fields"][2]["choices"]), "file.json: /fields/1/choices: "},
        {changed("/fields/2/choices", Json::array()), "file.json: /fields/2/choices: "},
        {changed("/fields/2/choices/1/code", "tea"), "file.json: /fields/2/choices/1/code: "},
        {changed("/fields/2/choices/1/code", ""), "file.json: /fields/2/choices/1/code: "},
        {changed("/fields/2/choices/0/note", ""), "file.json: /fields/2/choices/0: "}};
    for (const auto& [json, expected] : cases) {
        const std::string got = refusal(json);
        EXPECT_NE(got.find(expected), std::string::npos) << "expected " << expected << "\ngot " << got;
    }
}

TEST(Catalogue, RefusesARegisterDeclaredTwice) {
    const Json both{{"registers", {kRegister, kRegister}}};
    Catalogue catalogue;
    EXPECT_THROW(addCatalogueFile(catalogue, {both, "file.json"}), base::Error);
}

TEST(Catalogue, ShippedRegistersParseAndSurviveTheDump) {
    const Catalogue catalogue = loadCatalogue(fs::path(XIANGTU_DATA_DIR) / "catalogue");
    const RegisterDef* village = catalogue.find("demonstration_village");
    ASSERT_TRUE(village);
    EXPECT_EQ(village->anchorLevel, Level::village);
    EXPECT_EQ(village->findField("level")->choices.size(), 4u);
    const RegisterDef* base = catalogue.find("industry_base");
    ASSERT_TRUE(base);
    for (const char* crop :
         {"apple", "dwarf_apple", "hail_net", "fresh_corn", "sweet_potato", "mushroom", "kiwi", "buckwheat"}) {
        const auto& choices = base->findField("crop")->choices;
        EXPECT_NE(std::ranges::find(choices, crop, &Choice::code), choices.end()) << crop;
    }
    for (const RegisterDef& def : catalogue.registers) EXPECT_EQ(parseRegister({dump(def), "dump"}), def) << def.id;
}

TEST(Schemes, TheThreePresetsHaveFiveTellableClasses) {
    // The number in front is the order a new file lists them in: risk first.
    for (const std::string file : {"1_risk5.json", "2_progress5.json", "3_theme5.json"}) {
        const std::string key = file.substr(2, file.size() - 7);
        const Json json = base::loadJson(fs::path(XIANGTU_DATA_DIR) / "schemes" / file);
        const auto schemes = parseSchemes({json, file});
        ASSERT_EQ(schemes.size(), 1u);
        const Scheme& scheme = schemes[0];
        EXPECT_EQ(scheme.key, key);
        EXPECT_EQ(scheme.classes.size(), 5u);
        for (const SchemeClass& a : scheme.classes) {
            for (const SchemeClass& b : scheme.classes) {
                if (&a == &b) continue;
                EXPECT_NE(a.rgb, b.rgb);
                EXPECT_NE(a.hatch, b.hatch) << "the second channel tells them apart in black and white";
                EXPECT_NE(a.order, b.order);
            }
        }
    }
}

TEST(Schemes, RefusesBrokenOnesWithTheirPlace) {
    const Json good = base::loadJson(fs::path(XIANGTU_DATA_DIR) / "schemes/1_risk5.json");
    const std::vector<std::pair<const char*, Json>> cases{{"/schemes/0/key", ""},
                                                          {"/schemes/0/kind", "mood"},
                                                          {"/schemes/0/classes", Json::array()},
                                                          {"/schemes/0/classes/1/colour", "red"},
                                                          {"/schemes/0/classes/1/colour", "#12345g"},
                                                          {"/schemes/0/classes/1/hatch", "zigzag"},
                                                          {"/schemes/0/classes/1/code", "green"}};
    for (const auto& [pointer, value] : cases) {
        Json json = good;
        json[Json::json_pointer(pointer)] = value;
        try {
            (void)parseSchemes({json, "s.json"});
            ADD_FAILURE() << pointer;
        } catch (const base::Error& e) {
            EXPECT_NE(std::string(e.what()).find(std::string("s.json: ") + pointer), std::string::npos) << e.what();
        }
    }
}

}  // namespace
}  // namespace xiangtu::model
