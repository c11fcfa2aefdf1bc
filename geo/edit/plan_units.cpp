// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/plan_parts.h"
#include "edit/unit_rows.h"

#include <string>

namespace xiangtu::edit {

using model::UnitRef;

Refusal noSuchUnit(const borders::UnitName& name) {
    return {RefusalReason::unknownUnit,
            "there is no " + std::string(model::levelName(name.level)) + " with code " + name.code.text(),
            {name.code},
            {}};
}

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

}  // namespace xiangtu::edit
