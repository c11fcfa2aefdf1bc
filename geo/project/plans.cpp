// SPDX-License-Identifier: GPL-3.0-or-later
// Edits for a day to come: kept in the file, made when their day is there.
#include "base/json.h"
#include "edit/command_json.h"
#include "project/project.h"

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

/// A plan that can still be made or dropped.
base::Result<store::PlannedEdit, edit::Refusal> waitingPlan(store::Store& store, std::int64_t id) {
    if (store.readOnly()) {
        return edit::Refusal{edit::RefusalReason::readOnly, "the file is open for reading only", {}, {}};
    }
    const auto plans = store.plannedEdits();
    const auto found = std::ranges::find(plans, id, &store::PlannedEdit::id);
    if (found == plans.end() || (found->state != "planned" && found->state != kConflict)) {
        return edit::Refusal{edit::RefusalReason::nothingToDo, "no plan " + std::to_string(id) + " is waiting", {}, {}};
    }
    return *found;
}

}  // namespace

Planned Project::plan(const edit::Command& command, const std::string& author) {
    if (store().readOnly()) {
        return edit::Refusal{edit::RefusalReason::readOnly, "the file is open for reading only", {}, {}};
    }
    std::optional<edit::PlannedCommand> planned;
    if (const auto* borders = std::get_if<edit::EditBorders>(&command)) planned = *borders;
    if (const auto* rename = std::get_if<edit::RenameUnit>(&command)) planned = *rename;
    if (!planned) return notPlanned("only edits of borders and names of units can be planned for a day to come");
    const std::string day = std::visit([](const auto& c) { return c.day; }, *planned);
    const auto date = base::Date::parse(day);
    if (!date || *date <= base::Date::today()) return notPlanned("\"" + day + "\" is not a day to come");
    // What does not fit the county of today is not planned either.
    const edit::PlanContext context = store().planContext(author);
    const edit::Plan trial = edit::plan(*state().snapshot, withDay(*planned, ""), context);
    if (!trial) return trial.error();
    return store().addPlanned({0, *date, edit::toJson(*planned).dump(), author, base::nowIso(), {}, {}});
}

Outcome Project::makeOne(const store::PlannedEdit& planned, base::Date day, const std::string& author,
                         model::Role role) {
    std::optional<edit::PlannedCommand> command;
    try {
        const std::string origin = "table planned_edit, row " + std::to_string(planned.id);
        command = edit::plannedFromJson(base::parseJson(planned.command, origin), origin);
    } catch (const base::Error& e) {
        store().setPlanned(planned.id, kConflict, e.what());
        return edit::Refusal{edit::RefusalReason::badValue, e.what(), {}, {}};
    }
    // Marked first, and made together with its new state: whatever happens in between, it is not made twice.
    store().setPlanned(planned.id, kConflict, kBegun);
    const edit::Change made{"planned_edit", planned.id, row(kConflict, kBegun), row("applied", "")};
    Outcome outcome = applyWith(withDay(*command, day.iso()), author, role, {made});
    if (!outcome.ok()) store().setPlanned(planned.id, kConflict, outcome.error().detail);
    return outcome;
}

std::vector<PlanOutcome> Project::applyPlans(PlanChoice choice) {
    std::vector<PlanOutcome> out;
    if (store().readOnly() || state().snapshot->day != base::Date::today()) return out;
    for (const store::PlannedEdit& planned : store().plannedEdits()) {
        const bool wanted =
            planned.state == "planned" || (choice == PlanChoice::conflictsToo && planned.state == "conflict");
        if (!wanted || planned.day > base::Date::today()) continue;
        out.push_back({planned, makeOne(planned, planned.day, planned.author, model::Role::planner)});
    }
    return out;
}

Outcome Project::makePlan(std::int64_t id, const std::string& author, model::Role role) {
    const auto waiting = waitingPlan(store(), id);
    if (!waiting.ok()) return waiting.error();
    return makeOne(waiting.value(), std::min(waiting.value().day, base::Date::today()), author, role);
}

std::optional<edit::Refusal> Project::dropPlan(std::int64_t id, const std::string& author) {
    const auto waiting = waitingPlan(store(), id);
    if (!waiting.ok()) return waiting.error();
    store().setPlanned(id, "withdrawn", author);
    return std::nullopt;
}

}  // namespace xiangtu::project
