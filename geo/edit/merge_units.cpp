// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/merge.h"
#include "edit/plan_parts.h"
#include "edit/unit_rows.h"

#include <string>
#include <unordered_set>
#include <utility>

namespace xiangtu::edit {

namespace {

using model::Code;
using model::NewUnit;
using model::UnitRef;

/// The nearest unit of that code above a level.
UnitRef above(const model::Snapshot& snapshot, model::Level level, Code code) {
    for (std::size_t l = model::indexOf(level); code.valid() && l-- > 0;) {
        if (const UnitRef ref = snapshot.findUnit(model::kLevels[l], code); ref.valid()) return ref;
    }
    return {};
}

/// What a source wishes of a unit that is there; the names of what differs.
UnitWish wishOf(const model::Snapshot& snapshot, UnitRef ref, NewUnit& incoming, std::vector<std::string>& differs) {
    const model::Unit& unit = snapshot.unit(ref);
    UnitWish wish;
    if (!incoming.name.empty() && incoming.name != unit.name) {
        wish.name = incoming.name;
        differs.emplace_back("name");
    }
    if (incoming.households >= 0 && incoming.households != unit.households) {
        wish.households = incoming.households;
        differs.emplace_back("households");
    }
    const UnitRef parent = above(snapshot, ref.level, incoming.parent);
    if (parent.valid() && parent != unit.parent) {
        wish.parent = snapshot.unit(parent).id;
        differs.emplace_back("parent");
    }
    const model::LevelTable& table = snapshot.table(ref.level);
    if (!incoming.shape.empty() && !sameShape(incoming.shape, table.shapes.feature(ref.row))) {
        wish.shape = std::move(incoming.shape);
        differs.emplace_back("border");
    }
    return wish;
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

}  // namespace

base::Result<Merge<NewUnit>, Refusal> mergeUnits(const model::Snapshot& snapshot, std::vector<NewUnit> units,
                                                 model::Level level, const PlanContext& context) {
    Merge<NewUnit> merge;
    UnitRows rows(snapshot, context, context.today);
    std::unordered_set<Code> seen;
    for (NewUnit& incoming : units) {
        const UnitRef ref = snapshot.findUnit(incoming.level, incoming.code);
        const std::string key = incoming.code.text();
        if (incoming.level == level) seen.insert(incoming.code);
        if (!ref.valid()) {
            merge.report.add(Fate::inserted, {{}, key, incoming.name, {}});
            merge.coming.push_back(std::move(incoming));
            continue;
        }
        const std::string name = snapshot.unit(ref).name;
        std::vector<std::string> differs;
        const UnitWish wish = wishOf(snapshot, ref, incoming, differs);
        merge.report.add(differs.empty() ? Fate::unchanged : Fate::updated, {{}, key, name, listed(differs)});
        for (const std::string& field : differs) merge.report.changed(field);
        if (!differs.empty()) rows.change(ref, wish);
    }
    for (const model::Unit& unit : snapshot.table(level).units) {
        if (!seen.contains(unit.code)) merge.report.add(Fate::missing, {{}, unit.code.text(), unit.name, {}});
    }
    if (auto refusal = rows.refusal()) return *refusal;
    merge.changed = {std::string(kImportTitle), context.author, context.at, rows.changes(), {}};
    return merge;
}

}  // namespace xiangtu::edit
