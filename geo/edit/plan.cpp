// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/plan.h"

#include <algorithm>
#include <numeric>
#include <unordered_set>

namespace xiangtu::edit {

namespace {

using model::UnitRef;

std::optional<geom::GeoPoint> placeOf(const model::Snapshot& snapshot, UnitRef ref) {
    const geom::GridBox& box = snapshot.table(ref.level).shapes.box(ref.row);
    if (box.empty()) return std::nullopt;
    return geom::toGeo({std::midpoint(box.min.x, box.max.x), std::midpoint(box.min.y, box.max.y)});
}

Refusal refuse(RefusalReason reason, std::string detail, std::vector<model::Code> units = {}) {
    return {reason, std::move(detail), std::move(units), std::nullopt};
}

Plan planSetClass(const model::Snapshot& snapshot, const SetClass& command, const PlanContext& context) {
    const auto schemeIndex = snapshot.findScheme(command.scheme);
    if (!schemeIndex) return refuse(RefusalReason::unknownScheme, "there is no colour scheme \"" + command.scheme + "\"");
    const model::Scheme& scheme = (*snapshot.schemes)[*schemeIndex];

    std::uint8_t wanted = model::ClassColumn::kUnset;
    if (!command.classCode.empty()) {
        const auto found = std::ranges::find(scheme.classes, command.classCode, &model::SchemeClass::code);
        if (found == scheme.classes.end()) {
            return refuse(RefusalReason::unknownClass, "scheme \"" + scheme.key + "\" has no class \"" + command.classCode + "\"");
        }
        wanted = std::uint8_t(found - scheme.classes.begin());
    }
    const std::string day = command.day.empty() ? base::Date::today().iso() : command.day;
    if (!base::Date::parse(day)) return refuse(RefusalReason::badDate, "\"" + day + "\" is not a day in the form YYYY-MM-DD");
    if (command.reason.find_first_not_of(" \t\n") == std::string::npos) {
        return refuse(RefusalReason::reasonMissing, "a change of class needs a reason");
    }

    ChangeSet set{"set_class", context.author, context.at, {}};
    std::unordered_set<model::Code> seen;
    std::int64_t id = context.nextClassRecord;
    bool differs = false;
    for (const model::Code code : command.units) {
        const UnitRef ref = snapshot.findUnit(code);
        if (!ref.valid()) return refuse(RefusalReason::unknownUnit, "there is no unit with code " + code.text(), {code});
        if (!seen.insert(code).second) continue;
        differs |= snapshot.classOf(*schemeIndex, ref) != wanted || day != snapshot.day.iso();
        set.changes.push_back({"unit_class", id++, std::nullopt,
                               model::Fields{{"unit_id", snapshot.unit(ref).id.value},
                                             {"scheme_id", scheme.id.value},
                                             {"class_code", command.classCode.empty() ? model::Value() : model::Value(command.classCode)},
                                             {"valid_from", day},
                                             {"reason", command.reason},
                                             {"author", context.author},
                                             {"at", context.at}}});
    }
    if (!differs) {
        Refusal refusal = refuse(RefusalReason::nothingToDo,
                                 command.units.empty() ? "no unit was named" : "the units have that class already", command.units);
        if (!command.units.empty()) refusal.place = placeOf(snapshot, snapshot.findUnit(command.units.front()));
        return refusal;
    }
    return set;
}

}  // namespace

Plan plan(const model::Snapshot& snapshot, const Command& command, const PlanContext& context) {
    return std::visit([&](const SetClass& c) { return planSetClass(snapshot, c, context); }, command);
}

}  // namespace xiangtu::edit
