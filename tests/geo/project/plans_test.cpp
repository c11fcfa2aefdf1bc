// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "edit/command_json.h"
#include "made_file.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

namespace xiangtu::project {
namespace {

using model::Level;

class Plans : public ::testing::Test {
protected:
    support::TempDir dir;
    std::filesystem::path file = dir / "计划.sqlite";

    void SetUp() override { makeFile(file); }
    Project open() const { return openedToday(file); }
    static edit::RenameUnit rename(const Project& project, const std::string& name, const std::string& day) {
        return {{Level::village, project.state().snapshot->unit({Level::village, 2}).code}, name, "更名", day};
    }
    static std::string dayFromToday(int days) { return base::Date{base::Date::today().days + days}.iso(); }
    /// As if it had been planned some days ago for today.
    void planForToday(const edit::PlannedCommand& command) const { planForToday(edit::toJson(command).dump()); }
    void planForToday(const std::string& command) const {
        (void)store::open(file, store::OpenMode::readWrite)
            ->addPlanned({0, base::Date::today(), command, "王", "", {}, {}});
    }
    static std::string nameOf(const Project& project) {
        return project.state().snapshot->unit({Level::village, 2}).name;
    }
    static std::string stateOf(Project& project) { return project.store().plannedEdits().back().state; }
};

TEST_F(Plans, WaitForTheirDay) {
    Project project = open();
    const std::string before = nameOf(project);
    const Planned planned = project.plan(rename(project, "明日村", dayFromToday(1)), "王");
    ASSERT_TRUE(planned.ok()) << planned.error().detail;
    EXPECT_TRUE(project.applyPlans(PlanChoice::conflictsToo).empty());
    EXPECT_EQ(nameOf(project), before);
    const auto waiting = open().store().plannedEdits();
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_EQ(waiting[0].day.iso(), dayFromToday(1));
    EXPECT_EQ(waiting[0].state, "planned");
    EXPECT_TRUE(project.store().log(5).empty()) << "a plan is no edit yet";
}

TEST_F(Plans, NeedADayToComeAndMustFitToday) {
    Project project = open();
    EXPECT_EQ(project.plan(rename(project, "村", dayFromToday(0)), "王").error().reason, edit::RefusalReason::badDate);
    EXPECT_EQ(project.plan(rename(project, "", dayFromToday(3)), "王").error().reason,
              edit::RefusalReason::nameMissing);
    EXPECT_EQ(project.plan(edit::DissolveOrganisation{1}, "王").error().reason, edit::RefusalReason::badDate);
    EXPECT_TRUE(project.store().plannedEdits().empty());
}

TEST_F(Plans, AreMadeOnceWhenTheirDayIsThere) {
    Project project = open();
    const std::string before = nameOf(project);
    planForToday(rename(project, "今日村", ""));
    const auto made = project.applyPlans(PlanChoice::planned);
    ASSERT_EQ(made.size(), 1u);
    ASSERT_TRUE(made[0].outcome.ok()) << made[0].outcome.error().detail;
    EXPECT_EQ(nameOf(project), "今日村");
    EXPECT_EQ(stateOf(project), "applied");
    EXPECT_TRUE(project.applyPlans(PlanChoice::conflictsToo).empty());
    // Taken back, it waits until somebody asks for it.
    ASSERT_TRUE(project.undo("王").ok());
    EXPECT_EQ(nameOf(project), before);
    EXPECT_TRUE(project.applyPlans(PlanChoice::planned).empty());
    ASSERT_EQ(project.applyPlans(PlanChoice::conflictsToo).size(), 1u);
    EXPECT_EQ(nameOf(project), "今日村");
}

TEST_F(Plans, WhatNoLongerFitsIsAConflictWithItsReason) {
    Project project = open();
    planForToday(rename(project, "同名村", ""));
    ASSERT_TRUE(project.apply(rename(project, "同名村", ""), "李").ok());
    const auto made = project.applyPlans(PlanChoice::planned);
    ASSERT_EQ(made.size(), 1u);
    EXPECT_FALSE(made[0].outcome.ok());
    EXPECT_EQ(stateOf(project), "conflict");
    EXPECT_NE(project.store().plannedEdits()[0].note.find("already"), std::string::npos);
}

TEST_F(Plans, CanBeMadeBeforeTheirDayAndOnlyOnce) {
    Project project = open();
    const Planned planned = project.plan(rename(project, "明日村", dayFromToday(5)), "王");
    ASSERT_TRUE(planned.ok()) << planned.error().detail;
    const Outcome made = project.makePlan(planned.value());
    ASSERT_TRUE(made.ok()) << made.error().detail;
    EXPECT_EQ(nameOf(project), "明日村");
    EXPECT_EQ(stateOf(project), "applied");
    EXPECT_EQ(project.store().log(1)[0].set.author, "王");
    EXPECT_EQ(project.makePlan(planned.value()).error().reason, edit::RefusalReason::unknownPlan);
    // It comes back with its state when the edit is taken back; a second try then makes it again.
    ASSERT_TRUE(project.undo("王").ok());
    EXPECT_EQ(stateOf(project), "conflict");
    EXPECT_TRUE(project.makePlan(planned.value()).ok());
    EXPECT_EQ(nameOf(project), "明日村");
}

TEST_F(Plans, WhatDoesNotFitWhenItIsMadeNowBecomesAConflict) {
    Project project = open();
    const Planned planned = project.plan(rename(project, "明日村", dayFromToday(5)), "王");
    ASSERT_TRUE(planned.ok());
    ASSERT_TRUE(project.apply(rename(project, "明日村", ""), "李").ok());
    EXPECT_EQ(project.makePlan(planned.value()).error().reason, edit::RefusalReason::nothingToDo);
    EXPECT_EQ(stateOf(project), "conflict");
    EXPECT_FALSE(project.store().plannedEdits().back().note.empty());
}

TEST_F(Plans, WhatCannotBeReadIsAConflictAndNoFault) {
    Project project = open();
    planForToday("{\"kind\": 7");
    planForToday(rename(project, "今日村", ""));
    const auto made = project.applyPlans(PlanChoice::planned);
    ASSERT_EQ(made.size(), 2u);
    EXPECT_FALSE(made[0].outcome.ok());
    EXPECT_NE(made[0].outcome.error().detail.find("planned_edit, row 1"), std::string::npos);
    EXPECT_TRUE(made[1].outcome.ok());
    EXPECT_EQ(project.store().plannedEdits()[0].state, "conflict");
    EXPECT_EQ(nameOf(project), "今日村");
}

TEST(PlannedCommand, EveryBorderEditReadsBackAsItWasWritten) {
    const model::Code a = *model::Code::parse("990000001001"), b = *model::Code::parse("990000001002");
    const geom::GeoLine line{{110.0000001, 36.5}, {110.01, 36.51}, {110.02, 36.5}};
    borders::Options options;
    options.parents = borders::ParentPolicy::follow;
    options.smallestArea = 2.5;
    const std::vector<borders::Operation> operations{borders::MoveVertex{line[0], line[1]},
                                                     borders::InsertVertex{line[0], line[1]},
                                                     borders::DeleteVertex{line[0]},
                                                     borders::Split{{Level::village, a}, line},
                                                     borders::Merge{Level::village, {a, b}, b},
                                                     borders::Merge{Level::village, {a, b}, {}},
                                                     borders::GivePiece{Level::village, a, b, line, line[2]},
                                                     borders::GiveArea{Level::village, a, b, line},
                                                     borders::Reshape{{Level::village, a}, line, b},
                                                     borders::SnapToParent{{Level::village, a}, 1.5}};
    for (const borders::Operation& operation : operations) {
        const edit::EditBorders command{{operation, options}, {"甲", "乙"}, "因为", {}};
        const auto read = edit::plannedFromJson(base::parseJson(edit::toJson(command).dump(), "test"), "test");
        const auto& back = std::get<edit::EditBorders>(read);
        EXPECT_EQ(back.request, command.request) << operation.index();
        EXPECT_EQ(back.names, command.names);
        EXPECT_EQ(back.reason, command.reason);
    }
    EXPECT_THROW(
        (void)edit::plannedFromJson(base::parseJson(R"({"edit": "borders", "operation": {"kind": "x"}})", "t"), "t"),
        base::Error);
}

}  // namespace
}  // namespace xiangtu::project
