// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/plan_parts.h"
#include "geom/validity.h"
#include "model/field_rules.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace xiangtu::edit {

namespace {

using model::FieldDef;
using model::FieldType;
using model::Value;

/// Whether what a value names is in the file.
std::string reasonAgainstReference(const model::Snapshot& snapshot, const FieldDef& field, const Value& value) {
    if (model::isNull(value)) return "";
    if (field.type == FieldType::unit) {
        const auto code = model::Code::parse(std::get<std::string>(value));
        const bool there =
            code && (field.level ? snapshot.findUnit(*field.level, *code).valid() : snapshot.findUnit(*code).valid());
        return there ? "" : "there is no such unit: " + model::toText(value);
    }
    if (field.type == FieldType::organisation) {
        const auto& name = std::get<std::string>(value);
        const auto& orgs = snapshot.party->orgs;
        const bool there = std::ranges::find(orgs, std::string_view(name), &model::PartyOrg::name) != orgs.end();
        return there ? "" : "there is no such Party organisation: " + name;
    }
    if (field.type == FieldType::record) {
        const model::RegisterTable* table = snapshot.findRegister(field.of);
        return table && table->find(std::get<std::int64_t>(value)) ? ""
                                                                   : "there is no such record: " + model::toText(value);
    }
    return "";
}

}  // namespace

std::optional<geom::GeoPoint> placeOf(const model::Snapshot& snapshot, model::UnitRef ref) {
    if (!ref.valid()) return std::nullopt;
    const geom::GridBox& box = snapshot.table(ref.level).shapes.box(ref.row);
    if (box.empty()) return std::nullopt;
    return geom::toGeo({std::midpoint(box.min.x, box.max.x), std::midpoint(box.min.y, box.max.y)});
}

std::optional<geom::GeoPoint> placeOf(const model::Snapshot& snapshot, const model::Record& record) {
    const auto point = geom::firstPoint(record.shape);
    return point ? point : placeOf(snapshot, record.unit);
}

base::Date dueOn(const model::LifecycleState& state, base::Date day) noexcept {
    return state.days ? base::Date{day.days + *state.days} : base::Date::open();
}

Value isoOrNull(base::Date date) { return date.isOpen() ? Value() : Value(date.iso()); }

Refusal RecordCheck::refuse(RefusalReason reason, std::string detail, std::string field) const {
    return {reason, "register " + def.id + ": " + std::move(detail), {}, {}, std::move(field)};
}

std::optional<Refusal> RecordCheck::given(const model::Fields& given) const {
    for (const auto& [name, value] : given) {
        const FieldDef* field = def.findField(name);
        if (!field) return refuse(RefusalReason::unknownField, "there is no field \"" + name + "\"", name);
        if (!field->formula.empty()) {
            return refuse(RefusalReason::badValue, "field " + name + " is computed, it cannot be set", name);
        }
        if (field->retired) return refuse(RefusalReason::unknownField, "field " + name + " is retired", name);
        if (const auto reason = reasonAgainst(*field, value); !reason.empty()) {
            return refuse(RefusalReason::badValue, "field " + name + ": " + reason, name);
        }
        if (const auto reason = reasonAgainstReference(snapshot, *field, value); !reason.empty()) {
            return refuse(RefusalReason::badValue, "field " + name + ": " + reason, name);
        }
    }
    return std::nullopt;
}

std::optional<Refusal> RecordCheck::whole(const std::vector<Value>& values) const {
    for (std::size_t i = 0; i < def.fields.size(); ++i) {
        const FieldDef& field = def.fields[i];
        if (!field.required || field.retired || !field.formula.empty()) continue;
        if (const auto reason = reasonAgainst(field, values[i]); !reason.empty()) {
            return refuse(RefusalReason::badValue, "field " + field.name + ": " + reason, field.name);
        }
    }
    return std::nullopt;
}

std::optional<Refusal> RecordCheck::shape(const geom::GeoShape& shape) const {
    static constexpr std::array<std::string_view, 5> kWanted{"no geometry", "a point", "a line", "a polygon",
                                                             "no geometry"};
    // GeoShape's alternatives stand in the order of Anchor: none, point, lines, polygons.
    const std::size_t wanted = hasShape(def.anchor) ? std::size_t(def.anchor) : 0;
    if (shape.index() != wanted) {
        return refuse(RefusalReason::badShape, "a record needs " + std::string(kWanted[std::size_t(def.anchor)]));
    }
    const std::string reason = geom::whyInvalid(shape);
    if (reason.empty()) return std::nullopt;
    Refusal refusal = refuse(RefusalReason::badShape, "the geometry is not valid: " + reason);
    refusal.place = geom::firstPoint(shape);
    return refusal;
}

RecordCheck::Stand RecordCheck::unit(std::optional<model::Code> code, std::optional<model::Level> level,
                                     const std::vector<Value>& values) const {
    if (!code && def.anchor == model::Anchor::link) {
        for (std::size_t i = 0; i < def.fields.size(); ++i) {
            if (model::isNull(values[i])) continue;
            if (def.fields[i].type == FieldType::unit) {
                const auto named = model::Code::parse(std::get<std::string>(values[i]));
                const auto of = def.fields[i].level;
                return {of ? snapshot.findUnit(*of, *named) : snapshot.findUnit(*named), {}};
            }
            if (def.fields[i].type == FieldType::record) {
                const model::RegisterTable* table = snapshot.findRegister(def.fields[i].of);
                const model::Record* other = table ? table->find(std::get<std::int64_t>(values[i])) : nullptr;
                if (other && other->unit.valid()) return {other->unit, {}};
            }
        }
        return {};
    }
    if (!code) {
        if (def.anchor != model::Anchor::unit) return {};
        return {{}, refuse(RefusalReason::unitMissing, "a record needs a unit to stand on", "unit")};
    }
    const auto wanted = def.anchor == model::Anchor::unit && def.anchorLevel ? def.anchorLevel : level;
    const model::UnitRef ref = wanted ? snapshot.findUnit(*wanted, *code) : snapshot.findUnit(*code);
    if (ref.valid()) return {ref, {}};
    Refusal refusal =
        refuse(RefusalReason::unknownUnit,
               "there is no " + std::string(wanted ? model::levelName(*wanted) : "unit") + " " + code->text(), "unit");
    refusal.units = {*code};
    return {{}, refusal};
}

}  // namespace xiangtu::edit
