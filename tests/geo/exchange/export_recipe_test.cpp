// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export_recipe.h"

#include "base/error.h"
#include "base/json.h"

#include <gtest/gtest.h>

namespace xiangtu::exchange {

namespace {

std::string reason(const char* text) {
    try {
        static_cast<void>(parseExportRecipe(base::parseJson(text, "r.json"), "r.json"));
    } catch (const base::Error& e) { return e.what(); }
    return "read";
}

TEST(ExportRecipe, ReadsBackAsItself) {
    ExportRecipe recipe;
    recipe.registerId = "orchard";
    recipe.within = "433123104";
    recipe.where = "area >= 10";
    recipe.columns = {"id", "crop"};
    recipe.date = "2022-12-31";
    recipe.sensitive = true;
    recipe.out = "果园.shp";
    recipe.options.encoding = TextEncoding::gb18030;
    recipe.options.naming = FieldNaming::pinyin;
    recipe.options.crs = "zone3-prefix";
    recipe.options.split = ExportOptions::Split::township;
    recipe.options.losses = ExportOptions::Losses::refused;
    recipe.options.landText.fields = 12;
    const base::Json json = dumpExportRecipe(recipe);
    EXPECT_EQ(dumpExportRecipe(parseExportRecipe(json, "again")), json);
    EXPECT_EQ(parseExportRecipe(json, "again").options.encoding, TextEncoding::gb18030);
    EXPECT_EQ(parseExportRecipe(json, "again").registerId, "orchard");
}

TEST(ExportRecipe, KeepsAQuestionWithItsParameters) {
    const ExportRecipe recipe = parseExportRecipe(
        base::parseJson(R"({"question": {"id": "holes", "params": {"level": "village"}}, "format": "csv"})", "r"), "r");
    EXPECT_EQ(recipe.question, "holes");
    EXPECT_EQ(recipe.params.at("level"), "village");
}

TEST(ExportRecipe, RefusesNamingFileAndPlace) {
    EXPECT_EQ(reason(R"({"level": "grid", "format": "shp"})"), "read");
    EXPECT_NE(reason(R"({"level": "grid", "format": "dwg"})").find("r.json: /format"), std::string::npos)
        << reason(R"({"level": "grid", "format": "dwg"})");
    EXPECT_NE(reason(R"({"level": "street", "format": "shp"})").find("/level"), std::string::npos);
    EXPECT_NE(reason(R"({"level": "grid", "format": "shp", "encodng": "GBK"})").find("/encodng"), std::string::npos);
    EXPECT_NE(reason(R"({"level": "grid", "format": "shp", "columns": ["a", 1]})").find("/columns/1"),
              std::string::npos);
    EXPECT_NE(reason(R"({"question": {"id": "x", "params": {"n": 1}}, "format": "shp"})").find("/question/params/n"),
              std::string::npos);
    EXPECT_NE(reason(R"({"level": "grid", "format": "shp", "date": "2023-02-30"})").find("/date"), std::string::npos);
    EXPECT_NE(reason(R"({"level": "grid", "register": "a", "format": "shp"})").find("exactly one"), std::string::npos);
    EXPECT_NE(reason(R"({"format": "shp"})").find("exactly one"), std::string::npos);
    EXPECT_NE(reason(R"({"level": "grid"})").find("format"), std::string::npos);
    EXPECT_NE(
        reason(R"({"level": "grid", "format": "shp", "profile": "public", "sensitive": true})").find("/sensitive"),
        std::string::npos);
    EXPECT_NE(reason(R"([])").find("object"), std::string::npos);
}

}  // namespace

}  // namespace xiangtu::exchange
