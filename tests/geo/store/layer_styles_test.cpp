// SPDX-License-Identifier: GPL-3.0-or-later
// What QGIS finds in a file: default styles, and the class of every grid as the map shows it.
#include "made_file.h"
#include "program.h"
#include "store/spatialite/database.h"
#include "store/spatialite/statement.h"
#include "support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

namespace xiangtu {
namespace {

using model::Level;
using store::spatialite::Access;
using store::spatialite::Database;
using ::testing::HasSubstr;

/// Reads every style with another XML reader and prints one line each: layer, default, kind of renderer,
/// its field, number of symbols and of SLD rules, values with their colours.
constexpr const char* kReadStyles = R"(
import sqlite3, sys, xml.etree.ElementTree as xml
rows = sqlite3.connect(sys.argv[1]).execute("SELECT f_table_name, useAsDefault, styleQML, styleSLD FROM layer_styles "
    "WHERE f_table_catalog = '' AND f_table_schema = '' AND f_geometry_column = 'geom' ORDER BY id")
for layer, default, qml, sld in rows:
    qgis = xml.fromstring(qml)
    renderer = qgis.find('renderer-v2')
    options = [{o.get('name'): o.get('value') for o in s.iter('Option') if o.get('value')} for s in renderer.iter('symbol')]
    rules = len(list(xml.fromstring(sld).iter('{http://www.opengis.net/sld}Rule')))
    print(layer, default, renderer.get('type'), renderer.get('attr'), len(options), rules, qgis.get('minScale'),
          *[c.get('value') + '=' + options[int(c.get('symbol'))]['color'] for c in renderer.iter('category')])
)";

TEST(LayerStyles, EveryViewOfANewFileHasADefaultThatOtherXmlReadersRead) {
    const support::TempDir dir;
    store::create(dir / "县.sqlite", XIANGTU_DATA_DIR).reset();
    const std::string text = outputOf({"python3", "-c", kReadStyles, (dir / "县.sqlite").string()});
    for (const char* view : {"v_county", "v_township", "v_village", "v_natural_village", "v_grid"}) {
        EXPECT_THAT(text, HasSubstr(std::string(view) + " 1 singleSymbol None 1 1 "));
    }
    EXPECT_THAT(text, HasSubstr("v_grid_class 1 categorizedSymbol class_code 6 6 None green=75,180,120,209 "
                                "blue=45,100,170,209 yellow=250,225,100,209 orange=240,140,60,209 "
                                "red=200,40,30,209 =227,223,213,209\n"));
    const Database database(dir / "县.sqlite", Access::query);
    EXPECT_EQ(database.integer("SELECT count(*) FROM layer_styles"), 6);
    EXPECT_EQ(database.integer("SELECT count(*) FROM layer_styles WHERE update_time IS NULL"), 0);
}

TEST(LayerStyles, OgrinfoListsTheTableAndTheClassesOfGrids) {
    const support::TempDir dir;
    createFilled(dir / "a.sqlite").reset();
    const std::string file = (dir / "a.sqlite").string();
    const std::string list = outputOf({"ogrinfo", "-ro", file});
    EXPECT_THAT(list, HasSubstr("v_grid_class (Multi Polygon)"));
    const std::string summary = outputOf({"ogrinfo", "-ro", "-so", file, "v_grid_class"});
    EXPECT_THAT(summary, HasSubstr("Feature Count: 256"));
    EXPECT_THAT(summary, HasSubstr("ID[\"EPSG\",4490]"));
    EXPECT_THAT(summary, HasSubstr("class_code: String"));
    EXPECT_THAT(outputOf({"ogrinfo", "-ro", "-so", file, "layer_styles"}), HasSubstr("Feature Count: 6"));
}

/// Code of a grid -> class in the first scheme, "" = none, by the rule of the map: its own, else its parent's.
std::map<std::string, std::string> classesOnTheMap(const model::Snapshot& snapshot) {
    std::map<std::string, std::string> out;
    const auto& units = snapshot.table(Level::grid).units;
    for (std::uint32_t row = 0; row < units.size(); ++row) {
        model::UnitRef at{Level::grid, row};
        while (at.valid() && snapshot.classOf(0, at) == model::ClassColumn::kUnset) at = snapshot.unit(at).parent;
        out[units[row].code.text()] = at.valid() ? snapshot.schemes->at(0).classes[snapshot.classOf(0, at)].code : "";
    }
    return out;
}

std::map<std::string, std::string> classesInTheView(const std::filesystem::path& file) {
    const Database database(file, Access::query);
    store::spatialite::Statement select(database, "SELECT code, ifnull(class_code, ''), colour FROM v_grid_class");
    store::spatialite::Query row(select);
    std::map<std::string, std::string> out;
    while (row.next()) {
        EXPECT_TRUE(out.emplace(row.text(0), row.text(1)).second) << "twice: " << row.text(0);
        EXPECT_EQ(row.isNull(2), row.text(1).empty());
    }
    return out;
}

TEST(LayerStyles, TheViewHasTheClassesOfTheMap) {
    const support::TempDir dir;
    const auto store = createFilled(dir / "a.sqlite");
    const base::Date day = base::Date::today();
    model::Snapshot snapshot = store->load(day, {});
    EXPECT_EQ(classesInTheView(dir / "a.sqlite"), classesOnTheMap(snapshot));
    const std::int64_t scheme = snapshot.schemes->at(0).id.value;
    const auto give = [&](Level level, std::uint32_t row, const std::string& classCode, const std::string& from) {
        (void)store->commit(classRow(store->planContext("").nextClassRecord, snapshot.table(level).units[row].id.value,
                                     scheme, classCode, from),
                            {}, day);
    };
    // Taken from every grid of a village, then given to villages and one township; one only from a later day on.
    const auto& grids = snapshot.table(Level::grid).units;
    for (std::uint32_t row = 0; row < grids.size(); row += 2) give(Level::grid, row, "", day.iso());
    for (std::uint32_t row = 0; row < snapshot.table(Level::naturalVillage).units.size(); ++row)
        give(Level::naturalVillage, row, row % 3 ? "" : "orange", day.iso());
    give(Level::village, 0, "red", day.iso());
    give(Level::village, 1, "blue", "9990-01-01");
    give(Level::township, 0, "yellow", day.iso());
    give(Level::grid, 4, "green", day.iso());
    give(Level::grid, 4, "red", day.iso());
    snapshot = store->load(day, {});
    const auto want = classesOnTheMap(snapshot);
    std::set<std::string> seen;
    for (const auto& [code, classCode] : want) seen.insert(classCode);
    EXPECT_GE(seen.size(), 4u);
    EXPECT_EQ(classesInTheView(dir / "a.sqlite"), want);
}

}  // namespace
}  // namespace xiangtu
