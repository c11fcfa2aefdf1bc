// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/checks.h"

#include "made_county.h"

#include <gtest/gtest.h>

namespace xiangtu::indicators {
namespace {

std::string rule(const std::string& body) {
    return R"([{"id": "r", "title": {"zh": "规则", "en": "R"}, )" + body + "}]";
}

TEST(Checks, AMinimumNamesEveryUnitBelowIt) {
    MadeCounty county("[]", rule(R"("minimum": {"level": "village", "of": {"count": "income"}, "at_least": 1})"));
    for (std::uint32_t v = 0; v < 16; ++v) {
        if (v != 3 && v != 9) county.addIncome(v, 1);
    }
    const auto found = checkAll(Figures(county.snapshot));
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].unit, village(3));
    EXPECT_EQ(found[1].unit, village(9));
    EXPECT_EQ(found[0].value, 0);
    EXPECT_EQ(found[0].limit, 1);
}

TEST(Checks, AMaximumToo) {
    MadeCounty county("[]", rule(R"("maximum": {"level": "village", "of": {"count": "income"}, "at_most": 1})"));
    county.addIncome(2, 1);
    county.addIncome(2, 1);
    county.addIncome(3, 1);
    const auto found = checkAll(Figures(county.snapshot));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].unit, village(2));
}

TEST(Checks, ALoadIsCountedInDifferentUnits) {
    MadeCounty county("[]",
                      rule(R"("load": {"register": "income", "by": "who", "where": "amount > 0", "at_most": 2})"));
    for (const std::uint32_t v : {0u, 0u, 1u}) county.addIncome(v, 1, "张某");
    for (const std::uint32_t v : {4u, 5u, 6u}) county.addIncome(v, 1, "李某");
    county.addIncome(7, 0, "张某");
    const auto found = checkAll(Figures(county.snapshot));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].text, "李某");
    EXPECT_EQ(found[0].value, 3);
    EXPECT_EQ(found[0].units, (std::vector<model::UnitRef>{village(4), village(5), village(6)}));
}

TEST(Checks, TwoFiguresAgreeWithinTheirPercent) {
    MadeCounty county(
        "[]",
        rule(
            R"("equal": {"level": "village", "of": {"sum": "income", "value": "amount"}, "and": {"number": 100}, "percent": 2})"));
    county.addIncome(0, 99);
    county.addIncome(1, 97);
    const auto found = checkAll(Figures(county.snapshot));
    EXPECT_EQ(found.size(), 15u) << "all but the one within two percent";
    EXPECT_EQ(found[0].unit, village(1));
    EXPECT_EQ(found[0].value, 97);
    EXPECT_EQ(found[0].limit, 100);
}

TEST(Checks, WhereNeitherFigureSaysAnythingThereIsNothingToCompare) {
    MadeCounty county(
        "[]",
        rule(
            R"("equal": {"level": "village", "of": {"sum": "income", "value": "amount"}, "and": {"area": "plot"}, "percent": 1})"));
    EXPECT_TRUE(checkAll(Figures(county.snapshot)).empty());
    county.addIncome(0, 99);
    EXPECT_EQ(checkAll(Figures(county.snapshot)).size(), 1u);
}

TEST(Checks, OnlyUnitsTheRuleIsAboutAreJudged) {
    const MadeCounty county(
        "[]",
        rule(
            R"("minimum": {"level": "village", "of": {"count": "income"}, "at_least": 1, "unit_where": "unit_kind = 'community'"})"));
    EXPECT_TRUE(checkAll(Figures(county.snapshot)).empty()) << "the made-up coverage has villages only";
}

}  // namespace
}  // namespace xiangtu::indicators
