// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/date.h"
#include "base/json.h"
#include "edit/declared.h"
#include "model/catalogue_json.h"
#include "store/spatialite/catalogue_rows.h"
#include "store/spatialite/change_log.h"
#include "store/spatialite/migrate.h"
#include "store/spatialite/register_table.h"
#include "store/spatialite/spatialite_store.h"
#include "store/spatialite/statement.h"
#include "store/spatialite/transaction.h"

#include <algorithm>

namespace xiangtu::store::spatialite {

namespace {

using model::FieldDef;
using model::RegisterDef;

edit::Refusal refusal(const RegisterDef& def, std::string field, const std::string& reason) {
    return {edit::RefusalReason::badDeclaration,
            "register " + def.id + (field.empty() ? "" : ", field " + field) + ": " + reason,
            {},
            {},
            field};
}

/// The field of the old declaration that lives on as `field`: of its name, or of one it had.
const FieldDef* ancestorOf(const RegisterDef& old, const FieldDef& field) {
    if (const FieldDef* same = old.findField(field.name)) return same;
    for (const std::string& name : field.was) {
        if (const FieldDef* earlier = old.findField(name)) return earlier;
    }
    return nullptr;
}

std::int64_t countWhere(const Database& database, const RegisterDef& def, const std::string& condition) {
    return database.integer("SELECT count(*) FROM " + quotedName(def.tableName()) + " WHERE " + condition);
}

/// Why the records that are there could not live under the new declaration of a field.
std::optional<edit::Refusal> whyNot(const Database& database, const RegisterDef& old, const RegisterDef& next,
                                    const FieldDef& field) {
    const FieldDef* before = ancestorOf(old, field);
    if (!field.formula.empty()) return std::nullopt;
    const bool stored = before && before->formula.empty();
    const std::string column = stored ? quotedName(before->name) : "NULL";
    if (field.required && !field.retired) {
        const auto empty = countWhere(database, next, column + " IS NULL AND valid_to IS NULL");
        if (empty > 0)
            return refusal(next, field.name, std::to_string(empty) + " records have no value for a required field");
    }
    if (!stored) return std::nullopt;
    if (columnType(before->type) != columnType(field.type) &&
        !(isNumeric(before->type) && columnType(field.type) == "REAL")) {
        const auto used = countWhere(database, next, column + " IS NOT NULL");
        if (used > 0) {
            return refusal(next, field.name,
                           "its type cannot change from " + std::string(fieldTypeName(before->type)) + " to " +
                               std::string(fieldTypeName(field.type)) + ": " + std::to_string(used) +
                               " records have values");
        }
    }
    if (field.type == model::FieldType::choice) {
        std::string known = "''";
        for (const model::Choice& choice : field.choices) {
            std::string quoted;
            for (const char c : choice.code) quoted.append(c == '\'' ? 2 : 1, c);
            known += ", '" + quoted + "'";
        }
        const auto lost = countWhere(database, next, column + " IS NOT NULL AND " + column + " NOT IN (" + known + ")");
        if (lost > 0)
            return refusal(next, field.name, std::to_string(lost) + " records have a choice that would be gone");
    }
    return std::nullopt;
}

/// Fields the new declaration no longer has stay in the table, retired: data are kept.
RegisterDef withRetired(const RegisterDef& old, RegisterDef next) {
    for (const FieldDef& field : old.fields) {
        const bool lives =
            std::ranges::any_of(next.fields, [&](const FieldDef& f) { return ancestorOf(old, f) == &field; });
        if (lives) continue;
        FieldDef kept = field;
        kept.retired = true;
        kept.required = false;
        next.fields.push_back(std::move(kept));
    }
    return next;
}

/// A column made anew with another declaration: NOT NULL and affinity cannot be altered in place.
void remakeColumn(Database& database, const RegisterDef& def, const FieldDef& field) {
    const std::string table = quotedName(def.tableName()), column = quotedName(field.name),
                      spare = quotedName(field.name + "__new");
    database.execute("ALTER TABLE " + table + " ADD COLUMN " + spare + " " + std::string(columnType(field.type)) + ";" +
                         "UPDATE " + table + " SET " + spare + " = " + column + ";" + "ALTER TABLE " + table +
                         " DROP COLUMN " + column + ";" + "ALTER TABLE " + table + " RENAME COLUMN " + spare + " TO " +
                         column,
                     "changing table " + def.tableName());
}

bool mustRemake(const Database& database, const RegisterDef& def, const FieldDef& field) {
    Statement select(database, "SELECT type, \"notnull\" FROM pragma_table_info(?) WHERE name = ?");
    Query row(select, def.tableName(), field.name);
    if (!row.next()) return false;
    return row.text(0) != columnType(field.type) || (row.integer(1) != 0 && !field.required);
}

void followFields(Database& database, const RegisterDef& old, const RegisterDef& next) {
    for (const FieldDef& field : next.fields) {
        if (!field.formula.empty()) continue;
        const FieldDef* before = ancestorOf(old, field);
        if (before && before->name != field.name && hasColumn(database, next.tableName(), before->name)) {
            database.execute("ALTER TABLE " + quotedName(next.tableName()) + " RENAME COLUMN " +
                                 quotedName(before->name) + " TO " + quotedName(field.name),
                             "changing table " + next.tableName());
        }
        addColumn(database, next.tableName(), field.name, columnOf(field));
        if (mustRemake(database, next, field)) remakeColumn(database, next, field);
    }
}

/// Matters that were plain records until now begin at the lifecycle's start, today.
void beginLifecycle(Database& database, const RegisterDef& next, const model::Lifecycle& lifecycle) {
    const model::LifecycleState& start = lifecycle.states[lifecycle.start];
    const base::Date today = base::Date::today();
    const auto due = start.days ? std::optional(base::Date{today.days + *start.days}.iso()) : std::nullopt;
    Statement(database,
              "UPDATE " + quotedName(next.tableName()) + " SET state = ?, state_since = ?, due = ? WHERE state IS NULL")
        .run(start.code, today.iso(), due);
}

std::optional<edit::Refusal> follow(Database& database, const model::Catalogue& catalogue, const RegisterDef& old,
                                    const RegisterDef& wanted) {
    const RegisterDef next = withRetired(old, wanted);
    if (next == old) return std::nullopt;
    const bool places = next.anchor != old.anchor || next.anchorLevel != old.anchorLevel;
    if (places && countWhere(database, old, "1") > 0) {
        return refusal(next, "", "what its records stand on cannot change while there are any");
    }
    for (const FieldDef& field : next.fields) {
        if (auto no = whyNot(database, old, next, field)) return no;
    }
    if (places) return refusal(next, "", "what its records stand on cannot change; declare a new register");
    dropNamedView(database, old);
    addOwnColumns(database, next);
    followFields(database, old, next);
    if (const model::Lifecycle* lifecycle = catalogue.findLifecycle(next.lifecycle);
        lifecycle && old.lifecycle != next.lifecycle) {
        beginLifecycle(database, next, *lifecycle);
    }
    createNamedView(database, next);
    Statement(database, "UPDATE register SET definition = ? WHERE key = ?").run(model::dump(next).dump(), next.id);
    return std::nullopt;
}

}  // namespace

std::optional<edit::Refusal> SpatialiteStore::setCatalogue(const model::Catalogue& catalogue,
                                                           const std::string& author) {
    requireWritable(m_database, m_readOnly);
    try {
        model::checkCatalogue(catalogue, "catalogue");
    } catch (const base::Error& e) { return edit::Refusal{edit::RefusalReason::badDeclaration, e.what(), {}, {}, {}}; }
    if (!m_file.empty()) writeBackup(m_database, m_file, newestVersion());
    Transaction transaction(m_database);
    const model::Catalogue before = readCatalogue(m_database);
    for (const RegisterDef& def : catalogue.registers) {
        const RegisterDef* old = before.find(def.id);
        if (!old)
            createRegister(m_database, def);
        else if (auto no = follow(m_database, catalogue, *old, def))
            return no;
    }
    // A register that is no longer declared stays: its records are the county's.
    writeCatalogueRows(m_database, catalogue);
    edit::ChangeSet line{std::string(edit::kCatalogueTitle), author, base::nowIso(), {}};
    try {
        edit::addDeclared(line, edit::declaredAnew(before, readCatalogue(m_database)));
    } catch (const base::Error& e) { return edit::Refusal{edit::RefusalReason::badDeclaration, e.what(), {}, {}, {}}; }
    if (!line.changes.empty()) (void)appendLine(m_database, line, std::nullopt);
    transaction.commit();
    return std::nullopt;
}

}  // namespace xiangtu::store::spatialite
