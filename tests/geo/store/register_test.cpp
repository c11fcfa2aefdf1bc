// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_file.h"
#include "store/spatialite/database.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

namespace xiangtu {
namespace {

namespace fs = std::filesystem;
using model::Level;

constexpr const char* kEveryAnchorAndType = R"({"registers": [
  {"id": "well", "title": {"zh": "机井", "en": "Wells"}, "anchor": "point", "label": "name", "fields": [
    {"name": "name", "title": {"zh": "名称", "en": "Name"}, "type": "text", "required": true},
    {"name": "depth", "title": {"zh": "井深", "en": "Depth"}, "type": "decimal", "unit": "米"},
    {"name": "users", "title": {"zh": "户数", "en": "Users"}, "type": "integer"},
    {"name": "dug", "title": {"zh": "成井日期", "en": "Dug"}, "type": "date"},
    {"name": "since", "title": {"zh": "年份", "en": "Since"}, "type": "year"},
    {"name": "works", "title": {"zh": "可用", "en": "Works"}, "type": "yes_no"},
    {"name": "order", "title": {"zh": "次序", "en": "Order"}, "type": "choice",
     "choices": [{"code": "a", "name": {"zh": "甲", "en": "A"}}]}]},
  {"id": "road", "title": {"zh": "村道", "en": "Roads"}, "anchor": "line", "fields": [
    {"name": "name", "title": {"zh": "名称", "en": "Name"}, "type": "text"}]}]})";

struct Fixture {
    support::TempDir dir;
    fs::path data = dir / "data";
    std::unique_ptr<store::Store> store;
    std::unique_ptr<store::BulkWriter> bulk;

    Fixture() {
        fs::create_directories(data / "schemes");
        fs::create_directories(data / "catalogue");
        fs::copy(fs::path(XIANGTU_DATA_DIR) / "styles", data / "styles");
        support::writeFile(data / "catalogue/a.json", kEveryAnchorAndType);
        for (const auto& entry : fs::directory_iterator(fs::path(XIANGTU_DATA_DIR) / "catalogue")) {
            fs::copy_file(entry.path(), data / "catalogue" / entry.path().filename());
        }
        store = store::create(dir / "a.sqlite", data);
        bulk = store->beginBulk();
        bulk->add(newUnit(Level::township, "990000001", "镇"));
        bulk->add(newUnit(Level::village, "990000001001", "村"));
    }
    model::NewRecord well() {
        return {"well",
                Level::village,
                {},
                geom::GeoPoint{110.123456789, 36.5},
                {{"name", std::string("东井")},
                 {"depth", 80.5},
                 {"users", std::int64_t(12)},
                 {"dug", std::string("2019-05-01")},
                 {"since", std::int64_t(2019)},
                 {"works", std::int64_t(1)},
                 {"order", std::string("a")}}};
    }
};

TEST(Register, RecordsOfEveryAnchorComeBackExactly) {
    Fixture f;
    const auto village = *model::Code::parse("990000001001");
    model::NewRecord well = f.well();
    well.unit = village;
    const model::NewRecord road{"road", Level::village, {}, geom::GeoMultiLine{{{110, 36}, {110.1, 36.000000001}}}, {}};
    const geom::GeoShape land = geom::GeoMultiPolygon{{{{110, 36}, {110.1, 36}, {110.1, 36.1}}, {}}};
    const model::NewRecord orchard{
        "industry_base",
        Level::village,
        village,
        land,
        {{"name", std::string("果园")}, {"crop", std::string("apple")}, {"quantity", std::int64_t(3)}}};
    const model::NewRecord shown{
        "demonstration_village",
        Level::village,
        village,
        {},
        {{"kind", std::string("beautiful")}, {"level", std::string("city")}, {"batch", std::int64_t(2022)}}};
    for (const auto& record : {well, road, orchard, shown}) f.bulk->add(record);
    f.bulk->commit();
    f.bulk.reset();
    const auto snapshot = f.store->load(base::Date::today(), {});
    const auto* wells = snapshot.findRegister("well");
    ASSERT_TRUE(wells && wells->records.size() == 1);
    EXPECT_EQ(wells->records[0]->shape, well.shape);
    EXPECT_EQ(wells->records[0]->unit, snapshot.findUnit(Level::village, village));
    for (std::size_t i = 0; i < well.values.size(); ++i) EXPECT_EQ(wells->records[0]->values[i], well.values[i].second);
    EXPECT_EQ(snapshot.findRegister("road")->records.at(0)->shape, road.shape);
    EXPECT_FALSE(snapshot.findRegister("road")->records.at(0)->unit.valid());
    EXPECT_EQ(snapshot.findRegister("industry_base")->records.at(0)->shape, land);
    EXPECT_EQ(snapshot.findRegister("industry_base")->records.at(0)->values[2], model::Value(3.0)) << "a REAL column";
    EXPECT_EQ(snapshot.findRegister("demonstration_village")->records.at(0)->unit,
              snapshot.findUnit(Level::village, village));
    f.store.reset();
    const store::spatialite::Database database(f.dir / "a.sqlite", store::spatialite::Access::readWrite);
    EXPECT_EQ(database.integer("SELECT CheckSpatialIndex('reg_well', 'geom')"), 1);
    EXPECT_EQ(database.text("SELECT unit_code || kind FROM v_reg_demonstration_village"), "990000001001beautiful");
    const auto shaped =
        std::ranges::count_if(snapshot.registers, [](const auto& t) { return hasShape(t->def.anchor); });
    EXPECT_EQ(database.integer("SELECT count(*) FROM geometry_columns WHERE f_table_name LIKE 'reg_%' AND srid = 4490"),
              shaped);
}

TEST(Register, RefusesValuesThatDoNotFitTheirField) {
    Fixture f;
    const std::vector<std::pair<std::string, model::Value>> wrong{{"name", {}},
                                                                  {"name", std::int64_t(3)},
                                                                  {"depth", std::string("deep")},
                                                                  {"users", 1.5},
                                                                  {"dug", std::string("2019-02-30")},
                                                                  {"since", std::int64_t(19)},
                                                                  {"works", std::int64_t(2)},
                                                                  {"order", std::string("b")}};
    for (const auto& [field, value] : wrong) {
        model::NewRecord record = f.well();
        for (auto& [name, v] : record.values) {
            if (name == field) v = value;
        }
        std::string text;
        EXPECT_EQ(thrownBy([&] { f.bulk->add(record); }, &text), base::Fault::usage) << field;
        EXPECT_NE(text.find(field + ":"), std::string::npos) << text;
    }
    model::NewRecord unknown = f.well();
    unknown.values.emplace_back("colour", std::string("red"));
    EXPECT_EQ(thrownBy([&] { f.bulk->add(unknown); }), base::Fault::usage);
    model::NewRecord shapeless = f.well();
    shapeless.shape = {};
    EXPECT_EQ(thrownBy([&] { f.bulk->add(shapeless); }), base::Fault::usage);
    model::NewRecord nowhere{"demonstration_village",
                             Level::village,
                             {},
                             {},
                             {{"kind", std::string("beautiful")}, {"level", std::string("city")}}};
    EXPECT_EQ(thrownBy([&] { f.bulk->add(nowhere); }), base::Fault::usage);
    nowhere.level = Level::township;
    nowhere.unit = *model::Code::parse("990000001");
    EXPECT_EQ(thrownBy([&] { f.bulk->add(nowhere); }), base::Fault::usage) << "the wrong level";
    f.bulk->add(f.well());
    f.bulk->commit();
    EXPECT_EQ(f.store->load(base::Date::today(), {}).findRegister("well")->records.size(), 1u);
}

TEST(Register, ABadCatalogueMakesNoFile) {
    const support::TempDir dir;
    fs::create_directories(dir / "data/schemes");
    fs::create_directories(dir / "data/catalogue");
    support::writeFile(dir / "data/catalogue/bad.json", R"({"registers": [{"id": "Bad Name"}]})");
    std::string text;
    EXPECT_EQ(thrownBy([&] { (void)store::create(dir / "a.sqlite", dir / "data"); }, &text), base::Fault::format);
    EXPECT_NE(text.find("bad.json"), std::string::npos);
    EXPECT_FALSE(fs::exists(dir / "a.sqlite"));
}

TEST(Register, ADamagedDeclarationNamesItsRow) {
    Fixture f;
    f.bulk.reset();
    f.store.reset();
    store::spatialite::Database(f.dir / "a.sqlite", store::spatialite::Access::readWrite)
        .execute("UPDATE register SET definition = '{' WHERE key = 'well'", "test");
    std::string text;
    EXPECT_EQ(
        thrownBy(
            [&] { (void)store::open(f.dir / "a.sqlite", store::OpenMode::readOnly)->load(base::Date::today(), {}); },
            &text),
        base::Fault::damaged);
    EXPECT_NE(text.find("table register, well"), std::string::npos) << text;
}

}  // namespace
}  // namespace xiangtu
