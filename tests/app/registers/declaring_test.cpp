// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/declaring.h"

#include "base/error.h"

#include <gtest/gtest.h>

namespace xiangtu::app {
namespace {

model::FieldDef named() {
    model::FieldDef field;
    field.name = "name";
    field.title = {"名称", "Name"};
    return field;
}

TEST(Declaring, ATitleBecomesAnIdentifierThatIsStillFree) {
    EXPECT_EQ(identifierOf(QStringLiteral("果园"), {}), "guo_yuan");
    EXPECT_EQ(identifierOf(QStringLiteral("果园"), {"guo_yuan", "guo_yuan_2"}), "guo_yuan_3");
    EXPECT_EQ(identifierOf(QStringLiteral("2026 Plan!"), {}), "f2026_plan");
    EXPECT_EQ(identifierOf(QStringLiteral("！"), {}), "f");
}

TEST(Declaring, ChoicesKeepTheirCodesWhileTheirNamesStay) {
    const std::vector<model::Choice> before{{"a", {"好", "Good"}, "star"}, {"b", {"中", "Fair"}, ""}};
    const auto now = choicesOf(QStringLiteral("好、差/Poor\n好"), before);
    ASSERT_EQ(now.size(), 2u);
    EXPECT_EQ(now[0], before[0]);
    EXPECT_EQ(now[1].name.zh, "差");
    EXPECT_EQ(now[1].name.en, "Poor");
    EXPECT_NE(now[1].code, "a");
    EXPECT_NE(now[1].code, "b") << "a code once used means something in the records";
    EXPECT_EQ(choicesText(now), QStringLiteral("好/Good、差/Poor"));
}

TEST(Declaring, ANewRegisterGetsItsFiguresOnce) {
    model::RegisterDef def;
    def.id = "orchard";
    def.title = {"果园", "Orchard"};
    def.anchor = model::Anchor::polygon;
    def.fields = {named()};
    const model::Catalogue once = withFigures(withRegister({}, def), def);
    ASSERT_NE(once.find("orchard"), nullptr);
    ASSERT_NE(once.findIndicator("orchard_count"), nullptr);
    ASSERT_NE(once.findIndicator("orchard_area"), nullptr);
    EXPECT_EQ(once.findIndicator("orchard_area")->unit, "亩");
    EXPECT_FALSE(once.findIndicator("orchard_count")->definition.empty()) << "the file keeps the declaration";
    const model::ReportDef* report = once.findReport("orchard_report");
    ASSERT_NE(report, nullptr);
    EXPECT_EQ(report->tables.at(0).registerId, "orchard");
    EXPECT_EQ(report->tables.at(1).indicators, std::vector<std::string>{"orchard_count"});
    EXPECT_EQ(withFigures(once, def).indicators.size(), 2u);
    EXPECT_EQ(withFigures(once, def).reports.size(), 1u);
}

TEST(Declaring, ADeclarationThatCannotStandIsRefused) {
    model::RegisterDef def;
    def.id = "orchard";
    def.title = {"果园", "Orchard"};
    def.anchor = model::Anchor::point;
    EXPECT_THROW((void)withRegister({}, def), base::Error) << "no field";
    def.fields = {named(), named()};
    EXPECT_THROW((void)withRegister({}, def), base::Error) << "a name twice";
}

}  // namespace
}  // namespace xiangtu::app
