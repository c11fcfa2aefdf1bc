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
constexpr const char* kSelectSteps =
    "SELECT action, from_state, to_state, day, role, note, author, at FROM record_step "
    "WHERE register = ? AND record_id = ? ORDER BY id";
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
    const auto steps = m_database.integer("SELECT seq FROM sqlite_sequence WHERE name = 'record_step'");
    edit::PlanContext context{author, base::nowIso(), base::Date::today(), used + 1, steps + 1, {}};
    Statement select(m_database,
                     "SELECT substr(name, 5), seq FROM sqlite_sequence WHERE name LIKE 'reg\\_%' ESCAPE '\\'");
    Query row(select);
    while (row.next()) context.nextRecord[std::string(row.text(0))] = row.integer(1) + 1;
    // Tables made before ids were kept from being used again count by what is there.
    Statement registers(m_database, "SELECT key FROM register");
    Query key(registers);
    while (key.next()) {
        const std::string id(key.text(0));
        if (context.nextRecord.contains(id)) continue;
        context.nextRecord[id] = m_database.integer("SELECT max(id) FROM " + quotedName("reg_" + id)) + 1;
    }
    return context;
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

std::vector<StepRecord> SpatialiteStore::steps(const std::string& registerId, std::int64_t record) {
    std::vector<StepRecord> out;
    Statement select(m_database, kSelectSteps);
    Query row(select, registerId, record);
    const auto text = [&](int column) { return std::string(row.text(column)); };
    while (row.next()) out.push_back({text(0), text(1), text(2), text(3), text(4), text(5), text(6), text(7)});
    return out;
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
