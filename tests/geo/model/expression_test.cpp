// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/expression.h"

#include "base/error.h"

#include <gtest/gtest.h>

namespace xiangtu::model {
namespace {

struct Fixture {
    RegisterDef def;
    Record record;
    Lifecycle lifecycle;
    Unit unit;
    ExpressionRow row;

    Fixture() {
        const auto field = [&](const char* name, FieldType type, Value value) {
            FieldDef f;
            f.name = name;
            f.type = type;
            def.fields.push_back(f);
            record.values.resize(def.fields.size());
            record.values.set(def.fields.size() - 1, std::move(value));
        };
        field("amount", FieldType::money, 250000.0);
        field("households", FieldType::integer, std::int64_t(4));
        field("name", FieldType::text, std::string("东'井"));
        field("empty", FieldType::text, Value());
        field("held_on", FieldType::date, std::string("2024-02-28"));
        field("aims", FieldType::multiChoice, std::string("a,bc"));
        field("code", FieldType::unit, std::string("610621103202001001"));
        lifecycle.states = {{"open_one", {}, StateKind::open, 3, 0, {}}, {"closed", {}, StateKind::done, {}, 0, {}}};
        record.state = 0;
        record.due = base::Date::of(2024, 3, 1);
        record.areaM2 = 2000;
        unit.kind = UnitKind::community;
        row = {&def, &record, &lifecycle, &unit, Level::village, base::Date::of(2024, 3, 2)};
    }
    Value value(const char* text) { return Expression::parse(text, &def).evaluate(row); }
    double number(const char* text) { return numberOf(value(text)).value_or(-999); }
    bool holds(const char* text) { return Expression::parse(text, &def).holds(row); }
};

TEST(Expression, ComputesWithTheUsualPrecedence) {
    Fixture f;
    EXPECT_EQ(f.number("1 + 2 * 3"), 7);
    EXPECT_EQ(f.number("(1 + 2) * 3"), 9);
    EXPECT_EQ(f.number("-households - 1"), -5);
    EXPECT_EQ(f.number("amount / households / 2"), 31250);
    EXPECT_EQ(f.number("round(10 / 3, 2)"), 3.33);
    EXPECT_EQ(f.number("max(1, empty, households)"), 4);
    EXPECT_EQ(f.number("min(7, households)"), 4);
    EXPECT_EQ(f.number("coalesce(empty, 5)"), 5);
}

TEST(Expression, ComparesNumbersAsNumbersAndTextAsText) {
    Fixture f;
    EXPECT_TRUE(f.holds("amount >= 200000 and amount < 500000"));
    EXPECT_TRUE(f.holds("name = '东''井'"));
    EXPECT_TRUE(f.holds("households in (3, 4)"));
    EXPECT_FALSE(f.holds("name in ('西井', '南井')"));
    EXPECT_TRUE(f.holds("not (households > 5)"));
    EXPECT_TRUE(f.holds("households = 4 or 1 / 0 > 0"));
}

TEST(Expression, CodesOfEighteenDigitsAreToldApart) {
    Fixture f;
    EXPECT_TRUE(f.holds("code = '610621103202001001'"));
    EXPECT_FALSE(f.holds("code = '610621103202001002'")) << "a double could not tell them apart";
}

TEST(Expression, NullSpreadsAndDoesNotHold) {
    Fixture f;
    EXPECT_TRUE(isNull(f.value("empty + 1")));
    EXPECT_FALSE(f.holds("empty = 1"));
    EXPECT_FALSE(f.holds("not (empty = 1)"));
    EXPECT_TRUE(f.holds("empty is null and name is not null"));
    EXPECT_TRUE(isNull(f.value("1 / 0")));
    EXPECT_FALSE(f.holds("empty = 1 and households = 4"));
    EXPECT_TRUE(f.holds("empty = 1 or households = 4"));
}

TEST(Expression, KnowsDatesStatesAndPlaces) {
    Fixture f;
    EXPECT_EQ(f.number("year(held_on)"), 2024);
    EXPECT_EQ(f.number("month(held_on)"), 2);
    EXPECT_EQ(f.number("days(held_on, today)"), 3) << "2024 is a leap year";
    EXPECT_TRUE(f.holds("state = 'open_one' and open and overdue"));
    f.row.today = base::Date::of(2024, 3, 1);
    EXPECT_FALSE(f.holds("overdue")) << "the last day still counts";
    f.record.state = 1;
    EXPECT_FALSE(f.holds("open"));
    EXPECT_TRUE(f.holds("unit_kind = 'community' and unit_level = 'village'"));
    EXPECT_EQ(f.number("area_mu"), 3);
    EXPECT_TRUE(isNull(f.value("length_m")));
    EXPECT_TRUE(f.holds("has(aims, 'bc') and not has(aims, 'b')"));
}

TEST(Expression, SaysWhetherTheDayMatters) {
    Fixture f;
    EXPECT_TRUE(Expression::parse("days(held_on, today) > 3", &f.def).dependsOnDay());
    EXPECT_TRUE(Expression::parse("overdue", &f.def).dependsOnDay());
    EXPECT_FALSE(Expression::parse("households > 3", &f.def).dependsOnDay());
}

TEST(Expression, AnEmptyOneAlwaysHolds) {
    Fixture f;
    EXPECT_TRUE(f.holds("  "));
    EXPECT_TRUE(isNull(f.value("")));
}

TEST(Expression, RefusesWithThePlaceInTheText) {
    Fixture f;
    for (const char* bad : {"amount >", "amount > > 2", "nothing = 1", "'open", "(1", "1)", "year()", "days(held_on)",
                            "amount = 1 amount", "in (1)", "name is nothing", "1..2.3 x", "#"}) {
        try {
            (void)Expression::parse(bad, &f.def);
            ADD_FAILURE() << bad;
        } catch (const base::Error& e) {
            EXPECT_EQ(e.fault(), base::Fault::format);
            EXPECT_NE(std::string(e.what()).find("character"), std::string::npos) << e.what();
        }
    }
    EXPECT_THROW((void)Expression::parse(std::string(200, '(') + "1" + std::string(200, ')'), &f.def), base::Error);
    EXPECT_THROW((void)Expression::parse("amount > 1", nullptr), base::Error) << "no fields without a register";
}

TEST(Formulas, FillComputedFieldsInTheirOrder) {
    Fixture f;
    FieldDef each, twice;
    each.name = "each";
    each.type = FieldType::decimal;
    each.formula = "amount / households";
    twice.name = "twice";
    twice.type = FieldType::integer;
    twice.formula = "each * 2 + 0.4";
    f.def.fields.push_back(each);
    f.def.fields.push_back(twice);
    f.record.values.resize(f.def.fields.size());
    Formulas(f.def).compute(f.row, f.record);
    EXPECT_EQ(f.record.values[7], Value(62500.0));
    EXPECT_EQ(f.record.values[8], Value(std::int64_t(125000)));
}

}  // namespace
}  // namespace xiangtu::model
