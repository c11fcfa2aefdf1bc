// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_county.h"

#include "base/json.h"
#include "geodesy/area.h"
#include "model/catalogue_json.h"

namespace xiangtu::indicators {

namespace {

const char* const kRegisters = R"("registers": [
  {"id": "income", "title": {"zh": "收入", "en": "Income"}, "anchor": "unit", "level": "village", "fields": [
    {"name": "amount", "title": {"zh": "金额", "en": "Amount"}, "type": "money"},
    {"name": "who", "title": {"zh": "经手", "en": "Who"}, "type": "person"}]},
  {"id": "well", "title": {"zh": "水井", "en": "Wells"}, "anchor": "point", "fields": [
    {"name": "name", "title": {"zh": "名称", "en": "Name"}, "type": "text"}]},
  {"id": "plot", "title": {"zh": "地块", "en": "Plots"}, "anchor": "polygon", "fields": [
    {"name": "kind", "title": {"zh": "类", "en": "Kind"}, "type": "choice", "choices": [
      {"code": "orchard", "name": {"zh": "果园", "en": "Orchard"}}, {"code": "net", "name": {"zh": "防雹网", "en": "Net"}}]}]}])";

}  // namespace

std::string indicator(const std::string& measure, const std::string& more) {
    return R"([{"id": "i", "title": {"zh": "指标", "en": "I"}, "levels": ["county"], "measure": )" + measure + more +
           "}]";
}

MadeCounty::MadeCounty(const std::string& indicators, const std::string& rules) {
    auto catalogue = std::make_shared<model::Catalogue>();
    const base::Json json = base::parseJson(
        std::string("{") + kRegisters + ", \"indicators\": " + indicators + ", \"rules\": " + rules + "}", "made");
    model::addCatalogueFile(*catalogue, {json, "made"});
    model::checkCatalogue(*catalogue, "made");
    for (const auto& def : catalogue->registers) {
        auto table = std::make_shared<model::RegisterTable>();
        table->def = def;
        snapshot.registers.push_back(table);
    }
    snapshot.catalogue = catalogue;
}

std::int64_t MadeCounty::add(std::size_t registerAt, model::Record record) {
    auto table = std::make_shared<model::RegisterTable>(*snapshot.registers[registerAt]);
    record.id = m_next++;
    table->records.push_back(std::make_shared<model::Record>(std::move(record)));
    snapshot.registers[registerAt] = table;
    return m_next - 1;
}

std::int64_t MadeCounty::addIncome(std::uint32_t at, double amount, const std::string& who) {
    model::Record record;
    record.unit = village(at);
    record.values = {amount, who};
    return add(kIncome, std::move(record));
}

std::int64_t MadeCounty::addWell(geom::GeoPoint place) {
    model::Record record;
    record.shape = place;
    record.values = {std::string("井")};
    return add(kWell, std::move(record));
}

std::int64_t MadeCounty::addPlot(std::uint32_t at, geom::GeoPoint p, double d, const std::string& kind) {
    model::Record record;
    record.unit = village(at);
    const geom::GeoMultiPolygon shape{
        {{{p.lon, p.lat}, {p.lon + d, p.lat}, {p.lon + d, p.lat + d}, {p.lon, p.lat + d}}, {}}};
    record.areaM2 = geodesy::area(shape);
    record.shape = shape;
    record.values = {kind};
    return add(kPlot, std::move(record));
}

void MadeCounty::remove(std::size_t registerAt, std::int64_t id) {
    auto table = std::make_shared<model::RegisterTable>(*snapshot.registers[registerAt]);
    std::erase_if(table->records, [&](const auto& record) { return record->id == id; });
    snapshot.registers[registerAt] = table;
}

double MadeCounty::value(model::UnitRef unit, const std::string& id) const {
    const Figures figures(snapshot);
    return figures.value(*figures.find(id), unit);
}

void MadeCounty::shake(std::mt19937& random) {
    std::uniform_real_distribution<double> amount(0, 500000), place(0, 0.03);
    for (int i = 0; i < 3; ++i) {
        addIncome(random() % 16, amount(random), random() % 2 ? "张某" : "李某");
        addWell({110 + place(random), 36.5 + place(random)});
        addPlot(random() % 16, {110 + place(random), 36.5 + place(random)}, 0.002, random() % 2 ? "orchard" : "net");
    }
    for (std::size_t r = 0; r < 3; ++r) {
        const auto& records = snapshot.registers[r]->records;
        remove(r, records[random() % records.size()]->id);
    }
    // One changed in place.
    auto table = std::make_shared<model::RegisterTable>(*snapshot.registers[kIncome]);
    auto changed = std::make_shared<model::Record>(*table->records.front());
    changed->values.set(0, amount(random));
    table->records.front() = std::move(changed);
    snapshot.registers[kIncome] = table;
}

}  // namespace xiangtu::indicators
