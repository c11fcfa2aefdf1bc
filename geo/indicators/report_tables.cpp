// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/tables.h"

#include <algorithm>
#include <cmath>

namespace xiangtu::indicators {

namespace {

using model::Value;

/// Best first; units without a figure come last and have no rank. Equal figures share a rank.
void rank(Table& table, std::size_t column, model::Direction direction) {
    const auto figure = [&](const Table::Row& row) { return model::numberOf(row.cells[column]); };
    std::ranges::stable_sort(table.rows, [&](const Table::Row& a, const Table::Row& b) {
        const auto x = figure(a), y = figure(b);
        if (!x || !y) return x.has_value() && !y;
        return direction == model::Direction::down ? *x < *y : *x > *y;
    });
    std::int64_t place = 0;
    std::optional<double> last;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto now = figure(table.rows[i]);
        if (now && now != last) place = std::int64_t(i) + 1;
        last = now;
        table.rows[i].cells.insert(table.rows[i].cells.begin(), now ? Value(place) : Value());
    }
    table.columns.insert(table.columns.begin(), {"rank", {"名次", "Rank"}, {}, 0, true, false});
}

}  // namespace

Table unitTable(const Figures& figures, const std::vector<std::size_t>& indicators, model::Level level,
                model::UnitRef within, std::optional<std::size_t> rankedBy) {
    const model::Snapshot& snapshot = figures.snapshot();
    Table table;
    table.columns = {{"code", {"代码", "Code"}, {}, -1, false, false},
                     {"name", {"名称", "Name"}, {}, -1, false, false}};
    std::vector<Column> values;
    std::optional<std::size_t> rankColumn;
    model::Direction direction = model::Direction::none;
    for (const std::size_t i : indicators) {
        const model::IndicatorDef& def = snapshot.catalogue->indicators[i];
        if (rankedBy == i) {
            rankColumn = table.columns.size();
            direction = def.direction;
        }
        table.columns.push_back({def.id, def.title, def.unit, def.decimals, true, false});
        values.push_back(figures.column(i, level));
    }
    const auto& units = snapshot.table(level).units;
    for (std::uint32_t r = 0; r < units.size(); ++r) {
        const model::UnitRef unit{level, r};
        if (within.valid() && snapshot.ancestor(unit, within.level) != within) continue;
        Table::Row row{unit, 0, {units[r].code.text(), units[r].name}};
        for (const Column& column : values) row.cells.push_back(std::isnan(column[r]) ? Value() : Value(column[r]));
        table.rows.push_back(std::move(row));
    }
    if (rankColumn) rank(table, *rankColumn, direction);
    return table;
}

std::vector<Table> reportTables(const Figures& figures, const model::ReportDef& report, model::UnitRef within) {
    std::vector<Table> out;
    for (const model::ReportTable& part : report.tables) {
        if (part.registerId.empty()) {
            std::vector<std::size_t> indicators;
            for (const std::string& id : part.indicators) {
                if (const auto at = figures.find(id)) indicators.push_back(*at);
            }
            out.push_back(unitTable(figures, indicators, part.level, within, figures.find(part.rankedBy)));
        } else {
            const model::RegisterTable* table = figures.snapshot().findRegister(part.registerId);
            RecordQuery query{part.registerId, {}, within, part.columns, part.order};
            if (table) query.where = model::Expression::parse(part.where, &table->def);
            out.push_back(recordTable(figures.snapshot(), query));
        }
        out.back().title = part.title;
    }
    return out;
}

}  // namespace xiangtu::indicators
