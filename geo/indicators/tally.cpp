// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/tally.h"

#include "geodesy/area.h"

#include <cmath>

namespace xiangtu::indicators {

namespace {

using Kind = model::Measure::Kind;
using model::Level;
using model::UnitRef;

constexpr Amount kOne = Amount(kAmountsPerOne);

/// What one record adds to a plain sum.
Amount amountOf(const Leaf& leaf, const model::ExpressionRow& row) {
    switch (leaf.kind) {
    case Kind::sum: {
        const auto n = model::numberOf(leaf.value.evaluate(row));
        return n && std::isfinite(*n) ? toAmount(*n) : 0;
    }
    case Kind::area: return row.record->areaM2 < 0 ? 0 : toAmount(geodesy::muFromSquareMetres(row.record->areaM2));
    default: return kOne;
    }
}

}  // namespace

model::ExpressionRow Ground::row(std::size_t registerAt, const model::Record& record) const {
    const model::RegisterDef& def = snapshot->registers[registerAt]->def;
    const model::Unit* unit = record.unit.valid() ? &snapshot->unit(record.unit) : nullptr;
    return {&def, &record, snapshot->catalogue->findLifecycle(def.lifecycle), unit, record.unit.level, snapshot->day};
}

model::ExpressionRow Ground::row(UnitRef ref) const {
    return {nullptr, nullptr, nullptr, &snapshot->unit(ref), ref.level, snapshot->day};
}

bool Tally::dependsOn(const Leaf& leaf, std::size_t registerAt) noexcept {
    return leaf.registerAt == registerAt || leaf.withAt == registerAt;
}

bool Tally::countsAsAWhole(const Leaf& leaf) noexcept { return leaf.kind == Kind::far || leaf.kind == Kind::overlap; }

Tally::Tally(const Leaf& leaf, const Ground& ground) {
    if (leaf.kind == Kind::far) {
        countFar(leaf, ground);
    } else if (leaf.kind == Kind::overlap) {
        countOverlap(leaf, ground);
    } else if (!leaf.registerAt) {
        countUnits(leaf, ground);
    } else {
        for (const auto& record : ground.snapshot->registers[*leaf.registerAt]->records) {
            addRecord(leaf, ground, *record, 1);
        }
    }
}

void Tally::replace(const Leaf& leaf, const Ground& oldGround, const Ground& newGround, std::size_t registerAt,
                    const model::Record* before, const model::Record* after) {
    if (leaf.registerAt != registerAt) return;
    if (before) addRecord(leaf, oldGround, *before, -1);
    if (after) addRecord(leaf, newGround, *after, 1);
}

Amount Tally::at(UnitRef unit) const noexcept {
    const auto& level = m_amounts[indexOf(unit.level)];
    return unit.row < level.size() ? level[unit.row] : 0;
}

void Tally::add(const Ground& ground, UnitRef unit, Amount amount) {
    if (amount == 0) return;
    for (; unit.valid(); unit = ground.parent(unit)) {
        auto& level = m_amounts[indexOf(unit.level)];
        if (level.empty()) level.resize(ground.snapshot->table(unit.level).units.size());
        level[unit.row] += amount;
    }
}

void Tally::addRecord(const Leaf& leaf, const Ground& ground, const model::Record& record, int sign) {
    const model::ExpressionRow row = ground.row(*leaf.registerAt, record);
    if (!leaf.where.holds(row)) return;
    if (leaf.kind == Kind::covered) return addCovering(leaf, ground, record, sign);
    if (leaf.kind == Kind::distinct) {
        const model::Value value = leaf.value.evaluate(row);
        if (!model::isNull(value)) addDistinct(ground, record.unit, model::toText(value), sign);
        return;
    }
    add(ground, record.unit, sign * amountOf(leaf, row));
}

void Tally::addCovering(const Leaf& leaf, const Ground& ground, const model::Record& record, int sign) {
    UnitRef unit = ground.snapshot->ancestor(record.unit, leaf.level);
    const auto* point = std::get_if<geom::GeoPoint>(&record.shape);
    if (!unit.valid() && point && ground.units) {
        unit = ground.units->unitAt(leaf.level, geom::snapToGrid(*point)).value_or(UnitRef());
    }
    if (!unit.valid() || !leaf.unitWhere.holds(ground.row(unit))) return;
    if (m_covering.empty()) m_covering.resize(ground.snapshot->table(leaf.level).units.size());
    std::uint32_t& count = m_covering[unit.row];
    if (sign > 0 && count++ == 0) add(ground, unit, kOne);
    if (sign < 0 && --count == 0) add(ground, unit, -kOne);
}

void Tally::addDistinct(const Ground& ground, UnitRef unit, const std::string& value, int sign) {
    for (; unit.valid(); unit = ground.parent(unit)) {
        auto& values = m_values[indexOf(unit.level)][unit.row];
        auto& level = m_amounts[indexOf(unit.level)];
        if (level.empty()) level.resize(ground.snapshot->table(unit.level).units.size());
        if (sign > 0) {
            if (values[value]++ == 0) level[unit.row] += kOne;
        } else if (const auto at = values.find(value); --at->second == 0) {
            values.erase(at);
            level[unit.row] -= kOne;
        }
    }
}

void Tally::countUnits(const Leaf& leaf, const Ground& ground) {
    const model::Snapshot& snapshot = *ground.snapshot;
    if (leaf.kind == Kind::organisations) {
        for (const model::PartyOrg& org : snapshot.party->orgs) {
            if (org.kind != leaf.orgKind) continue;
            UnitRef unit = org.serves;
            if (!unit.valid() && org.place && ground.units) {
                unit = ground.units->smallestAt(geom::snapToGrid(*org.place)).value_or(UnitRef());
            }
            add(ground, unit, kOne);
        }
        return;
    }
    for (const Level level : model::kLevels) {
        if (leaf.kind != Kind::households && level != leaf.level) continue;
        const auto& units = snapshot.table(level).units;
        const auto& servedBy = snapshot.party->servedBy[indexOf(level)];
        for (std::uint32_t i = 0; i < units.size(); ++i) {
            const UnitRef ref{level, i};
            if (leaf.kind == Kind::households) {
                // Recorded on the smallest units; a unit above says the sum of those, not something more.
                const bool smallest = level == Level::grid || snapshot.table(Level::grid).units.empty();
                if (smallest && units[i].households > 0) add(ground, ref, toAmount(units[i].households));
                continue;
            }
            if (!leaf.unitWhere.holds(ground.row(ref))) continue;
            const bool served = i < servedBy.size() && servedBy[i] != model::PartyTable::kNone;
            if (leaf.kind != Kind::covered || served) add(ground, ref, kOne);
        }
    }
}

}  // namespace xiangtu::indicators
