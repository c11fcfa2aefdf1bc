// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/answer_theme.h"

#include <algorithm>

namespace xiangtu::app {

namespace {

/// The column of the answer that its units are coloured by; none for most questions.
const indicators::Table::Column* countColumn(const ShownAnswer& shown) {
    if (shown.question.id != "join") return nullptr;
    const auto& columns = shown.answer.table.columns;
    const auto found = std::ranges::find(columns, "points", &indicators::Table::Column::key);
    return found == columns.end() ? nullptr : &*found;
}

}  // namespace

std::shared_ptr<const scene::FigureTheme> answerTheme(const ShownAnswer& shown, QColor in, QColor out) {
    if (const auto* counted = countColumn(shown)) {
        const auto at = std::size_t(counted - shown.answer.table.columns.data());
        std::vector<double> figures(shown.marked.size(), 0);
        for (const auto& row : shown.answer.table.rows) {
            if (row.unit.valid() && row.unit.level == shown.level) {
                figures[row.unit.row] = model::numberOf(row.cells[at]).value_or(0);
            }
        }
        model::IndicatorDef indicator;
        indicator.title = shown.answer.table.title;
        indicator.unit = counted->unit;
        return std::make_shared<const scene::FigureTheme>(scene::figureTheme(indicator, shown.level, figures));
    }
    auto theme = std::make_shared<scene::FigureTheme>();
    theme->level = shown.level;
    theme->title = shown.answer.table.title;
    theme->titles = {{"其他", "Others"}, {"答案中", "In the answer"}};
    theme->rgb = {out.rgb() & 0xFFFFFF, in.rgb() & 0xFFFFFF};
    theme->breaks = {1};
    theme->classOf.assign(shown.marked.begin(), shown.marked.end());
    theme->counts = {std::int64_t(shown.marked.size()) - shown.markedCount, shown.markedCount, 0};
    return theme;
}

}  // namespace xiangtu::app
