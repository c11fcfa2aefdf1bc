// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/plan_parts.h"
#include "edit/unit_rows.h"

#include <algorithm>
#include <string>

namespace xiangtu::edit {

namespace {

using model::UnitRef;

Refusal noSuchUnit(const borders::UnitName& name) {
    return {RefusalReason::unknownUnit,
            "there is no " + std::string(model::levelName(name.level)) + " with code " + name.code.text(),
            {name.code},
            {}};
}

}  // namespace

std::variant<base::Date, Refusal> unitDay(const model::Snapshot& snapshot, const std::string& text,
                                          const PlanContext& context) {
    const auto day = text.empty() ? context.today : base::Date::parse(text);
    if (!day) {
        return Refusal{RefusalReason::badDate, "\"" + text + "\" is not a day in the form YYYY-MM-DD", {}, {}};
    }
    if (snapshot.day != context.today) {
        return Refusal{RefusalReason::badDate,
                       "units and organisations are edited as they are today, not as of " + snapshot.day.iso(),
                       {},
                       {}};
    }
    if (*day > context.today) {
        return Refusal{RefusalReason::badDate, day->iso() + " is still to come: such an edit is a plan", {}, {}};
    }
    return *day;
}

bool isBlank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

Plan planRenameUnit(const model::Snapshot& snapshot, const RenameUnit& command, const PlanContext& context) {
    const UnitRef ref = snapshot.findUnit(command.unit.level, command.unit.code);
    if (!ref.valid()) return noSuchUnit(command.unit);
    const auto day = unitDay(snapshot, command.day, context);
    if (const auto* refusal = std::get_if<Refusal>(&day)) return *refusal;
    const model::Unit& unit = snapshot.unit(ref);
    if (isBlank(command.name)) {
        return Refusal{RefusalReason::nameMissing, "a unit needs a name", {unit.code}, placeOf(snapshot, ref), "name"};
    }
    if (unit.name == command.name) {
        return Refusal{
            RefusalReason::nothingToDo, "the unit has that name already", {unit.code}, placeOf(snapshot, ref)};
    }
    UnitRows rows(snapshot, context, std::get<base::Date>(day));
    rows.change(ref, {.name = command.name});
    if (auto refusal = rows.refusal()) return *refusal;
    return ChangeSet{"rename_unit", context.author, context.at, rows.changes(), command.reason};
}

Plan planRestoreUnit(const model::Snapshot& snapshot, const RestoreUnit& command, const PlanContext& context) {
    const UnitRef ref = snapshot.findUnit(command.unit.level, command.unit.code);
    if (!ref.valid()) return noSuchUnit(command.unit);
    const auto today = unitDay(snapshot, "", context);
    if (const auto* refusal = std::get_if<Refusal>(&today)) return *refusal;
    const model::Unit& unit = snapshot.unit(ref);
    const auto refuse = [&](RefusalReason reason, std::string detail) {
        return Refusal{reason, std::move(detail), {unit.code}, placeOf(snapshot, ref)};
    };
    const auto asOf = base::Date::parse(command.asOf);
    if (!asOf || *asOf > context.today) {
        return refuse(RefusalReason::badDate, "\"" + command.asOf + "\" is not a day gone by in the form YYYY-MM-DD");
    }
    const auto was = context.unitOn ? context.unitOn(unit.id, *asOf) : std::nullopt;
    if (!was) return refuse(RefusalReason::badDate, "unit " + unit.code.text() + " was not there on " + asOf->iso());
    // Its land is shared with its neighbours: taking the old border back alone would overlap them or leave a gap.
    if (was->shape != snapshot.table(ref.level).shapes.feature(ref.row)) {
        return refuse(RefusalReason::border, "the border of unit " + unit.code.text() + " has moved since " +
                                                 asOf->iso() + " and would no longer fit its neighbours");
    }
    UnitRows rows(snapshot, context, context.today);
    rows.change(ref, {.name = was->unit.name});
    if (auto refusal = rows.refusal()) return *refusal;
    ChangeSet set{"restore_unit", context.author, context.at, rows.changes(), command.reason};
    std::int64_t id = context.nextClassRecord;
    const std::string reason = isBlank(command.reason) ? "as it was on " + asOf->iso() : command.reason;
    for (const ClassNow& past : context.classesOn ? context.classesOn(unit.id, *asOf) : std::vector<ClassNow>()) {
        const auto scheme = std::ranges::find(*snapshot.schemes, past.scheme, &model::Scheme::id);
        if (scheme == snapshot.schemes->end()) continue;
        const auto at = std::size_t(scheme - snapshot.schemes->begin());
        const std::uint8_t now = snapshot.classOf(at, ref);
        const std::string code = now == model::ClassColumn::kUnset ? "" : scheme->classes[now].code;
        if (code == past.classCode) continue;
        set.changes.push_back(
            {"unit_class", id++, std::nullopt,
             model::Fields{{"unit_id", unit.id.value},
                           {"scheme_id", scheme->id.value},
                           {"class_code", past.classCode.empty() ? model::Value() : model::Value(past.classCode)},
                           {"valid_from", context.today.iso()},
                           {"reason", reason},
                           {"author", context.author},
                           {"at", context.at},
                           {"photo", model::Value()}}});
    }
    if (set.changes.empty()) {
        return refuse(RefusalReason::nothingToDo, "unit " + unit.code.text() + " is as it was on " + asOf->iso());
    }
    return set;
}

}  // namespace xiangtu::edit
