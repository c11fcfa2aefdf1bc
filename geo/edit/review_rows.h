// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/border_plan.h"

#include <string_view>
#include <vector>

namespace xiangtu::edit {

/// Table name of changes that no table has: what moved with the land, and what a person should look at, stand in the
/// line of the change log only. Stores pass over them.
inline constexpr std::string_view kReviewTable = "review";

/// Writes the list into the change set, so that its line of the log keeps it.
void addReview(ChangeSet& set, const std::vector<Resettled>& review);
/// The list a line of the log keeps; empty when it keeps none.
[[nodiscard]] std::vector<Resettled> reviewOf(const ChangeSet& set);

}  // namespace xiangtu::edit
