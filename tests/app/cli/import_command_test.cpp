// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "base/error.h"
#include "base/json.h"
#include "store/store.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <set>

namespace xiangtu::cli {
namespace {

namespace fs = std::filesystem;
using model::Level;

constexpr const char* kTowns = R"({"type":"FeatureCollection","features":[
 {"type":"Feature","properties":{"code":"433123100000","name":"沱江镇"},"geometry":{"type":"Polygon","coordinates":[[[109.50,27.90],[109.51,27.90],[109.51,27.91],[109.50,27.91],[109.50,27.90]]]}},
 {"type":"Feature","properties":{"code":"433123101000","name":"廖家桥镇"},"geometry":{"type":"Polygon","coordinates":[[[109.51,27.90],[109.52,27.90],[109.52,27.91],[109.51,27.91],[109.51,27.90]]]}}]})";
constexpr const char* kVillages = R"({"type":"FeatureCollection","features":[
 {"type":"Feature","properties":{"code":"433123100001","name":"甲村","户数":120},"geometry":{"type":"Polygon","coordinates":[[[109.50,27.90],[109.505,27.90],[109.505,27.91],[109.50,27.91],[109.50,27.90]]]}},
 {"type":"Feature","properties":{"code":"","name":"乙村"},"geometry":{"type":"Polygon","coordinates":[[[109.505,27.90],[109.51,27.90],[109.51,27.91],[109.505,27.91],[109.505,27.90]]]}}]})";

class ImportCommand : public ::testing::Test {
protected:
    void SetUp() override {
        setenv("XIANGTU_DATA", XIANGTU_DATA_DIR, 1);
        support::writeFile(towns(), kTowns);
        support::writeFile(villages(), kVillages);
    }
    fs::path file() const { return folder / "县.sqlite"; }
    fs::path towns() const { return folder / "towns.geojson"; }
    fs::path villages() const { return folder / "villages.geojson"; }
    fs::path report() const { return folder / "report.json"; }

    /// The exit code the program would have; faults are thrown.
    int run(std::vector<std::string> arguments) {
        CLI::App app;
        addImportCommand(app);
        std::ranges::reverse(arguments);
        arguments.push_back("import");
        try {
            app.parse(arguments);
            return 0;
        } catch (const CLI::RuntimeError& e) { return e.get_exit_code(); } catch (const CLI::ParseError&) {
            return 2;
        }
    }
    model::Snapshot load() const {
        return store::open(file(), store::OpenMode::readOnly)->load(base::Date::today(), base::Progress());
    }
    /// Names of everything in the folder: nothing may be left behind.
    std::set<std::string> names() const {
        std::set<std::string> all;
        for (const auto& entry : fs::directory_iterator(folder.path())) all.insert(entry.path().filename().string());
        return all;
    }

private:
    support::TempDir folder;
};

TEST_F(ImportCommand, FillsANewFileLevelByLevel) {
    EXPECT_EQ(run({file(), towns(), "--level", "township", "--county", "凤凰县"}), 0);
    EXPECT_EQ(run({file(), villages(), "--level", "village", "--report", report()}), 0);
    const auto snapshot = load();
    EXPECT_EQ(snapshot.info.title, "凤凰县");
    EXPECT_FALSE(snapshot.info.demo);
    ASSERT_EQ(snapshot.table(Level::county).units.size(), 1u);
    ASSERT_EQ(snapshot.table(Level::township).units.size(), 2u);
    ASSERT_EQ(snapshot.table(Level::village).units.size(), 2u);
    const auto village = snapshot.findUnit(Level::village, *model::Code::parse("433123100001"));
    ASSERT_TRUE(village.valid());
    EXPECT_EQ(snapshot.unit(village).households, 120);
    EXPECT_EQ(snapshot.lineage(village).size(), 3u);
    const auto json = base::loadJson(report());
    EXPECT_EQ(json["counts"]["taken"], 2);
    EXPECT_EQ(json["by_rule"]["no_code"], 1);
}

TEST_F(ImportCommand, WritesNothingOnADryRun) {
    EXPECT_EQ(run({file(), towns(), "--level", "township", "--dry-run", "--report", report()}), 0);
    EXPECT_EQ(names(), (std::set<std::string>{"towns.geojson", "villages.geojson", "report.json"}));
    ASSERT_EQ(run({file(), towns(), "--level", "township"}), 0);
    const std::string before = support::readFile(file());
    EXPECT_EQ(run({file(), villages(), "--level", "village", "--dry-run"}), 0);
    EXPECT_EQ(support::readFile(file()), before);
}

TEST_F(ImportCommand, LeavesNoFileBehindWhenItIsRefused) {
    EXPECT_EQ(run({file(), towns(), "--level", "township", "--code", "没有"}), 3);
    EXPECT_EQ(run({file(), "/nowhere.shp", "--level", "township"}), 3);
    EXPECT_EQ(run({file(), towns(), "--level", "hamlet"}), 2);
    EXPECT_EQ(names(), (std::set<std::string>{"towns.geojson", "villages.geojson"}));
}

TEST_F(ImportCommand, LeavesTheFileAsItWasWhenNothingCanBeTaken) {
    ASSERT_EQ(run({file(), towns(), "--level", "township"}), 0);
    const std::string before = support::readFile(file());
    EXPECT_EQ(run({file(), towns(), "--level", "township"}), 3) << "all of them are in the file already";
    EXPECT_EQ(support::readFile(file()), before);
}

TEST_F(ImportCommand, LeavesEverythingAsItWasWhenTheReportCannotBeWritten) {
    EXPECT_THROW(run({file(), towns(), "--level", "township", "--report", "/nowhere/report.json"}), base::Error);
    EXPECT_EQ(names(), (std::set<std::string>{"towns.geojson", "villages.geojson"}));
}

TEST_F(ImportCommand, RefusesAFileThatIsNoneOfOurs) {
    support::writeFile(file(), "not a database, but somebody's text");
    EXPECT_THROW(run({file(), towns(), "--level", "township"}), base::Error);
    EXPECT_EQ(support::readFile(file()), "not a database, but somebody's text");
}

}  // namespace
}  // namespace xiangtu::cli
