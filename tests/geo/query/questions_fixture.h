// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/question.h"

#include "base/error.h"
#include "model/catalogue_json.h"
#include "support/coverage.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <random>
#include <set>

namespace xiangtu::query {

using model::Level;
using model::UnitRef;

inline geom::GeoMultiPolygon square(double lon, double lat, double size) {
    return {{{{lon, lat}, {lon + size, lat}, {lon + size, lat + size}, {lon, lat + size}}, {}}};
}

/// A made-up county with the shipped registers, some of them filled.
class Questions : public testing::Test {
protected:
    Questions() {
        made = std::make_shared<model::Snapshot>(support::snapshot({.side = 16}));
        auto catalogue = std::make_shared<model::Catalogue>(
            model::loadCatalogue(std::filesystem::path(XIANGTU_DATA_DIR) / "catalogue"));
        for (const model::RegisterDef& def : catalogue->registers) {
            auto table = std::make_shared<model::RegisterTable>();
            table->def = def;
            tables[def.id] = table;
            made->registers.push_back(table);
        }
        made->catalogue = std::move(catalogue);
        std::mt19937 random(11);
        std::uniform_real_distribution<double> lon(110.002, 110.028), lat(36.502, 36.528);
        const std::array crops{"apple", "hail_net", "fresh_corn"};
        for (int i = 0; i < 24; ++i) {
            // One after the other: arguments of a call are evaluated in whichever order the compiler likes.
            const geom::GeoPoint corner{lon(random), lat(random)};
            add("industry_base", square(corner.lon, corner.lat, 0.003),
                {{"name", "base " + std::to_string(i)}, {"crop", std::string(crops[std::size_t(i) % 3])}});
        }
        for (int i = 0; i < 5; ++i) add("meal_point", geom::GeoPoint{lon(random), lat(random)}, {{"name", "m"}});
        add("land_contract", square(110.01, 36.51, 0.002), {{"contract_mu", 99.0}, {"households", std::int64_t(3)}});
        add("land_contract", square(110.02, 36.51, 0.002), {{"contract_mu", 5.0}, {"households", std::int64_t(3)}});
        const auto villages = std::uint32_t(made->table(Level::village).units.size());
        for (std::uint32_t v = 0; v + 1 < villages; ++v) {
            add("collective_income", {}, {{"amount", std::int64_t(v % 3 == 0 ? 90000 : 300000)}}, {Level::village, v});
        }
        add("route", geom::GeoMultiLine{{{110.003, 36.505}, {110.029, 36.52}}}, {{"name", "r"}});
        add("tourism_belt", square(110.006, 36.506, 0.012), {{"name", "belt"}});
    }

    void add(const std::string& id, geom::GeoShape shape, const std::map<std::string, model::Value>& values,
             UnitRef unit = {}) {
        model::RegisterTable& table = *tables[id];
        auto record = std::make_shared<model::Record>();
        record->id = std::int64_t(table.records.size()) + 1;
        record->unit = unit;
        record->shape = std::move(shape);
        record->values.resize(table.def.fields.size());
        for (const auto& [name, value] : values) record->values.set(*table.def.fieldAt(name), value);
        table.records.push_back(std::move(record));
    }

    Answer asked(const std::string& id, std::map<std::string, std::string> params, Shapes shapes = Shapes::none) {
        if (!ground) ground = std::make_unique<Ground>(made, nullptr, nullptr, past);
        return ask(*ground, {id, std::move(params)}, shapes);
    }
    std::string refused(const std::string& id, std::map<std::string, std::string> params) {
        try {
            (void)asked(id, std::move(params));
        } catch (const base::Error& error) {
            EXPECT_EQ(error.fault(), base::Fault::usage);
            return error.what();
        }
        return "answered";
    }
    static double sum(const Answer& answer, std::string_view key) {
        const auto found = std::ranges::find(answer.sums, key, &Sum::key);
        return found == answer.sums.end() ? NAN : found->value;
    }
    static std::size_t column(const Answer& answer, std::string_view key) {
        const auto found = std::ranges::find(answer.table.columns, key, &indicators::Table::Column::key);
        EXPECT_NE(found, answer.table.columns.end()) << key;
        return std::size_t(found - answer.table.columns.begin());
    }
    static double number(const Answer& answer, std::size_t row, std::string_view key) {
        return model::numberOf(answer.table.rows[row].cells[column(answer, key)]).value_or(NAN);
    }
    static std::string text(const Answer& answer, std::size_t row, std::string_view key) {
        return model::toText(answer.table.rows[row].cells[column(answer, key)]);
    }
    static std::set<std::uint32_t> rowsOf(const Answer& answer) {
        std::set<std::uint32_t> out;
        for (const auto& row : answer.table.rows) out.insert(row.unit.row);
        return out;
    }
    [[nodiscard]] std::string code(UnitRef unit) const { return made->unit(unit).code.text(); }
    [[nodiscard]] geom::GeoPoint seat(Level level, std::uint32_t row) {
        if (!ground) ground = std::make_unique<Ground>(made, nullptr, nullptr, past);
        return geom::toGeo(*ground->seats(level)[row]);
    }

    std::shared_ptr<model::Snapshot> made;
    std::map<std::string, std::shared_ptr<model::RegisterTable>> tables;
    Ground::Past past;
    std::unique_ptr<Ground> ground;
};

}  // namespace xiangtu::query
