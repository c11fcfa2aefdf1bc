// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/unit_rows.h"

#include "edit/plan_parts.h"
#include "geom/wkt.h"

#include <algorithm>
#include <utility>

namespace xiangtu::edit {

namespace {

using model::Fields;
using model::UnitRef;
using model::Value;

Value householdsOrNull(std::int32_t households) { return households < 0 ? Value() : Value(std::int64_t(households)); }

model::UnitId parentOf(const model::Snapshot& snapshot, const model::Unit& unit) {
    return unit.parent.valid() ? snapshot.unit(unit.parent).id : model::UnitId{};
}

void addDifference(Change& change, const char* column, Value before, Value after) {
    if (before == after) return;
    change.before->emplace_back(column, std::move(before));
    change.after->emplace_back(column, std::move(after));
}

}  // namespace

Value shapeText(const geom::MultiPolygon& shape) {
    return shape.empty() ? Value() : Value(geom::wkt(geom::toGeo(shape)));
}

Value idOrNull(std::int64_t id) { return id == 0 ? Value() : Value(id); }

UnitRows::UnitRows(const model::Snapshot& snapshot, const PlanContext& context, base::Date day)
    : m_snapshot(snapshot), m_context(context), m_day(day), m_nextUnit(context.nextUnit) {}

void UnitRows::change(UnitRef unit, const UnitWish& wish) {
    UnitWish& all = m_wishes[unit];
    if (wish.code) all.code = wish.code;
    if (wish.name) all.name = wish.name;
    if (wish.parent) all.parent = wish.parent;
    if (wish.households) all.households = wish.households;
    if (wish.shape) all.shape = wish.shape;
}

void UnitRows::end(UnitRef unit) { m_ended.push_back(unit); }

model::UnitId UnitRows::add(UnitNow::State state) {
    const std::int64_t id = m_nextUnit++;
    m_new.push_back({"unit", id, std::nullopt,
                     Fields{{"level", std::int64_t(indexOf(state.level))},
                            {"code", state.unit.code.text()},
                            {"name", state.unit.name},
                            {"kind", std::string(model::unitKindName(state.unit.kind))},
                            {"parent_id", idOrNull(state.parent.value)},
                            {"households", householdsOrNull(state.unit.households)},
                            {"valid_from", m_day.iso()},
                            {"geom", shapeText(state.shape)}}});
    return {id};
}

void UnitRows::descend(model::UnitId from, model::UnitId to, std::string_view kind, double area) {
    m_lineage.push_back({"unit_lineage", m_context.nextLineage + std::int64_t(m_lineage.size()), std::nullopt,
                         Fields{{"from_unit", from.value},
                                {"to_unit", to.value},
                                {"kind", std::string(kind)},
                                {"day", m_day.iso()},
                                {"author", m_context.author},
                                {"at", m_context.at}}});
    if (area > 0) m_lineage.back().after->emplace_back("area", area);
}

std::int32_t UnitRows::households(UnitRef unit) const {
    const auto wish = m_wishes.find(unit);
    if (wish != m_wishes.end() && wish->second.households) return *wish->second.households;
    return m_snapshot.unit(unit).households;
}

std::optional<Refusal> UnitRows::refusal() const {
    std::vector<UnitRef> units = m_ended;
    for (const auto& [unit, wish] : m_wishes) units.push_back(unit);
    for (const UnitRef ref : units) {
        const model::Unit& unit = m_snapshot.unit(ref);
        if (unit.from <= m_day) continue;
        return Refusal{RefusalReason::badDate,
                       "unit " + unit.code.text() + " is as it is only since " + unit.from.iso() +
                           ": an edit cannot hold from " + m_day.iso(),
                       {unit.code},
                       placeOf(m_snapshot, ref)};
    }
    return std::nullopt;
}

Change UnitRows::pastOf(UnitRef ref, std::int64_t id) const {
    const model::Unit& unit = m_snapshot.unit(ref);
    return {"unit_past", id, std::nullopt,
            Fields{{"unit_id", unit.id.value},
                   {"level", std::int64_t(indexOf(ref.level))},
                   {"code", unit.code.text()},
                   {"name", unit.name},
                   {"kind", std::string(model::unitKindName(unit.kind))},
                   {"parent_id", idOrNull(parentOf(m_snapshot, unit).value)},
                   {"households", householdsOrNull(unit.households)},
                   {"valid_from", unit.from.iso()},
                   {"valid_to", m_day.iso()},
                   {"geom", shapeText(m_snapshot.table(ref.level).shapes.feature(ref.row))}}};
}

std::vector<Change> UnitRows::changes() const {
    std::vector<Change> past, rest;
    for (const UnitRef ref : m_ended) {
        const model::Unit& unit = m_snapshot.unit(ref);
        rest.push_back(
            {"unit", unit.id.value, Fields{{"valid_to", isoOrNull(unit.to)}}, Fields{{"valid_to", m_day.iso()}}});
    }
    for (const auto& [ref, wish] : m_wishes) {
        if (std::ranges::find(m_ended, ref) != m_ended.end()) continue;
        const model::Unit& unit = m_snapshot.unit(ref);
        Change change{"unit", unit.id.value, Fields{}, Fields{}};
        if (wish.code) addDifference(change, "code", unit.code.text(), wish.code->text());
        if (wish.name) addDifference(change, "name", unit.name, *wish.name);
        if (wish.parent) {
            addDifference(change, "parent_id", idOrNull(parentOf(m_snapshot, unit).value),
                          idOrNull(wish.parent->value));
        }
        if (wish.households) {
            addDifference(change, "households", householdsOrNull(unit.households), householdsOrNull(*wish.households));
        }
        if (wish.shape) {
            addDifference(change, "geom", shapeText(m_snapshot.table(ref.level).shapes.feature(ref.row)),
                          shapeText(*wish.shape));
        }
        if (change.after->empty()) continue;
        if (unit.from < m_day) {
            past.push_back(pastOf(ref, m_context.nextPast + std::int64_t(past.size())));
            addDifference(change, "valid_from", unit.from.iso(), m_day.iso());
        }
        rest.push_back(std::move(change));
    }
    std::ranges::move(rest, std::back_inserter(past));
    std::ranges::copy(m_new, std::back_inserter(past));
    std::ranges::copy(m_lineage, std::back_inserter(past));
    return past;
}

}  // namespace xiangtu::edit
