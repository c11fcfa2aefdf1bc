// SPDX-License-Identifier: GPL-3.0-or-later
// A file with accounts, worked on from a shell.
#include "app/cli/commands_fixture.h"

#include <algorithm>

namespace xiangtu::cli {
namespace {

class AccountCommands : public Commands {
protected:
    void SetUp() override {
        Commands::SetUp();
        support::writeFile(pin, "271828\n");
        support::writeFile(other, "314159\n");
        ASSERT_EQ(
            run({"account", "add", file.string(), "管理员", "--role", "administrator", "--new-pin-file", pin.string()}),
            0)
            << errors;
        const auto snapshot = load();
        const auto& townships = snapshot.table(model::Level::township).units;
        ASSERT_GE(townships.size(), 2u);
        inside = townships.front().code.text();
        grid = snapshot.table(model::Level::grid).units.front().code.text();
        far = snapshot.table(model::Level::grid).units.back().code.text();
        ASSERT_EQ(asKeeper({"account", "add", file.string(), "网格员", "--role", "grid_worker", "--scope", inside,
                            "--new-pin-file", other.string()}),
                  0)
            << errors;
    }
    int as(const std::string& name, const fs::path& pinFile, std::vector<std::string> arguments) {
        for (const std::string& each : {std::string("--as"), name, std::string("--pin-file"), pinFile.string()})
            arguments.push_back(each);
        return run(arguments);
    }
    int asKeeper(const std::vector<std::string>& arguments) { return as("管理员", pin, arguments); }
    int asWorker(const std::vector<std::string>& arguments) { return as("网格员", other, arguments); }
    std::vector<std::string> classOf(const std::string& code) const {
        return {"set-class", file.string(), code, "--scheme", "risk5", "--class", "red", "--reason", "巡查"};
    }

    fs::path pin = folder / "pin", other = folder / "pin2";
    std::string inside, grid, far;
};

TEST_F(AccountCommands, EveryWayToWriteAsksWhoItIs) {
    const std::string f = file.string();
    const std::vector<std::vector<std::string>> ways{
        classOf(grid),
        {"undo", f},
        {"redo", f},
        {"rename", f, inside, "新名"},
        {"split", f, grid, "--line", "0 0, 1 1"},
        {"org", "rename", f, "1", "新名"},
        {"record", f, "service_point", "--set", "name=甲", "--at", "1,1"},
        {"catalogue", "apply", f},
        {"restore", f, grid, "--day", "2020-01-01"},
        {"plans", f, "apply"},
        {"account", "disable", f, "网格员"},
    };
    for (const auto& way : ways) {
        EXPECT_EQ(run(way), 3) << way[0];
        EXPECT_TRUE(has(errors, "notSignedIn")) << way[0] << ": " << errors;
    }
    EXPECT_EQ(run({"info", f}), 0) << "reading asks nobody";
    EXPECT_EQ(run({"split", f, grid, "--line", "0 0, 1 1", "--preview"}), 3);
    EXPECT_FALSE(has(errors, "notSignedIn")) << "a preview writes nothing: " << errors;
}

TEST_F(AccountCommands, AnAccountWritesInItsScopeAndStandsInTheHistory) {
    ASSERT_EQ(asWorker(classOf(grid)), 0) << errors;
    ASSERT_EQ(run({"history", file.string(), "--limit", "1", "--json"}), 0);
    EXPECT_EQ(json()[0]["author"], "网格员");
    EXPECT_EQ(asWorker(classOf(far)), 3);
    EXPECT_TRUE(has(errors, "outsideScope") && has(errors, far) && has(errors, "  at ")) << errors;
    EXPECT_EQ(asWorker({"rename", file.string(), inside, "新名"}), 3);
    EXPECT_TRUE(has(errors, "notAllowed")) << errors;
    EXPECT_EQ(asWorker({"undo", file.string()}), 0) << errors;
    EXPECT_EQ(asKeeper({"undo", file.string()}), 3) << "nothing of its own to take back";
}

TEST_F(AccountCommands, WrongPinsAndNamesAreRefusedClearly) {
    EXPECT_EQ(as("网格员", pin, classOf(grid)), 3);
    EXPECT_TRUE(has(errors, "wrongPin")) << errors;
    EXPECT_EQ(as("无名", pin, classOf(grid)), 3);
    EXPECT_TRUE(has(errors, "noSuchAccount")) << errors;
    auto noPin = classOf(grid);
    noPin.insert(noPin.end(), {"--as", "网格员"});
    EXPECT_EQ(run(noPin), 2) << "no terminal to ask on";
    EXPECT_TRUE(has(errors, "--pin-file")) << errors;
    for (int i = 0; i < 4; ++i) (void)as("网格员", pin, classOf(grid));
    EXPECT_EQ(asWorker(classOf(grid)), 3);
    EXPECT_TRUE(has(errors, "waiting")) << errors;
}

TEST_F(AccountCommands, AdministratorsKeepTheAccounts) {
    const std::string f = file.string();
    EXPECT_EQ(asWorker({"account", "add", f, "甲", "--scope", "*", "--new-pin-file", pin.string()}), 3);
    EXPECT_TRUE(has(errors, "notAllowed")) << errors;
    EXPECT_EQ(asKeeper({"account", "add", f, "甲", "--scope", "abc", "--new-pin-file", pin.string()}), 2);
    support::writeFile(folder / "weak", "123456");
    EXPECT_EQ(asKeeper({"account", "add", f, "甲", "--scope", "*", "--new-pin-file", (folder / "weak").string()}), 3);
    EXPECT_TRUE(has(errors, "weakPin")) << errors;
    EXPECT_EQ(asKeeper({"account", "disable", f, "管理员"}), 3);
    EXPECT_TRUE(has(errors, "lastAdministrator")) << errors;
    EXPECT_EQ(asKeeper({"account", "scope", f, "网格员", "*", "--role", "planner"}), 0) << errors;
    ASSERT_EQ(run({"account", "list", f, "--json"}), 0);
    const base::Json accounts = json();
    const auto found = std::ranges::find_if(accounts, [](const base::Json& a) { return a["name"] == "网格员"; });
    EXPECT_EQ((*found)["role"], "planner");
    EXPECT_EQ((*found)["scope"], "*");
    EXPECT_EQ(asWorker({"account", "set-pin", f, "网格员", "--new-pin-file", pin.string()}), 0) << errors;
    EXPECT_EQ(as("网格员", pin, classOf(far)), 0) << errors;
    EXPECT_EQ(asKeeper({"account", "disable", f, "网格员"}), 0) << errors;
    EXPECT_EQ(as("网格员", pin, classOf(grid)), 3);
    EXPECT_TRUE(has(errors, "disabled")) << errors;
    EXPECT_EQ(run({"history", f, "--verify"}), 0) << errors;
}

TEST_F(AccountCommands, SensitiveValuesAreShownToWhoMaySeeThemAndThatIsKept) {
    const std::vector<std::string> reading{"records", file.string(), "service_point", "--sensitive"};
    EXPECT_EQ(run(reading), 3);
    EXPECT_TRUE(has(errors, "notSignedIn")) << errors;
    EXPECT_EQ(asWorker(reading), 3);
    EXPECT_TRUE(has(errors, "notAllowed")) << errors;
    EXPECT_EQ(asKeeper(reading), 0) << errors;
    const auto seen = store::open(file, store::OpenMode::readOnly)->uncoverings(10);
    ASSERT_EQ(seen.size(), 1u);
    EXPECT_EQ(seen[0].author, "管理员");
    EXPECT_EQ(seen[0].registerId, "service_point");
}

}  // namespace
}  // namespace xiangtu::cli
