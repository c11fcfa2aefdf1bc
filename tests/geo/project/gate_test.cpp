// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/gate.h"

#include "base/json.h"
#include "edit/command_json.h"
#include "gate_fixture.h"
#include "same_snapshot.h"

#include <gtest/gtest.h>

namespace xiangtu::project {
namespace {

using edit::RefusalReason;
using model::Level;
using model::Role;
using model::UnitRef;

TEST_F(GateTest, WithoutSomebodySignedInNothingIsWritten) {
    Project project = openedToday(file);
    const auto lines = project.store().log(100).size();
    expectRefused(project.apply(setClass(project, true), "随便谁", Role::administrator), RefusalReason::notSignedIn);
    expectRefused(project.undo("管理员"), RefusalReason::notSignedIn);
    expectRefused(project.redo("管理员"), RefusalReason::notSignedIn);
    expectRefused(project.setCatalogue(*project.state().snapshot->catalogue, ""), RefusalReason::notSignedIn);
    auto later = rename(project, true);
    later.day = base::Date{base::Date::today().days + 3}.iso();
    EXPECT_EQ(project.plan(later, "管理员").error().reason, RefusalReason::notSignedIn);
    EXPECT_EQ(project.addAttachment({})->reason, RefusalReason::notSignedIn);
    EXPECT_EQ(project.import({{{}}, {}, {}}, {}, {}).error().reason, RefusalReason::notSignedIn);
    EXPECT_EQ(project.withdraw(1)->reason, RefusalReason::notSignedIn);
    EXPECT_EQ(project.accounts(base::kCheapestPin).disable({2})->reason, RefusalReason::notSignedIn);
    EXPECT_EQ(project.store().log(100).size(), lines);
}

TEST_F(GateTest, TheAccountIsTheAuthorWhateverTheCallerSays) {
    Project project = as("网格员");
    const Outcome outcome = project.apply(setClass(project, true), "县长", Role::administrator);
    ASSERT_TRUE(outcome.ok()) << outcome.error().detail;
    EXPECT_EQ(project.store().log(1)[0].set.author, "网格员");
}

TEST_F(GateTest, WhatARoleMayNotIsRefused) {
    Project worker = as("网格员");
    expectRefused(worker.apply(rename(worker, true), ""), RefusalReason::notAllowed);
    expectRefused(worker.setCatalogue(*worker.state().snapshot->catalogue, ""), RefusalReason::notAllowed);
    EXPECT_EQ(worker.import({{{}}, {}, {}}, {}, {}).error().reason, RefusalReason::notAllowed);
    Project leader = as("领导");
    expectRefused(leader.apply(setClass(leader, true), ""), RefusalReason::notAllowed);
    Project planner = as("全县规划");
    expectRefused(planner.setCatalogue(*planner.state().snapshot->catalogue, ""), RefusalReason::notAllowed);
    EXPECT_EQ(planner.accounts(base::kCheapestPin).disable({1})->reason, RefusalReason::notAllowed);
    EXPECT_TRUE(planner.apply(rename(planner, false), "").ok());
    Project keeper = as("管理员");
    EXPECT_TRUE(keeper.setCatalogue(*keeper.state().snapshot->catalogue, "").ok());
}

TEST_F(GateTest, OutsideTheScopeIsRefusedWithUnitsAndPlace) {
    Project worker = as("网格员");
    const Outcome outcome = worker.apply(setClass(worker, false), "");
    expectRefused(outcome, RefusalReason::outsideScope);
    EXPECT_EQ(outcome.error().units, std::vector{unit(worker, Level::grid, false)});
    EXPECT_TRUE(outcome.error().place.has_value());
    // One outside among many inside is enough.
    auto both = setClass(worker, true);
    both.units.push_back(unit(worker, Level::grid, false));
    expectRefused(worker.apply(both, ""), RefusalReason::outsideScope);
    Project planner = as("规划");
    expectRefused(planner.apply(rename(planner, false), ""), RefusalReason::outsideScope);
    EXPECT_TRUE(planner.apply(rename(planner, true), "").ok());
    // The county is more than the township.
    const edit::RenameUnit county{{Level::county, unit(planner, Level::county, true)}, "新县", "", ""};
    expectRefused(planner.apply(county, ""), RefusalReason::outsideScope);
}

TEST_F(GateTest, OrganisationsCountWhereTheyServeBeforeAndAfter) {
    Project planner = as("规划");
    const auto& orgs = planner.state().snapshot->party->orgs;
    std::int64_t inside = 0, outside = 0;
    for (const model::PartyOrg& org : orgs) {
        if (org.kind != model::PartyOrgKind::branch) continue;
        (inside == 0 ? inside : outside) = org.id.value;
    }
    EXPECT_TRUE(planner.apply(edit::RenameOrganisation{inside, "新支部", ""}, "").ok());
    expectRefused(planner.apply(edit::RenameOrganisation{outside, "新支部", ""}, ""), RefusalReason::outsideScope);
    expectRefused(planner.apply(edit::ServeUnit{inside, unit(planner, Level::village, false), ""}, ""),
                  RefusalReason::outsideScope);
    expectRefused(planner.apply(edit::ServeUnit{outside, unit(planner, Level::village, true), ""}, ""),
                  RefusalReason::outsideScope);
    edit::SetUpOrganisation functional{"合作社支部", model::PartyOrgKind::functional, {}, 0};
    expectRefused(planner.apply(functional, ""), RefusalReason::outsideScope);
    functional.parent = inside;
    EXPECT_TRUE(planner.apply(functional, "").ok()) << "it counts where the one above stands";
}

TEST_F(GateTest, ARecordsShapeMustLieInTheScopeToo) {
    Project worker = as("网格员");
    const auto before = worker.state().snapshot;  // kept alive
    const model::Snapshot& snapshot = *before;
    std::optional<edit::AddRecord> made;
    for (const auto& table : snapshot.registers) {
        if (table->def.anchor != model::Anchor::point || made) continue;
        edit::AddRecord add{table->def.id,
                            unit(worker, Level::village, true),
                            Level::village,
                            middleOf(worker, {Level::grid, 0}),
                            {},
                            ""};
        for (const model::FieldDef& field : table->def.fields) {
            if (!field.required) continue;
            if (field.type == model::FieldType::choice)
                add.values.emplace_back(field.name, field.choices.front().code);
            else if (field.type == model::FieldType::year || field.type == model::FieldType::integer)
                add.values.emplace_back(field.name, std::int64_t(2026));
            else
                add.values.emplace_back(field.name, std::string("甲"));
        }
        if (worker.apply(add, "").ok()) made = add;
    }
    ASSERT_TRUE(made) << "no register of points took a record";
    edit::AddRecord& add = *made;
    const auto last = std::uint32_t(snapshot.table(Level::grid).units.size() - 1);
    add.shape = middleOf(worker, {Level::grid, last});
    expectRefused(worker.apply(add, ""), RefusalReason::outsideScope);
    add.unit.reset();
    expectRefused(worker.apply(add, ""), RefusalReason::outsideScope);
}

TEST_F(GateTest, ABorderThatEndsOnTheNextTownshipIsOnesOwn) {
    Project planner = as("规划");
    const auto before = planner.state().snapshot;  // kept alive
    const model::Snapshot& snapshot = *before;
    // Every grid of the township, cut across: some of these lines end on the border of the next one, or the county's.
    const auto township = snapshot.table(Level::township).units[0].code;
    const auto other = snapshot.table(Level::township).shapes.feature(1);
    int cut = 0;
    std::vector<model::Code> grids;
    for (const auto& grid : snapshot.table(Level::grid).units) {
        if (grid.code.startsWith(township)) grids.push_back(grid.code);
    }
    for (std::size_t i = 0; i < grids.size(); i += 3) {
        const auto& now = *planner.state().snapshot;
        const auto& box = now.table(Level::grid).shapes.box(now.findUnit(Level::grid, grids[i]).row);
        const std::int32_t middle = std::midpoint(box.min.y, box.max.y);
        const geom::GeoLine line{geom::toGeo(geom::GridPoint{box.min.x - 500, middle}),
                                 geom::toGeo(geom::GridPoint{box.max.x + 500, middle})};
        const edit::EditBorders split{{borders::Split{{Level::grid, grids[i]}, line}, {}}, {"新网格"}, "", ""};
        const Outcome outcome = planner.apply(split, "");
        ASSERT_TRUE(outcome.ok()) << outcome.error().detail;
        ++cut;
    }
    EXPECT_GT(cut, 15);
    EXPECT_NE(planner.state().snapshot->table(Level::township).shapes.feature(1), other)
        << "no line ended on the border: nothing was shown";
    while (planner.store().lastUndoable("规划")) ASSERT_TRUE(planner.undo("").ok());
    EXPECT_EQ(differenceOf(*planner.state().snapshot, snapshot), "");
}

TEST_F(GateTest, LandOfTheNextTownshipStaysItsOwn) {
    Project planner = as("规划");
    const auto& snapshot = *planner.state().snapshot;
    // A grid of the first township and its neighbour in another.
    for (const auto& grid : snapshot.table(Level::grid).units) {
        const UnitRef ref = snapshot.findUnit(Level::grid, grid.code);
        const auto own = snapshot.ancestor(ref, Level::township);
        if (own.row != 0) continue;
        const auto& box = snapshot.table(Level::grid).shapes.box(ref.row);
        const geom::GridPoint right{box.max.x + (box.max.x - box.min.x) / 2, std::midpoint(box.min.y, box.max.y)};
        const auto neighbour = planner.state().units->unitAt(Level::grid, right);
        if (!neighbour || snapshot.ancestor(*neighbour, Level::township) == own) continue;
        const edit::EditBorders give{{borders::GivePiece{Level::grid,
                                                         snapshot.unit(*neighbour).code,
                                                         grid.code,
                                                         {geom::toGeo({box.max.x + 3000, box.min.y - 900}),
                                                          geom::toGeo({box.max.x + 3000, box.max.y + 900})},
                                                         {}},
                                      {}},
                                     {},
                                     "",
                                     ""};
        auto loose = give;
        loose.request.options.parents = borders::ParentPolicy::follow;
        loose.request.options.parts = borders::PartsPolicy::allow;
        const auto plan = planner.preview(loose);
        if (!plan.ok()) continue;
        expectRefused(planner.apply(loose, ""), RefusalReason::outsideScope);
        return;
    }
    FAIL() << "no two neighbours of different townships were found";
}

TEST_F(GateTest, EverybodyTakesBackWhatIsHisOwn) {
    Project worker = as("网格员");
    ASSERT_TRUE(worker.apply(setClass(worker, true), "").ok());
    Project planner = as("全县规划");
    ASSERT_TRUE(planner.apply(rename(planner, false), "").ok());
    Project again = as("网格员");
    const Outcome undone = again.undo("");
    ASSERT_TRUE(undone.ok()) << undone.error().detail;
    EXPECT_EQ(undone.value().touched, std::vector{(UnitRef{Level::grid, 0})});
    expectRefused(again.undo(""), RefusalReason::nothingToUndo);
    ASSERT_TRUE(again.redo("").ok());
    EXPECT_EQ(again.state().snapshot->table(Level::village).units.back().name, "新村名");
    Project keeper = as("管理员");
    expectRefused(keeper.undo(""), RefusalReason::nothingToUndo);
    EXPECT_EQ(keeper.store().accounts().size(), 5u) << "accounts are not taken back";
}

TEST_F(GateTest, WhatIsTakenAwayMeanwhileCountsAtOnce) {
    Project worker = as("网格员");
    ASSERT_TRUE(worker.apply(setClass(worker, true), "").ok());
    Project keeper = as("管理员");
    const auto id = worker.session()->id;
    ASSERT_FALSE(keeper.accounts(base::kCheapestPin)
                     .change(id, Role::gridWorker, *model::Scope::parse(unit(keeper, Level::township, false).text())));
    expectRefused(worker.apply({edit::SetClass{{unit(worker, Level::grid, true)}, "risk5", "red", "巡查", ""}}, ""),
                  RefusalReason::outsideScope);
    expectRefused(worker.undo(""), RefusalReason::outsideScope);
    ASSERT_FALSE(keeper.accounts(base::kCheapestPin).disable(id));
    expectRefused(worker.undo(""), RefusalReason::notSignedIn);
    EXPECT_FALSE(worker.session());
}

TEST_F(GateTest, PlansAreMadeByRightOfWhoPlannedThem) {
    const auto planFor = [&](Project& project, bool inside, const char* author) {
        (void)store::open(file, store::OpenMode::readWrite)
            ->addPlanned({0, base::Date::today(), edit::toJson(rename(project, inside)).dump(), author, "", {}, {}});
    };
    {
        Project planner = as("规划");
        auto later = rename(planner, false);
        later.day = base::Date{base::Date::today().days + 3}.iso();
        EXPECT_EQ(planner.plan(later, "").error().reason, RefusalReason::outsideScope);
        later.unit.code = unit(planner, Level::village, true);
        const Planned planned = planner.plan(later, "");
        ASSERT_TRUE(planned.ok()) << planned.error().detail;
        EXPECT_EQ(planner.store().plannedEdits()[0].author, "规划");
        EXPECT_FALSE(planner.withdraw(planned.value()));
        EXPECT_EQ(planner.withdraw(planned.value())->reason, RefusalReason::unknownPlan);
        planFor(planner, true, "规划");
        planFor(planner, false, "规划");
    }
    Project nobody = openedToday(file);
    EXPECT_TRUE(nobody.applyPlans(PlanChoice::planned).empty());
    Project leader = as("领导");
    const auto made = leader.applyPlans(PlanChoice::planned);
    ASSERT_EQ(made.size(), 2u);
    EXPECT_TRUE(made[0].outcome.ok()) << "who opens the file on the day need not be who planned";
    expectRefused(made[1].outcome, RefusalReason::outsideScope);
    EXPECT_EQ(leader.store().plannedEdits()[1].state, "conflict");
    EXPECT_EQ(leader.store().log(1)[0].set.author, "规划");
}

TEST_F(GateTest, AnImportIsHeldAgainstTheScope) {
    Project planner = as("规划");
    const auto before = planner.state().snapshot;  // kept alive
    const model::Snapshot& snapshot = *before;
    const auto coming = [&](std::size_t township) {
        const model::Code above = snapshot.table(Level::township).units[township].code;
        model::NewUnit village;
        village.level = Level::village;
        village.code = above.child(900);
        village.name = "飞地村";
        village.parent = above;
        village.from = base::Date::today();
        model::NewUnit grid = village;
        grid.level = Level::grid;
        grid.code = *model::Code::parse("77");
        grid.parent = village.code;
        return std::vector{village, grid};
    };
    const auto refused = planner.import({coming(1), {}, {}}, {}, {});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().reason, RefusalReason::outsideScope);
    EXPECT_EQ(refused.error().units.size(), 2u);
    EXPECT_TRUE(planner.import({coming(0), {}, {}}, {}, {}).ok());
    EXPECT_EQ(openedToday(file).state().snapshot->table(Level::village).units.size(),
              snapshot.table(Level::village).units.size() + 1);
}

}  // namespace
}  // namespace xiangtu::project
