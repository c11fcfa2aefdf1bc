// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "edit/plan.h"
#include "model/account.h"
#include "project/sign_in.h"
#include "store/store.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::project {

/// As whom something is written.
struct Actor {
    std::string author;
    model::Role role = model::Role::planner;
};

/// The one way to write into an open file: it owns the store and hands out what reads. A file without accounts is open
/// to whoever holds it. As soon as there is one, every write needs somebody signed in, whose role allows it
/// and in whose scope lies everything it changes; who may is read from the file anew for every write.
class Gate {
public:
    explicit Gate(std::unique_ptr<store::Store> store);

    [[nodiscard]] store::Reader& reader() const noexcept { return *m_store; }

    [[nodiscard]] SignIn signIn(std::string_view name, std::string_view pin, std::int64_t now);
    void signOut() noexcept { m_session.reset(); }
    /// Who is signed in, as the file says now; nobody once the account was disabled.
    [[nodiscard]] std::optional<model::Account> session() const;

    /// As whom an edit is planned: as the account signed in, else as the caller says. Refused when the file may not
    /// be written, or has accounts and nobody is signed in, or the role may not.
    [[nodiscard]] base::Result<Actor, edit::Refusal> enter(const Actor& said, model::Deed deed) const;
    /// Nothing when the change set may be made.
    [[nodiscard]] std::optional<edit::Refusal> whyNot(const edit::ChangeSet& set) const;

    /// Checked as whyNot() says, written as store::Store::commit does; a row changed since is refused, too.
    using Commit = base::Result<store::Committed, edit::Refusal>;
    [[nodiscard]] Commit commit(const edit::ChangeSet& set, std::optional<std::int64_t> undoes, base::Date day);
    /// A plan is made by right of who planned it, as that account is today, or of who is signed in.
    [[nodiscard]] Commit commitPlanned(const edit::ChangeSet& set, base::Date day);

    [[nodiscard]] std::optional<edit::Refusal> setCatalogue(const model::Catalogue& catalogue,
                                                            const std::string& author);
    [[nodiscard]] std::optional<edit::Refusal> addAttachment(store::Attachment attachment);
    [[nodiscard]] base::Result<std::int64_t, edit::Refusal> addPlanned(const store::PlannedEdit& planned);
    /// Needs somebody signed in, of whatever role: it only says what became of a plan.
    [[nodiscard]] std::optional<edit::Refusal> setPlanned(std::int64_t id, std::string_view state,
                                                          std::string_view note);
    [[nodiscard]] std::optional<edit::Refusal> addUncovering(store::Uncovering uncovering);
    /// What one import brings and changes, all or none; answers the line of the log. `changed.author` counts in a file
    /// without accounts only.
    [[nodiscard]] base::Result<std::int64_t, edit::Refusal> import(const store::Arrivals& arrivals,
                                                                   edit::ChangeSet changed,
                                                                   const base::Progress& progress);
    /// Of accounts; asks for an administrator unless the file has none yet or only the PIN of who is signed in changes.
    [[nodiscard]] std::optional<edit::Refusal> commitAccounts(const edit::ChangeSet& set, const std::string& pinHash);

private:
    [[nodiscard]] std::optional<edit::Refusal> mayMake(const model::Account& account, const edit::ChangeSet& set) const;
    [[nodiscard]] Commit write(const edit::ChangeSet& set, std::optional<std::int64_t> undoes, base::Date day);

    std::unique_ptr<store::Store> m_store;
    std::optional<model::AccountId> m_session;
};

}  // namespace xiangtu::project
