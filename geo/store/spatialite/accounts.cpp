// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts, and what is asked to decide what they may do.
#include "store/spatialite/account_rows.h"
#include "store/spatialite/change_log.h"
#include "store/spatialite/spatialite_store.h"
#include "store/spatialite/statement.h"
#include "store/spatialite/transaction.h"

#include <algorithm>

namespace xiangtu::store::spatialite {

std::optional<Reader::UnitRow> SpatialiteStore::unitRow(model::UnitId unit) {
    Statement select(m_database, "SELECT code, parent_id FROM unit WHERE id = ?");
    Query row(select, unit.value);
    if (!row.next()) return std::nullopt;
    return UnitRow{std::string(row.text(0)), {row.integer(1)}};
}

std::optional<Belongs> SpatialiteStore::belongs(const std::string& table, std::int64_t row) {
    const char* above = table == "party_org" ? "parent_id" : "NULL";
    Statement select(m_database, sqlOf({"SELECT unit_id, ", above, " FROM ", quotedName(table), " WHERE id = ?"}));
    Query found(select, row);
    if (!found.next()) return std::nullopt;
    return Belongs{{found.integer(0)}, {found.integer(1)}};
}

std::vector<model::Account> SpatialiteStore::accounts() { return readAccounts(m_database); }

std::optional<Pin> SpatialiteStore::pin(model::AccountId account) { return readPin(m_database, account); }

std::int64_t SpatialiteStore::commitAccounts(const edit::ChangeSet& set, const std::string& pinHash) {
    requireWritable(m_database, m_readOnly);
    Transaction transaction(m_database);
    for (const edit::Change& change : set.changes) {
        if (change.table == "account") continue;
        throw base::Error(base::Fault::usage, m_database.name() + ": table " + change.table + " is not of accounts");
    }
    write(set);
    for (const edit::Change& change : set.changes) {
        if (!pinHash.empty()) writePin(m_database, change.id, pinHash);
    }
    const std::int64_t seq = appendLine(m_database, set, std::nullopt);
    transaction.commit();
    return seq;
}

Pin SpatialiteStore::changeTries(model::AccountId account, const std::function<void(PinTries&)>& change) {
    requireWritable(m_database, m_readOnly);
    Transaction transaction(m_database);
    auto pin = readPin(m_database, account);
    if (!pin) throw base::Error(base::Fault::damaged, m_database.name() + ": an account has no PIN");
    change(pin->tries);
    Statement(m_database, "UPDATE account_pin SET wrong = ?, wait_until = ? WHERE account_id = ?")
        .run(pin->tries.wrong, pin->tries.waitUntil, account.value);
    transaction.commit();
    return *pin;
}

void SpatialiteStore::addUncovering(const Uncovering& uncovering) {
    requireWritable(m_database, m_readOnly);
    Transaction transaction(m_database);
    Statement(m_database, "INSERT INTO uncovering (register, record_id, author, at) VALUES (?, ?, ?, ?)")
        .run(uncovering.registerId, uncovering.record, uncovering.author, uncovering.at);
    transaction.commit();
}

std::vector<Uncovering> SpatialiteStore::uncoverings(std::size_t limit) {
    std::vector<Uncovering> out;
    Statement select(m_database, "SELECT register, record_id, author, at FROM uncovering ORDER BY id DESC LIMIT ?");
    for (Query row(select, std::int64_t(std::min<std::size_t>(limit, INT32_MAX))); row.next();) {
        const auto record = row.isNull(1) ? std::nullopt : std::optional(row.integer(1));
        out.push_back({std::string(row.text(0)), record, std::string(row.text(2)), std::string(row.text(3))});
    }
    return out;
}

}  // namespace xiangtu::store::spatialite
