// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/plan.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace xiangtu::edit {

/// Something that stood on a unit whose land went to another, and where it stands now.
struct Resettled {
    enum class What : std::uint8_t { record, organisation, unitClass, households } what = What::record;
    std::string registerId;  ///< records
    std::int64_t id = 0;     ///< of the record or organisation
    /// Name of the organisation; scheme and class; of a record the fields a person has to say something about;
    /// households of the unit afterwards.
    std::string title;
    model::Level level = model::Level::grid;
    model::Code from;
    model::Code to;                       ///< the same as `from`: it stayed
    std::optional<geom::GeoPoint> place;  ///< by which it was told; nothing = it has none
    /// Its own place, or the whole land, went there. Otherwise a person should look at it.
    bool certain = true;
};

/// A border edit before it is made: every unit with its areas (proposal), the rows, what moves with the land.
struct BorderPlan {
    ChangeSet set;
    borders::Proposal proposal;
    std::vector<Resettled> review;
};

/// As plan(), with what a preview shows.
[[nodiscard]] base::Result<BorderPlan, Refusal> planBorders(const model::Snapshot& snapshot, const EditBorders& command,
                                                            const PlanContext& context);
/// The same for bringing back a unit, also one that is no more.
[[nodiscard]] base::Result<BorderPlan, Refusal> planRestore(const model::Snapshot& snapshot, const RestoreUnit& command,
                                                            const PlanContext& context);
/// Name of the command in the history: split_units, merge_units, reshape_border, move_vertex …
[[nodiscard]] std::string_view titleOf(const borders::Operation& operation) noexcept;

}  // namespace xiangtu::edit
