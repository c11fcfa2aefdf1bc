// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "borders/proposal.h"
#include "model/snapshot.h"

#include <string>

namespace xiangtu::borders {

/// The county after a proposal: units sorted by code, parents by reference again.
[[nodiscard]] model::Snapshot applied(const model::Snapshot& snapshot, const Proposal& proposal);

/// Everything that must hold of a clean county, counted without the code under test: every segment has one unit
/// on each side per level, rings are valid by Boost.Geometry, children fill their parents to the integer, levels
/// have the same area, codes are unique and sorted. "" when it does.
[[nodiscard]] std::string faultOf(const model::Snapshot& snapshot);

/// propose() on a snapshot with a fresh index.
[[nodiscard]] base::Result<Proposal, Refusal> tried(const model::Snapshot& snapshot, const Operation& operation,
                                                    Options options = {});

/// Name and detail of a refusal, "ok" of a proposal.
[[nodiscard]] std::string outcome(const base::Result<Proposal, Refusal>& result);

}  // namespace xiangtu::borders
