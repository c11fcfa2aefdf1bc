// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/register_table.h"

#include "base/json.h"
#include "model/catalogue_json.h"
#include "store/spatialite/statement.h"

#include <array>
#include <utility>

namespace xiangtu::store::spatialite {

namespace {

using model::Anchor;

std::string_view geometryType(Anchor anchor) noexcept {
    switch (anchor) {
    case Anchor::point: return "POINT";
    case Anchor::line: return "MULTILINESTRING";
    case Anchor::polygon: return "MULTIPOLYGON";
    case Anchor::unit:
    case Anchor::link: break;
    }
    return "";
}

/// Runs SpatiaLite functions that answer 1 for done.
void must(Database& database, const std::string& call, const std::string& table) {
    if (database.integer("SELECT " + call) != 1) {
        throw base::Error(base::Fault::sql, database.name() + ": table " + table + ": " + call + " failed");
    }
}

using ColumnText = std::pair<const char*, const char*>;  // name, declaration
constexpr std::array kOwnColumns{ColumnText{"valid_from", "valid_from TEXT NOT NULL DEFAULT '1900-01-01'"},
                                 ColumnText{"valid_to", "valid_to TEXT"}};
constexpr std::array kStateColumns{ColumnText{"state", "state TEXT"}, ColumnText{"state_since", "state_since TEXT"},
                                   ColumnText{"due", "due TEXT"}};

std::string viewName(const model::RegisterDef& def) { return "v_" + def.tableName(); }

}  // namespace

std::string_view columnType(model::FieldType type) noexcept {
    return isWhole(type) ? "INTEGER" : isNumeric(type) ? "REAL" : "TEXT";
}

std::string columnOf(const model::FieldDef& field) {
    return quotedName(field.name) + " " + std::string(columnType(field.type));
}

bool hasColumn(const Database& database, const std::string& table, const std::string& name) {
    Statement select(database, "SELECT 1 FROM pragma_table_info(?) WHERE name = ?");
    Query row(select, table, name);
    return row.next();
}

void addColumn(Database& database, const std::string& table, const std::string& name, const std::string& declaration) {
    if (hasColumn(database, table, name)) return;
    database.execute("ALTER TABLE " + quotedName(table) + " ADD COLUMN " + declaration, "changing table " + table);
}

// Not a spatial view: a unit with two records would appear once only in programs that trust the row id.
void createNamedView(Database& database, const model::RegisterDef& def) {
    std::string columns = "r.id AS id, u.code AS unit_code, u.name AS unit_name, r.valid_from, r.valid_to";
    if (!def.lifecycle.empty()) columns += ", r.state, r.state_since, r.due";
    for (const model::FieldDef& field : def.fields) {
        if (field.formula.empty()) columns += ", r." + quotedName(field.name) + " AS " + quotedName(field.name);
    }
    dropNamedView(database, def);
    database.execute("CREATE VIEW " + quotedName(viewName(def)) + " AS SELECT " + columns + " FROM " +
                         quotedName(def.tableName()) + " r LEFT JOIN unit u ON u.id = r.unit_id",
                     "making " + viewName(def));
}

void dropNamedView(Database& database, const model::RegisterDef& def) {
    database.execute("DROP VIEW IF EXISTS " + quotedName(viewName(def)), "dropping " + viewName(def));
}

void addOwnColumns(Database& database, const model::RegisterDef& def) {
    for (const auto& [name, declaration] : kOwnColumns) addColumn(database, def.tableName(), name, declaration);
    if (def.lifecycle.empty()) return;
    for (const auto& [name, declaration] : kStateColumns) addColumn(database, def.tableName(), name, declaration);
}

void createRegister(Database& database, const model::RegisterDef& def) {
    const std::string table = def.tableName();
    // Ids are never used twice, so the change log stays unambiguous after an undo.
    std::string columns = "id INTEGER PRIMARY KEY AUTOINCREMENT, unit_id INTEGER";
    if (def.anchor == Anchor::unit) columns += " NOT NULL";
    columns += " REFERENCES unit (id)";
    for (const auto& [name, declaration] : kOwnColumns) columns.append(", ").append(declaration);
    if (!def.lifecycle.empty()) {
        for (const auto& [name, declaration] : kStateColumns) columns.append(", ").append(declaration);
    }
    for (const model::FieldDef& field : def.fields) {
        if (field.formula.empty()) columns += ", " + columnOf(field);
    }
    // Every ALTER TABLE reads the whole schema again: all columns are there from the start.
    const std::string shape(geometryType(def.anchor));
    if (hasShape(def.anchor)) columns += ", geom " + shape;
    database.execute("CREATE TABLE " + quotedName(table) + " (" + columns + ")", "making table " + table);
    database.execute("CREATE INDEX " + quotedName(table + "_unit") + " ON " + quotedName(table) + " (unit_id)",
                     "making table " + table);
    createNamedView(database, def);
    if (hasShape(def.anchor)) {
        must(database, "RecoverGeometryColumn('" + table + "', 'geom', 4490, '" + shape + "', 'XY')", table);
        must(database, "CreateSpatialIndex('" + table + "', 'geom')", table);
    }
    Statement(database, "INSERT INTO register (key, definition) VALUES (?, ?)").run(def.id, model::dump(def).dump());
}

std::vector<model::RegisterDef> readRegisters(const Database& database, const std::set<std::string>* only) {
    std::vector<model::RegisterDef> defs;
    Statement select(database, "SELECT key, definition FROM register ORDER BY id");
    Query row(select);
    while (row.next()) {
        if (only && !only->contains(std::string(row.text(0)))) continue;
        const std::string origin = database.name() + ": table register, " + std::string(row.text(0));
        try {
            const base::Json json = base::parseJson(row.text(1), origin);
            defs.push_back(model::parseRegister({json, origin}));
        } catch (const base::Error& e) { throw base::Error(base::Fault::damaged, e.what()); }
    }
    return defs;
}

std::string fieldColumns(const model::RegisterDef& def) {
    std::string list;
    for (const model::FieldDef& field : def.fields) {
        if (!field.formula.empty()) continue;
        if (!list.empty()) list += ", ";
        list += quotedName(field.name);
    }
    return list;
}

}  // namespace xiangtu::store::spatialite
