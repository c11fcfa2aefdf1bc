// SPDX-License-Identifier: GPL-3.0-or-later
// What is declared differently is told in the change log, and nothing else is.
#include "edit/declared.h"

#include "base/json.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace xiangtu::edit {
namespace {

using How = Declared::How;
using What = Declared::What;

model::FieldDef field(const char* name, const char* title) {
    model::FieldDef def;
    def.name = name;
    def.title = {title, title};
    return def;
}

model::Catalogue sample() {
    model::Catalogue catalogue;
    model::RegisterDef shop;
    shop.id = "shop";
    shop.title = {"小店", "Shops"};
    shop.fields = {field("name", "名称"), field("seats", "座位"), field("kind", "类别")};
    catalogue.registers = {shop};
    catalogue.groups = {{"trade", {"商贸", "Trade"}}};
    model::RuleDef rule;
    rule.id = "few_shops";
    rule.title = {"店少", "Few shops"};
    rule.definition = R"({"id":"few_shops","title":{"zh":"店少"},"number":3})";
    catalogue.rules = {rule};
    return catalogue;
}

TEST(Declared, IsNothingBetweenEqualCatalogues) { EXPECT_TRUE(declaredAnew(sample(), sample()).empty()); }

TEST(Declared, TellsRegistersFieldsAndRulesApart) {
    const model::Catalogue before = sample();
    model::Catalogue after = before;
    auto& fields = after.registers[0].fields;
    fields[0] = field("title", "店名");
    fields[0].was = {"name"};
    fields[1].retired = true;
    fields[2].required = true;
    fields.push_back(field("owner", "店主"));
    after.registers.push_back(after.registers[0]);
    after.registers.back().id = "stall";
    after.groups[0].title.zh = "商业";
    after.rules[0].definition = R"({"id":"few_shops","title":{"zh":"店少"},"number":5})";

    std::vector<std::string> words;
    for (const Declared& each : declaredAnew(before, after)) words.push_back(inWords(each));
    EXPECT_EQ(words, (std::vector<std::string>{R"(field shop.title "店名" renamed, was shop.name "名称")",
                                               R"(field shop.seats "座位" retired)",
                                               R"(field shop.kind "类别" changed)", R"(field shop.owner "店主" added)",
                                               R"(register stall "小店" added)", R"(rule few_shops "店少" changed)",
                                               R"(group trade "商业" renamed, was trade "商贸")"}));

    const auto back = declaredAnew(after, before);
    const auto how = [&](What what, const char* id) {
        const auto found = std::ranges::find_if(back, [&](const auto& d) { return d.what == what && d.id == id; });
        return found == back.end() ? std::optional<How>() : found->how;
    };
    EXPECT_EQ(how(What::field, "seats"), How::broughtBack);
    EXPECT_EQ(how(What::registerTable, "stall"), How::removed);
}

TEST(Declared, ATitleInsideADefinitionIsARenamingAndNoChange) {
    model::Catalogue before = sample(), after = sample();
    after.rules[0].title.zh = "店不够";
    after.rules[0].definition = R"({"id":"few_shops","title":{"zh":"店不够"},"number":3})";
    const auto declared = declaredAnew(before, after);
    ASSERT_EQ(declared.size(), 1u);
    EXPECT_EQ(declared[0].how, How::renamed);
    EXPECT_EQ(declared[0].wasTitle.zh, "店少");
}

TEST(Declared, ComesBackFromTheLogAsItWas) {
    model::Catalogue after = sample();
    after.registers[0].fields[0] = field("title", "店名, \"老\"");
    after.registers[0].fields[0].was = {"name"};
    after.registers[0].lifecycle = "opening";
    after.rules.clear();
    const auto declared = declaredAnew(sample(), after);
    ASSERT_EQ(declared.size(), 3u);
    ChangeSet set;
    addDeclared(set, declared);
    set.changes = changesFromJson(base::parseJson(toJson(set.changes).dump(), "log"), "log");
    EXPECT_EQ(declaredOf(set), declared);
    // Lines of another program's making are left out.
    set.changes.push_back({std::string(kDeclaredTable), 9, std::nullopt, model::Fields{{"what", std::string("moon")}}});
    set.changes.push_back({"unit", 9, std::nullopt, model::Fields{{"what", std::string("field")}}});
    EXPECT_EQ(declaredOf(set).size(), 3u);
}

}  // namespace
}  // namespace xiangtu::edit
