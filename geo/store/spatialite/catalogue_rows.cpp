// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/catalogue_rows.h"

#include "base/json.h"
#include "model/catalogue_json.h"
#include "store/spatialite/register_table.h"
#include "store/spatialite/statement.h"

#include <string>

namespace xiangtu::store::spatialite {

namespace {

using base::Json;

Json titles(const model::Titles& t) { return {{"zh", t.zh}, {"en", t.en}}; }

/// A catalogue file's list of each kind of row.
constexpr std::pair<std::string_view, std::string_view> kLists[] = {
    {"mechanism", "mechanisms"}, {"group", "groups"},   {"lifecycle", "lifecycles"}, {"indicator", "indicators"},
    {"rule", "rules"},           {"report", "reports"}, {"query", "queries"}};

void readRows(const Database& database, std::string_view kind, std::string_view list, model::Catalogue& catalogue) {
    Statement select(database, "SELECT key, definition FROM catalogue WHERE kind = ? ORDER BY position");
    for (Query row(select, std::string(kind)); row.next();) {
        const std::string origin =
            database.name() + ": table catalogue, " + std::string(kind) + " " + std::string(row.text(0));
        try {
            const Json one{{std::string(list), Json::array({base::parseJson(row.text(1), origin)})}};
            model::addCatalogueFile(catalogue, {one, origin});
        } catch (const base::Error& e) { throw base::Error(base::Fault::damaged, e.what()); }
    }
}

}  // namespace

model::Catalogue readDeclarations(const Database& database, const std::set<std::string>& registers) {
    model::Catalogue catalogue;
    readRows(database, "lifecycle", "lifecycles", catalogue);
    catalogue.registers = readRegisters(database, &registers);
    return catalogue;
}

model::Catalogue readCatalogue(const Database& database) {
    model::Catalogue catalogue;
    for (const auto& [kind, list] : kLists) readRows(database, kind, list, catalogue);
    catalogue.registers = readRegisters(database);
    try {
        model::checkCatalogue(catalogue, database.name() + ": catalogue");
    } catch (const base::Error& e) { throw base::Error(base::Fault::damaged, e.what()); }
    return catalogue;
}

void writeCatalogueRows(Database& database, const model::Catalogue& catalogue) {
    database.execute("DELETE FROM catalogue", "writing the catalogue");
    Statement insert(database, "INSERT INTO catalogue (kind, key, position, definition) VALUES (?, ?, ?, ?)");
    std::int64_t position = 0;
    const auto put = [&](const char* kind, const std::string& key, const std::string& definition) {
        insert.run(kind, key, position++, definition);
    };
    for (const model::Mechanism& m : catalogue.mechanisms) {
        put("mechanism", std::to_string(m.number), Json{{"number", m.number}, {"title", titles(m.title)}}.dump());
    }
    for (const model::Group& g : catalogue.groups)
        put("group", g.id, Json{{"id", g.id}, {"title", titles(g.title)}}.dump());
    for (const model::Lifecycle& l : catalogue.lifecycles) put("lifecycle", l.id, l.definition);
    for (const model::IndicatorDef& i : catalogue.indicators) put("indicator", i.id, i.definition);
    for (const model::RuleDef& r : catalogue.rules) put("rule", r.id, r.definition);
    for (const model::ReportDef& r : catalogue.reports) put("report", r.id, r.definition);
    for (const model::QueryDef& q : catalogue.queries) {
        Json json{{"id", q.id}, {"title", titles(q.title)}, {"command", q.command}};
        if (!q.mechanisms.empty()) json["mechanisms"] = q.mechanisms;
        put("query", q.id, json.dump());
    }
}

}  // namespace xiangtu::store::spatialite
