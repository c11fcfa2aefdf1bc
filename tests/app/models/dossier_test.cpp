// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/dossier.h"

#include "app/models/dossier_words.h"
#include "base/error.h"
#include "geodesy/area.h"
#include "support/coverage.h"

#include <gtest/gtest.h>

#include <numeric>

namespace xiangtu::app {
namespace {

using model::Level;
using model::UnitRef;

class DossierTest : public testing::Test {
protected:
    [[nodiscard]] Dossier of(UnitRef unit) const { return describe(snapshot, children, unit, 0); }
    /// The same snapshot with the households of one level forgotten.
    void forgetHouseholds(Level level) {
        auto table = std::make_shared<model::LevelTable>(snapshot.table(level));
        for (model::Unit& unit : table->units) unit.households = -1;
        snapshot.levels[model::indexOf(level)] = table;
    }

    model::Snapshot snapshot = support::snapshot();
    model::Children children{snapshot};
};

TEST_F(DossierTest, LineageRunsFromTheCountyToTheUnit) {
    const Dossier d = of({Level::grid, 17});
    ASSERT_EQ(d.lineage.size(), 5u);
    EXPECT_EQ(d.lineage.front(), (UnitRef{Level::county, 0}));
    EXPECT_EQ(d.lineage.back(), (UnitRef{Level::grid, 17}));
    EXPECT_TRUE(d.below.empty());
    EXPECT_TRUE(d.shares.empty());
}

TEST_F(DossierTest, CountsEveryLevelBelow) {
    const Dossier d = of({Level::county, 0});
    ASSERT_EQ(d.below.size(), 4u);
    const std::array<std::int64_t, 4> units{4, 16, 64, 256};
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(d.below[i].units, units[i]);
    EXPECT_EQ(d.below[0].served, 4);   // every township
    EXPECT_EQ(d.below[1].served, 15);  // every village but the last
    EXPECT_EQ(d.below[2].served, 32);  // every second natural village
    EXPECT_EQ(d.below[3].served, 0);
}

TEST_F(DossierTest, ServingIsSmallestFirstAndShowsHoles) {
    const Dossier d = of({Level::grid, 0});
    ASSERT_EQ(d.serving.size(), 5u);
    EXPECT_EQ(d.serving.front().unit, (UnitRef{Level::grid, 0}));
    EXPECT_EQ(d.serving.front().org, model::PartyTable::kNone);
    const QVariantList words = servingList(snapshot, d);
    // The county's own missing committee is no hole of the countryside.
    ASSERT_EQ(words.size(), 4);
    EXPECT_TRUE(words[0].toMap()["hole"].toBool());
    EXPECT_EQ(words[0].toMap()["org"].toString(), QStringLiteral("No Party member centre household yet"));
    EXPECT_FALSE(words[3].toMap()["hole"].toBool());
}

TEST_F(DossierTest, HouseholdsAreTakenAsRecorded) {
    const Dossier d = of({Level::village, 3});
    EXPECT_EQ(d.households, snapshot.unit({Level::village, 3}).households);
    EXPECT_FALSE(d.householdsSummed);
}

TEST_F(DossierTest, HouseholdsAreAddedUpWhereNotRecorded) {
    const std::int64_t recorded = snapshot.unit({Level::village, 3}).households;
    forgetHouseholds(Level::village);
    forgetHouseholds(Level::naturalVillage);
    const Dossier d = of({Level::village, 3});
    EXPECT_EQ(d.households, recorded);
    EXPECT_TRUE(d.householdsSummed);
    forgetHouseholds(Level::grid);
    EXPECT_EQ(of({Level::village, 3}).households, -1);
}

TEST_F(DossierTest, AreaIsThatOfTheEllipsoid) {
    const UnitRef unit{Level::township, 2};
    EXPECT_DOUBLE_EQ(of(unit).areaM2, geodesy::area(snapshot.table(Level::township).shapes, 2));
}

TEST_F(DossierTest, AreaIsUnknownWithoutPolygon) {
    auto table = std::make_shared<model::LevelTable>(snapshot.table(Level::village));
    table->shapes = {};
    for (std::size_t i = 0; i < table->units.size(); ++i) table->shapes.add({});
    snapshot.levels[model::indexOf(Level::village)] = table;
    EXPECT_EQ(of({Level::village, 0}).areaM2, -1);
}

TEST_F(DossierTest, SharesCountEverySmallestUnitOnce) {
    const Dossier d = of({Level::county, 0});
    std::int64_t all = 0;
    for (const auto& share : d.shares) all += share.units;
    EXPECT_EQ(all, 256);
    EXPECT_EQ(d.sharesLevel, Level::grid);
    const auto& column = snapshot.classes[0]->classOf[model::indexOf(Level::grid)];
    for (const auto& share : d.shares) {
        EXPECT_EQ(share.units, std::count(column.begin(), column.end(), share.classIndex)) << int(share.classIndex);
    }
}

TEST_F(DossierTest, AClassAboveHoldsForWhatHasNone) {
    auto column = std::make_shared<model::ClassColumn>(*snapshot.classes[0]);
    column->classOf[model::indexOf(Level::grid)].assign(256, model::ClassColumn::kUnset);
    column->classOf[model::indexOf(Level::village)][0] = 4;
    snapshot.classes[0] = column;
    const UnitRef grid = children.of(children.of(UnitRef{Level::village, 0})[0])[0];
    const Dossier d = of(grid);
    EXPECT_EQ(d.classIndex, 4);
    EXPECT_EQ(d.classFrom, (UnitRef{Level::village, 0}));
    const Dossier above = of({Level::township, 0});
    EXPECT_FALSE(above.classFrom.valid());
    std::int64_t red = 0;
    for (const auto& share : above.shares) red += share.classIndex == 4 ? share.units : 0;
    EXPECT_EQ(red, 16);  // the 4 × 4 grids of that village
}

TEST_F(DossierTest, AnUnknownSchemeMeansNoClass) {
    const Dossier d = describe(snapshot, children, {Level::grid, 0}, 99);
    EXPECT_EQ(d.classIndex, model::ClassColumn::kUnset);
    EXPECT_TRUE(classList(snapshot, 99, d.classIndex).isEmpty());
}

TEST_F(DossierTest, StopsWhenAsked) {
    base::Progress progress;
    progress.cancel();
    auto table = std::make_shared<model::RegisterTable>();
    snapshot.registers.push_back(table);
    EXPECT_THROW((void)describe(snapshot, children, {Level::county, 0}, 0, progress), base::Error);
}

class DossierRegisters : public DossierTest {
protected:
    static model::FieldDef field(const char* name, model::Titles title, model::FieldType type, const char* unit = "") {
        model::FieldDef made;
        made.name = name;
        made.title = std::move(title);
        made.type = type;
        made.unit = unit;
        return made;
    }
    DossierRegisters() {
        auto bases = std::make_shared<model::RegisterTable>();
        bases->def.id = "industry_base";
        bases->def.title = {"产业基地", "Industry bases"};
        bases->def.anchor = model::Anchor::polygon;
        model::FieldDef crop = field("crop", {"作物", "Crop"}, model::FieldType::choice);
        crop.choices = {{"apple", {"苹果", "Apples"}, ""}};
        const model::FieldDef area = field("area_mu", {"面积", "Area"}, model::FieldType::decimal, "亩");
        model::FieldDef phone = field("phone", {"电话", "Phone"}, model::FieldType::text);
        phone.sensitive = true;
        bases->def.fields = {crop, area, phone};
        const geom::GridBox box = snapshot.table(Level::grid).shapes.box(0);
        const geom::GeoPoint a = geom::toGeo(box.min);
        const geom::GeoPoint b = geom::toGeo(box.max);
        const geom::GeoPoint m{(a.lon + b.lon) / 2, (a.lat + b.lat) / 2};
        const double d = (b.lon - a.lon) / 10;
        model::Record record;
        record.id = 1;
        record.unit = snapshot.ancestor({Level::grid, 0}, Level::village);
        record.shape =
            geom::GeoMultiPolygon{{{{m.lon - d, m.lat - d}, {m.lon + d, m.lat - d}, {m.lon, m.lat + d}}, {}}};
        record.values = {std::string("apple"), 12.5, std::string("13800000000")};
        bases->records = {std::make_shared<model::Record>(record)};
        snapshot.registers.push_back(bases);

        auto villages = std::make_shared<model::RegisterTable>();
        villages->def.id = "demonstration_village";
        villages->def.title = {"示范村", "Demonstration villages"};
        villages->def.anchor = model::Anchor::unit;
        villages->def.fields = {field("year", {"年度", "Year"}, model::FieldType::year)};
        model::Record marked;
        marked.unit = record.unit;
        marked.values = {std::int64_t(2023)};
        villages->records = {std::make_shared<model::Record>(marked)};
        snapshot.registers.push_back(villages);
    }
    [[nodiscard]] std::size_t count(UnitRef unit, std::size_t registerIndex) const {
        for (const auto& lying : of(unit).lying) {
            if (lying.registerIndex == registerIndex) return lying.records.size();
        }
        return 0;
    }
};

TEST_F(DossierRegisters, ABaseLiesInItsGridAndInAllAboveIt) {
    EXPECT_EQ(count({Level::grid, 0}, 0), 1u);
    for (const UnitRef unit : snapshot.lineage({Level::grid, 0})) EXPECT_EQ(count(unit, 0), 1u);
}

TEST_F(DossierRegisters, ABaseDoesNotLieInTheOtherGridsOfItsVillage) {
    const UnitRef village = snapshot.ancestor({Level::grid, 0}, Level::village);
    std::size_t grids = 0;
    for (std::uint32_t row = 0; row < 256; ++row) {
        if (snapshot.ancestor({Level::grid, row}, Level::village) == village) grids += count({Level::grid, row}, 0);
    }
    EXPECT_EQ(grids, 1u);
}

TEST_F(DossierRegisters, ADemonstrationMarkSpeaksForAllInTheVillage) {
    const UnitRef village = snapshot.ancestor({Level::grid, 0}, Level::village);
    EXPECT_EQ(count({Level::grid, 0}, 1), 1u);
    EXPECT_EQ(count(village, 1), 1u);
    EXPECT_EQ(count({Level::county, 0}, 1), 1u);
    const std::uint32_t other = village.row == 0 ? 1 : 0;
    EXPECT_EQ(count({Level::village, other}, 1), 0u);
}

TEST_F(DossierRegisters, WordsNameChoicesUnitsAndSumsButNothingSensitive) {
    const QVariantList list = lyingList(snapshot, of({Level::grid, 0}));
    ASSERT_EQ(list.size(), 2);
    const QVariantMap bases = list[0].toMap();
    EXPECT_EQ(bases["title"].toString(), QStringLiteral("Industry bases"));
    EXPECT_EQ(bases["sum"].toString(), QStringLiteral("12.50 亩"));
    const auto first = [](const QVariantMap& lying) {
        return lying["items"].toList().value(0).toMap()["text"].toString();
    };
    EXPECT_EQ(first(bases), QStringLiteral("Apples · 12.5 亩"));
    EXPECT_EQ(first(list[1].toMap()), QStringLiteral("2023"));
}

TEST_F(DossierRegisters, AQuantityStandsWithItsUnitAndNothingIsSaidTwice) {
    auto table = std::make_shared<model::RegisterTable>(*snapshot.registers[0]);
    table->def.fields = {field("quantity", {"数量", "Quantity"}, model::FieldType::decimal),
                         field("quantity_unit", {"单位", "Unit"}, model::FieldType::text),
                         field("reported_mu", {"面积", "Area"}, model::FieldType::decimal, "亩"),
                         field("operator", {"主体", "Operator"}, model::FieldType::text)};
    table->def.symbolField.clear();
    const auto line = [&](std::vector<model::Value> values) {
        auto record = std::make_shared<model::Record>(*table->records[0]);
        record->values = std::move(values);
        table->records[0] = std::move(record);
        snapshot.registers[0] = table;
        return lyingList(snapshot, of({Level::grid, 0}))[0]
            .toMap()["items"]
            .toList()
            .value(0)
            .toMap()["text"]
            .toString();
    };
    EXPECT_EQ(line({12.5, std::string("亩"), 12.5, std::string("合作社")}), QStringLiteral("12.5 亩 · 合作社"));
    EXPECT_EQ(line({300.0, std::string("羽"), 12.5, std::string("合作社")}),
              QStringLiteral("300 羽 · 12.5 亩 · 合作社"));
    EXPECT_EQ(line({model::Value(), std::string("羽"), 12.5, model::Value()}), QStringLiteral("12.5 亩"));
}

TEST(DossierWords, HistoryIsOfOneSchemeAndNamesATakenClass) {
    model::Scheme scheme;
    scheme.key = "risk5";
    scheme.classes = {{"green", {"绿", "Green"}, {"正常", "Normal"}, 0x00AA00, model::Hatch::none, 0}};
    const std::vector<store::ClassRecord> records{
        {"risk5", "", "2024-05-02", "已搬走", "田", "2024-05-02T00:00:00.000Z"},
        {"theme5", "red", "2024-04-02", "其他", "田", "2024-04-02T00:00:00.000Z"},
        {"risk5", "green", "2024-03-02", "正常", "石", "2024-03-02T00:00:00.000Z"},
        {"risk5", "gone", "2023-03-02", "旧类别", "石", "2023-03-02T00:00:00.000Z"}};
    const QVariantList list = historyList(scheme, records);
    ASSERT_EQ(list.size(), 3);
    EXPECT_EQ(list[0].toMap()["name"].toString(), QStringLiteral("Class taken away"));
    EXPECT_TRUE(list[0].toMap()["cleared"].toBool());
    EXPECT_EQ(list[1].toMap()["name"].toString(), QStringLiteral("Normal"));
    EXPECT_EQ(list[1].toMap()["since"].toString(), QStringLiteral("2024-03-02"));
    // A class that was since removed from the scheme keeps its code.
    EXPECT_EQ(list[2].toMap()["name"].toString(), QStringLiteral("gone"));
}

}  // namespace
}  // namespace xiangtu::app
