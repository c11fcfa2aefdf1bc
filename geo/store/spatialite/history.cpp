// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/account_rows.h"
#include "store/spatialite/change_log.h"
#include "store/spatialite/log_rows.h"
#include "store/spatialite/spatialite_store.h"
#include "store/spatialite/statement.h"

#include <algorithm>

namespace xiangtu::store::spatialite {

namespace {

// Lines that can be taken back and brought back: those of the author (any when ?1 is empty), not of accounts.
constexpr const char* kCounts =
    " AND (ifnull(?1, '') = '' OR l.author = ?1) AND l.title NOT LIKE 'account\\_%' ESCAPE '\\'";
constexpr const char* kSelectSteps =
    "SELECT action, from_state, to_state, day, role, note, author, at FROM record_step "
    "WHERE register = ? AND record_id = ? ORDER BY id";
constexpr const char* kSelectClasses =
    "SELECT s.key, c.class_code, c.valid_from, c.reason, c.author, c.at, c.photo FROM unit_class c "
    "JOIN scheme s ON s.id = c.scheme_id WHERE c.unit_id = ? ORDER BY c.valid_from DESC, c.id DESC";

}  // namespace

std::vector<LogEntry> SpatialiteStore::log(std::size_t limit) {
    std::vector<LogEntry> entries;
    Statement select(m_database, sqlOf({kSelectLog, " ORDER BY l.seq DESC LIMIT ?"}));
    Query row(select, std::int64_t(std::min<std::size_t>(limit, INT32_MAX)));
    while (row.next()) entries.push_back(readEntry(m_database, row));
    return entries;
}

std::vector<LogEntry> SpatialiteStore::unitLog(model::UnitId unit, std::size_t limit) {
    std::vector<LogEntry> entries;
    Statement select(
        m_database,
        sqlOf({kSelectLog, " JOIN unit_log k ON k.seq = l.seq WHERE k.unit_id = ? ORDER BY l.seq DESC LIMIT ?"}));
    Query row(select, unit.value, std::int64_t(std::min<std::size_t>(limit, INT32_MAX)));
    while (row.next()) entries.push_back(readEntry(m_database, row));
    return entries;
}

std::optional<LogEntry> SpatialiteStore::lastUndoable(std::string_view author) {
    Statement select(m_database, sqlOf({kSelectLog, " WHERE u.seq IS NULL", kCounts, " ORDER BY l.seq DESC"}));
    for (Query row(select, author); row.next();) {
        if (row.integer(8) % 2 == 0) return readEntry(m_database, row);
    }
    return std::nullopt;
}

std::optional<LogEntry> SpatialiteStore::lastRedoable(std::string_view author) {
    Statement select(m_database, sqlOf({kSelectLog, " WHERE 1", kCounts, " ORDER BY l.seq DESC"}));
    for (Query row(select, author); row.next();) {
        if (row.integer(8) == 0) return std::nullopt;  // an edit made since ends what could be brought back
        if (row.isNull(6) && row.integer(8) % 2 == 1) return readEntry(m_database, row);
    }
    return std::nullopt;
}

ChainCheck SpatialiteStore::checkChain() {
    ChainCheck check = checkLines(m_database);
    if (!check.brokenAt) checkAccounts(m_database, check);
    return check;
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
                           std::string(row.text(3)), std::string(row.text(4)), std::string(row.text(5)),
                           std::string(row.text(6))});
    }
    return records;
}

std::vector<std::string> SpatialiteStore::recentReasons(std::string_view schemeKey, std::size_t limit) {
    constexpr std::int64_t kLookedAt = 2000;
    std::vector<std::string> reasons;
    Statement select(
        m_database,
        "SELECT c.reason, s.key FROM (SELECT id, reason, scheme_id FROM unit_class ORDER BY id DESC LIMIT ?) c "
        "JOIN scheme s ON s.id = c.scheme_id ORDER BY c.id DESC");
    for (Query row(select, kLookedAt); row.next() && reasons.size() < limit;) {
        if (!schemeKey.empty() && row.text(1) != schemeKey) continue;
        if (row.text(0).empty() || std::ranges::find(reasons, row.text(0)) != reasons.end()) continue;
        reasons.emplace_back(row.text(0));
    }
    return reasons;
}

}  // namespace xiangtu::store::spatialite
