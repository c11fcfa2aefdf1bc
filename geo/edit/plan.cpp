// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/plan.h"

#include "base/overloaded.h"
#include "edit/border_plan.h"
#include "edit/plan_parts.h"

#include <algorithm>
#include <unordered_set>

namespace xiangtu::edit {

namespace {

using base::Date;
using model::Code;
using model::Snapshot;
using model::UnitRef;

/// The units a command names, each once; and codes that name none.
struct Named {
    std::vector<UnitRef> units;
    std::vector<Code> unknown;
};

Named findNamed(const Snapshot& snapshot, const std::vector<Code>& codes) {
    Named named;
    std::unordered_set<Code> seen;
    for (const Code code : codes) {
        if (!seen.insert(code).second) continue;
        const UnitRef ref = snapshot.findUnit(code);
        if (ref.valid())
            named.units.push_back(ref);
        else
            named.unknown.push_back(code);
    }
    return named;
}

/// Position of the class, kUnset for "take away", nothing when the scheme has no such class.
std::optional<std::uint8_t> findClass(const model::Scheme& scheme, const std::string& code) {
    if (code.empty()) return model::ClassColumn::kUnset;
    const auto it = std::ranges::find(scheme.classes, code, &model::SchemeClass::code);
    if (it == scheme.classes.end()) return std::nullopt;
    return std::uint8_t(it - scheme.classes.begin());
}

Change newRecord(std::int64_t id, const model::Unit& unit, const model::Scheme& scheme, const SetClass& command,
                 Date day, const PlanContext& context) {
    const model::Value classCode = command.classCode.empty() ? model::Value() : model::Value(command.classCode);
    return {"unit_class", id, std::nullopt,
            model::Fields{{"unit_id", unit.id.value},
                          {"scheme_id", scheme.id.value},
                          {"class_code", classCode},
                          {"valid_from", day.iso()},
                          {"reason", command.reason},
                          {"author", context.author},
                          {"at", context.at},
                          {"photo", command.photo.empty() ? model::Value() : model::Value(command.photo)}}};
}

Plan planSetClass(const Snapshot& snapshot, const SetClass& command, const PlanContext& context) {
    Named named = findNamed(snapshot, command.units);
    const UnitRef first = named.units.empty() ? UnitRef{} : named.units.front();
    const auto refuse = [&](RefusalReason reason, std::string detail) {
        return Refusal{reason, std::move(detail), command.units, placeOf(snapshot, first)};
    };
    if (!named.unknown.empty()) {
        return Refusal{RefusalReason::unknownUnit, "there is no unit with code " + named.unknown.front().text(),
                       named.unknown, placeOf(snapshot, first)};
    }
    if (named.units.empty()) return refuse(RefusalReason::nothingToDo, "no unit was named");
    const auto schemeAt = snapshot.findScheme(command.scheme);
    if (!schemeAt) return refuse(RefusalReason::unknownScheme, "there is no colour scheme \"" + command.scheme + "\"");
    const model::Scheme& scheme = (*snapshot.schemes)[*schemeAt];
    const auto wanted = findClass(scheme, command.classCode);
    if (!wanted) {
        return refuse(RefusalReason::unknownClass,
                      "scheme \"" + scheme.key + "\" has no class \"" + command.classCode + "\"");
    }
    const auto day = command.day.empty() ? context.today : Date::parse(command.day);
    if (!day) return refuse(RefusalReason::badDate, "\"" + command.day + "\" is not a day in the form YYYY-MM-DD");
    if (command.reason.find_first_not_of(" \t\r\n") == std::string::npos) {
        return refuse(RefusalReason::reasonMissing, "a change of class needs a reason");
    }
    for (const UnitRef ref : named.units) {
        const model::Unit& unit = snapshot.unit(ref);
        const auto first = context.firstDay && *day < unit.from ? context.firstDay(unit.id) : std::nullopt;
        if (*day >= first.value_or(unit.from) && *day < unit.to) continue;
        return Refusal{RefusalReason::badDate,
                       "unit " + unit.code.text() + " does not exist on " + day->iso(),
                       {unit.code},
                       placeOf(snapshot, ref)};
    }
    // On the snapshot's own day, units that have the class already need no new record. About another
    // day a snapshot cannot tell.
    if (*day == snapshot.day) {
        std::erase_if(named.units, [&](UnitRef ref) { return snapshot.classOf(*schemeAt, ref) == *wanted; });
        if (named.units.empty()) return refuse(RefusalReason::nothingToDo, "the units have that class already");
    }
    ChangeSet set{"set_class", context.author, context.at, {}};
    std::int64_t id = context.nextClassRecord;
    for (const UnitRef ref : named.units) {
        set.changes.push_back(newRecord(id++, snapshot.unit(ref), scheme, command, *day, context));
    }
    return set;
}

Plan setOf(base::Result<BorderPlan, Refusal> planned) {
    if (!planned) return planned.error();
    return std::move(planned).value().set;
}

}  // namespace

Plan plan(const Snapshot& snapshot, const Command& command, const PlanContext& context) {
    return std::visit(
        base::Overloaded{[&](const SetClass& c) { return planSetClass(snapshot, c, context); },
                         [&](const AddRecord& c) { return planAddRecord(snapshot, c, context); },
                         [&](const SetRecord& c) { return planSetRecord(snapshot, c, context); },
                         [&](const EndRecord& c) { return planEndRecord(snapshot, c, context); },
                         [&](const MoveRecord& c) { return planMoveRecord(snapshot, c, context); },
                         [&](const EditBorders& c) { return setOf(planBorders(snapshot, c, context)); },
                         [&](const RenameUnit& c) { return planRenameUnit(snapshot, c, context); },
                         [&](const RestoreUnit& c) { return setOf(planRestore(snapshot, c, context)); },
                         [&](const SetUpOrganisation& c) { return planSetUp(snapshot, c, context); },
                         [&](const RenameOrganisation& c) { return planRenameOrg(snapshot, c, context); },
                         [&](const DissolveOrganisation& c) { return planDissolve(snapshot, c, context); },
                         [&](const ServeUnit& c) { return planServe(snapshot, c, context); }},
        command);
}

}  // namespace xiangtu::edit
