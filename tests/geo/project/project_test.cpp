// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project.h"

#include "made_file.h"

#include "base/error.h"
#include "support/coverage.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <numeric>

namespace xiangtu::project {
namespace {

using edit::RefusalReason;
using model::Level;
using model::UnitRef;

constexpr UnitRef kGrid{Level::grid, 0};  // green in the made-up coverage

struct Fixture {
    support::TempDir dir;
    std::filesystem::path file = dir / "县.sqlite";

    Fixture() { makeFile(file); }
    Project open(store::OpenMode mode = store::OpenMode::readWrite) { return openedToday(file, mode); }
};

std::string classOf(const Project& project, UnitRef ref = kGrid) {
    const model::Snapshot& snapshot = *project.state().snapshot;
    const auto scheme = *snapshot.findScheme("risk5");
    const auto position = snapshot.classOf(scheme, ref);
    return position == model::ClassColumn::kUnset ? "" : (*snapshot.schemes)[scheme].classes[position].code;
}

edit::SetClass setClass(const Project& project, const std::string& classCode, UnitRef ref = kGrid) {
    return {{project.state().snapshot->unit(ref).code}, "risk5", classCode, "巡查发现", ""};
}

TEST(Project, ShowsCountyAndTownshipsFirstThenEverything) {
    Fixture f;
    Project project = Project::open(f.file, store::OpenMode::readWrite);
    std::vector<State> stages;
    project.load(base::Date::today(), {}, [&](const State& state) { stages.push_back(state); });
    ASSERT_EQ(stages.size(), 2u);
    EXPECT_FALSE(stages[0].complete || stages[0].drawable);
    EXPECT_TRUE(stages[1].drawable);
    EXPECT_FALSE(stages[1].complete) << "records of registers without shapes are still missing";
    EXPECT_EQ(stages[1].topology, project.state().topology);
    EXPECT_EQ(stages[1].snapshot->levels, project.state().snapshot->levels);
    EXPECT_EQ(stages[0].snapshot->table(Level::township).units.size(), 4u);
    EXPECT_TRUE(stages[0].snapshot->table(Level::grid).units.empty());
    EXPECT_FALSE(stages[0].topology->arcs().empty());
    const State& state = project.state();
    EXPECT_TRUE(state.complete);
    EXPECT_EQ(state.snapshot->table(Level::grid).units.size(), 256u);
    EXPECT_TRUE(state.topology->conflicts().empty());
    const auto& shapes = state.snapshot->table(Level::grid).shapes;
    const auto& box = shapes.box(7);
    const geom::GridPoint middle{std::midpoint(box.min.x, box.max.x), std::midpoint(box.min.y, box.max.y)};
    EXPECT_EQ(state.units->smallestAt(middle), (UnitRef{Level::grid, 7}));
}

TEST(Project, AppliesAnEditToFileAndMemory) {
    Fixture f;
    Project project = f.open();
    const State before = project.state();
    const Outcome outcome = project.apply(setClass(project, "red"), "王");
    ASSERT_TRUE(outcome.ok());
    EXPECT_EQ(outcome.value().touched, std::vector{kGrid});
    EXPECT_EQ(outcome.value().logNumber, 1);
    EXPECT_EQ(classOf(project), "red");
    EXPECT_EQ(before.snapshot->classOf(*before.snapshot->findScheme("risk5"), kGrid), 0)
        << "workers keep what they hold";
    EXPECT_EQ(project.state().topology, before.topology);
    EXPECT_EQ(classOf(f.open()), "red");
    const auto history = project.store().classHistory(project.state().snapshot->unit(kGrid).id);
    ASSERT_EQ(history.size(), 2u);
    EXPECT_EQ(history[0].author, "王");
    EXPECT_EQ(history[0].reason, "巡查发现");
}

TEST(Project, MemoryAfterAnEditEqualsAFreshLoad) {
    Fixture f;
    Project project = f.open();
    auto command = setClass(project, "red");
    for (std::uint32_t row = 0; row < 40; ++row)
        command.units.push_back(project.state().snapshot->unit({Level::grid, row}).code);
    ASSERT_TRUE(project.apply(command, "王").ok());
    ASSERT_TRUE(project.apply(setClass(project, "", {Level::grid, 3}), "王").ok());
    const Project fresh = f.open();
    for (std::size_t s = 0; s < 3; ++s) {
        EXPECT_EQ(project.state().snapshot->classes[s]->classOf, fresh.state().snapshot->classes[s]->classOf);
    }
}

TEST(Project, UndoTakesBackOneEditAfterTheOther) {
    Fixture f;
    Project project = f.open();
    ASSERT_TRUE(project.apply(setClass(project, "red"), "王").ok());
    ASSERT_TRUE(project.apply(setClass(project, "blue"), "王").ok());
    ASSERT_TRUE(project.undo("李").ok());
    EXPECT_EQ(classOf(project), "red");
    ASSERT_TRUE(project.undo("李").ok());
    EXPECT_EQ(classOf(project), "green");
    const Outcome third = project.undo("李");
    ASSERT_FALSE(third.ok());
    EXPECT_EQ(third.error().reason, RefusalReason::nothingToUndo) << "an undo is not undone";
    EXPECT_EQ(project.store().log(10).size(), 4u) << "the log keeps everything";
    EXPECT_EQ(project.store().log(10)[0].set.author, "李");
}

TEST(Project, UndoWorksAfterReopening) {
    Fixture f;
    {
        Project project = f.open();
        ASSERT_TRUE(project.apply(setClass(project, "red"), "王").ok());
    }
    Project again = f.open();
    EXPECT_EQ(classOf(again), "red");
    const Outcome undone = again.undo("王");
    ASSERT_TRUE(undone.ok());
    EXPECT_EQ(undone.value().touched, std::vector{kGrid});
    EXPECT_EQ(classOf(again), "green");
    EXPECT_EQ(classOf(f.open()), "green");
}

TEST(Project, ARefusalChangesNothing) {
    Fixture f;
    Project project = f.open();
    const State before = project.state();
    auto command = setClass(project, "red");
    command.reason.clear();
    const Outcome outcome = project.apply(command, "王");
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().reason, RefusalReason::reasonMissing);
    EXPECT_EQ(project.state().snapshot, before.snapshot);
    EXPECT_TRUE(project.store().log(10).empty());
}

TEST(Project, FailedCommitLeavesSnapshotUntouched) {
    Fixture f;
    Project project = f.open();
    const auto other = store::open(f.file, store::OpenMode::readWrite);
    const State before = project.state();
    // Another program is in the middle of writing: the commit cannot get the lock.
    const auto bulk = other->beginBulk();
    bulk->setTitle("写到一半", false);
    try {
        (void)project.apply(setClass(project, "red"), "王");
        ADD_FAILURE() << "the file was locked";
    } catch (const base::Error& e) { EXPECT_EQ(e.fault(), base::Fault::busy); }
    EXPECT_EQ(project.state().snapshot, before.snapshot);
    EXPECT_EQ(classOf(project), "green");
}

TEST(Project, UndoOfWhatAnotherProgramChangedIsRefused) {
    Fixture f;
    Project project = f.open();
    ASSERT_TRUE(project.apply(setClass(project, "red"), "王").ok());
    const auto entry = *project.store().lastUndoable();
    const auto other = store::open(f.file, store::OpenMode::readWrite);
    // The other program rewrites the reason of that very record.
    edit::ChangeSet rewrite{"correct", "李", "2026-01-01T00:00:00.000Z", entry.set.changes};
    rewrite.changes[0].before = model::Fields{{"reason", std::string("巡查发现")}};
    rewrite.changes[0].after = model::Fields{{"reason", std::string("更正")}};
    const auto done = other->commit(rewrite, {}, base::Date::today());
    (void)other->commit(edit::invert(edit::ChangeSet{"note", "李", "2026-01-01T00:00:00.000Z", {}}), done.seq,
                        base::Date::today());  // marked as taken back without touching the row
    const Outcome outcome = project.undo("王");
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().reason, RefusalReason::changedSince);
    EXPECT_EQ(classOf(project), "red");
}

TEST(Project, ReadOnlyRefusesEdits) {
    Fixture f;
    Project project = f.open(store::OpenMode::readOnly);
    const Outcome edit = project.apply(setClass(project, "red"), "王");
    ASSERT_FALSE(edit.ok());
    EXPECT_EQ(edit.error().reason, RefusalReason::readOnly);
    const Outcome undo = project.undo("王");
    ASSERT_FALSE(undo.ok());
    EXPECT_EQ(undo.error().reason, RefusalReason::readOnly);
}

TEST(Project, ACancelledLoadThrowsAndCanBeRepeated) {
    Fixture f;
    Project project = Project::open(f.file, store::OpenMode::readWrite);
    base::Progress progress;
    EXPECT_THROW(project.load(base::Date::today(), progress, [&](const State&) { progress.cancel(); }), base::Error);
    project.load(base::Date::today(), {}, {});
    EXPECT_TRUE(project.state().complete);
}

}  // namespace
}  // namespace xiangtu::project
