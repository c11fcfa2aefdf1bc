// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/plan.h"

#include <optional>
#include <string>
#include <variant>

namespace xiangtu::edit {

// The parts of plan(); used inside this folder only.

/// The middle of a unit's box: good enough to bring it into view.
[[nodiscard]] std::optional<geom::GeoPoint> placeOf(const model::Snapshot& snapshot, model::UnitRef ref);
/// Any point of a record's shape, or the place of its unit.
[[nodiscard]] std::optional<geom::GeoPoint> placeOf(const model::Snapshot& snapshot, const model::Record& record);

[[nodiscard]] Plan planAddRecord(const model::Snapshot& snapshot, const AddRecord& command, const PlanContext& context);
[[nodiscard]] Plan planSetRecord(const model::Snapshot& snapshot, const SetRecord& command, const PlanContext& context);
[[nodiscard]] Plan planEndRecord(const model::Snapshot& snapshot, const EndRecord& command, const PlanContext& context);
[[nodiscard]] Plan planMoveRecord(const model::Snapshot& snapshot, const MoveRecord& command,
                                  const PlanContext& context);

[[nodiscard]] Plan planRenameUnit(const model::Snapshot& snapshot, const RenameUnit& command,
                                  const PlanContext& context);
[[nodiscard]] Plan planSetUp(const model::Snapshot& snapshot, const SetUpOrganisation& command,
                             const PlanContext& context);
[[nodiscard]] Plan planRenameOrg(const model::Snapshot& snapshot, const RenameOrganisation& command,
                                 const PlanContext& context);
[[nodiscard]] Plan planDissolve(const model::Snapshot& snapshot, const DissolveOrganisation& command,
                                const PlanContext& context);
[[nodiscard]] Plan planServe(const model::Snapshot& snapshot, const ServeUnit& command, const PlanContext& context);

/// The day an edit of units holds from: today when the text is empty, never one to come; and the snapshot
/// must be today's.
[[nodiscard]] std::variant<base::Date, Refusal> unitDay(const model::Snapshot& snapshot, const std::string& text,
                                                        const PlanContext& context);
[[nodiscard]] bool isBlank(const std::string& text);
[[nodiscard]] Refusal noSuchUnit(const borders::UnitName& name);

/// What is asked about a record before it may stand: fields known and not computed, values of their
/// type and range, everything required there, what it names there too. Nothing when all is well.
struct RecordCheck {
    const model::Snapshot& snapshot;
    const model::RegisterDef& def;

    /// `given` as typed by the user: names and values, one by one.
    [[nodiscard]] std::optional<Refusal> given(const model::Fields& given) const;
    /// The whole record, in the order of the declaration.
    [[nodiscard]] std::optional<Refusal> whole(const std::vector<model::Value>& values) const;
    [[nodiscard]] std::optional<Refusal> shape(const geom::GeoShape& shape) const;
    /// The unit a record of this register stands on: the one named, or for a link the first that its
    /// fields name. Null refusal and invalid unit = none, and none needed.
    struct Stand {
        model::UnitRef unit;
        std::optional<Refusal> refusal;
    };
    [[nodiscard]] Stand unit(std::optional<model::Code> code, std::optional<model::Level> level,
                             const std::vector<model::Value>& values) const;

    [[nodiscard]] Refusal refuse(RefusalReason reason, std::string detail, std::string field = {}) const;
};

/// Day a record entering `state` on `day` is due: open when the state has no clock.
[[nodiscard]] base::Date dueOn(const model::LifecycleState& state, base::Date day) noexcept;
/// ISO text, or NULL for "no end".
[[nodiscard]] model::Value isoOrNull(base::Date date);

}  // namespace xiangtu::edit
