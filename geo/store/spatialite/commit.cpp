// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/review_rows.h"
#include "geom/wkt.h"
#include "store/spatialite/after_commit.h"
#include "store/spatialite/change_log.h"
#include "store/spatialite/editable_tables.h"
#include "store/spatialite/geometry_blob.h"
#include "store/spatialite/import_batch.h"
#include "store/spatialite/row_ids.h"
#include "store/spatialite/spatialite_store.h"
#include "store/spatialite/statement.h"
#include "store/spatialite/transaction.h"

#include <algorithm>
#include <array>
#include <deque>

namespace xiangtu::store::spatialite {

namespace {

using edit::Change;
using model::Fields;

std::string rowName(const Change& change) { return "table " + change.table + ", row " + std::to_string(change.id); }

bool isRegister(const Database& database, const std::string& table) {
    Statement select(database, "SELECT count(*) FROM register WHERE 'reg_' || key = ?");
    Query row(select, table);
    return row.next() && row.integer(0) == 1;
}

/// In a change set a geometry is well-known text; in the table it is SpatiaLite's BLOB.
constexpr std::string_view kGeometry = "geom";

void checkTable(const Database& database, const std::string& table) {
    static constexpr std::array<std::string_view, 11> kEditable{
        "planned_edit", "unit",        "unit_past",       "unit_lineage",      "party_org", "unit_class",
        "meta",         "record_step", "reference_layer", "reference_feature", kBatchTable};
    if (table == edit::kReviewTable) return;
    if (std::ranges::find(kEditable, table) != kEditable.end() || isRegister(database, table)) return;
    throw base::Error(base::Fault::usage, database.name() + ": table " + table + " is not one that edits may change");
}

std::string joined(const Fields& fields, const char* each, const char* separator) {
    std::string out;
    for (const auto& [name, value] : fields) {
        if (!out.empty()) out += separator;
        out += quotedName(name) + each;
    }
    return out;
}

/// Numbers may come back as the other kind: a REAL column keeps 3 as 3.0.
bool sameValue(const model::Value& a, const model::Value& b) {
    const auto number = [](const model::Value& v) -> std::optional<double> {
        if (const auto* n = std::get_if<std::int64_t>(&v)) return double(*n);
        if (const auto* d = std::get_if<double>(&v)) return *d;
        return std::nullopt;
    };
    if (a == b) return true;
    const auto x = number(a), y = number(b);
    return x && y && *x == *y;
}

/// A unit's border is the same when it is on the lattice: other programs write other digits.
bool sameShape(const Change& change, Blob blob, const model::Value& value) {
    const geom::GeoShape there = readShape(blob);
    if (model::isNull(value)) return there.index() == 0;
    if (value == model::Value(geom::wkt(there))) return true;
    const auto* text = std::get_if<std::string>(&value);
    if (!text || !change.table.starts_with("unit")) return false;
    const geom::GeoShape told = geom::shapeFromWkt(*text);
    const auto* a = std::get_if<geom::GeoMultiPolygon>(&there);
    const auto* b = std::get_if<geom::GeoMultiPolygon>(&told);
    return a && b && geom::snapToGrid(*a) == geom::snapToGrid(*b);
}

void checkBefore(const Database& database, const Change& change) {
    const std::string columns = change.before ? joined(*change.before, "", ", ") : "1";
    Statement select(database, "SELECT " + columns + " FROM " + quotedName(change.table) + " WHERE id = ?");
    Query row(select, change.id);
    const bool there = row.next();
    bool same = there == change.before.has_value();
    for (std::size_t i = 0; same && change.before && i < change.before->size(); ++i) {
        const auto& [name, value] = (*change.before)[i];
        same = name == kGeometry ? sameShape(change, row.blob(int(i)), value) : sameValue(row.value(int(i)), value);
    }
    if (!same) throw RowChanged(database.name() + ": " + rowName(change) + ": was changed in the meantime");
}

/// `blobs` keeps what was bound until the statement has run.
void bindFields(Statement& statement, int& index, const Fields& fields, std::deque<std::vector<std::byte>>& blobs) {
    for (const auto& [name, value] : fields) {
        const auto* text = name == kGeometry ? std::get_if<std::string>(&value) : nullptr;
        if (!text) {
            statement.bind(++index, value);
            continue;
        }
        writeShape(geom::shapeFromWkt(*text), blobs.emplace_back());
        statement.bind(++index, Blob(blobs.back()));
    }
}

void writeRow(const Database& database, const Change& change) {
    const std::string table = quotedName(change.table);
    int index = 0;
    std::deque<std::vector<std::byte>> blobs;
    if (!change.after) {
        Statement remove(database, "DELETE FROM " + table + " WHERE id = ?");
        remove.run(change.id);
    } else if (!change.before) {
        std::string marks;
        for (std::size_t i = 0; i < change.after->size(); ++i) marks += ", ?";
        Statement insert(database, "INSERT INTO " + table + " (id, " + joined(*change.after, "", ", ") + ") VALUES (?" +
                                       marks + ")");
        insert.bind(++index, change.id);
        bindFields(insert, index, *change.after, blobs);
        insert.runBound();
    } else {
        Statement update(database, "UPDATE " + table + " SET " + joined(*change.after, " = ?", ", ") + " WHERE id = ?");
        bindFields(update, index, *change.after, blobs);
        update.bind(++index, change.id);
        update.runBound();
    }
}

/// Ids of these tables count on from the highest ever given, also after an undo took the row away.
void rememberNew(Database& database, const Change& change) {
    if (change.before || (change.table != "unit" && change.table != "party_org")) return;
    rememberId(database, change.table, change.id);
}

}  // namespace

void checkTables(const Database& database, const edit::ChangeSet& set) {
    for (const Change& change : set.changes) checkTable(database, change.table);
}

void SpatialiteStore::write(const edit::ChangeSet& set) {
    for (const Change& change : set.changes) {
        if ((!change.before && !change.after) || change.table == edit::kReviewTable) continue;
        if (change.table == kBatchTable) {
            takeBackBatch(m_database, change);
            continue;
        }
        checkBefore(m_database, change);
        try {
            writeRow(m_database, change);
            rememberNew(m_database, change);
        } catch (base::Error& e) {
            e.addContext(rowName(change));
            throw;
        }
    }
}

Committed SpatialiteStore::commit(const edit::ChangeSet& set, std::optional<std::int64_t> undoes, base::Date day) {
    requireWritable(m_database, m_readOnly);
    Transaction transaction(m_database);
    checkTables(m_database, set);
    write(set);
    // Read before COMMIT: once the file has it, nothing may fail any more.
    Committed done{appendLine(m_database, set, undoes), whatHolds(m_database, set, day)};
    transaction.commit();
    return done;
}

}  // namespace xiangtu::store::spatialite
