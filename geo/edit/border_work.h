// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/border_plan.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace xiangtu::edit {

// The parts of planBorders(); used inside this folder only.

/// A proposal on its way to rows. Positions are those of proposal.units.
struct BorderWork {
    static constexpr std::size_t kNone = SIZE_MAX;

    const model::Snapshot& snapshot;
    const PlanContext& context;
    const borders::Proposal& proposal;
    base::Date day;
    std::string reason;
    const std::map<std::string, model::LandPolicy, std::less<>>& policies;
    std::vector<model::UnitId> ids{};        ///< per unit: its row
    std::vector<std::int32_t> households{};  ///< per unit: afterwards; -1 = not recorded

    /// The unit of that level and code before, or after; kNone when the proposal does not touch it.
    [[nodiscard]] std::size_t before(model::Level level, model::Code code) const noexcept;
    [[nodiscard]] std::size_t after(model::Level level, model::Code code) const noexcept;
    /// What a new unit was cut out of; kNone when the lineage does not say.
    [[nodiscard]] std::size_t motherOf(std::size_t unit) const noexcept;
    /// The policy of EditBorders::policies for that name, else the one given.
    [[nodiscard]] std::optional<model::LandPolicy> policy(const std::string& name,
                                                          std::optional<model::LandPolicy> otherwise) const;
};

/// Why the policies cannot be followed: a name or a kind that is not there.
[[nodiscard]] std::optional<Refusal> policyRefusal(const model::Snapshot& snapshot, const EditBorders& command);

/// Fills BorderWork::households. What splits shares by area in whole numbers that add up, what merges adds
/// up; a unit whose children came or went has what they have more or less.
void shareHouseholds(BorderWork& work);
/// Where the policy is to ask: units whose households a person should look at.
void reviewHouseholds(const BorderWork& work, std::vector<Resettled>& review);

/// Records by register and id.
using RecordIds = std::set<std::pair<std::string, std::int64_t>>;
/// Records of registers whose fields have policies: those of cut units are divided, those of joined units made one.
/// The old ones end that day and new ones begin. Answers which records that took care of.
[[nodiscard]] RecordIds divideRecords(const BorderWork& work, ChangeSet& set, std::vector<Resettled>& review);

/// Classes of new units, organisations and records by place: adds their rows and what to look at.
void resettle(const BorderWork& work, ChangeSet& set, std::vector<Resettled>& review);

}  // namespace xiangtu::edit
