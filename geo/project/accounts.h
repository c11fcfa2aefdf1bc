// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/pin_hash.h"
#include "edit/change_set.h"
#include "edit/plan.h"
#include "model/account.h"

#include <optional>
#include <string>
#include <string_view>

namespace xiangtu::project {

class Gate;

/// Somebody who is to get an account.
struct NewAccount {
    std::string name;
    model::Role role = model::Role::gridWorker;
    model::Scope scope;
};

/// The accounts of an open file. Who changes them is an administrator signed in, but the first account, which must be
/// an administrator's, may be made by whoever holds the file. Every change is a line of the history
/// (account_add, account_change, account_pin, account_disable, account_enable) that undo passes by.
class Accounts {
public:
    Accounts(Gate& gate, base::PinCost cost) : m_gate(gate), m_cost(cost) {}

    using Refused = std::optional<edit::Refusal>;
    /// The first one is signed in at once.
    [[nodiscard]] Refused add(const NewAccount& account, std::string_view pin);
    /// Another PIN, also one's own; wrong tries are forgotten.
    [[nodiscard]] Refused setPin(model::AccountId id, std::string_view pin);
    [[nodiscard]] Refused change(model::AccountId id, model::Role role, const model::Scope& scope);
    /// It may no longer sign in, from today on.
    [[nodiscard]] Refused disable(model::AccountId id);
    [[nodiscard]] Refused enable(model::AccountId id);

private:
    [[nodiscard]] Refused write(const char* title, edit::Change change, const std::string& pinHash);

    Gate& m_gate;
    base::PinCost m_cost;
};

}  // namespace xiangtu::project
