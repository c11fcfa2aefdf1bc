// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/account_rows.h"

#include "base/json.h"
#include "base/sha256.h"
#include "store/spatialite/statement.h"

#include <array>
#include <map>

namespace xiangtu::store::spatialite {

namespace {

constexpr const char* kSelectAccounts = "SELECT id, name, role, scope, created, disabled, pin FROM account";
constexpr std::array<const char*, 6> kColumns{"name", "role", "scope", "created", "disabled", "pin"};
constexpr const char* kSelectLines =
    "SELECT seq, changes FROM change_log WHERE title LIKE 'account\\_%' ESCAPE '\\' ORDER BY seq";

model::Account readAccount(const Database& database, const Query& row) {
    const std::int64_t id = row.integer(0);
    const auto bad = [&](const char* column) {
        return base::Error(base::Fault::damaged, database.name() + ": table account, row " + std::to_string(id) + ", " +
                                                     column + ": cannot be read");
    };
    const auto date = [&](int column) {
        const auto day = base::Date::parse(row.text(column));
        if (!day) throw bad(kColumns[std::size_t(column - 1)]);
        return *day;
    };
    model::Account account;
    account.id.value = id;
    account.name = row.text(1);
    const auto role = model::parseRole(row.text(2));
    if (!role) throw bad("role");
    account.role = *role;
    const auto scope = model::Scope::parse(row.text(3));
    if (!scope) throw bad("scope");
    account.scope = *scope;
    account.created = date(4);
    if (!row.isNull(5)) account.disabled = date(5);
    account.pinMark = row.text(6);
    return account;
}

/// How the lines of the log leave the accounts, column by column, and the newest line.
struct Told {
    std::map<std::int64_t, std::map<std::string, model::Value>> accounts;
    std::int64_t newest = 0;
};

Told toldByLog(const Database& database) {
    Told told;
    Statement select(database, kSelectLines);
    for (Query line(select); line.next();) {
        told.newest = line.integer(0);
        const std::string origin = database.name() + ": table change_log, row " + std::to_string(told.newest);
        for (const edit::Change& change : edit::changesFromJson(base::parseJson(line.text(1), origin), origin)) {
            if (change.table != "account" || !change.after) continue;
            for (const auto& [column, value] : *change.after) told.accounts[change.id][column] = value;
        }
    }
    return told;
}

}  // namespace

std::vector<model::Account> readAccounts(const Database& database) {
    std::vector<model::Account> out;
    Statement select(database, sqlOf({kSelectAccounts, " ORDER BY name"}));
    for (Query row(select); row.next();) out.push_back(readAccount(database, row));
    return out;
}

std::optional<Pin> readPin(const Database& database, model::AccountId account) {
    Statement select(database, "SELECT hash, wrong, wait_until FROM account_pin WHERE account_id = ?");
    Query row(select, account.value);
    if (!row.next()) return std::nullopt;
    return Pin{std::string(row.text(0)), {row.integer(1), row.integer(2)}};
}

void writePin(const Database& database, std::int64_t account, const std::string& hash) {
    Statement(database, "INSERT OR REPLACE INTO account_pin (account_id, hash) VALUES (?, ?)").run(account, hash);
}

void checkAccounts(const Database& database, ChainCheck& check) {
    Told told = toldByLog(database);
    const auto broken = [&](const std::string& reason) {
        check.brokenAt = told.newest;
        check.reason = reason;
    };
    Statement select(database, sqlOf({kSelectAccounts, " ORDER BY id"}));
    for (Query row(select); row.next();) {
        const std::int64_t id = row.integer(0);
        const std::string name = "account " + std::string(row.text(1));
        auto& columns = told.accounts[id];
        for (int i = 0; i < int(kColumns.size()); ++i) {
            if (columns[kColumns[std::size_t(i)]] == row.value(i + 1)) continue;
            return broken(name + ": its " + kColumns[std::size_t(i)] + " is not what the log says");
        }
        const auto pin = readPin(database, {id});
        if (!pin || base::sha256(pin->hash) != row.text(6))
            return broken(name + ": its PIN is not the one it was given");
        told.accounts.erase(id);
    }
    if (!told.accounts.empty()) broken("an account the log tells of is not there");
}

}  // namespace xiangtu::store::spatialite
