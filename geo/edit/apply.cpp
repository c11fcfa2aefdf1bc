// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/apply_units.h"
#include "edit/now.h"

#include <algorithm>

namespace xiangtu::edit {

namespace {

using model::ClassColumn;

std::optional<std::size_t> schemeOf(const model::Snapshot& snapshot, model::SchemeId id) {
    const auto it = std::ranges::find(*snapshot.schemes, id, &model::Scheme::id);
    if (it == snapshot.schemes->end()) return std::nullopt;
    return std::size_t(it - snapshot.schemes->begin());
}

std::uint8_t positionOf(const model::Scheme& scheme, const std::string& classCode) {
    const auto it = std::ranges::find(scheme.classes, classCode, &model::SchemeClass::code);
    return it == scheme.classes.end() ? ClassColumn::kUnset : std::uint8_t(it - scheme.classes.begin());
}

void applyClasses(const std::vector<ClassNow>& classes, model::Snapshot& next, std::vector<model::UnitRef>* touched) {
    std::vector<std::shared_ptr<ClassColumn>> copies(next.classes.size());  // made when first needed
    for (const ClassNow& now : classes) {
        const model::UnitRef ref = next.findUnit(now.level, now.unit);
        const auto scheme = schemeOf(next, now.scheme);
        if (!ref.valid() || !scheme || *scheme >= copies.size()) continue;
        const std::uint8_t position = positionOf((*next.schemes)[*scheme], now.classCode);
        if (next.classOf(*scheme, ref) == position) continue;
        auto& column = copies[*scheme];
        if (!column) {
            column = std::make_shared<ClassColumn>(*next.classes[*scheme]);
            next.classes[*scheme] = column;
        }
        column->classOf[indexOf(ref.level)][ref.row] = position;
        if (touched) touched->push_back(ref);
    }
}

void applyRecords(const std::vector<RecordNow>& records, model::Snapshot& next) {
    std::vector<std::shared_ptr<model::RegisterTable>> copies(next.registers.size());
    for (const RecordNow& now : records) {
        const auto at =
            std::ranges::find_if(next.registers, [&](const auto& t) { return t->def.id == now.registerId; });
        if (at == next.registers.end()) continue;
        auto& table = copies[std::size_t(at - next.registers.begin())];
        if (!table) {
            table = std::make_shared<model::RegisterTable>(**at);
            *at = table;
        }
        auto& list = table->records;
        const auto place = std::ranges::lower_bound(list, now.id, {}, [](const auto& record) { return record->id; });
        const bool there = place != list.end() && (*place)->id == now.id;
        const model::UnitRef unit = now.unit.valid() ? next.findUnit(now.level, now.unit) : model::UnitRef{};
        // A record of a unit that is not there has no place on the map either.
        if (!now.record || (table->def.anchor == model::Anchor::unit && !unit.valid())) {
            if (there) list.erase(place);
            continue;
        }
        auto record = std::make_shared<model::Record>(*now.record);
        record->unit = unit;
        if (there)
            *place = std::move(record);
        else
            list.insert(place, std::move(record));
    }
}

}  // namespace

model::Snapshot apply(const model::Snapshot& snapshot, const Now& now, std::vector<model::UnitRef>* touched) {
    model::Snapshot next = snapshot;
    ++next.revision;
    if (!now.units.empty() || !now.orgs.empty()) applyUnits(snapshot, now, next, touched);
    applyClasses(now.classes, next, touched);
    applyRecords(now.records, next);
    if (touched) {
        std::ranges::sort(*touched);
        const auto rest = std::ranges::unique(*touched);
        touched->erase(rest.begin(), rest.end());
    }
    return next;
}

}  // namespace xiangtu::edit
