// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/due.h"

#include <algorithm>
#include <tuple>

namespace xiangtu::indicators {

namespace {

bool within(const model::Snapshot& snapshot, model::UnitRef unit, model::UnitRef area) {
    return !area.valid() || (unit.valid() && snapshot.ancestor(unit, area.level) == area);
}

}  // namespace

Matter standing(const model::Snapshot& snapshot, std::size_t registerIndex, const model::Record& record) {
    Matter matter{registerIndex, record.id, Urgency::open, 0, {}};
    const model::Lifecycle* lifecycle =
        snapshot.catalogue->findLifecycle(snapshot.registers[registerIndex]->def.lifecycle);
    if (!lifecycle || record.state >= lifecycle->states.size()) return matter;
    const model::LifecycleState& state = lifecycle->states[record.state];
    if (state.kind != model::StateKind::open) {
        matter.urgency = Urgency::closed;
        return matter;
    }
    if (record.due.isOpen()) return matter;
    // Due on a day means: by the end of that day.
    matter.daysLeft = record.due.days - snapshot.day.days;
    if (matter.daysLeft < 0)
        matter.urgency = Urgency::overdue;
    else if (matter.daysLeft <= state.remind)
        matter.urgency = Urgency::nearlyDue;
    for (const model::Escalation& step : state.escalate) {
        if (-matter.daysLeft >= step.days && matter.daysLeft < 0) matter.escalatedTo = step.to;
    }
    return matter;
}

std::vector<Matter> matters(const model::Snapshot& snapshot, model::UnitRef area) {
    std::vector<Matter> out;
    for (std::size_t r = 0; r < snapshot.registers.size(); ++r) {
        if (snapshot.registers[r]->def.lifecycle.empty()) continue;
        for (const auto& record : snapshot.registers[r]->records) {
            if (within(snapshot, record->unit, area)) out.push_back(standing(snapshot, r, *record));
        }
    }
    const auto rank = [](const Matter& m) {
        const bool clock = m.urgency == Urgency::overdue || m.urgency == Urgency::nearlyDue || m.daysLeft != 0;
        const int group = m.urgency == Urgency::closed ? 2 : clock ? 0 : 1;
        return std::tuple(group, m.daysLeft, m.registerIndex, m.record);
    };
    std::ranges::sort(out, {}, rank);
    return out;
}

}  // namespace xiangtu::indicators
