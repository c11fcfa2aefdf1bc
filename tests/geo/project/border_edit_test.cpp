// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project.h"
#include "project/timeline.h"

#include "edit/compare.h"
#include "made_file.h"
#include "same_snapshot.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <numeric>

namespace xiangtu::project {
namespace {

using model::Level;
using model::UnitRef;

/// A county one year old, so that edits of today have a past.
class BorderEdit : public ::testing::Test {
protected:
    support::TempDir dir;
    std::filesystem::path file = dir / "边界.sqlite";

    void SetUp() override { makeFile(file); }
    Project open() const { return openedToday(file); }
    static model::Code grid(const Project& project, std::uint32_t row) {
        return project.state().snapshot->unit({Level::grid, row}).code;
    }
    /// A line across the middle of a unit, from west to east and a little beyond.
    static geom::GeoLine across(const Project& project, Level level, model::Code code) {
        const auto& snapshot = *project.state().snapshot;
        const auto& box = snapshot.table(level).shapes.box(snapshot.findUnit(level, code).row);
        // Not along the borders of the units below.
        const std::int32_t middle = box.min.y + (box.max.y - box.min.y) / 8 * (level == Level::grid ? 4 : 3);
        return {geom::toGeo(geom::GridPoint{box.min.x - 500, middle}),
                geom::toGeo(geom::GridPoint{box.max.x + 500, middle})};
    }
    static edit::EditBorders split(const Project& project, Level level, model::Code code) {
        return {{borders::Split{{level, code}, across(project, level, code)}, {}}, {"新网格"}, "户数过多", ""};
    }
    void expectAsLoaded(const Project& project) const {
        const Project fresh = open();
        EXPECT_EQ(differenceOf(*project.state().snapshot, *fresh.state().snapshot), "");
        EXPECT_TRUE(project.state().topology->conflicts().empty());
    }
};

TEST_F(BorderEdit, ASplitIsInFileAndMemoryAndHasAPast) {
    Project project = open();
    const model::Code code = grid(project, 5);
    const auto before = project.state().snapshot;
    const auto preview = project.preview(split(project, Level::grid, code));
    ASSERT_TRUE(preview.ok()) << preview.error().detail;
    EXPECT_EQ(std::ranges::count_if(preview.value().proposal.units, &borders::UnitChange::isNew), 1);
    EXPECT_EQ(project.state().snapshot, before) << "a preview changes nothing";

    const Outcome outcome = project.apply(split(project, Level::grid, code), "王");
    ASSERT_TRUE(outcome.ok()) << outcome.error().detail;
    const model::Snapshot& now = *project.state().snapshot;
    EXPECT_EQ(now.table(Level::grid).units.size(), 257u);
    const UnitRef kept = now.findUnit(Level::grid, code);
    ASSERT_TRUE(kept.valid());
    const auto parts = edit::compare(*before, now);
    const auto made = std::ranges::find_if(parts, &edit::UnitDifference::isNew);
    ASSERT_NE(made, parts.end());
    EXPECT_EQ(now.unit(made->after).name, "新网格");
    EXPECT_EQ(now.unit(made->after).households + now.unit(kept).households,
              before->unit(before->findUnit(Level::grid, code)).households);
    expectAsLoaded(project);

    const auto yesterday = project.store().load(base::Date{base::Date::today().days - 1}, {});
    EXPECT_EQ(yesterday.table(Level::grid).units.size(), 256u) << "the day before it was whole";
    const auto difference = edit::compare(yesterday, now);
    ASSERT_EQ(difference.size(), parts.size());
    const auto line = timeline(project.store(), now.unit(kept).id);
    EXPECT_TRUE(std::ranges::any_of(line, [](const Happening& h) {
        return h.what == Happening::What::border && h.author == "王" && h.reason == "户数过多";
    }));
    EXPECT_TRUE(std::ranges::any_of(line, [](const Happening& h) { return h.kind == "split" && h.outgoing; }));
}

TEST_F(BorderEdit, UndoAndRedoOfASplitWorkAfterReopening) {
    std::shared_ptr<const model::Snapshot> before, after;
    {
        Project project = open();
        before = project.state().snapshot;
        ASSERT_TRUE(project.apply(split(project, Level::grid, grid(project, 9)), "王").ok());
        after = project.state().snapshot;
    }
    {
        Project project = open();
        ASSERT_TRUE(project.undo("李").ok());
        EXPECT_EQ(differenceOf(*project.state().snapshot, *before), "");
        expectAsLoaded(project);
    }
    Project project = open();
    ASSERT_TRUE(project.redo("李").ok());
    EXPECT_EQ(differenceOf(*project.state().snapshot, *after), "");
    expectAsLoaded(project);
    EXPECT_FALSE(project.redo("李").ok());
}

/// All rows of the tables that edits change, as text.
std::string dumpOf(const std::filesystem::path& file) {
    sqlite3* raw = nullptr;
    EXPECT_EQ(sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READWRITE, nullptr), SQLITE_OK);
    std::string dump;
    const auto add = [](void* out, int columns, char** values, char**) {
        for (int i = 0; i < columns; ++i)
            static_cast<std::string*>(out)->append(values[i] ? values[i] : "NULL").append("|");
        static_cast<std::string*>(out)->append("\n");
        return 0;
    };
    for (const char* table : {"unit", "unit_past", "unit_class", "unit_lineage", "party_org"}) {
        std::string columns;
        const std::string list =
            std::string("SELECT group_concat('quote(' || name || ')') FROM pragma_table_info('") + table + "')";
        sqlite3_exec(raw, list.c_str(), add, &columns, nullptr);
        columns.resize(columns.size() - 2);
        const std::string select = "SELECT " + columns + " FROM " + table + " ORDER BY id";
        EXPECT_EQ(sqlite3_exec(raw, select.c_str(), add, &dump, nullptr), SQLITE_OK) << sqlite3_errmsg(raw);
    }
    sqlite3_close(raw);
    return dump;
}

TEST_F(BorderEdit, UndoingEverythingLeavesEveryRowByteByByteAsItWas) {
    const std::string before = dumpOf(file);
    {
        Project project = open();
        for (const std::uint32_t row : {3u, 77u, 140u}) {
            const Outcome outcome = project.apply(split(project, Level::grid, grid(project, row)), "王");
            ASSERT_TRUE(outcome.ok()) << outcome.error().detail;
        }
        const model::Code village = project.state().snapshot->unit({Level::village, 6}).code;
        ASSERT_TRUE(project.apply(split(project, Level::village, village), "王").ok());
        ASSERT_TRUE(project.apply(edit::RenameUnit{{Level::village, village}, "改名村", "", ""}, "王").ok());
        const model::Code next = project.state().snapshot->unit({Level::village, 7}).code;
        (void)project.apply(edit::EditBorders{{borders::Merge{Level::village, {village, next}, {}}, {}}, {}, "", ""},
                            "王");
        EXPECT_NE(dumpOf(file), before);
        while (project.store().lastUndoable()) ASSERT_TRUE(project.undo("王").ok());
        EXPECT_FALSE(project.store().checkChain().brokenAt);
    }
    EXPECT_EQ(dumpOf(file), before);
}

TEST_F(BorderEdit, SplitAndMergeOnOneDayLeaveTheUnitAsItWas) {
    Project project = open();
    const auto before = project.state().snapshot;
    const model::Code code = grid(project, 20);
    ASSERT_TRUE(project.apply(split(project, Level::grid, code), "王").ok());
    const auto parts = edit::compare(*before, *project.state().snapshot);
    const auto made = std::ranges::find_if(parts, &edit::UnitDifference::isNew);
    ASSERT_NE(made, parts.end());
    const borders::Merge merge{Level::grid, {code, project.state().snapshot->unit(made->after).code}, code};
    const Outcome merged = project.apply(edit::EditBorders{{merge, {}}, {}, "", ""}, "王");
    ASSERT_TRUE(merged.ok()) << merged.error().detail;
    const model::Snapshot& now = *project.state().snapshot;
    EXPECT_EQ(now.table(Level::grid).units.size(), 256u);
    EXPECT_EQ(now.unit(now.findUnit(Level::grid, code)).households,
              before->unit(before->findUnit(Level::grid, code)).households);
    expectAsLoaded(project);
    // The same code may be given and taken again on the same day.
    ASSERT_TRUE(project.apply(split(project, Level::grid, code), "王").ok());
    expectAsLoaded(project);
}

TEST_F(BorderEdit, ASplitVillageTakesItsGridsAlong) {
    Project project = open();
    const auto before = project.state().snapshot;
    const model::Code code = before->unit({Level::village, 3}).code;
    const Outcome outcome = project.apply(split(project, Level::village, code), "王");
    ASSERT_TRUE(outcome.ok()) << outcome.error().detail;
    const model::Snapshot& now = *project.state().snapshot;
    EXPECT_EQ(now.table(Level::village).units.size(), 17u);
    expectAsLoaded(project);
    const auto sum = [](const model::Snapshot& s, Level level) {
        std::int64_t all = 0;
        for (const auto& unit : s.table(level).units) all += unit.households;
        return all;
    };
    for (const Level level : model::kLevels) EXPECT_EQ(sum(now, level), sum(*before, level));
    ASSERT_TRUE(project.undo("王").ok());
    EXPECT_EQ(differenceOf(*project.state().snapshot, *before), "");
    expectAsLoaded(project);
}

TEST_F(BorderEdit, MergedVillagesHandTheirBranchOver) {
    Project project = open();
    const auto before = project.state().snapshot;
    const model::Snapshot& snapshot = *before;
    const model::Code a = snapshot.unit({Level::village, 0}).code, b = snapshot.unit({Level::village, 1}).code;
    const Outcome outcome =
        project.apply(edit::EditBorders{{borders::Merge{Level::village, {a, b}, a}, {}}, {}, "并村", ""}, "王");
    ASSERT_TRUE(outcome.ok()) << outcome.error().detail;
    EXPECT_EQ(project.state().snapshot->table(Level::village).units.size(), 15u);
    EXPECT_TRUE(std::ranges::any_of(outcome.value().review, [](const edit::Resettled& r) {
        return r.what == edit::Resettled::What::organisation;
    }));
    expectAsLoaded(project);
}

TEST_F(BorderEdit, RenamingAndOrganisationsFollowAtOnce) {
    Project project = open();
    const auto before = project.state().snapshot;
    const model::Snapshot& snapshot = *before;
    const borders::UnitName village{Level::village, snapshot.unit({Level::village, 15}).code};
    EXPECT_EQ(snapshot.party->servedBy[2][15], model::PartyTable::kNone) << "the last village has no branch";
    ASSERT_TRUE(project.apply(edit::RenameUnit{village, "新名村", "更名", ""}, "王").ok());
    EXPECT_EQ(project.state().snapshot->unit({Level::village, 15}).name, "新名村");
    expectAsLoaded(project);
    edit::SetUpOrganisation made{"新名村党支部", model::PartyOrgKind::branch, village.code};
    const Outcome setUp = project.apply(made, "王");
    ASSERT_TRUE(setUp.ok()) << setUp.error().detail;
    EXPECT_EQ(setUp.value().touched, (std::vector<UnitRef>{{Level::village, 15}}));
    const auto served = project.state().snapshot->party->servedBy[2][15];
    ASSERT_NE(served, model::PartyTable::kNone);
    expectAsLoaded(project);
    const std::int64_t id = model::PartyOrg(project.state().snapshot->party->orgs[served]).id.value;
    ASSERT_TRUE(project.apply(edit::RenameOrganisation{id, "新名村党总支"}, "王").ok());
    ASSERT_TRUE(project.apply(edit::DissolveOrganisation{id}, "王").ok());
    EXPECT_EQ(project.state().snapshot->party->servedBy[2][15], model::PartyTable::kNone);
    expectAsLoaded(project);
    for (int i = 0; i < 4; ++i) ASSERT_TRUE(project.undo("王").ok());
    EXPECT_EQ(differenceOf(*project.state().snapshot, snapshot), "");
}

}  // namespace
}  // namespace xiangtu::project
