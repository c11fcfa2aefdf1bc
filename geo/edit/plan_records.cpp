// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/plan_parts.h"
#include "geom/wkt.h"

#include <algorithm>

namespace xiangtu::edit {

namespace {

using base::Date;
using model::Fields;
using model::Value;

/// The register and the record a command is about, or why there is none.
struct Target {
    const model::RegisterDef* def = nullptr;
    const model::Record* record = nullptr;
    const model::Lifecycle* lifecycle = nullptr;
    std::optional<Refusal> refusal;
};

Target findTarget(const model::Snapshot& snapshot, const std::string& registerId) {
    const model::RegisterTable* table = snapshot.findRegister(registerId);
    if (!table) {
        return {nullptr, nullptr, nullptr,
                Refusal{RefusalReason::unknownRegister, "there is no register \"" + registerId + "\"", {}, {}, {}}};
    }
    return {&table->def, nullptr, snapshot.catalogue->findLifecycle(table->def.lifecycle), {}};
}

Target findTarget(const model::Snapshot& snapshot, const std::string& registerId, std::int64_t id) {
    Target target = findTarget(snapshot, registerId);
    if (target.refusal) return target;
    target.record = snapshot.findRegister(registerId)->find(id);
    if (!target.record) {
        target.refusal = Refusal{RefusalReason::unknownRecord,
                                 "register " + registerId + ": there is no record " + std::to_string(id),
                                 {},
                                 {},
                                 {}};
    }
    return target;
}

/// The day a command names, today when it names none; nothing when it cannot be read.
std::optional<Date> dayOf(const std::string& text, const PlanContext& context) {
    return text.empty() ? context.today : Date::parse(text);
}

Refusal badDay(const std::string& text) {
    return {RefusalReason::badDate, "\"" + text + "\" is not a day in the form YYYY-MM-DD", {}, {}, {}};
}

/// The record's values with what was given put in.
std::vector<Value> merged(const model::RegisterDef& def, std::vector<Value> values, const Fields& given) {
    values.resize(def.fields.size());
    for (const auto& [name, value] : given) {
        if (const auto at = def.fieldAt(name)) values[*at] = value;
    }
    return values;
}

Value unitId(const model::Snapshot& snapshot, model::UnitRef ref) {
    return ref.valid() ? Value(snapshot.unit(ref).id.value) : Value();
}

/// Only the columns that differ, on both sides.
void addDifference(Change& change, const std::string& column, Value before, Value after) {
    if (before == after) return;
    change.before->emplace_back(column, std::move(before));
    change.after->emplace_back(column, std::move(after));
}

Change updateOf(const Target& target) { return {target.def->tableName(), target.record->id, Fields{}, Fields{}}; }

void addGiven(Change& change, const Target& target, const Fields& given) {
    for (const auto& [name, value] : given) {
        addDifference(change, name, target.record->values[*target.def->fieldAt(name)], value);
    }
}

Plan nothingToDo(const Target& target) {
    return Refusal{
        RefusalReason::nothingToDo, "register " + target.def->id + ": the record is like that already", {}, {}, {}};
}

Value stateCode(const model::Lifecycle& lifecycle, std::uint8_t state) {
    return state < lifecycle.states.size() ? Value(lifecycle.states[state].code) : Value();
}

Change newStep(const Target& target, std::int64_t recordId, const std::string& action, Value from, Value to, Date day,
               const std::string& note, const PlanContext& context) {
    return {"record_step", context.nextStep, std::nullopt,
            Fields{{"register", target.def->id},
                   {"record_id", recordId},
                   {"action", action},
                   {"from_state", std::move(from)},
                   {"to_state", std::move(to)},
                   {"day", day.iso()},
                   {"role", std::string(model::roleName(context.role))},
                   {"note", note},
                   {"author", context.author},
                   {"at", context.at}}};
}

}  // namespace

Plan planAddRecord(const model::Snapshot& snapshot, const AddRecord& command, const PlanContext& context) {
    const Target target = findTarget(snapshot, command.registerId);
    if (target.refusal) return *target.refusal;
    const model::RegisterDef& def = *target.def;
    const RecordCheck check{snapshot, def};
    const auto day = dayOf(command.day, context);
    if (!day) return badDay(command.day);
    if (auto refusal = check.given(command.values)) return *refusal;
    std::vector<Value> values;
    for (const model::FieldDef& field : def.fields) values.push_back(field.defaultValue);
    values = merged(def, std::move(values), command.values);
    if (auto refusal = check.whole(values)) return *refusal;
    if (auto refusal = check.shape(command.shape)) return *refusal;
    const RecordCheck::Stand stand = check.unit(command.unit, command.level, values);
    if (stand.refusal) return *stand.refusal;

    const std::int64_t id = context.nextRecord ? context.nextRecord(def.id) : 1;
    ChangeSet set{"add_record", context.author, context.at, {}};
    Change change{def.tableName(), id, std::nullopt, Fields{}};
    Fields& row = *change.after;
    row.emplace_back("unit_id", unitId(snapshot, stand.unit));
    row.emplace_back("valid_from", day->iso());
    if (target.lifecycle) {
        const model::LifecycleState& start = target.lifecycle->states[target.lifecycle->start];
        row.emplace_back("state", start.code);
        row.emplace_back("state_since", day->iso());
        row.emplace_back("due", isoOrNull(dueOn(start, *day)));
    }
    for (std::size_t i = 0; i < def.fields.size(); ++i) {
        if (def.fields[i].formula.empty() && !model::isNull(values[i])) row.emplace_back(def.fields[i].name, values[i]);
    }
    if (model::hasShape(def.anchor)) row.emplace_back("geom", geom::wkt(command.shape));
    set.changes.push_back(std::move(change));
    if (target.lifecycle) {
        const Value start = stateCode(*target.lifecycle, std::uint8_t(target.lifecycle->start));
        set.changes.push_back(newStep(target, id, "", Value(), start, *day, "", context));
    }
    return set;
}

Plan planSetRecord(const model::Snapshot& snapshot, const SetRecord& command, const PlanContext& context) {
    const Target target = findTarget(snapshot, command.registerId, command.id);
    if (target.refusal) return *target.refusal;
    const RecordCheck check{snapshot, *target.def};
    if (auto refusal = check.given(command.values)) return *refusal;
    const auto values = merged(*target.def, target.record->values.all(), command.values);
    if (auto refusal = check.whole(values)) return *refusal;
    Change change = updateOf(target);
    addGiven(change, target, command.values);
    if (command.shape) {
        if (auto refusal = check.shape(*command.shape)) return *refusal;
        addDifference(change, "geom", geom::wkt(target.record->shape), geom::wkt(*command.shape));
    }
    if (command.unit || target.def->anchor == model::Anchor::link) {
        const RecordCheck::Stand stand = check.unit(command.unit, command.level, values);
        if (stand.refusal) return *stand.refusal;
        addDifference(change, "unit_id", unitId(snapshot, target.record->unit), unitId(snapshot, stand.unit));
    }
    if (change.after->empty()) return nothingToDo(target);
    return ChangeSet{"set_record", context.author, context.at, {std::move(change)}};
}

Plan planEndRecord(const model::Snapshot& snapshot, const EndRecord& command, const PlanContext& context) {
    const Target target = findTarget(snapshot, command.registerId, command.id);
    if (target.refusal) return *target.refusal;
    const auto day = dayOf(command.day, context);
    if (!day) return badDay(command.day);
    if (*day < target.record->from) {
        Refusal refusal = badDay(command.day);
        refusal.detail = "the record begins on " + target.record->from.iso() + ", after " + day->iso();
        return refusal;
    }
    Change change = updateOf(target);
    // Validity [d, d) would be empty: the record ends where it begins and counts on no day.
    addDifference(change, "valid_to", isoOrNull(target.record->to), Value(day->iso()));
    return ChangeSet{"end_record", context.author, context.at, {std::move(change)}};
}

Plan planMoveRecord(const model::Snapshot& snapshot, const MoveRecord& command, const PlanContext& context) {
    const Target target = findTarget(snapshot, command.registerId, command.id);
    if (target.refusal) return *target.refusal;
    const RecordCheck check{snapshot, *target.def};
    const auto refuse = [&](RefusalReason reason, const std::string& detail, std::string field = {}) {
        Refusal refusal =
            check.refuse(reason, "record " + std::to_string(command.id) + ": " + detail, std::move(field));
        refusal.place = placeOf(snapshot, *target.record);
        return refusal;
    };
    if (!target.lifecycle) return refuse(RefusalReason::unknownAction, "the register has no lifecycle");
    const model::Lifecycle& lifecycle = *target.lifecycle;
    const model::LifecycleAction* action = lifecycle.findAction(command.action);
    if (!action) return refuse(RefusalReason::unknownAction, "there is no action \"" + command.action + "\"");
    const std::uint8_t state = target.record->state;
    if (std::ranges::find(action->from, std::size_t(state)) == action->from.end()) {
        const std::string now = state < lifecycle.states.size() ? lifecycle.states[state].code : "no state";
        return refuse(RefusalReason::wrongState,
                      "action \"" + action->id + "\" is not possible in state \"" + now + "\"");
    }
    if (std::ranges::find(action->roles, context.role) == action->roles.end()) {
        std::string who;
        for (const model::Role role : action->roles) who.append(who.empty() ? "" : ", ").append(model::roleName(role));
        return refuse(RefusalReason::notAllowed, "action \"" + action->id + "\" is for " + who + ", not for " +
                                                     std::string(model::roleName(context.role)));
    }
    const auto day = dayOf(command.day, context);
    if (!day) return badDay(command.day);
    if (*day < target.record->since) {
        Refusal refusal = badDay(command.day);
        refusal.detail =
            "the matter has been in its state since " + target.record->since.iso() + ", after " + day->iso();
        return refusal;
    }
    if (action->note && command.note.find_first_not_of(" \t\r\n") == std::string::npos) {
        return refuse(RefusalReason::reasonMissing, "action \"" + action->id + "\" needs a note");
    }
    if (auto refusal = check.given(command.values)) return *refusal;
    const auto values = merged(*target.def, target.record->values.all(), command.values);
    for (const std::string& name : action->needs) {
        const auto at = target.def->fieldAt(name);
        if (at && model::isNull(values[*at])) {
            return refuse(RefusalReason::evidenceMissing, "action \"" + action->id + "\" needs the field " + name,
                          name);
        }
    }
    Change change = updateOf(target);
    addGiven(change, target, command.values);
    const std::uint8_t next = action->to ? std::uint8_t(*action->to) : state;
    if (action->to) {
        addDifference(change, "state", stateCode(lifecycle, state), stateCode(lifecycle, next));
        addDifference(change, "state_since", Value(target.record->since.iso()), Value(day->iso()));
        addDifference(change, "due", isoOrNull(target.record->due), isoOrNull(dueOn(lifecycle.states[next], *day)));
    }
    ChangeSet set{"move_record", context.author, context.at, {}};
    if (!change.after->empty()) set.changes.push_back(std::move(change));
    set.changes.push_back(newStep(target, command.id, action->id, stateCode(lifecycle, state),
                                  stateCode(lifecycle, next), *day, command.note, context));
    return set;
}

}  // namespace xiangtu::edit
