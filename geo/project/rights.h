// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/plan.h"
#include "model/account.h"
#include "store/store.h"

#include <optional>

namespace xiangtu::project {

/// The weightiest thing a change set does, told from the rows alone. A record that changes together with one of its
/// steps is a matter moved.
[[nodiscard]] model::Deed deedOf(const edit::ChangeSet& set);

[[nodiscard]] edit::Refusal notByRole(const model::Account& account);
/// Why the account's scope does not let it write these; nothing when all of it lies inside.
[[nodiscard]] std::optional<edit::Refusal> outsideOf(const model::Account& account, store::Reader& reader,
                                                     const edit::ChangeSet& set);
/// Rows on their way into the file: units below units that are there or came with them, organisations and records of
/// such units. What belongs to no unit lies outside every scope but that of all.
[[nodiscard]] std::optional<edit::Refusal> outsideOf(const model::Account& account, store::Reader& reader,
                                                     const store::Arrivals& arrivals);

/// Only the account's own PIN changes.
[[nodiscard]] bool isOwnPin(const model::Account& account, const edit::ChangeSet& set);

}  // namespace xiangtu::project
