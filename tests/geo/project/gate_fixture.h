// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "made_file.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <numeric>
#include <string>

namespace xiangtu::project {

inline constexpr const char* kPin = "271828";

/// A county with an administrator, and one account of each other role in the first township.
class GateTest : public ::testing::Test {
protected:
    support::TempDir dir;
    std::filesystem::path file = dir / "账号.sqlite";

    void SetUp() override {
        makeFile(file);
        Project project = openedToday(file);
        const std::string township = project.state().snapshot->table(model::Level::township).units[0].code.text();
        add(project, "管理员", model::Role::administrator, "*");
        add(project, "规划", model::Role::planner, township);
        add(project, "网格员", model::Role::gridWorker, township);
        add(project, "领导", model::Role::leader, "*");
        add(project, "全县规划", model::Role::planner, "*");
    }
    static void add(Project& project, const std::string& name, model::Role role, const std::string& scope) {
        const auto refusal = project.accounts(base::kCheapestPin).add({name, role, *model::Scope::parse(scope)}, kPin);
        ASSERT_FALSE(refusal) << refusal->detail;
    }
    Project as(const std::string& name) const {
        Project project = openedToday(file);
        EXPECT_TRUE(project.signIn(name, kPin).ok()) << name;
        return project;
    }
    /// The first or the last unit of a level: inside the township of the accounts, or outside.
    static model::Code unit(const Project& project, model::Level level, bool inside) {
        const auto& units = project.state().snapshot->table(level).units;
        return inside ? units.front().code : units.back().code;
    }
    static edit::SetClass setClass(const Project& project, bool inside) {
        return {{unit(project, model::Level::grid, inside)}, "risk5", "blue", "巡查", ""};
    }
    static edit::RenameUnit rename(const Project& project, bool inside) {
        return {{model::Level::village, unit(project, model::Level::village, inside)}, "新村名", "更名", ""};
    }
    static geom::GeoPoint middleOf(const Project& project, model::UnitRef ref) {
        const auto& box = project.state().snapshot->table(ref.level).shapes.box(ref.row);
        return geom::toGeo({std::midpoint(box.min.x, box.max.x), std::midpoint(box.min.y, box.max.y)});
    }
    static void expectRefused(const Outcome& outcome, edit::RefusalReason reason) {
        ASSERT_FALSE(outcome.ok());
        EXPECT_EQ(outcome.error().reason, reason) << outcome.error().detail;
    }
    void run(const char* sql) const {
        sqlite3* db = nullptr;
        ASSERT_EQ(sqlite3_open(file.c_str(), &db), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
        sqlite3_close(db);
    }
};

}  // namespace xiangtu::project
