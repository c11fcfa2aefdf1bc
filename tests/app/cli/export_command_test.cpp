// SPDX-License-Identifier: GPL-3.0-or-later
// Exports as they are asked for from a shell.
#include "app/cli/commands_fixture.h"

#include <algorithm>

namespace xiangtu::cli {
namespace {

class ExportCommand : public Commands {
protected:
    int exported(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"export", file.string()});
        return run(arguments);
    }
    static constexpr int kRefusedCode = 3;
    std::string made(const std::string& name) const { return (folder / name).string(); }
};

TEST_F(ExportCommand, HandsEveryLayerOnInEveryFormat) {
    for (const char* format : {"shp", "gpkg", "gdb", "geojson", "geojson-crs", "kml", "dxf", "fgb", "csv", "xlsx",
                               "gtxt", "mapinfo", "mif"}) {
        ASSERT_EQ(exported({made(std::string("grids-") + format), "--layer", "grid", "--format", format}), 0)
            << format << ": " << errors;
        EXPECT_TRUE(has(output, std::to_string(load().table(model::Level::grid).units.size()) + " rows")) << output;
    }
    ASSERT_EQ(exported({made("orgs.csv"), "--layer", "organisations"}), 0) << errors;
    ASSERT_EQ(exported({made("bases.gpkg"), "--register", "industry_base"}), 0) << errors;
    ASSERT_EQ(exported({made("land.geojson"), "--question", "overlay", "--param", "by=village"}), 0) << errors;
    ASSERT_EQ(exported({made("towns.shp"), "--layer", "township", "--encoding", "GBK", "--crs", "zone3-prefix",
                        "--names", "pinyin"}),
              0)
        << errors;
    EXPECT_TRUE(has(support::readFile(folder / "towns.prj"), "CGCS2000_3_Degree_GK_Zone_39"));
}

TEST_F(ExportCommand, ARecipeRepeatsAnExportByteByByte) {
    const std::string recipe = made("r.json");
    ASSERT_EQ(
        exported({made("a.shp"), "--layer", "grid", "--encoding", "GBK", "--names", "pinyin", "--columns",
                  "code,name,households", "--where", "households >= 3", "--crs", "zone3", "--save-recipe", recipe}),
        0)
        << errors;
    ASSERT_EQ(exported({made("b.shp"), "--recipe", recipe}), 0) << errors;
    for (const char* ending : {".shp", ".shx", ".dbf", ".prj", ".cpg"})
        EXPECT_EQ(support::readFile(made("a") + ending), support::readFile(made("b") + ending)) << ending;
    EXPECT_EQ(exported({"--recipe", recipe}), kRefusedCode) << "the file the recipe names is there";
    EXPECT_TRUE(has(errors, "--overwrite")) << errors;
    EXPECT_EQ(exported({"--recipe", recipe, "--overwrite"}), 0) << errors;
}

TEST_F(ExportCommand, AnImportTakesWhatAnExportGave) {
    for (const char* ending : {".shp", ".gpkg", ".geojson", ".txt"}) {
        const std::string back = made(std::string("back") + (ending + 1) + ".sqlite");
        const std::string format = ending == std::string_view(".txt") ? "gtxt" : ending + 1;
        ASSERT_EQ(exported({made(std::string("towns") + ending), "--layer", "township", "--format", format,
                            "--encoding", "GBK", "--bare"}),
                  0)
            << errors;
        ASSERT_EQ(
            run({"import", back, made(std::string("towns") + ending), "--level", "township", "--county", "县=340405"}),
            0)
            << errors;
        const auto before = load();
        const auto after = store::open(back, store::OpenMode::readOnly)->load(base::Date::today(), base::Progress());
        const auto &was = before.table(model::Level::township), &is = after.table(model::Level::township);
        ASSERT_EQ(is.units.size(), was.units.size());
        for (std::size_t i = 0; i < was.units.size(); ++i) {
            EXPECT_EQ(is.units[i].code, was.units[i].code);
            EXPECT_EQ(is.units[i].name, was.units[i].name);
            EXPECT_EQ(is.shapes.twiceArea(i), was.shapes.twiceArea(i)) << "to the last step of the lattice";
        }
    }
}

TEST_F(ExportCommand, WritesOneFileForEachTownship) {
    ASSERT_EQ(exported({made("by town"), "--layer", "village", "--format", "geojson", "--split", "township"}), 0)
        << errors;
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(folder / "by town"))
        files += entry.path().extension() == ".geojson";
    EXPECT_EQ(files, load().table(model::Level::township).units.size());
}

TEST_F(ExportCommand, RefusesWithTheReason) {
    EXPECT_EQ(exported({made("a.shp"), "--layer", "street"}), 2);
    EXPECT_EQ(exported({made("a.dwg"), "--layer", "grid"}), 2);
    EXPECT_EQ(exported({made("a.shp"), "--layer", "grid", "--within", "1"}), 2);
    EXPECT_EQ(exported({made("a.shp"), "--layer", "grid", "--crs", "EPSG:3857"}), kRefusedCode);
    EXPECT_TRUE(has(errors, "zone3-prefix")) << errors;
    EXPECT_EQ(exported({made("a.shp"), "--layer", "grid", "--where", "households > 100000"}), kRefusedCode);
    EXPECT_EQ(exported({made("a.shp"), "--register", "industry_base", "--profile", "public", "--sensitive"}), 2);
    support::writeFile(folder / "bad.json", R"({"level": "grid", "format": "dwg"})");
    EXPECT_EQ(exported({made("a.shp"), "--recipe", made("bad.json")}), 1);
    EXPECT_TRUE(has(errors, "/format")) << errors;
    EXPECT_FALSE(fs::exists(folder / "a.shp"));
}

TEST_F(ExportCommand, AGeoPackageCarriesTheColoursOfTheMapAndTheChineseNames) {
    ASSERT_EQ(exported({made("a.gpkg"), "--layer", "grid"}), 0) << errors;
    const std::string bytes = support::readFile(folder / "a.gpkg");
    EXPECT_TRUE(has(bytes, "<alias field=\"households\""));
    EXPECT_TRUE(has(bytes, "categorizedSymbol"));
    EXPECT_TRUE(has(bytes, "StyledLayerDescriptor"));
}

TEST_F(ExportCommand, SensitiveFieldsGoOutOnlyToWhoMaySeeThem) {
    const std::string pin = made("pin"), other = made("other");
    support::writeFile(pin, "271828\n");
    support::writeFile(other, "314159\n");
    // A register of the shipped catalogue with a sensitive field and records.
    const model::Snapshot snapshot = load();
    std::string id, field;
    for (const auto& table : snapshot.registers) {
        for (const auto& each : table->def.fields) {
            if (each.sensitive && !table->records.empty() && id.empty()) {
                id = table->def.id;
                field = each.name;
            }
        }
    }
    ASSERT_FALSE(id.empty());
    ASSERT_EQ(exported({made("open.csv"), "--register", id, "--names", "key"}), 0) << errors;
    EXPECT_FALSE(has(support::readFile(folder / "open.csv"), field));
    EXPECT_TRUE(has(output, "left out: " + field)) << output;
    EXPECT_NE(exported({made("where.csv"), "--register", id, "--where", field + " is not null"}), 0)
        << "a condition may not ask what may not be shown";

    ASSERT_EQ(run({"account", "add", file.string(), "管理员", "--role", "administrator", "--new-pin-file", pin}), 0);
    ASSERT_EQ(run({"account", "add", file.string(), "网格员", "--role", "grid_worker", "--scope", "*", "--new-pin-file",
                   other, "--as", "管理员", "--pin-file", pin}),
              0)
        << errors;
    EXPECT_EQ(exported({made("b.csv"), "--register", id, "--sensitive"}), kRefusedCode);
    EXPECT_EQ(exported({made("b.csv"), "--register", id, "--sensitive", "--as", "网格员", "--pin-file", other}),
              kRefusedCode);
    EXPECT_FALSE(fs::exists(folder / "b.csv"));
    ASSERT_EQ(exported({made("b.csv"), "--register", id, "--sensitive", "--as", "管理员", "--pin-file", pin}), 0)
        << errors;
    EXPECT_TRUE(has(support::readFile(folder / "b.csv"), field));
    const auto seen = store::open(file, store::OpenMode::readOnly)->uncoverings(10);
    ASSERT_EQ(seen.size(), 1u) << "it is kept who had them";
    EXPECT_EQ(seen[0].author, "管理员");
}

}  // namespace
}  // namespace xiangtu::cli
