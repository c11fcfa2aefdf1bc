// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/register_table.h"

#include "base/date.h"
#include "base/json.h"
#include "store/spatialite/statement.h"

#include <algorithm>

namespace xiangtu::store::spatialite {

namespace {

using model::Anchor;
using model::FieldType;

std::string_view columnType(FieldType type) noexcept {
    switch (type) {
    case FieldType::integer:
    case FieldType::year:
    case FieldType::yesNo: return "INTEGER";
    case FieldType::decimal: return "REAL";
    case FieldType::text:
    case FieldType::date:
    case FieldType::choice: return "TEXT";
    }
    return "TEXT";
}

std::string_view geometryType(Anchor anchor) noexcept {
    switch (anchor) {
    case Anchor::point: return "POINT";
    case Anchor::line: return "MULTILINESTRING";
    case Anchor::polygon: return "MULTIPOLYGON";
    case Anchor::unit: break;
    }
    return "";
}

/// Runs SpatiaLite functions that answer 1 for done.
void must(Database& database, const std::string& call, const std::string& table) {
    if (database.integer("SELECT " + call) != 1) {
        throw base::Error(base::Fault::sql, database.name() + ": table " + table + ": " + call + " failed");
    }
}

/// The records with code and name of their unit, for readers that know SQL but not Xiangtu. Not a
/// spatial view: a unit with two records would appear once only in programs that trust the row id.
void createNamedView(Database& database, const model::RegisterDef& def) {
    std::string columns = "r.id AS id, u.code AS unit_code, u.name AS unit_name";
    for (const model::FieldDef& field : def.fields)
        columns += ", r." + quotedName(field.name) + " AS " + quotedName(field.name);
    const std::string view = "v_" + def.tableName();
    database.execute("CREATE VIEW " + quotedName(view) + " AS SELECT " + columns + " FROM " +
                         quotedName(def.tableName()) + " r LEFT JOIN unit u ON u.id = r.unit_id",
                     "making " + view);
}

}  // namespace

void createRegister(Database& database, const model::RegisterDef& def) {
    const std::string table = def.tableName();
    std::string columns = "id INTEGER PRIMARY KEY, unit_id INTEGER";
    if (def.anchor == Anchor::unit) columns += " NOT NULL";
    columns += " REFERENCES unit (id)";
    for (const model::FieldDef& field : def.fields) {
        columns += ", " + quotedName(field.name) + " " + std::string(columnType(field.type));
        if (field.required) columns += " NOT NULL";
    }
    database.execute("CREATE TABLE " + quotedName(table) + " (" + columns + ")", "making table " + table);
    database.execute("CREATE INDEX " + quotedName(table + "_unit") + " ON " + quotedName(table) + " (unit_id)",
                     "making table " + table);
    createNamedView(database, def);
    if (def.anchor != Anchor::unit) {
        must(database,
             "AddGeometryColumn('" + table + "', 'geom', 4490, '" + std::string(geometryType(def.anchor)) + "', 'XY')",
             table);
        must(database, "CreateSpatialIndex('" + table + "', 'geom')", table);
    }
    Statement(database, "INSERT INTO register (key, definition) VALUES (?, ?)").run(def.id, model::dump(def).dump());
}

std::vector<model::RegisterDef> readRegisters(const Database& database) {
    std::vector<model::RegisterDef> defs;
    Statement select(database, "SELECT key, definition FROM register ORDER BY id");
    Query row(select);
    while (row.next()) {
        const std::string origin = database.name() + ": table register, " + std::string(row.text(0));
        try {
            defs.push_back(model::parseRegister({base::parseJson(row.text(1), origin), origin}));
        } catch (const base::Error& e) { throw base::Error(base::Fault::damaged, e.what()); }
    }
    return defs;
}

std::string fieldColumns(const model::RegisterDef& def) {
    std::string list;
    for (const model::FieldDef& field : def.fields) {
        if (!list.empty()) list += ", ";
        list += quotedName(field.name);
    }
    return list;
}

std::string reasonAgainst(const model::FieldDef& field, const model::Value& value) {
    if (model::isNull(value)) return field.required ? "is required" : "";
    const auto* whole = std::get_if<std::int64_t>(&value);
    const auto* text = std::get_if<std::string>(&value);
    switch (field.type) {
    case FieldType::text: return text ? "" : "must be text";
    case FieldType::integer: return whole ? "" : "must be a whole number";
    case FieldType::decimal: return text ? "must be a number" : "";
    case FieldType::date: return text && base::Date::parse(*text) ? "" : "must be a date YYYY-MM-DD";
    case FieldType::year: return whole && *whole >= 1000 && *whole <= 9999 ? "" : "must be a year";
    case FieldType::yesNo: return whole && (*whole == 0 || *whole == 1) ? "" : "must be 0 or 1";
    case FieldType::choice:
        if (text && std::ranges::find(field.choices, *text, &model::Choice::code) != field.choices.end()) return "";
        return model::toText(value).append(" is not one of the choices");
    }
    return "";
}

}  // namespace xiangtu::store::spatialite
