// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/field_rules.h"
#include "store/spatialite/bulk_writer.h"
#include "store/spatialite/geometry_blob.h"

namespace xiangtu::store::spatialite {

SpatialiteBulkWriter::Stage SpatialiteBulkWriter::stageOf(const RegisterRow& row, const model::NewRecord& record,
                                                          const std::string& what) const {
    if (!row.lifecycle) {
        if (!record.state.empty()) refuse(what, "its register has no lifecycle, so it has no state");
        return {};
    }
    const model::Lifecycle& lifecycle = *row.lifecycle;
    const auto state = record.state.empty() ? std::optional(lifecycle.start) : lifecycle.stateAt(record.state);
    if (!state) refuse(what, "there is no state \"" + record.state + "\"");
    const base::Date since = record.state.empty() ? record.from : record.since;
    const auto& days = lifecycle.states[*state].days;
    const base::Date due = !record.due.isOpen() || !days ? record.due : base::Date{since.days + *days};
    return {lifecycle.states[*state].code, since.iso(), endOrNull(due)};
}

void SpatialiteBulkWriter::add(const model::NewRecord& record) {
    const auto found = m_registers.find(record.registerId);
    if (found == m_registers.end()) refuse("record", "there is no register \"" + record.registerId + "\"");
    RegisterRow& row = found->second;
    const model::RegisterDef& def = row.def;
    const std::string what = "register " + def.id + ", record " + std::to_string(row.nextId);
    const std::int64_t unit = record.unit.valid() ? findUnit(record.level, record.unit) : 0;
    if (record.unit.valid() && unit == 0) refuse(what, "there is no unit " + record.unit.text());
    if (def.anchor == model::Anchor::unit && (unit == 0 || (def.anchorLevel && record.level != *def.anchorLevel))) {
        refuse(what, "it needs a " + std::string(def.anchorLevel ? model::levelName(*def.anchorLevel) : "unit") +
                         " to stand on");
    }
    // GeoShape's alternatives stand in the order of Anchor: none, point, lines, polygons.
    if (record.shape.index() != (hasShape(def.anchor) ? std::size_t(def.anchor) : 0)) {
        refuse(what, "its geometry is of the wrong kind");
    }
    if (record.from.isOpen() || record.to < record.from) refuse(what, "its validity ends before it begins");
    for (const auto& [name, value] : record.values) {
        const model::FieldDef* field = def.findField(name);
        if (!field || !field->formula.empty()) refuse(what, "the register has no field \"" + name + "\" to fill");
    }
    const Stage stage = stageOf(row, record, what);
    row.insert->bind(1, row.nextId);
    row.insert->bind(2, rowOrNull(unit));
    row.insert->bind(3, record.from.iso());
    row.insert->bind(4, endOrNull(record.to));
    int index = 4;
    if (row.lifecycle) {
        row.insert->bind(++index, stage.state);
        row.insert->bind(++index, stage.since);
        row.insert->bind(++index, stage.due);
        // The step by which it came to stand there, so that a past day shows it from then on only.
        m_insertStep.run(def.id, row.nextId, stage.state, stage.since, m_at);
    }
    for (const model::FieldDef& field : def.fields) {
        if (!field.formula.empty()) continue;
        const model::Value& value = model::field(record.values, field.name);
        if (const auto reason = model::reasonAgainst(field, value); !reason.empty()) {
            refuse(what, field.name + ": " + reason);
        }
        row.insert->bind(++index, value);
    }
    if (hasShape(def.anchor)) {
        writeShape(record.shape, m_blob);
        if (m_blob.empty()) refuse(what, "its geometry is empty");
        row.insert->bind(++index, Blob(m_blob));
        row.index.add(row.nextId, boxOf(m_blob));
    }
    row.insert->runBound();
    ++row.nextId;
}

}  // namespace xiangtu::store::spatialite
