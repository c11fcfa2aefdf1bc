// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/plan.h"

#include "support/coverage.h"

#include <gtest/gtest.h>

namespace xiangtu::edit {
namespace {

using model::Level;

struct Fixture {
    model::Snapshot snapshot = support::snapshot();
    PlanContext context{"王网格", "2026-03-05T01:02:03.004Z", base::Date::of(2026, 3, 5), 40};

    Fixture() { snapshot.day = base::Date::of(2026, 3, 5); }
    model::Code grid(std::uint32_t row) { return snapshot.table(Level::grid).units[row].code; }
    SetClass command() { return {{grid(0)}, "risk5", "red", "夜间积水", ""}; }
    Refusal refusal(const SetClass& c) {
        const Plan result = plan(snapshot, c, context);
        EXPECT_FALSE(result.ok());
        return result.ok() ? Refusal{} : result.error();
    }
    void expectNear(const Refusal& refusal, std::uint32_t gridRow) {
        ASSERT_TRUE(refusal.place);
        EXPECT_TRUE(snapshot.table(Level::grid).shapes.box(gridRow).contains(geom::snapToGrid(*refusal.place)));
    }
};

TEST(PlanSetClass, InsertsOneRecordPerUnitWithNumbersFromTheContext) {
    Fixture f;
    SetClass command = f.command();
    command.units = {f.grid(0), f.grid(1), f.grid(0)};
    const Plan result = plan(f.snapshot, command, f.context);
    ASSERT_TRUE(result.ok());
    const ChangeSet& set = result.value();
    EXPECT_EQ(set.title, "set_class");
    EXPECT_EQ(set.author, "王网格");
    ASSERT_EQ(set.changes.size(), 2u) << "the repeated code counts once";
    EXPECT_EQ(set.changes[0].id, 40);
    EXPECT_EQ(set.changes[1].id, 41);
    EXPECT_FALSE(set.changes[0].before);
    const model::Fields& row = *set.changes[0].after;
    EXPECT_EQ(model::field(row, "unit_id"), model::Value(f.snapshot.table(Level::grid).units[0].id.value));
    EXPECT_EQ(model::field(row, "class_code"), model::Value(std::string("red")));
    EXPECT_EQ(model::field(row, "valid_from"), model::Value(std::string("2026-03-05")));
    EXPECT_EQ(model::field(row, "reason"), model::Value(std::string("夜间积水")));
}

TEST(PlanSetClass, LeavesOutUnitsThatHaveTheClassAlready) {
    Fixture f;
    SetClass command = f.command();
    command.units = {f.grid(4), f.grid(0)};  // the fifth grid is red
    const Plan result = plan(f.snapshot, command, f.context);
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(result.value().changes.size(), 1u);
    command.units = {f.grid(4)};
    const Refusal refusal = f.refusal(command);
    EXPECT_EQ(refusal.reason, RefusalReason::nothingToDo);
    f.expectNear(refusal, 4);
    command.day = "2026-02-01";  // of another day the snapshot knows nothing
    EXPECT_TRUE(plan(f.snapshot, command, f.context).ok());
}

TEST(PlanSetClass, TakesAClassAway) {
    Fixture f;
    SetClass command = f.command();
    command.classCode.clear();
    const Plan result = plan(f.snapshot, command, f.context);
    ASSERT_TRUE(result.ok());
    EXPECT_TRUE(model::isNull(model::field(*result.value().changes[0].after, "class_code")));
    command.units = {f.grid(5)};  // the sixth has none
    EXPECT_EQ(f.refusal(command).reason, RefusalReason::nothingToDo);
}

TEST(PlanSetClass, RefusesAnUnknownUnitAndNamesIt) {
    Fixture f;
    SetClass command = f.command();
    const auto missing = *model::Code::parse("123456");
    command.units.push_back(missing);
    const Refusal refusal = f.refusal(command);
    EXPECT_EQ(refusal.reason, RefusalReason::unknownUnit);
    EXPECT_EQ(refusal.units, std::vector{missing});
    EXPECT_NE(refusal.detail.find("123456"), std::string::npos);
}

TEST(PlanSetClass, RefusesWhatTheSchemesDoNotHave) {
    Fixture f;
    SetClass command = f.command();
    command.scheme = "risk6";
    EXPECT_EQ(f.refusal(command).reason, RefusalReason::unknownScheme);
    command = f.command();
    command.classCode = "pink";
    const Refusal refusal = f.refusal(command);
    EXPECT_EQ(refusal.reason, RefusalReason::unknownClass);
    f.expectNear(refusal, 0);
}

TEST(PlanSetClass, RefusesBadDays) {
    Fixture f;
    for (const char* day : {"2026-02-30", "3/5/2026", "today", "2023-12-31"}) {  // the units begin in 2024
        SetClass command = f.command();
        command.day = day;
        const Refusal refusal = f.refusal(command);
        EXPECT_EQ(refusal.reason, RefusalReason::badDate) << day;
        f.expectNear(refusal, 0);
    }
}

TEST(PlanSetClass, WantsAReason) {
    Fixture f;
    SetClass command = f.command();
    command.reason = " \t\n";
    EXPECT_EQ(f.refusal(command).reason, RefusalReason::reasonMissing);
}

TEST(PlanSetClass, RefusesNoUnitsAtAll) {
    Fixture f;
    SetClass command = f.command();
    command.units.clear();
    const Refusal refusal = f.refusal(command);
    EXPECT_EQ(refusal.reason, RefusalReason::nothingToDo);
    EXPECT_FALSE(refusal.place);
}

TEST(Refusal, EveryReasonHasAName) {
    for (int i = 0; i <= int(RefusalReason::changedSince); ++i) EXPECT_NE(refusalName(RefusalReason(i)), "unknown");
}

}  // namespace
}  // namespace xiangtu::edit
