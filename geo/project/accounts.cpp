// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/accounts.h"

#include "base/sha256.h"
#include "project/gate.h"

#include <algorithm>
#include <ctime>
#include <utility>

namespace xiangtu::project {

namespace {

using edit::Refusal;
using edit::RefusalReason;
using model::Account;
using model::Fields;
using model::Role;

Refusal bad(const std::string& detail, const char* field) { return {RefusalReason::badAccount, detail, {}, {}, field}; }

Refusal weak() {
    return {RefusalReason::weakPin, "a PIN has 6 to 12 digits, not all alike and not in a row", {}, {}, "pin"};
}

/// Who keeps the accounts must be able to do so everywhere.
std::optional<Refusal> reasonAgainst(Role role, const model::Scope& scope) {
    if (role == Role::administrator && !scope.whole) return bad("an administrator's scope is the whole file", "scope");
    if (!scope.whole && scope.prefixes.empty()) return bad("an account needs a scope", "scope");
    return std::nullopt;
}

std::optional<Account> found(const Gate& gate, model::AccountId id) {
    for (Account& account : gate.reader().accounts()) {
        if (account.id == id) return std::move(account);
    }
    return std::nullopt;
}

Refusal unknown() { return bad("there is no such account", "name"); }

bool isKeeper(const Account& account) {
    return account.role == Role::administrator && account.mayEnter(base::Date::today());
}

std::optional<Refusal> wouldBeLast(const Gate& gate, const Account& leaving) {
    const auto accounts = gate.reader().accounts();
    const bool another = std::ranges::any_of(
        accounts, [&](const Account& account) { return account.id != leaving.id && isKeeper(account); });
    if (another || !isKeeper(leaving)) return std::nullopt;
    return Refusal{RefusalReason::lastAdministrator, leaving.name + " is the last administrator", {}, {}};
}

std::string trimmed(const std::string& text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

model::Value dayOrNull(base::Date day) { return day.isOpen() ? model::Value() : model::Value(day.iso()); }

}  // namespace

Accounts::Refused Accounts::write(const char* title, edit::Change change, const std::string& pinHash) {
    const auto session = m_gate.session();
    const auto* name = change.after ? std::get_if<std::string>(&model::field(*change.after, "name")) : nullptr;
    const std::string author = session ? session->name : name ? *name : std::string();
    return m_gate.commitAccounts({title, author, base::nowIso(), {std::move(change)}}, pinHash);
}

Accounts::Refused Accounts::add(const NewAccount& account, std::string_view pin) {
    const auto entered = m_gate.enter({}, model::Deed::declare);
    if (!entered.ok()) return entered.error();
    const auto accounts = m_gate.reader().accounts();
    const std::string name = trimmed(account.name);
    if (name.empty()) return bad("an account needs a name", "name");
    if (std::ranges::find(accounts, name, &Account::name) != accounts.end()) {
        return bad("there is an account \"" + name + "\" already", "name");
    }
    if (accounts.empty() && account.role != Role::administrator) {
        return bad("the first account must be an administrator's", "role");
    }
    if (auto refusal = reasonAgainst(account.role, account.scope)) return refusal;
    if (!isGoodPin(pin)) return weak();
    std::int64_t id = 1;
    for (const Account& each : accounts) id = std::max(id, each.id.value + 1);
    const std::string hash = base::hashPin(pin, m_cost);
    const Fields row{{"name", name},
                     {"role", std::string(model::roleName(account.role))},
                     {"scope", account.scope.text()},
                     {"created", base::Date::today().iso()},
                     {"pin", base::sha256(hash)}};
    if (auto refusal = write("account_add", {"account", id, std::nullopt, row}, hash)) return refusal;
    if (accounts.empty()) (void)m_gate.signIn(name, pin, std::time(nullptr));
    return std::nullopt;
}

Accounts::Refused Accounts::setPin(model::AccountId id, std::string_view pin) {
    const auto account = found(m_gate, id);
    if (!account) return unknown();
    if (!isGoodPin(pin)) return weak();
    const std::string hash = base::hashPin(pin, m_cost);
    return write("account_pin",
                 {"account", id.value, Fields{{"pin", account->pinMark}}, Fields{{"pin", base::sha256(hash)}}}, hash);
}

Accounts::Refused Accounts::change(model::AccountId id, Role role, const model::Scope& scope) {
    const auto entered = m_gate.enter({}, model::Deed::declare);
    if (!entered.ok()) return entered.error();
    const auto account = found(m_gate, id);
    if (!account) return unknown();
    if (auto refusal = reasonAgainst(role, scope)) return refusal;
    if (role != Role::administrator) {
        if (auto refusal = wouldBeLast(m_gate, *account)) return refusal;
    }
    edit::Change change{"account", id.value, Fields{}, Fields{}};
    const auto differ = [&](const char* column, std::string before, std::string after) {
        if (before == after) return;
        change.before->emplace_back(column, std::move(before));
        change.after->emplace_back(column, std::move(after));
    };
    differ("role", std::string(model::roleName(account->role)), std::string(model::roleName(role)));
    differ("scope", account->scope.text(), scope.text());
    if (change.after->empty()) return Refusal{RefusalReason::nothingToDo, "the account is like that already", {}, {}};
    return write("account_change", std::move(change), {});
}

Accounts::Refused Accounts::disable(model::AccountId id) {
    const auto entered = m_gate.enter({}, model::Deed::declare);
    if (!entered.ok()) return entered.error();
    const auto account = found(m_gate, id);
    if (!account) return unknown();
    if (!account->mayEnter(base::Date::today())) {
        return Refusal{RefusalReason::nothingToDo, "the account is disabled already", {}, {}};
    }
    if (auto refusal = wouldBeLast(m_gate, *account)) return refusal;
    return write("account_disable",
                 {"account", id.value, Fields{{"disabled", dayOrNull(account->disabled)}},
                  Fields{{"disabled", base::Date::today().iso()}}},
                 {});
}

Accounts::Refused Accounts::enable(model::AccountId id) {
    const auto entered = m_gate.enter({}, model::Deed::declare);
    if (!entered.ok()) return entered.error();
    const auto account = found(m_gate, id);
    if (!account) return unknown();
    if (account->disabled.isOpen()) return Refusal{RefusalReason::nothingToDo, "the account is not disabled", {}, {}};
    return write(
        "account_enable",
        {"account", id.value, Fields{{"disabled", dayOrNull(account->disabled)}}, Fields{{"disabled", model::Value()}}},
        {});
}

}  // namespace xiangtu::project
