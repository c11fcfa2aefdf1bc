// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/answer.h"

#include <cassert>
#include <utility>

namespace xiangtu::query {

Lines& Lines::text(std::string key, std::string zh, std::string en) {
    m_answer.table.columns.push_back({std::move(key), {std::move(zh), std::move(en)}, "", -1, false, false});
    return *this;
}

Lines& Lines::number(std::string key, std::string zh, std::string en, std::string unit, int decimals) {
    m_answer.table.columns.push_back(
        {std::move(key), {std::move(zh), std::move(en)}, std::move(unit), decimals, true, false});
    return *this;
}

Lines& Lines::unitColumns() {
    return text("level", "层级", "Level").text("code", "代码", "Code").text("name", "名称", "Name");
}

void Lines::row(model::UnitRef unit, std::int64_t record, std::vector<model::Value> cells) {
    assert(cells.size() == m_answer.table.columns.size());
    m_answer.table.rows.push_back({unit, record, std::move(cells)});
    if (!m_answer.shapes.empty()) m_answer.shapes.resize(m_answer.table.rows.size());
}

void Lines::row(model::UnitRef unit, std::int64_t record, std::vector<model::Value> cells, geom::GeoShape shape) {
    row(unit, record, std::move(cells));
    m_answer.shapes.resize(m_answer.table.rows.size());
    m_answer.shapes.back() = std::move(shape);
}

void Lines::sum(std::string key, std::string zh, std::string en, double value, std::string unit, int decimals) {
    m_answer.sums.push_back({std::move(key), {std::move(zh), std::move(en)}, value, std::move(unit), decimals});
}

std::vector<model::Value> unitCells(const model::Snapshot& snapshot, model::UnitRef unit,
                                    std::vector<model::Value> more) {
    std::vector<model::Value> cells(3);
    if (unit.valid()) {
        const model::Unit& u = snapshot.unit(unit);
        cells = {std::string(model::levelName(unit.level)), u.code.text(), u.name};
    }
    cells.insert(cells.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    return cells;
}

}  // namespace xiangtu::query
