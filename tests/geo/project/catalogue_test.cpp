// SPDX-License-Identifier: GPL-3.0-or-later
// Declaring something is a line of the log with its author, and the place where undo stops.
#include "edit/declared.h"
#include "gate_fixture.h"

#include <gtest/gtest.h>

namespace xiangtu::project {
namespace {

using edit::RefusalReason;
using model::Level;

model::Catalogue withShops(const Project& project) {
    model::Catalogue catalogue = *project.state().snapshot->catalogue;
    model::RegisterDef def;
    def.id = "shop";
    def.title = {"小店", "Shops"};
    def.anchorLevel = Level::village;
    def.fields.resize(1);
    def.fields[0].name = "name";
    def.fields[0].title = {"名称", "Name"};
    catalogue.registers.push_back(def);
    return catalogue;
}

edit::SetClass setClass(const Project& project, const char* code) {
    return {{project.state().snapshot->unit({Level::grid, 0}).code}, "risk5", code, "巡查", ""};
}

TEST(SetCatalogue, IsWhereUndoStops) {
    support::TempDir dir;
    makeFile(dir / "县.sqlite");
    Project project = openedToday(dir / "县.sqlite");
    ASSERT_TRUE(project.apply(setClass(project, "blue"), "王").ok());
    ASSERT_TRUE(project.setCatalogue(withShops(project), "李").ok());
    const auto line = project.store().log(1).at(0);
    EXPECT_EQ(line.set.title, edit::kCatalogueTitle);
    EXPECT_EQ(line.set.author, "李");

    const auto expectStopped = [](Project& open) {
        const auto before = open.store().log(100).size();
        const Outcome undone = open.undo("王");
        ASSERT_FALSE(undone.ok());
        EXPECT_EQ(undone.error().reason, RefusalReason::catalogueChanged);
        EXPECT_NE(undone.error().detail.find("register shop"), std::string::npos) << undone.error().detail;
        EXPECT_EQ(open.store().log(100).size(), before) << "the older edit stands";
    };
    expectStopped(project);
    EXPECT_EQ(project.redo("王").error().reason, RefusalReason::nothingToRedo);
    ASSERT_TRUE(project.apply(setClass(project, "red"), "王").ok());
    EXPECT_TRUE(project.undo("王").ok()) << "what came after it is taken back";
    expectStopped(project);
    EXPECT_TRUE(project.redo("王").ok());
    EXPECT_TRUE(project.undo("王").ok());
    Project again = openedToday(dir / "县.sqlite");
    expectStopped(again);
    EXPECT_EQ(again.store().checkChain().brokenAt, std::nullopt);
}

TEST_F(GateTest, WhoDeclaredIsTheAccountAndStopsNobodyElse) {
    Project worker = as("网格员");
    ASSERT_TRUE(worker.apply(setClass(worker, true), "").ok());
    {
        Project keeper = as("管理员");
        ASSERT_TRUE(keeper.setCatalogue(withShops(keeper), "县长").ok());
        EXPECT_EQ(keeper.store().log(1).at(0).set.author, "管理员");
        expectRefused(keeper.undo(""), RefusalReason::catalogueChanged);
    }
    EXPECT_TRUE(worker.undo("").ok()) << "everybody takes back what is his own";
}

}  // namespace
}  // namespace xiangtu::project
