// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/overloaded.h"
#include "edit/border_work.h"
#include "edit/plan_parts.h"
#include "edit/review_rows.h"
#include "edit/unit_rows.h"

#include <array>
#include <memory>
#include <utility>

namespace xiangtu::edit {

namespace {

using borders::Descent;
using borders::UnitChange;
using model::UnitId;

std::string_view kindName(Descent::Kind kind) noexcept {
    switch (kind) {
    case Descent::Kind::split: return "split";
    case Descent::Kind::merge: return "merge";
    case Descent::Kind::piece: return "piece";
    case Descent::Kind::recode: return "recode";
    }
    return "piece";
}

Refusal refused(const borders::Refusal& border) {
    Refusal refusal{RefusalReason::border, border.detail, {}, border.place};
    for (const borders::UnitName& unit : border.units) refusal.units.push_back(unit.code);
    refusal.border = border;
    return refusal;
}

/// The row id of a parent as the proposal names it: by its code afterwards.
UnitId parentId(const BorderWork& work, const borders::UnitName& parent) {
    if (!parent.code.valid()) return {};
    const std::size_t touched = work.after(parent.level, parent.code);
    if (touched != BorderWork::kNone) return work.ids[touched];
    const model::UnitRef ref = work.snapshot.findUnit(parent.level, parent.code);
    return ref.valid() ? work.snapshot.unit(ref).id : UnitId{};
}

/// Whether it is the unit that gets its name back, too.
bool isRestored(const EditBorders& command, model::Level level, model::Code code) {
    const auto* restore = std::get_if<borders::RestoreLand>(&command.request.operation);
    return restore && !command.names.empty() && restore->unit == borders::UnitName{level, code};
}

/// The name of a new unit: given, or its mother's with a number.
std::string nameOfNew(const BorderWork& work, std::size_t unit, const EditBorders& command, std::size_t& given,
                      std::vector<std::size_t>& children) {
    const UnitChange& change = work.proposal.units[unit];
    const std::size_t mother = work.motherOf(unit);
    if (isRestored(command, change.level, change.codeAfter)) return command.names.front();
    const bool edited = std::holds_alternative<borders::Split>(command.request.operation) &&
                        std::get<borders::Split>(command.request.operation).unit.level == change.level;
    if (edited && given < command.names.size()) return command.names[given++];
    if (mother == BorderWork::kNone) return change.codeAfter.text();
    children.resize(work.proposal.units.size());
    const std::string name = work.snapshot.unit(*work.proposal.units[mother].ref).name;
    return name + "-" + std::to_string(++children[mother] + 1);
}

void numberUnits(BorderWork& work) {
    std::int64_t next = work.context.nextUnit;
    for (const UnitChange& change : work.proposal.units) {
        work.ids.push_back(change.ref ? work.snapshot.unit(*change.ref).id : UnitId{next++});
    }
}

void writeUnits(const BorderWork& work, const EditBorders& command, UnitRows& rows) {
    std::size_t given = 0;
    std::vector<std::size_t> children;
    for (std::size_t i = 0; i < work.proposal.units.size(); ++i) {
        const UnitChange& change = work.proposal.units[i];
        if (change.isGone()) {
            rows.end(*change.ref);
        } else if (change.isNew()) {
            UnitNow::State state;
            state.level = change.level;
            state.unit.code = change.codeAfter;
            state.unit.name = nameOfNew(work, i, command, given, children);
            const std::size_t mother = work.motherOf(i);
            if (isRestored(command, change.level, change.codeAfter))
                state.unit.kind = model::guessUnitKind(change.level, state.unit.name);
            else if (mother != BorderWork::kNone)
                state.unit.kind = work.snapshot.unit(*work.proposal.units[mother].ref).kind;
            state.unit.households = work.households[i];
            state.parent = parentId(work, change.parentAfter);
            state.shape = change.shapeAfter;
            (void)rows.add(std::move(state));
        } else {
            UnitWish wish;
            if (change.recoded()) wish.code = change.codeAfter;
            if (change.reparented()) wish.parent = parentId(work, change.parentAfter);
            if (change.reshaped) wish.shape = change.shapeAfter;
            wish.households = work.households[i];
            if (isRestored(command, change.level, change.codeBefore)) wish.name = command.names.front();
            rows.change(*change.ref, wish);
        }
    }
    for (const Descent& descent : work.proposal.lineage) {
        const std::size_t from = work.before(descent.level, descent.from);
        const std::size_t to = work.after(descent.level, descent.to);
        if (from == BorderWork::kNone || to == BorderWork::kNone) continue;
        rows.descend(work.ids[from], work.ids[to], kindName(descent.kind), descent.area);
    }
}

}  // namespace

std::size_t BorderWork::before(model::Level level, model::Code code) const noexcept {
    for (std::size_t i = 0; i < proposal.units.size(); ++i) {
        if (proposal.units[i].level == level && proposal.units[i].codeBefore == code) return i;
    }
    return kNone;
}

std::size_t BorderWork::after(model::Level level, model::Code code) const noexcept {
    for (std::size_t i = 0; i < proposal.units.size(); ++i) {
        if (proposal.units[i].level == level && proposal.units[i].codeAfter == code) return i;
    }
    return kNone;
}

std::size_t BorderWork::motherOf(std::size_t unit) const noexcept {
    const UnitChange& change = proposal.units[unit];
    for (const Descent& descent : proposal.lineage) {
        if (descent.kind == Descent::Kind::split && descent.level == change.level && descent.to == change.codeAfter) {
            return before(change.level, descent.from);
        }
    }
    return kNone;
}

std::string_view titleOf(const borders::Operation& operation) noexcept {
    static constexpr std::array<std::string_view, 10> kTitles{
        "move_vertex", "insert_vertex", "delete_vertex",  "split_unit",     "merge_units",
        "give_land",   "give_land",     "reshape_border", "snap_to_parent", "restore_unit"};
    return kTitles[operation.index()];
}

base::Result<BorderPlan, Refusal> planBorders(const model::Snapshot& snapshot, const EditBorders& command,
                                              const PlanContext& context) {
    const auto day = unitDay(snapshot, command.day, context);
    if (const auto* refusal = std::get_if<Refusal>(&day)) return *refusal;
    if (auto refusal = policyRefusal(snapshot, command)) return *refusal;
    std::unique_ptr<index::UnitIndex> own;
    if (!context.units) own = std::make_unique<index::UnitIndex>(snapshot);
    const auto proposed = borders::propose({snapshot, own ? *own : *context.units, context.codeUsed}, command.request);
    if (!proposed) return refused(proposed.error());
    BorderWork work{snapshot, context, proposed.value(), std::get<base::Date>(day), command.reason, command.policies};
    numberUnits(work);
    shareHouseholds(work);
    UnitRows rows(snapshot, context, work.day);
    writeUnits(work, command, rows);
    if (auto refusal = rows.refusal()) return *refusal;
    BorderPlan plan{
        {std::string(titleOf(command.request.operation)), context.author, context.at, rows.changes(), command.reason},
        proposed.value(),
        {}};
    resettle(work, plan.set, plan.review);
    addReview(plan.set, plan.review);
    return plan;
}

}  // namespace xiangtu::edit
