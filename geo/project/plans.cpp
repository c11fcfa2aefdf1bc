// SPDX-License-Identifier: GPL-3.0-or-later
// Edits for a day to come: kept in the file, made when their day is there.
#include "base/json.h"
#include "edit/command_json.h"
#include "project/project_impl.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace xiangtu::project {

namespace {

constexpr const char* kConflict = "conflict";
constexpr const char* kBegun = "it was begun and not made, or made and taken back";

model::Fields row(const char* state, const char* note) {
    return {{"state", std::string(state)}, {"note", std::string(note)}};
}

edit::Refusal notPlanned(const std::string& detail) { return {edit::RefusalReason::badDate, detail, {}, {}}; }

edit::Command withDay(const edit::PlannedCommand& planned, const std::string& day) {
    return std::visit(
        [&](auto command) -> edit::Command {
            command.day = day;
            return command;
        },
        planned);
}

}  // namespace

Planned Project::plan(const edit::Command& command, const std::string& author) {
    Gate& gate = m_impl->gate;
    const auto actor = gate.enter({author}, model::Deed::structure);
    if (!actor.ok()) return actor.error();
    std::optional<edit::PlannedCommand> planned;
    if (const auto* borders = std::get_if<edit::EditBorders>(&command)) planned = *borders;
    if (const auto* rename = std::get_if<edit::RenameUnit>(&command)) planned = *rename;
    if (!planned) return notPlanned("only edits of borders and names of units can be planned for a day to come");
    const std::string day = std::visit([](const auto& c) { return c.day; }, *planned);
    const auto date = base::Date::parse(day);
    if (!date || *date <= base::Date::today()) return notPlanned("\"" + day + "\" is not a day to come");
    // What does not fit the county of today is not planned either.
    const auto trial = m_impl->planned(withDay(*planned, ""), actor.value());
    if (!trial.ok()) return trial.error();
    if (auto refusal = gate.whyNot(trial.value().set)) return m_impl->withPlace(*refusal);
    return gate.addPlanned({0, *date, edit::toJson(*planned).dump(), actor.value().author, base::nowIso(), {}, {}});
}

std::optional<edit::Refusal> Project::withdraw(std::int64_t plan) {
    Gate& gate = m_impl->gate;
    const auto actor = gate.enter({}, model::Deed::structure);
    if (!actor.ok()) return actor.error();
    for (const store::PlannedEdit& planned : store().plannedEdits()) {
        if (planned.id != plan || planned.state == "applied" || planned.state == "withdrawn") continue;
        const auto account = gate.session();
        if (account && !account->scope.whole && planned.author != account->name) {
            return edit::Refusal{edit::RefusalReason::outsideScope, "the plan is " + planned.author + "'s", {}, {}};
        }
        return gate.setPlanned(plan, "withdrawn", "");
    }
    return edit::Refusal{edit::RefusalReason::unknownPlan, "there is no open plan " + std::to_string(plan), {}, {}};
}

Outcome Project::makeOne(const store::PlannedEdit& planned, base::Date day) {
    Gate& gate = m_impl->gate;
    const auto conclude = [&](Outcome outcome) {
        if (!outcome.ok()) (void)gate.setPlanned(planned.id, kConflict, outcome.error().detail);
        return outcome;
    };
    std::optional<edit::PlannedCommand> command;
    try {
        const std::string origin = "table planned_edit, row " + std::to_string(planned.id);
        command = edit::plannedFromJson(base::parseJson(planned.command, origin), origin);
    } catch (const base::Error& e) { return conclude(edit::Refusal{edit::RefusalReason::badValue, e.what(), {}, {}}); }
    // Marked first, and made together with its new state: whatever happens in between, it is not made twice.
    (void)gate.setPlanned(planned.id, kConflict, kBegun);
    const edit::Change made{"planned_edit", planned.id, row(kConflict, kBegun), row("applied", "")};
    return conclude(applyPlanned(withDay(*command, day.iso()), planned.author, made));
}

std::vector<PlanOutcome> Project::applyPlans(PlanChoice choice) {
    std::vector<PlanOutcome> out;
    if (state().snapshot->day != base::Date::today() || !m_impl->gate.enter({}, model::Deed::moveMatter).ok())
        return out;
    for (const store::PlannedEdit& planned : store().plannedEdits()) {
        const bool wanted =
            planned.state == "planned" || (choice == PlanChoice::conflictsToo && planned.state == "conflict");
        if (!wanted || planned.day > base::Date::today()) continue;
        out.push_back({planned, makeOne(planned, planned.day)});
    }
    return out;
}

Outcome Project::makePlan(std::int64_t plan) {
    const auto actor = m_impl->gate.enter({}, model::Deed::structure);
    if (!actor.ok()) return actor.error();
    for (const store::PlannedEdit& planned : store().plannedEdits()) {
        if (planned.id != plan || (planned.state != "planned" && planned.state != kConflict)) continue;
        // Before its day it is not made by right of who planned it for that day.
        const auto account = m_impl->gate.session();
        if (planned.day > base::Date::today() && account && !account->scope.whole && planned.author != account->name) {
            return edit::Refusal{edit::RefusalReason::outsideScope, "the plan is " + planned.author + "'s", {}, {}};
        }
        return makeOne(planned, std::min(planned.day, base::Date::today()));
    }
    return edit::Refusal{edit::RefusalReason::unknownPlan, "there is no open plan " + std::to_string(plan), {}, {}};
}

}  // namespace xiangtu::project
