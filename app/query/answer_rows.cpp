// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/answer_rows.h"

#include "exchange/export_layers.h"
#include "geodesy/area.h"
#include "geodesy/lattice_area.h"

#include <algorithm>

namespace xiangtu::app {

namespace {

using exchange::Cell;
using exchange::ColumnType;

/// A code is one whatever the question calls it: text of digits only.
ColumnType typeOf(const indicators::Table& table, std::size_t c) {
    bool whole = true, any = false, text = false;
    for (const auto& row : table.rows) {
        const model::Value& value = row.cells[c];
        any |= !model::isNull(value);
        text |= std::holds_alternative<std::string>(value);
        whole &= model::isNull(value) || std::holds_alternative<std::int64_t>(value);
    }
    if (text || !any) return table.columns[c].key.ends_with("code") ? ColumnType::code : ColumnType::text;
    return whole ? ColumnType::integer : ColumnType::real;
}

class AnswerRows final : public exchange::RowSource {
public:
    AnswerRows(std::shared_ptr<const model::Snapshot> snapshot, query::Answer answer, const std::string& key)
        : m_snapshot(std::move(snapshot)), m_answer(std::move(answer)) {
        m_about.key = key;
        std::ranges::replace(m_about.key, '-', '_');
        m_about.title = m_answer.table.title;
        for (std::size_t c = 0; c < m_answer.table.columns.size(); ++c) {
            const auto& column = m_answer.table.columns[c];
            if (column.sensitive) continue;
            if (column.key == "name") m_about.labelColumn = m_about.columns.size();
            m_about.columns.push_back({column.key, column.title, typeOf(m_answer.table, c), column.unit});
            m_columns.push_back(c);
        }
        m_source = m_snapshot->findRegister(m_answer.table.registerId);
    }

    [[nodiscard]] const About& about() const override { return m_about; }
    [[nodiscard]] std::size_t size() const override { return m_answer.table.rows.size(); }
    void cells(std::size_t row, exchange::ExportRow& into) const override {
        into.start(m_columns.size());
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            const model::Value& value = m_answer.table.rows[row].cells[m_columns[c]];
            if (const auto* text = std::get_if<std::string>(&value))
                into.cells[c] = std::string_view(*text);
            else if (const auto* n = std::get_if<std::int64_t>(&value))
                into.cells[c] = m_about.columns[c].type == ColumnType::real ? Cell(double(*n)) : Cell(*n);
            else if (const auto* d = std::get_if<double>(&value))
                into.cells[c] = *d;
        }
    }
    void shape(std::size_t row, exchange::FlatShape& into) const override {
        into.clear();
        if (const geom::GeoShape* own = shapeOf(row)) return exchange::geoShape(*own, into);
        exchange::unitShape(*m_snapshot, m_answer.table.rows[row].unit, into);
    }
    [[nodiscard]] ShapeSize shapeSize(std::size_t row) const override {
        if (!shapeOf(row)) return exchange::unitShapeSize(*m_snapshot, m_answer.table.rows[row].unit);
        exchange::FlatShape flat;
        shape(row, flat);
        return {flat.kind, flat.starts.size(), flat.points.size()};
    }
    [[nodiscard]] double areaM2(std::size_t row) const override {
        if (const geom::GeoShape* own = shapeOf(row)) {
            const auto* land = std::get_if<geom::GeoMultiPolygon>(own);
            return land ? geodesy::area(*land) : 0;
        }
        const model::UnitRef unit = m_answer.table.rows[row].unit;
        return unit.valid() ? geodesy::latticeArea(m_snapshot->table(unit.level).shapes, unit.row) : 0;
    }
    [[nodiscard]] std::size_t look(std::size_t) const override { return model::ClassColumn::kUnset; }
    [[nodiscard]] std::string township(std::size_t row) const override {
        return exchange::townshipOf(*m_snapshot, m_answer.table.rows[row].unit);
    }

private:
    /// Null = that of the unit.
    [[nodiscard]] const geom::GeoShape* shapeOf(std::size_t row) const {
        if (row < m_answer.shapes.size() && m_answer.shapes[row].index() != 0) return &m_answer.shapes[row];
        const std::int64_t id = m_answer.table.rows[row].record;
        const model::Record* record = m_source && id != 0 ? m_source->find(id) : nullptr;
        return record && record->shape.index() != 0 ? &record->shape : nullptr;
    }

    std::shared_ptr<const model::Snapshot> m_snapshot;
    query::Answer m_answer;
    About m_about;
    std::vector<std::size_t> m_columns;
    const model::RegisterTable* m_source = nullptr;
};

}  // namespace

std::unique_ptr<exchange::RowSource> answerRows(std::shared_ptr<const model::Snapshot> snapshot, query::Answer answer,
                                                const std::string& key) {
    return std::make_unique<AnswerRows>(std::move(snapshot), std::move(answer), key);
}

}  // namespace xiangtu::app
