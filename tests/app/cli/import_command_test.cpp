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
    int run(std::vector<std::string> arguments) { return runCommand("import", std::move(arguments)); }
    int runCommand(const char* command, std::vector<std::string> arguments) {
        CLI::App app;
        addImportCommand(app);
        addEditCommands(app);
        std::ranges::reverse(arguments);
        arguments.push_back(command);
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
    const fs::path& folderPath() const { return folder.path(); }
    fs::path write(const char* name, const std::string& content) const {
        support::writeFile(folder / name, content);
        return folder / name;
    }
    /// A county with two townships and two villages.
    void makeCounty() {
        ASSERT_EQ(run({file(), towns(), "--level", "township", "--county", "凤凰县"}), 0);
        ASSERT_EQ(run({file(), villages(), "--level", "village"}), 0);
    }
    std::size_t records(const char* registerId) const { return load().findRegister(registerId)->records.size(); }
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

TEST_F(ImportCommand, IsTakenBackAsOneEditWithItsAuthorInTheLog) {
    ASSERT_EQ(run({file(), towns(), "--level", "township", "--county", "凤凰县"}), 0);
    const auto before = load();
    ASSERT_EQ(run({file(), villages(), "--level", "village", "--author", "王芳"}), 0);
    {
        const auto store = store::open(file(), store::OpenMode::readOnly);
        const auto line = store->log(1).front();
        EXPECT_EQ(line.set.title, "import");
        EXPECT_EQ(line.set.author, "王芳");
        EXPECT_EQ(line.set.reason, "villages.geojson → village: 2 new");
    }
    ASSERT_EQ(runCommand("undo", {file()}), 0);
    EXPECT_EQ(load().table(Level::village).units.size(), 0u);
    EXPECT_EQ(load().table(Level::township).units.size(), before.table(Level::township).units.size());
    ASSERT_EQ(runCommand("redo", {file()}), 0);
    EXPECT_EQ(load().table(Level::village).units.size(), 2u);
    ASSERT_EQ(runCommand("undo", {file()}), 0);
    ASSERT_EQ(runCommand("undo", {file()}), 0);
    EXPECT_EQ(load().table(Level::county).units.size(), 0u);
}

TEST_F(ImportCommand, UpdatesUnitsByTheirCode) {
    makeCounty();
    const auto renamed = write("again.geojson", R"({"type":"FeatureCollection","features":[
 {"type":"Feature","properties":{"code":"433123100001","name":"甲新村","户数":121},"geometry":{"type":"Polygon","coordinates":[[[109.50,27.90],[109.505,27.90],[109.505,27.91],[109.50,27.91],[109.50,27.90]]]}},
 {"type":"Feature","properties":{"code":"433123101009","name":"丙村","户数":9},"geometry":{"type":"Polygon","coordinates":[[[109.51,27.90],[109.52,27.90],[109.52,27.91],[109.51,27.91],[109.51,27.90]]]}}]})");
    ASSERT_EQ(run({file(), renamed, "--level", "village", "--key", "code", "--report", report()}), 0);
    const auto json = base::loadJson(report());
    EXPECT_EQ(json["to_write"]["counts"]["new"], 1);
    EXPECT_EQ(json["to_write"]["counts"]["changed"], 1);
    EXPECT_EQ(json["to_write"]["counts"]["missing"], 1);
    EXPECT_EQ(json["to_write"]["changed_fields"]["name"], 1);
    const auto snapshot = load();
    const auto village = snapshot.findUnit(Level::village, *model::Code::parse("433123100001"));
    EXPECT_EQ(snapshot.unit(village).name, "甲新村");
    EXPECT_EQ(snapshot.unit(village).households, 121);
    EXPECT_EQ(snapshot.table(Level::village).units.size(), 3u);
    const std::string after = support::readFile(file());
    EXPECT_EQ(run({file(), renamed, "--level", "village", "--key", "code"}), 0) << "nothing differs any more";
    EXPECT_EQ(support::readFile(file()), after);
    ASSERT_EQ(runCommand("undo", {file()}), 0);
    EXPECT_EQ(load().table(Level::village).units.size(), 2u);
    EXPECT_EQ(load().unit(village).name, "甲村");
}

TEST_F(ImportCommand, FillsARegisterAndFollowsTheNextDelivery) {
    makeCounty();
    const auto first =
        write("助餐点.csv", "名称,类型,餐位,经度,纬度\n甲点,老年食堂,20,109.502,27.905\n乙点,point,,109.506,27.905\n");
    ASSERT_EQ(
        run({file(), first, "--register", "meal_point", "--key", "name", "--save-recipe", folderPath() / "r.json"}), 0);
    EXPECT_EQ(records("meal_point"), 2u);
    const auto second = write(
        "助餐点2.csv", "名称,类型,餐位,经度,纬度\n甲点,老年食堂,25,109.502,27.905\n丙点,point,5,109.507,27.905\n");
    ASSERT_EQ(run({file(), second, "--recipe", folderPath() / "r.json", "--dry-run", "--report", report()}), 0);
    EXPECT_EQ(records("meal_point"), 2u);
    const auto counts = base::loadJson(report())["to_write"]["counts"];
    EXPECT_EQ(counts["new"], 1);
    EXPECT_EQ(counts["changed"], 1);
    EXPECT_EQ(counts["missing"], 1);
    ASSERT_EQ(run({file(), second, "--recipe", folderPath() / "r.json"}), 0);
    ASSERT_EQ(records("meal_point"), 3u);
    const auto snapshot = load();
    const auto& changed = snapshot.findRegister("meal_point")->records.front();
    EXPECT_EQ(model::toText(changed->values[3]), "25");
    ASSERT_EQ(runCommand("undo", {file()}), 0);
    EXPECT_EQ(records("meal_point"), 2u);
    ASSERT_EQ(runCommand("undo", {file()}), 0);
    EXPECT_EQ(records("meal_point"), 0u);
}

TEST_F(ImportCommand, TakesOrganisationsAndKnowsThemAgain) {
    makeCounty();
    const auto orgs = write("组织.csv", "组织名称,所属单元\n沱江镇党委,沱江镇\n甲村党支部,甲村\n");
    ASSERT_EQ(run({file(), orgs, "--organisations", "--key", "name"}), 0);
    const auto snapshot = load();
    ASSERT_EQ(snapshot.party->orgs.size(), 2u);
    EXPECT_EQ(snapshot.party->orgs[1].parent, snapshot.party->orgs[0].id);
    EXPECT_EQ(run({file(), orgs, "--organisations", "--key", "name"}), 0);
    EXPECT_EQ(load().party->orgs.size(), 2u);
    ASSERT_EQ(runCommand("undo", {file()}), 0);
    EXPECT_EQ(load().party->orgs.size(), 0u);
}

TEST_F(ImportCommand, PreviewWritesNothing) {
    EXPECT_EQ(run({file(), towns(), "--level", "township", "--preview"}), 0);
    EXPECT_FALSE(fs::exists(file()));
    makeCounty();
    const std::string before = support::readFile(file());
    EXPECT_EQ(run({file(), villages(), "--register", "meal_point", "--preview", "--json"}), 0);
    EXPECT_EQ(run({file(), villages(), "--register", "no_such", "--preview"}), 3);
    EXPECT_EQ(support::readFile(file()), before);
}

TEST_F(ImportCommand, AsksIntoWhat) {
    EXPECT_EQ(run({file(), towns()}), 2);
    EXPECT_EQ(run({file(), towns(), "--level", "township", "--organisations"}), 2);
    EXPECT_THROW(run({file(), towns(), "--level", "township", "--map", "code"}), base::Error);
    EXPECT_EQ(run({file(), towns(), "--level", "township", "--map", "no=code"}), 3);
    EXPECT_EQ(run({file(), towns(), "--level", "township", "--key", "name"}), 3);
    const auto recipe = write("bad.json", R"({"format":"xiangtu-import/1","into":{"level":"hamlet"}})");
    EXPECT_THROW(run({file(), towns(), "--recipe", recipe}), base::Error);
    EXPECT_FALSE(fs::exists(file()));
}

/// Every awkward shapefile, as units and as records: in with findings, or refused, and the file stays as it was.
TEST_F(ImportCommand, AwkwardShapefilesNeverChangeTheFileTheyAreOnlyLookedAtFor) {
    const fs::path root = fs::path(XIANGTU_REAL_DATA) / "awkward-shp";
    if (!fs::exists(root)) GTEST_SKIP() << root << " is not here";
    makeCounty();
    const std::string before = support::readFile(file());
    int seen = 0;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        const std::string ending = entry.path().extension();
        const bool alone = ending == ".dbf" && !fs::exists(fs::path(entry.path()).replace_extension(".shp"));
        if (ending != ".shp" && !alone) continue;
        SCOPED_TRACE(entry.path());
        ++seen;
        for (const std::vector<std::string>& into : {std::vector<std::string>{"--level", "village", "--dry-run"},
                                                     {"--register", "meal_point", "--dry-run"},
                                                     {"--organisations", "--preview"}}) {
            std::vector<std::string> arguments{file(), entry.path()};
            arguments.insert(arguments.end(), into.begin(), into.end());
            const int code = run(arguments);
            EXPECT_TRUE(code == 0 || code == 3) << code;
        }
    }
    EXPECT_GE(seen, 50);
    EXPECT_EQ(support::readFile(file()), before);
    EXPECT_EQ(names().count("县.sqlite-journal"), 0u);
}

}  // namespace
}  // namespace xiangtu::cli
