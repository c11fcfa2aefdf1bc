// SPDX-License-Identifier: GPL-3.0-or-later
// The change log for readers: filtered, page by page, with the names of what it is about.
#include "base/json.h"
#include "store/spatialite/change_log.h"
#include "store/spatialite/log_rows.h"
#include "store/spatialite/spatialite_store.h"

#include <algorithm>
#include <string>
#include <utility>

namespace xiangtu::store::spatialite {

// How often a line was taken back in turn: 0 an edit, 1 an undo, 2 a redo, 3 the undo of a redo …
const char* const kSelectLog =
    "SELECT l.seq, l.title, l.author, l.at, l.changes, l.undoes, u.seq, l.reason, "
    "(WITH RECURSIVE chain (undoes, depth) AS (SELECT l.undoes, 0 UNION ALL "
    "SELECT c.undoes, depth + 1 FROM chain JOIN change_log c ON c.seq = chain.undoes) SELECT max(depth) FROM chain) "
    "FROM change_log l LEFT JOIN change_log u ON u.undoes = l.seq";

LogEntry readEntry(const Database& database, const Query& row) {
    LogEntry entry;
    entry.seq = row.integer(0);
    const std::string origin = database.name() + ": table change_log, row " + std::to_string(entry.seq);
    try {
        const base::Json json = base::parseJson(row.text(4), origin);
        entry.set = {std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)),
                     edit::changesFromJson(json, origin), std::string(row.text(7))};
    } catch (const base::Error& e) { throw base::Error(base::Fault::damaged, e.what()); }
    if (!row.isNull(5)) entry.undoes = row.integer(5);
    if (!row.isNull(6)) entry.undoneBy = row.integer(6);
    const auto depth = row.integer(8);
    entry.kind = depth == 0 ? LogEntry::Kind::edit : depth % 2 == 1 ? LogEntry::Kind::undo : LogEntry::Kind::redo;
    return entry;
}

namespace {

constexpr std::size_t kNamed = 3;
/// Of a line about thousands of units only so many are looked at for the largest.
constexpr std::size_t kLookedAt = 200;

/// The conditions of a filter and what they are bound to, in order.
struct Conditions {
    std::string sql;
    std::vector<std::string> values;

    void add(std::string_view condition, std::string value) {
        sql.append(sql.empty() ? " WHERE " : " AND ").append(condition);
        values.push_back(std::move(value));
    }
};

Conditions conditionsOf(const LogFilter& filter, std::int64_t before) {
    Conditions where;
    if (before > 0) where.add("l.seq < CAST(? AS INTEGER)", std::to_string(before));
    if (!filter.author.empty()) where.add("l.author = ?", filter.author);
    if (!filter.from.empty()) where.add("l.at >= ?", filter.from);
    if (!filter.to.empty()) where.add("l.at < ?", filter.to);
    if (filter.takingBack) where.add("l.undoes IS NOT NULL AND ? = ''", "");
    if (!filter.titles.empty()) {
        base::Json titles = filter.titles;
        where.add("l.title IN (SELECT value FROM json_each(?))", titles.dump());
    }
    if (!filter.within.empty()) {
        // Codes are digits: ':' comes after the last of them.
        where.add(
            "l.seq IN (SELECT k.seq FROM unit v JOIN unit_log k ON k.unit_id = v.id "
            "WHERE v.level BETWEEN 0 AND 4 AND v.code >= ?",
            filter.within);
        where.add("v.code < ?)", filter.within + ":");
    }
    return where;
}

void bindAll(Statement& statement, const Conditions& where) {
    int index = 0;
    for (const std::string& value : where.values) statement.bind(++index, value);
}

/// Units that became others, or out of others, with this line.
std::vector<std::int64_t> relatedUnits(const std::vector<edit::Change>& changes) {
    std::vector<std::int64_t> out;
    for (const edit::Change& change : changes) {
        if (change.table != "unit_lineage") continue;
        const model::Fields& row = change.after ? *change.after : *change.before;
        for (const char* column : {"from_unit", "to_unit"}) {
            const auto* id = std::get_if<std::int64_t>(&model::field(row, column));
            if (id && std::ranges::find(out, *id) == out.end()) out.push_back(*id);
        }
    }
    return out;
}

class LineReader {
public:
    explicit LineReader(const Database& database)
        : m_database(database),
          m_unit(database, "SELECT level, code, name FROM unit WHERE id = ?"),
          m_org(database, "SELECT name FROM party_org WHERE id = ?") {}

    LogLine read(const Query& row) {
        LogLine line;
        line.entry = readEntry(m_database, row);
        const std::vector<edit::Change>& changes = line.entry.set.changes;
        const auto about = unitsOf(m_database, changes);
        line.unitCount = about.size();
        for (const std::int64_t id : relatedUnits(changes)) add(id, line.units);
        if (line.units.empty()) {
            std::size_t seen = 0;
            for (const std::int64_t id : about) {
                if (++seen > kLookedAt) break;
                add(id, line.units);
            }
        }
        std::ranges::stable_sort(line.units, {}, &LogUnit::level);
        if (line.units.size() > kNamed) line.units.resize(kNamed);
        // Organisations that only come under another one are not what the line is about.
        const auto org = std::ranges::find_if(changes, [](const edit::Change& change) {
            const model::Fields& row = change.after ? *change.after : *change.before;
            return change.table == "party_org" &&
                   std::ranges::any_of(row, [](const auto& field) { return field.first != "parent_id"; });
        });
        if (org != changes.end()) line.organisation = organisation(org->id);
        return line;
    }

private:
    void add(std::int64_t id, std::vector<LogUnit>& units) {
        Query row(m_unit, id);
        if (!row.next()) return;
        units.push_back({{id}, model::Level(row.integer(0)), std::string(row.text(1)), std::string(row.text(2))});
    }
    std::string organisation(std::int64_t id) {
        Query row(m_org, id);
        return row.next() ? std::string(row.text(0)) : std::string();
    }

    const Database& m_database;
    Statement m_unit;
    Statement m_org;
};

}  // namespace

std::vector<LogLine> SpatialiteStore::logLines(const LogFilter& filter, std::int64_t before, std::size_t limit) {
    std::vector<LogLine> lines;
    const Conditions where = conditionsOf(filter, before);
    Statement select(m_database, sqlOf({kSelectLog, where.sql, " ORDER BY l.seq DESC LIMIT ", std::to_string(limit)}));
    bindAll(select, where);
    LineReader reader(m_database);
    for (Query row(select); row.next();) lines.push_back(reader.read(row));
    return lines;
}

std::int64_t SpatialiteStore::countLog(const LogFilter& filter) {
    const Conditions where = conditionsOf(filter, 0);
    Statement select(m_database, sqlOf({"SELECT count(*) FROM change_log l", where.sql}));
    bindAll(select, where);
    Query row(select);
    return row.next() ? row.integer(0) : 0;
}

std::vector<std::string> SpatialiteStore::logAuthors() {
    std::vector<std::string> out;
    Statement select(m_database, "SELECT DISTINCT author FROM change_log ORDER BY author");
    for (Query row(select); row.next();) out.emplace_back(row.text(0));
    return out;
}

}  // namespace xiangtu::store::spatialite
