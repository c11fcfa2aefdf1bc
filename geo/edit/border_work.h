// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/border_plan.h"

#include <cstdint>
#include <string>
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
    std::vector<model::UnitId> ids{};        ///< per unit: its row
    std::vector<std::int32_t> households{};  ///< per unit: afterwards; -1 = not recorded

    /// The unit of that level and code before, or after; kNone when the proposal does not touch it.
    [[nodiscard]] std::size_t before(model::Level level, model::Code code) const noexcept;
    [[nodiscard]] std::size_t after(model::Level level, model::Code code) const noexcept;
    /// What a new unit was cut out of; kNone when the lineage does not say.
    [[nodiscard]] std::size_t motherOf(std::size_t unit) const noexcept;
};

/// Fills BorderWork::households. What splits shares by area in whole numbers that add up, what merges adds
/// up; a unit whose children came or went has what they have more or less.
void shareHouseholds(BorderWork& work);

/// Classes of new units, organisations and records by place: adds their rows and what to look at.
void resettle(const BorderWork& work, ChangeSet& set, std::vector<Resettled>& review);

}  // namespace xiangtu::edit
