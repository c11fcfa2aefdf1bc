// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/shown_answer.h"

#include "app/query/points_file.h"
#include "app/query/selection.h"
#include "app/query/unit_areas.h"

#include <algorithm>
#include <array>
#include <map>

namespace xiangtu::app {

namespace {

using model::Level;
using model::UnitRef;

const model::Record* recordOf(const model::Snapshot& snapshot, const indicators::Table& table, std::size_t row) {
    const model::RegisterTable* source = table.registerId.empty() ? nullptr : snapshot.findRegister(table.registerId);
    return source && table.rows[row].record > 0 ? source->find(table.rows[row].record) : nullptr;
}

void markUnits(ShownAnswer& shown) {
    std::array<std::int64_t, model::kLevelCount> perLevel{};
    for (const UnitRef unit : shown.units) {
        if (unit.valid()) ++perLevel[model::indexOf(unit.level)];
    }
    shown.level = Level(std::ranges::max_element(perLevel) - perLevel.begin());
    shown.marked.assign(shown.snapshot().table(shown.level).units.size(), 0);
    for (const UnitRef unit : shown.units) {
        if (!unit.valid() || unit.level != shown.level || shown.marked[unit.row] != 0) continue;
        shown.marked[unit.row] = 1;
        ++shown.markedCount;
    }
}

LevelSummary summaryOf(const ShownAnswer& shown, const std::vector<double>& areas, Level level) {
    const model::Snapshot& snapshot = shown.snapshot();
    const bool ofUnits = shown.answer.table.registerId.empty();
    std::map<std::uint32_t, LevelSummary::Line> found;
    // A unit that stands in several lines (next to two red ones) has its people and its land once.
    std::vector<char> counted(shown.marked.size(), 0);
    for (const UnitRef unit : shown.units) {
        const UnitRef at = unit.valid() ? snapshot.ancestor(unit, level) : UnitRef();
        if (!at.valid()) continue;
        LevelSummary::Line& line = found[at.row];
        line.unit = at;
        const bool again = ofUnits && unit.level == shown.level && counted[unit.row] != 0;
        if (again) continue;
        ++line.count;
        if (!ofUnits || unit.level != shown.level) continue;
        counted[unit.row] = 1;
        line.households += std::max(0, snapshot.unit(unit).households);
        line.squareMetres += areas[unit.row];
    }
    if (ofUnits) {
        for (std::uint32_t row = 0; row < shown.marked.size(); ++row) {
            const auto line = found.find(snapshot.ancestor({shown.level, row}, level).row);
            if (line != found.end()) ++line->second.of;
        }
    }
    LevelSummary summary{level, {}};
    for (const auto& [row, line] : found) summary.lines.push_back(line);
    std::ranges::stable_sort(summary.lines, std::ranges::greater(), &LevelSummary::Line::count);
    return summary;
}

}  // namespace

ShownAnswer answerTo(std::shared_ptr<const query::Ground> ground, const query::Question& question,
                     const base::Progress& progress) {
    ShownAnswer shown;
    shown.ground = std::move(ground);
    shown.question = question;
    shown.answer = question.id == kSelect
                       ? select(*shown.ground, question, progress)
                       : query::ask(*shown.ground, withPoints(question), query::Shapes::none, progress);
    const indicators::Table& table = shown.answer.table;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        UnitRef unit = table.rows[row].unit;
        const model::Record* record = unit.valid() ? nullptr : recordOf(shown.snapshot(), table, row);
        shown.units.push_back(record ? record->unit : unit);
    }
    progress.check();
    shown.place = askedPlace(*shown.ground, question, shown.answer, progress);
    markUnits(shown);
    if (shown.markedCount == 0) return shown;
    const std::vector<double> areas = unitAreas(shown.snapshot().table(shown.level).shapes, shown.marked, progress);
    for (const Level level : {Level::township, Level::village, Level::naturalVillage}) {
        const bool above = level < shown.level && !shown.snapshot().table(level).units.empty();
        if (above) shown.levels.push_back(summaryOf(shown, areas, level));
        progress.check();
    }
    return shown;
}

geom::GeoShape shapeOfRow(const ShownAnswer& shown, std::size_t row) {
    if (row < shown.answer.shapes.size() && shown.answer.shapes[row].index() != 0) return shown.answer.shapes[row];
    const model::Record* record = recordOf(shown.snapshot(), shown.answer.table, row);
    if (record && record->shape.index() != 0) return record->shape;
    const UnitRef unit = shown.units[row];
    if (!unit.valid() || !shown.snapshot().table(unit.level).shapes.hasShape(unit.row)) return {};
    return geom::toGeo(shown.snapshot().table(unit.level).shapes.centroid(unit.row));
}

}  // namespace xiangtu::app
