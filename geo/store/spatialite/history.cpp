// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/spatialite_store.h"
#include "store/spatialite/statement.h"

#include "base/date.h"
#include "base/json.h"

#include <algorithm>

namespace xiangtu::store::spatialite {

namespace {

constexpr const char* kSelectLog =
    "SELECT l.seq, l.title, l.author, l.at, l.changes, l.undoes, u.seq FROM change_log l "
    "LEFT JOIN change_log u ON u.undoes = l.seq ORDER BY l.seq DESC LIMIT ?";
constexpr const char* kSelectUndoable =
    "SELECT l.seq, l.title, l.author, l.at, l.changes, l.undoes, u.seq FROM change_log l "
    "LEFT JOIN change_log u ON u.undoes = l.seq WHERE l.undoes IS NULL AND u.seq IS NULL ORDER BY l.seq DESC LIMIT 1";
constexpr const char* kSelectClasses =
    "SELECT s.key, c.class_code, c.valid_from, c.reason, c.author, c.at FROM unit_class c "
    "JOIN scheme s ON s.id = c.scheme_id WHERE c.unit_id = ? ORDER BY c.valid_from DESC, c.id DESC";

LogEntry readEntry(const Database& database, const Query& row) {
    LogEntry entry;
    entry.seq = row.integer(0);
    const std::string origin = database.name() + ": table change_log, row " + std::to_string(entry.seq);
    try {
        const base::Json json = base::parseJson(row.text(4), origin);
        entry.set = {std::string(row.text(1)), std::string(row.text(2)), std::string(row.text(3)),
                     edit::changesFromJson(json, origin)};
    } catch (const base::Error& e) { throw base::Error(base::Fault::damaged, e.what()); }
    if (!row.isNull(5)) entry.undoes = row.integer(5);
    if (!row.isNull(6)) entry.undoneBy = row.integer(6);
    return entry;
}

}  // namespace

edit::PlanContext SpatialiteStore::planContext(const std::string& author) {
    // sqlite_sequence remembers the highest id ever used, also those of records taken back.
    const auto used = m_database.integer("SELECT seq FROM sqlite_sequence WHERE name = 'unit_class'");
    return {author, base::nowIso(), base::Date::today(), used + 1};
}

std::vector<LogEntry> SpatialiteStore::log(std::size_t limit) {
    std::vector<LogEntry> entries;
    Statement select(m_database, kSelectLog);
    Query row(select, std::int64_t(std::min<std::size_t>(limit, INT32_MAX)));
    while (row.next()) entries.push_back(readEntry(m_database, row));
    return entries;
}

std::optional<LogEntry> SpatialiteStore::lastUndoable() {
    Statement select(m_database, kSelectUndoable);
    Query row(select);
    if (!row.next()) return std::nullopt;
    return readEntry(m_database, row);
}

std::vector<ClassRecord> SpatialiteStore::classHistory(model::UnitId unit) {
    std::vector<ClassRecord> records;
    Statement select(m_database, kSelectClasses);
    Query row(select, unit.value);
    while (row.next()) {
        records.push_back({std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)),
                           std::string(row.text(3)), std::string(row.text(4)), std::string(row.text(5))});
    }
    return records;
}

}  // namespace xiangtu::store::spatialite
