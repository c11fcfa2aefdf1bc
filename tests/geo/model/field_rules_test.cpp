// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/field_rules.h"

#include <gtest/gtest.h>

namespace xiangtu::model {
namespace {

FieldDef field(FieldType type) {
    FieldDef f;
    f.name = "x";
    f.type = type;
    if (type == FieldType::choice || type == FieldType::multiChoice)
        f.choices = {{"a", {"甲", "A"}, ""}, {"b", {"乙", "B"}, ""}};
    return f;
}

std::string against(FieldType type, Value value) { return reasonAgainst(field(type), value); }

TEST(FieldRules, EveryTypeTakesItsOwnValues) {
    const std::string hash(64, 'a');
    EXPECT_EQ(against(FieldType::integer, std::int64_t(3)), "");
    EXPECT_EQ(against(FieldType::money, 3.5), "");
    EXPECT_EQ(against(FieldType::month, std::string("2024-02")), "");
    EXPECT_EQ(against(FieldType::date, std::string("2024-02-29")), "");
    EXPECT_EQ(against(FieldType::multiChoice, std::string("a,b")), "");
    EXPECT_EQ(against(FieldType::unit, std::string("610621")), "");
    EXPECT_EQ(against(FieldType::photo, hash + "," + hash), "");
    EXPECT_EQ(against(FieldType::yesNo, std::int64_t(1)), "");
}

TEST(FieldRules, WrongValuesAreToldWhy) {
    EXPECT_EQ(against(FieldType::integer, 3.5), "must be a whole number");
    EXPECT_EQ(against(FieldType::decimal, std::string("x")), "must be a number");
    EXPECT_EQ(against(FieldType::money, HUGE_VAL), "must be a finite number");
    EXPECT_EQ(against(FieldType::date, std::string("2023-02-29")), "must be a date YYYY-MM-DD");
    EXPECT_EQ(against(FieldType::month, std::string("2024-13")), "must be a month YYYY-MM");
    EXPECT_EQ(against(FieldType::year, std::int64_t(24)), "must be a year");
    EXPECT_EQ(against(FieldType::choice, std::string("c")), "c is not one of the choices");
    EXPECT_NE(against(FieldType::multiChoice, std::string("a,,b")), "");
    EXPECT_NE(against(FieldType::multiChoice, std::string("a,c")), "");
    EXPECT_NE(against(FieldType::unit, std::string("6x")), "");
    EXPECT_NE(against(FieldType::attachment, std::string("abc")), "");
    EXPECT_NE(against(FieldType::record, std::int64_t(0)), "");
    EXPECT_NE(against(FieldType::text, std::int64_t(1)), "");
}

TEST(FieldRules, RangesAndRequiredFieldsHold) {
    FieldDef f = field(FieldType::integer);
    f.min = 1;
    f.max = 5;
    EXPECT_EQ(reasonAgainst(f, std::int64_t(5)), "");
    EXPECT_EQ(reasonAgainst(f, std::int64_t(6)), "must not be more than 5");
    EXPECT_EQ(reasonAgainst(f, std::int64_t(0)), "must not be less than 1");
    EXPECT_EQ(reasonAgainst(f, Value()), "");
    f.required = true;
    EXPECT_EQ(reasonAgainst(f, Value()), "is required");
    FieldDef text = field(FieldType::text);
    text.required = true;
    EXPECT_EQ(reasonAgainst(text, std::string("  ")), "is required");
}

TEST(FieldRules, ReadsWhatPeopleType) {
    EXPECT_EQ(valueFromText(field(FieldType::integer), " 12 "), Value(std::int64_t(12)));
    EXPECT_EQ(valueFromText(field(FieldType::integer), "12.5"), std::nullopt);
    EXPECT_EQ(valueFromText(field(FieldType::money), "12.5"), Value(12.5));
    EXPECT_EQ(valueFromText(field(FieldType::money), "12 元"), std::nullopt);
    EXPECT_EQ(valueFromText(field(FieldType::yesNo), "是"), Value(std::int64_t(1)));
    EXPECT_EQ(valueFromText(field(FieldType::yesNo), "no"), Value(std::int64_t(0)));
    EXPECT_EQ(valueFromText(field(FieldType::yesNo), "maybe"), std::nullopt);
    EXPECT_EQ(valueFromText(field(FieldType::choice), "乙"), Value(std::string("b")));
    EXPECT_EQ(valueFromText(field(FieldType::choice), "丙"), std::nullopt);
    EXPECT_EQ(valueFromText(field(FieldType::multiChoice), "甲,b"), Value(std::string("a,b")));
    EXPECT_EQ(valueFromText(field(FieldType::text), "  "), Value());
    EXPECT_EQ(valueFromText(field(FieldType::unit), "001"), Value(std::string("001"))) << "codes stay text";
}

}  // namespace
}  // namespace xiangtu::model
