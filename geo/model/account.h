// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "base/strong_id.h"
#include "model/code.h"
#include "model/lifecycle.h"
#include "model/snapshot.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::model {

/// Where somebody may write: everywhere, or below some codes. A prefix need not be the code of a unit.
struct Scope {
    bool whole = false;
    std::vector<Code> prefixes;

    /// "*" is everywhere; else codes between commas or blanks. Nothing for anything else, also for no code at all.
    [[nodiscard]] static std::optional<Scope> parse(std::string_view text);
    [[nodiscard]] static Scope everywhere() { return {true, {}}; }
    /// What parse() reads.
    [[nodiscard]] std::string text() const;

    /// `chain`: codes of a unit and its parents, the unit first. A prefix is looked for at the highest unit that is
    /// longer than what stands above it, and whatever lies below follows: a village that came to another township
    /// and kept its code is that township's. An empty chain (of no unit) lies only in "everywhere".
    [[nodiscard]] bool covers(std::span<const Code> chain) const noexcept;
    [[nodiscard]] bool covers(const Snapshot& snapshot, UnitRef unit) const;

    bool operator==(const Scope&) const = default;
};

using AccountId = base::StrongId<struct AccountTag>;

/// Somebody who may write into a file. Accounts are never removed: what they did is in the history.
struct Account {
    AccountId id;
    std::string name;  ///< unique in the file; the author of what is done
    Role role = Role::gridWorker;
    Scope scope;
    base::Date created{};
    base::Date disabled = base::Date::open();  ///< first day it may no longer sign in
    std::string pinMark;                       ///< SHA-256 of the PIN's hash, so that another hash shows

    [[nodiscard]] bool mayEnter(base::Date day) const noexcept { return day < disabled; }
};

/// What there is to do, by weight.
enum class Deed : std::uint8_t {
    moveMatter,  ///< a step of a lifecycle, as its actions allow
    record,      ///< classes, records, photos
    structure,   ///< borders, names, organisations, imports, plans
    declare,     ///< catalogue and accounts
};
[[nodiscard]] bool mayDo(Role role, Deed deed) noexcept;

/// Sensitive values are seen of records in the scope only; grid workers see them one record at a time.
enum class Uncovered : std::uint8_t { record, table };
[[nodiscard]] bool mayUncover(Role role, Uncovered what) noexcept;

}  // namespace xiangtu::model
