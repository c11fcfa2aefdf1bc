// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/wkt.h"
#include "store/spatialite/catalogue_rows.h"
#include "store/spatialite/geometry_blob.h"
#include "store/spatialite/record_reader.h"
#include "store/spatialite/spatialite_store.h"
#include "store/spatialite/statement.h"
#include "store/spatialite/transaction.h"

#include "base/json.h"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <set>

namespace xiangtu::store::spatialite {

namespace {

using edit::Change;
using model::Fields;

constexpr const char* kInsertLog = "INSERT INTO change_log (title, author, at, changes, undoes) VALUES (?, ?, ?, ?, ?)";
constexpr const char* kSelectClassNow =
    "SELECT u.level, u.code, c.class_code FROM unit u LEFT JOIN unit_class c ON c.id = ("
    "SELECT id FROM unit_class WHERE unit_id = u.id AND scheme_id = ?2 AND valid_from <= ?3 "
    "ORDER BY valid_from DESC, id DESC LIMIT 1) WHERE u.id = ?1";

std::string rowName(const Change& change) { return "table " + change.table + ", row " + std::to_string(change.id); }

bool isRegister(const Database& database, const std::string& table) {
    Statement select(database, "SELECT count(*) FROM register WHERE 'reg_' || key = ?");
    Query row(select, table);
    return row.next() && row.integer(0) == 1;
}

/// In a change set a geometry is well-known text; in the table it is SpatiaLite's BLOB.
constexpr std::string_view kGeometry = "geom";

/// A change set may touch the tables the program edits, never SQLite's or SpatiaLite's own.
void checkTable(const Database& database, const std::string& table) {
    static constexpr std::array<std::string_view, 5> kEditable{"unit", "party_org", "unit_class", "meta",
                                                               "record_step"};
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

void checkBefore(const Database& database, const Change& change) {
    const std::string columns = change.before ? joined(*change.before, "", ", ") : "1";
    Statement select(database, "SELECT " + columns + " FROM " + quotedName(change.table) + " WHERE id = ?");
    Query row(select, change.id);
    const bool there = row.next();
    bool same = there == change.before.has_value();
    for (std::size_t i = 0; same && change.before && i < change.before->size(); ++i) {
        const auto& [name, value] = (*change.before)[i];
        same = name == kGeometry ? value == model::Value(geom::wkt(readShape(row.blob(int(i)))))
                                 : sameValue(row.value(int(i)), value);
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

/// Which classes hold on `day` for the units and schemes the change set's records are about.
std::vector<edit::ClassNow> classesAfter(const Database& database, const edit::ChangeSet& set, base::Date day) {
    std::set<std::pair<std::int64_t, std::int64_t>> pairs;
    for (const Change& change : set.changes) {
        if (change.table != "unit_class") continue;
        for (const auto& fields : {change.before, change.after}) {
            if (!fields) continue;
            const auto* unit = std::get_if<std::int64_t>(&model::field(*fields, "unit_id"));
            const auto* scheme = std::get_if<std::int64_t>(&model::field(*fields, "scheme_id"));
            if (unit && scheme) pairs.emplace(*unit, *scheme);
        }
    }
    std::vector<edit::ClassNow> out;
    Statement select(database, kSelectClassNow);
    const std::string iso = day.iso();
    for (const auto& [unit, scheme] : pairs) {
        Query row(select, unit, scheme, iso);
        if (!row.next()) continue;
        const auto code = model::Code::parse(row.text(1));
        if (!code) continue;  // such a unit is in no snapshot
        out.push_back({model::Level(row.integer(0)), *code, {scheme}, std::string(row.text(2))});
    }
    return out;
}

/// How the records the change set names stand on `day`.
std::vector<edit::RecordNow> recordsAfter(const Database& database, const edit::ChangeSet& set, base::Date day) {
    std::map<std::string, std::set<std::int64_t>> named;
    for (const Change& change : set.changes) {
        if (change.table.starts_with("reg_")) named[change.table.substr(4)].insert(change.id);
    }
    std::vector<edit::RecordNow> out;
    if (named.empty()) return out;
    const model::Catalogue catalogue = readCatalogue(database);
    Statement unitOf(database, "SELECT level, code, kind FROM unit WHERE id = ?");
    for (const auto& [id, rows] : named) {
        const model::RegisterDef* def = catalogue.find(id);
        const RecordReader reader(database, *def, catalogue.findLifecycle(def->lifecycle));
        Statement select(database, "SELECT " + reader.columns() + " FROM " + quotedName(def->tableName()) +
                                       " WHERE id = ?1 AND " + validOn(2));
        for (const std::int64_t number : rows) {
            edit::RecordNow now{id, number, {}, {}, {}};
            Query row(select, number, day.iso());
            if (row.next()) {
                std::int64_t unitId = 0;
                now.record = reader.read(row, unitId);
                model::Unit unit;
                Query place(unitOf, unitId);
                const bool stands = unitId != 0 && place.next();
                if (stands) {
                    now.level = model::Level(place.integer(0));
                    now.unit = model::Code::parse(place.text(1)).value_or(model::Code());
                    unit.kind = model::parseUnitKind(place.text(2)).value_or(model::UnitKind::other);
                }
                reader.compute(stands ? &unit : nullptr, now.level, day, *now.record);
            }
            out.push_back(std::move(now));
        }
    }
    return out;
}

/// The change set as the log keeps it; text that is not UTF-8 is a fault of the caller's input.
std::string logText(const Database& database, const edit::ChangeSet& set) {
    try {
        return edit::toJson(set.changes).dump();
    } catch (const base::Json::type_error&) {
        throw base::Error(base::Fault::format, database.name() + ": " + set.title + ": a text is not UTF-8");
    }
}

}  // namespace

Committed SpatialiteStore::commit(const edit::ChangeSet& set, std::optional<std::int64_t> undoes, base::Date day) {
    requireWritable(m_database, m_readOnly);
    Transaction transaction(m_database);
    for (const Change& change : set.changes) {
        if (!change.before && !change.after) continue;
        checkTable(m_database, change.table);
        checkBefore(m_database, change);
        try {
            writeRow(m_database, change);
        } catch (base::Error& e) {
            e.addContext(rowName(change));
            throw;
        }
    }
    const std::string changes = logText(m_database, set);
    Statement(m_database, kInsertLog).run(set.title, set.author, set.at, changes, undoes);
    // Read before COMMIT: once the file has it, nothing may fail any more.
    Committed done{m_database.lastInsertId(), {}};
    done.now = {classesAfter(m_database, set, day), recordsAfter(m_database, set, day)};
    transaction.commit();
    return done;
}

}  // namespace xiangtu::store::spatialite
