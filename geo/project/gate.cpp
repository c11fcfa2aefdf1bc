// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/gate.h"

#include "project/rights.h"

#include <algorithm>
#include <string>
#include <utility>

namespace xiangtu::project {

namespace {

using edit::Refusal;
using edit::RefusalReason;

/// Rows that one import may change (new ones do not count): the change log holds them as they were and as they are.
constexpr std::size_t kMostChanged = 200000;

Refusal readOnlyFile() { return {RefusalReason::readOnly, "the file is open for reading only", {}, {}}; }
Refusal nobody() {
    return {RefusalReason::notSignedIn, "the file has accounts: somebody must sign in before it is changed", {}, {}};
}

}  // namespace

Gate::Gate(std::unique_ptr<store::Store> store) : m_store(std::move(store)) {}

SignIn Gate::signIn(std::string_view name, std::string_view pin, std::int64_t now) {
    m_session.reset();
    SignIn result = project::signIn(*m_store, name, pin, now);
    if (result.ok()) m_session = result.value().id;
    return result;
}

std::optional<model::Account> Gate::session() const {
    if (!m_session) return std::nullopt;
    for (model::Account& account : m_store->accounts()) {
        if (account.id == *m_session && account.mayEnter(base::Date::today())) return std::move(account);
    }
    return std::nullopt;
}

base::Result<Actor, Refusal> Gate::enter(const Actor& said, model::Deed deed) const {
    if (m_store->readOnly()) return readOnlyFile();
    if (m_store->accounts().empty()) return said;
    const auto account = session();
    if (!account) return nobody();
    if (!model::mayDo(account->role, deed)) return notByRole(*account);
    return Actor{account->name, account->role};
}

std::optional<Refusal> Gate::mayMake(const model::Account& account, const edit::ChangeSet& set) const {
    if (!model::mayDo(account.role, deedOf(set))) return notByRole(account);
    return outsideOf(account, *m_store, set);
}

std::optional<Refusal> Gate::whyNot(const edit::ChangeSet& set) const {
    const auto entered = enter({}, model::Deed::moveMatter);
    if (!entered.ok()) return entered.error();
    const auto account = session();
    return account ? mayMake(*account, set) : std::nullopt;
}

Gate::Commit Gate::write(const edit::ChangeSet& set, std::optional<std::int64_t> undoes, base::Date day) {
    try {
        return m_store->commit(set, undoes, day);
    } catch (const store::RowChanged& changed) { return Refusal{RefusalReason::changedSince, changed.what(), {}, {}}; }
}

Gate::Commit Gate::commit(const edit::ChangeSet& set, std::optional<std::int64_t> undoes, base::Date day) {
    if (auto refusal = whyNot(set)) return *refusal;
    return write(set, undoes, day);
}

Gate::Commit Gate::commitPlanned(const edit::ChangeSet& set, base::Date day) {
    auto refusal = whyNot(set);
    if (refusal && (refusal->reason == RefusalReason::outsideScope || refusal->reason == RefusalReason::notAllowed)) {
        const auto accounts = m_store->accounts();
        const auto planner = std::ranges::find(accounts, set.author, &model::Account::name);
        if (planner != accounts.end() && planner->mayEnter(base::Date::today())) refusal = mayMake(*planner, set);
    }
    if (refusal) return *refusal;
    return write(set, std::nullopt, day);
}

std::optional<Refusal> Gate::setCatalogue(const model::Catalogue& catalogue, const std::string& author) {
    const auto entered = enter({author}, model::Deed::declare);
    if (!entered.ok()) return entered.error();
    return m_store->setCatalogue(catalogue, entered.value().author);
}

std::optional<Refusal> Gate::addAttachment(store::Attachment attachment) {
    // A photo stands nowhere until a class or a record names it; that is when its place is looked at.
    const auto entered = enter({attachment.author}, model::Deed::moveMatter);
    if (!entered.ok()) return entered.error();
    attachment.author = entered.value().author;
    m_store->addAttachment(attachment);
    return std::nullopt;
}

base::Result<std::int64_t, Refusal> Gate::addPlanned(const store::PlannedEdit& planned) {
    const auto entered = enter({planned.author}, model::Deed::structure);
    if (!entered.ok()) return entered.error();
    store::PlannedEdit own = planned;
    own.author = entered.value().author;
    return m_store->addPlanned(own);
}

std::optional<Refusal> Gate::setPlanned(std::int64_t id, std::string_view state, std::string_view note) {
    const auto entered = enter({}, model::Deed::moveMatter);
    if (!entered.ok()) return entered.error();
    m_store->setPlanned(id, state, note);
    return std::nullopt;
}

std::optional<Refusal> Gate::addUncovering(store::Uncovering uncovering) {
    const auto entered = enter({uncovering.author}, model::Deed::moveMatter);
    if (!entered.ok()) return entered.error();
    uncovering.author = entered.value().author;
    m_store->addUncovering(uncovering);
    return std::nullopt;
}

base::Result<std::int64_t, Refusal> Gate::import(const store::Arrivals& arrivals, edit::ChangeSet changed,
                                                 const base::Progress& progress) {
    const bool builds = !arrivals.units.empty() || !arrivals.orgs.empty();
    const auto entered = enter({changed.author}, builds ? model::Deed::structure : model::Deed::record);
    if (!entered.ok()) return entered.error();
    changed.author = entered.value().author;
    if (changed.changes.size() > kMostChanged) {
        return Refusal{RefusalReason::notAllowed,
                       "the import changes " + std::to_string(changed.changes.size()) +
                           " rows that are there, and the "
                           "log keeps each as it was; at most " +
                           std::to_string(kMostChanged) + " go with one import: please import the source in parts",
                       {},
                       {}};
    }
    if (const auto account = session()) {
        if (auto refusal = mayMake(*account, changed)) return *refusal;
        if (auto refusal = outsideOf(*account, *m_store, arrivals)) return *refusal;
    }
    try {
        return m_store->commitImport(arrivals, changed, progress);
    } catch (const store::RowChanged& late) { return Refusal{RefusalReason::changedSince, late.what(), {}, {}}; }
}

std::optional<Refusal> Gate::commitAccounts(const edit::ChangeSet& set, const std::string& pinHash) {
    if (m_store->readOnly()) return readOnlyFile();
    if (!m_store->accounts().empty()) {
        const auto account = session();
        if (!account) return nobody();
        if (!isOwnPin(*account, set) && !model::mayDo(account->role, model::Deed::declare)) return notByRole(*account);
    }
    try {
        (void)m_store->commitAccounts(set, pinHash);
    } catch (const store::RowChanged& changed) { return Refusal{RefusalReason::changedSince, changed.what(), {}, {}}; }
    return std::nullopt;
}

}  // namespace xiangtu::project
