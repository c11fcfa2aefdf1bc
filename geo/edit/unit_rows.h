// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/plan.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace xiangtu::edit {

/// What is to be different about a unit. Nothing = stays.
struct UnitWish {
    std::optional<model::Code> code{};
    std::optional<std::string> name{};
    std::optional<model::UnitId> parent{};  ///< not stored() = none
    std::optional<std::int32_t> households{};
    std::optional<geom::MultiPolygon> shape{};
};

/// Collects what becomes of units from a day on and writes it down as rows: a unit's own row keeps its id and
/// says how it is from that day; how it was goes to unit_past, unless it began that very day.
class UnitRows {
public:
    UnitRows(const model::Snapshot& snapshot, const PlanContext& context, base::Date day);

    /// Wishes for one unit add up.
    void change(model::UnitRef unit, const UnitWish& wish);
    /// It is not there any more from the day on.
    void end(model::UnitRef unit);
    /// `state.unit.id`, `from` and `to` are filled in; answers the id.
    model::UnitId add(UnitNow::State state);
    /// kind: split, merge, piece, recode. `area` in m², 0 = not said.
    void descend(model::UnitId from, model::UnitId to, std::string_view kind, double area);

    /// Households a unit will have: wished, else as it has them.
    [[nodiscard]] std::int32_t households(model::UnitRef unit) const;

    /// Why it cannot hold from that day: a unit is as it is only since a later one.
    [[nodiscard]] std::optional<Refusal> refusal() const;
    /// The rows, in an order that keeps codes unique and names no unit before it is there.
    [[nodiscard]] std::vector<Change> changes() const;

private:
    [[nodiscard]] Change pastOf(model::UnitRef unit, std::int64_t id) const;

    const model::Snapshot& m_snapshot;
    const PlanContext& m_context;
    base::Date m_day;
    std::map<model::UnitRef, UnitWish> m_wishes;
    std::vector<model::UnitRef> m_ended;
    std::vector<Change> m_new;
    std::vector<Change> m_lineage;
    std::int64_t m_nextUnit;
};

/// A unit's border as a change set holds it.
[[nodiscard]] model::Value shapeText(const geom::MultiPolygon& shape);
/// NULL for "not stored".
[[nodiscard]] model::Value idOrNull(std::int64_t id);

}  // namespace xiangtu::edit
