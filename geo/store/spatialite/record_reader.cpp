// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/record_reader.h"

#include "geodesy/area.h"
#include "store/spatialite/geometry_blob.h"
#include "store/spatialite/register_table.h"
#include "store/spatialite/snapshot_loader.h"

namespace xiangtu::store::spatialite {

namespace {

void measure(model::Record& record) {
    if (const auto* parts = std::get_if<geom::GeoMultiPolygon>(&record.shape)) record.areaM2 = geodesy::area(*parts);
    if (const auto* lines = std::get_if<geom::GeoMultiLine>(&record.shape)) {
        record.lengthM = 0;
        for (const geom::GeoLine& line : *lines) record.lengthM += geodesy::length(line);
    }
}

}  // namespace

std::string validOn(int parameter) {
    const std::string day = "?" + std::to_string(parameter);
    return "valid_from <= " + day + " AND (valid_to IS NULL OR valid_to > " + day + ")";
}

RecordReader::RecordReader(const Database& database, const model::RegisterDef& def, const model::Lifecycle* lifecycle)
    : m_database(database), m_def(def), m_lifecycle(lifecycle), m_formulas(def), m_table(def.tableName()) {
    m_columns = "id, unit_id, valid_from, valid_to";
    if (!def.lifecycle.empty()) m_columns += ", state, state_since, due";
    if (const std::string fields = fieldColumns(def); !fields.empty()) m_columns += ", " + fields;
    if (hasShape(def.anchor)) m_columns += ", geom";
}

model::Record RecordReader::read(const Query& row, std::int64_t& unitId) const {
    model::Record record;
    record.id = row.integer(0);
    unitId = row.isNull(1) ? 0 : row.integer(1);
    const char* table = m_table.c_str();
    record.from = readDate(m_database, row.text(2), table, record.id);
    record.to = readDate(m_database, row.text(3), table, record.id);
    int column = 4;
    if (!m_def.lifecycle.empty()) {
        const auto state = m_lifecycle ? m_lifecycle->stateAt(row.text(4)) : std::nullopt;
        if (state) record.state = std::uint8_t(*state);
        if (!row.isNull(5)) record.since = readDate(m_database, row.text(5), table, record.id);
        record.due = readDate(m_database, row.text(6), table, record.id);
        column = 7;
    }
    m_values.clear();
    for (const model::FieldDef& field : m_def.fields) {
        m_values.push_back(field.formula.empty() ? row.value(column++) : model::Value());
    }
    record.values = m_values;
    if (hasShape(m_def.anchor)) {
        try {
            record.shape = readShape(row.blob(column));
        } catch (const base::Error& e) { damagedRow(m_database, table, record.id, e.what()); }
        measure(record);
    }
    return record;
}

void RecordReader::compute(const model::Unit* unit, model::Level level, base::Date day, model::Record& record) const {
    if (m_formulas.empty()) return;
    m_formulas.compute({&m_def, &record, m_lifecycle, unit, level, day}, record);
}

}  // namespace xiangtu::store::spatialite
