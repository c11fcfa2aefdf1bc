// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "indicators/tables.h"
#include "indicators/tally.h"

#include <algorithm>

namespace xiangtu::indicators {

namespace {

using model::Titles;
using model::Value;

Table::Column column(std::string key, Titles title) { return {std::move(key), std::move(title), {}, -1, false, false}; }

/// NULL last, numbers by size, texts by bytes.
bool before(const Value& a, const Value& b) {
    if (model::isNull(a) || model::isNull(b)) return !model::isNull(a) && model::isNull(b);
    const bool texts = std::holds_alternative<std::string>(a) && std::holds_alternative<std::string>(b);
    if (texts) return std::get<std::string>(a) < std::get<std::string>(b);
    return model::numberOf(a).value_or(0) < model::numberOf(b).value_or(0);
}

class Maker {
public:
    Maker(const model::Snapshot& snapshot, std::size_t registerAt, const RecordQuery& query)
        : m_snapshot(snapshot),
          m_registerAt(registerAt),
          m_source(*snapshot.registers[registerAt]),
          m_lifecycle(snapshot.catalogue->findLifecycle(m_source.def.lifecycle)),
          m_query(query) {}

    Table make() {
        m_table.title = m_source.def.title;
        m_table.registerId = m_source.def.id;
        addColumns();
        const Ground ground{&m_snapshot, nullptr};
        for (const auto& record : m_source.records) {
            if (!inside(record->unit) || !m_query.where.holds(ground.row(m_registerAt, *record))) continue;
            m_table.rows.push_back(row(*record));
        }
        order();
        return std::move(m_table);
    }

private:
    void addColumns() {
        m_table.columns = {column("id", {"编号", "No."}), column("unit_code", {"代码", "Code"}),
                           column("unit", {"所在", "Unit"})};
        if (m_lifecycle) {
            m_table.columns.push_back(column("state", {"状态", "State"}));
            m_table.columns.push_back(column("state_since", {"进入日期", "Since"}));
            m_table.columns.push_back(column("due", {"期限", "Due"}));
        }
        if (m_query.columns.empty()) m_fields = m_source.def.listColumns();
        for (const std::string& name : m_query.columns) {
            const auto at = m_source.def.fieldAt(name);
            if (!at)
                throw base::Error(base::Fault::usage, "register " + m_source.def.id + " has no field \"" + name + "\"");
            m_fields.push_back(*at);
        }
        for (const std::size_t at : m_fields) {
            const model::FieldDef& field = m_source.def.fields[at];
            m_table.columns.push_back({field.name, field.title, field.unit, -1,
                                       isNumeric(field.type) && field.type != model::FieldType::yesNo &&
                                           field.type != model::FieldType::year &&
                                           field.type != model::FieldType::record,
                                       field.sensitive});
        }
    }
    bool inside(model::UnitRef unit) const {
        return !m_query.within.valid() ||
               (unit.valid() && m_snapshot.ancestor(unit, m_query.within.level) == m_query.within);
    }
    Table::Row row(const model::Record& record) const {
        Table::Row out{record.unit, record.id, {record.id}};
        const model::Unit* unit = record.unit.valid() ? &m_snapshot.unit(record.unit) : nullptr;
        out.cells.push_back(unit ? Value(unit->code.text()) : Value());
        out.cells.push_back(unit ? Value(unit->name) : Value());
        if (m_lifecycle) {
            const bool has = record.state < m_lifecycle->states.size();
            out.cells.push_back(has ? Value(m_lifecycle->states[record.state].code) : Value());
            out.cells.push_back(has ? Value(record.since.iso()) : Value());
            out.cells.push_back(record.due.isOpen() ? Value() : Value(record.due.iso()));
        }
        for (const std::size_t at : m_fields) out.cells.push_back(record.values[at]);
        return out;
    }
    void order() {
        if (m_query.order.empty()) return;
        const bool turned = m_query.order.starts_with('-');
        std::string key = m_query.order.substr(turned ? 1 : 0);
        if (key == "unit") key = "unit_code";
        const auto at = std::ranges::find(m_table.columns, key, &Table::Column::key);
        if (at != m_table.columns.end()) {
            const auto c = std::size_t(at - m_table.columns.begin());
            return sortBy(turned, [c](const Table::Row& row) { return row.cells[c]; });
        }
        // A field that is not shown may order, too.
        const auto field = m_source.def.fieldAt(key);
        if (!field) throw base::Error(base::Fault::usage, "the table has no column \"" + key + "\" to order by");
        sortBy(turned, [&](const Table::Row& row) { return m_source.find(row.record)->values[*field]; });
    }
    template <class ValueOf>
    void sortBy(bool turned, const ValueOf& valueOf) {
        std::ranges::stable_sort(m_table.rows, [&](const Table::Row& a, const Table::Row& b) {
            return turned ? before(valueOf(b), valueOf(a)) : before(valueOf(a), valueOf(b));
        });
    }

    const model::Snapshot& m_snapshot;
    std::size_t m_registerAt;
    const model::RegisterTable& m_source;
    const model::Lifecycle* m_lifecycle;
    const RecordQuery& m_query;
    std::vector<std::size_t> m_fields;
    Table m_table;
};

}  // namespace

Table recordTable(const model::Snapshot& snapshot, const RecordQuery& query) {
    for (std::size_t i = 0; i < snapshot.registers.size(); ++i) {
        if (snapshot.registers[i]->def.id == query.registerId) return Maker(snapshot, i, query).make();
    }
    throw base::Error(base::Fault::usage, "there is no register \"" + query.registerId + "\"");
}

}  // namespace xiangtu::indicators
