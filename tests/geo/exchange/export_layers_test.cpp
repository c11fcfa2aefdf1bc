// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export_layers.h"

#include "base/error.h"
#include "geo/exchange/export_fixture.h"
#include "geodesy/area.h"
#include "support/coverage.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace xiangtu::exchange {

namespace {

class Layers : public ::testing::Test {
protected:
    std::shared_ptr<model::Snapshot> county = std::make_shared<model::Snapshot>(support::snapshot());

    void addRegister(model::Anchor anchor) {
        auto table = std::make_shared<model::RegisterTable>();
        table->def.id = "visit";
        table->def.title = {"走访", "Visits"};
        table->def.anchor = anchor;
        table->def.labelField = "note";
        model::FieldDef note, phone, kind, who;
        note.name = "note";
        note.title = {"记事", "Note"};
        phone.name = "phone";
        phone.title = {"电话", "Phone"};
        phone.sensitive = true;
        kind.name = "kind";
        kind.title = {"类型", "Kind"};
        kind.type = model::FieldType::multiChoice;
        kind.choices = {{"a", {"党建", "Party"}, ""}, {"b", {"产业", "Industry"}, ""}};
        who.name = "who";
        who.title = {"走访人", "Who"};
        who.type = model::FieldType::person;
        table->def.fields = {note, phone, kind, who};
        for (std::int64_t id = 1; id <= 2; ++id) {
            auto record = std::make_shared<model::Record>();
            record->id = id;
            record->unit = {model::Level::grid, std::uint32_t(id == 1 ? 0 : 200)};
            if (anchor == model::Anchor::point) record->shape = geom::GeoPoint{110.001, 36.501};
            record->values = {std::string("记"), std::string("13800000000"), std::string("b,a"), std::string("张三")};
            table->records.push_back(record);
        }
        county->registers.push_back(table);
    }
    static std::vector<std::string> keys(const RowSource& rows) {
        std::vector<std::string> out;
        for (const ExportColumn& column : rows.about().columns) out.push_back(column.key);
        return out;
    }
    static std::string text(const RowSource& rows, std::size_t row, const std::string& key) {
        ExportRow content;
        rows.cells(row, content);
        const auto names = keys(rows);
        const auto& cell = content.cells[std::size_t(std::ranges::find(names, key) - names.begin())];
        const auto* found = std::get_if<std::string_view>(&cell);
        return found ? std::string(*found) : cell.index() == 0 ? "NULL" : "a number";
    }
};

TEST_F(Layers, HoldEveryUnitOfALevelWithItsLand) {
    const ExportLayer layer = unitLayer(county, model::Level::grid, {});
    const auto& table = county->table(model::Level::grid);
    ASSERT_EQ(layer.rows->size(), table.units.size());
    double sum = 0;
    for (std::size_t row = 0; row < layer.rows->size(); ++row) {
        EXPECT_EQ(text(*layer.rows, row, "code"), table.units[row].code.text());
        const double exact = geodesy::area(table.shapes, row);
        EXPECT_NEAR(layer.rows->areaM2(row) / exact, 1, 1e-6);
        sum += exact;
    }
    const ExportLayer whole = unitLayer(county, model::Level::county, {});
    EXPECT_NEAR(whole.rows->areaM2(0) / sum, 1, 1e-6);
    EXPECT_EQ(layer.rows->township(0).substr(0, 9), text(*layer.rows, 0, "town_code"));
}

TEST_F(Layers, AreNarrowedByPlaceConditionAndClass) {
    ExportSelection selection;
    selection.within = {model::Level::township, 1};
    const std::size_t inside = unitLayer(county, model::Level::grid, selection).rows->size();
    EXPECT_EQ(inside, 64u);
    selection.where = model::Expression::parse("unit_level = 'village'", nullptr);
    EXPECT_EQ(unitLayer(county, model::Level::grid, selection).rows->size(), 0u);
    EXPECT_EQ(unitLayer(county, model::Level::village, selection).rows->size(), 4u);
    ExportSelection red;
    red.classes = {county->schemes->front().classes.front().code};
    const ExportLayer few = unitLayer(county, model::Level::grid, red);
    EXPECT_GT(few.rows->size(), 0u);
    for (std::size_t row = 0; row < few.rows->size(); ++row) EXPECT_EQ(few.rows->look(row), 0u);
    red.classes = {"purple"};
    EXPECT_THROW(static_cast<void>(unitLayer(county, model::Level::grid, red)), base::Error);
    red.classes = {};
    red.columns = {"nothing"};
    EXPECT_THROW(static_cast<void>(unitLayer(county, model::Level::grid, red)), base::Error);
}

TEST_F(Layers, HideSmallCountsInAPublicExport) {
    ExportSelection selection;
    selection.columns = {"households"};
    const ExportLayer all = unitLayer(county, model::Level::grid, selection);
    selection.profile = ExportProfile::publicUse;
    const ExportLayer open = unitLayer(county, model::Level::grid, selection);
    ASSERT_EQ(open.leftOut.size(), 1u);
    std::size_t hidden = 0;
    for (std::size_t row = 0; row < open.rows->size(); ++row) {
        const bool few = county->table(model::Level::grid).units[row].households < 3;
        EXPECT_EQ(text(*open.rows, row, "households"), few ? "NULL" : "a number");
        EXPECT_EQ(text(*all.rows, row, "households"), "a number");
        hidden += few;
    }
    EXPECT_GT(hidden, 0u);
}

TEST_F(Layers, LeaveSensitiveFieldsOutUnlessTheRoleMay) {
    addRegister(model::Anchor::point);
    const ExportLayer without = registerLayer(county, "visit", {});
    EXPECT_EQ(std::ranges::count(keys(*without.rows), "phone"), 0);
    ASSERT_EQ(without.leftOut.size(), 1u);
    EXPECT_TRUE(without.leftOut[0].starts_with("phone")) << without.leftOut[0];

    ExportSelection may;
    may.rights.sensitive = true;
    may.rights.may = [](model::UnitRef unit) { return unit.row == 0; };
    const ExportLayer with = registerLayer(county, "visit", may);
    EXPECT_EQ(text(*with.rows, 0, "phone"), "13800000000");
    EXPECT_EQ(text(*with.rows, 1, "phone"), "NULL") << "outside the scope";

    may.profile = ExportProfile::publicUse;
    const ExportLayer open = registerLayer(county, "visit", may);
    EXPECT_EQ(std::ranges::count(keys(*open.rows), "phone"), 0);
    EXPECT_EQ(std::ranges::count(keys(*open.rows), "who"), 0) << "a person";
    EXPECT_EQ(open.leftOut.size(), 2u);
}

TEST_F(Layers, SayChoicesByTheirNamesAndStandWhereTheirAnchorStands) {
    addRegister(model::Anchor::unit);
    const ExportLayer layer = registerLayer(county, "visit", {});
    EXPECT_EQ(text(*layer.rows, 0, "kind"), "产业、党建");
    EXPECT_EQ(layer.rows->shapeSize(1).kind, GeometryKind::polygon);
    FlatShape shape;
    layer.rows->shape(1, shape);
    EXPECT_EQ(shape.points.size(), layer.rows->shapeSize(1).points);
    ExportSelection inside;
    inside.within = {model::Level::grid, 200};
    EXPECT_EQ(registerLayer(county, "visit", inside).rows->size(), 1u);
    EXPECT_THROW(static_cast<void>(registerLayer(county, "nothing", {})), base::Error);
}

TEST_F(Layers, HoldOrganisationsWithWhatTheyServe) {
    const ExportLayer layer = organisationLayer(county, {});
    ASSERT_EQ(layer.rows->size(), county->party->orgs.size());
    const support::TempDir dir;
    ExportOptions options;
    options.format = ExportFormat::csv;
    static_cast<void>(exported(*layer.rows, dir / "orgs.csv", options));
    const ReadBack back = readBack((dir / "orgs.csv").string());
    ASSERT_EQ(back.values.size(), layer.rows->size());
    const auto code = std::size_t(std::ranges::find(back.fields, "unit_code") - back.fields.begin());
    EXPECT_EQ(back.types[code], "String") << "a code is no number";
    EXPECT_EQ(back.values[0][code], text(*layer.rows, 0, "unit_code"));
}

}  // namespace

}  // namespace xiangtu::exchange
