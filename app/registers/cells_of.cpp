// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/cells_of.h"

#include "app/models/terms.h"
#include "app/registers/words.h"
#include "geodesy/distance.h"
#include "geom/measure.h"
#include "indicators/due.h"
#include "scene/links.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace xiangtu::app {

namespace {

using model::Level;
using model::Snapshot;
using model::UnitRef;

Level smallestLevel(const Snapshot& snapshot) {
    for (int l = model::kLevelCount - 1; l > 0; --l) {
        if (!snapshot.table(Level(l)).units.empty()) return Level(l);
    }
    return Level::county;
}

std::set<UnitRef> unitsOf(const Snapshot& snapshot, const std::string& person) {
    std::set<UnitRef> units;
    const model::RegisterTable* table = snapshot.findRegister(scene::kResponsibilityRegister);
    const auto field = table ? table->def.fieldAt("person") : std::nullopt;
    if (!field || person.empty()) return units;
    for (const auto& record : table->records) {
        const model::Value value = record->values[*field];
        if (value == model::Value(person) && record->unit.valid()) units.insert(record->unit);
    }
    return units;
}

/// Days left of the most pressing open matter, per row of the level.
std::vector<std::int32_t> clocksOf(const project::State& state, Level level, const base::Progress& progress) {
    const Snapshot& snapshot = *state.snapshot;
    std::vector<std::int32_t> days(snapshot.table(level).units.size(), Cell::kNoClock);
    for (const indicators::Matter& matter : indicators::matters(snapshot)) {
        progress.check();
        const model::Record* record = snapshot.registers[matter.registerIndex]->find(matter.record);
        if (matter.urgency == indicators::Urgency::closed || record == nullptr || record->due.isOpen()) continue;
        UnitRef unit = record->unit;
        if (const geom::GridBox box = geom::boxOf(record->shape); !box.empty()) {
            const geom::GridPoint middle{std::int32_t((std::int64_t(box.min.x) + box.max.x) / 2),
                                         std::int32_t((std::int64_t(box.min.y) + box.max.y) / 2)};
            unit = state.units->unitAt(level, middle).value_or(unit);
        }
        if (unit.valid() && unit.level == level) days[unit.row] = std::min(days[unit.row], matter.daysLeft);
    }
    return days;
}

std::uint8_t classAsOnTheMap(const Snapshot& snapshot, std::size_t scheme, UnitRef unit) {
    while (unit.valid()) {
        const std::uint8_t own = snapshot.classOf(scheme, unit);
        if (own != model::ClassColumn::kUnset) return own;
        unit = snapshot.unit(unit).parent;
    }
    return model::ClassColumn::kUnset;
}

/// Whether the unit or one above it is meant.
template <class Is>
bool anyAbove(const Snapshot& snapshot, UnitRef unit, const Is& is) {
    while (unit.valid()) {
        if (is(unit)) return true;
        unit = snapshot.unit(unit).parent;
    }
    return false;
}

bool before(const Cell& a, const Cell& b, CellQuestion::Order order) {
    switch (order) {
    case CellQuestion::Order::due: return std::tie(a.daysLeft, a.metres) < std::tie(b.daysLeft, b.metres);
    case CellQuestion::Order::colour: return std::tie(a.classIndex, a.metres) < std::tie(b.classIndex, b.metres);
    default: return a.metres < b.metres;
    }
}

}  // namespace

CellAnswer cellsOf(const project::State& state, const CellQuestion& question, std::size_t limit,
                   const base::Progress& progress) {
    const Snapshot& snapshot = *state.snapshot;
    const Level level = smallestLevel(snapshot);
    const model::LevelTable& table = snapshot.table(level);
    const auto days = clocksOf(state, level, progress);
    const std::set<UnitRef> mine =
        question.scope == CellQuestion::Scope::mine ? unitsOf(snapshot, question.person) : std::set<UnitRef>{};
    const std::size_t classes =
        question.scheme < snapshot.schemes->size() ? (*snapshot.schemes)[question.scheme].classes.size() : 0;
    const geodesy::LocalPlane plane(question.centre);

    const auto asked = [&](UnitRef unit) {
        switch (question.scope) {
        case CellQuestion::Scope::within:
            return anyAbove(snapshot, unit, [&](UnitRef u) { return u == question.within; });
        case CellQuestion::Scope::mine: return anyAbove(snapshot, unit, [&](UnitRef u) { return mine.contains(u); });
        default: return true;
        }
    };
    const auto named = [&](UnitRef unit) {
        if (question.words.isEmpty()) return true;
        const model::Unit& found = snapshot.unit(unit);
        return fromUtf8(found.code.text()).startsWith(question.words) ||
               searchText(fromUtf8(found.name)).contains(question.words);
    };
    CellAnswer answer;
    answer.perClass.resize(classes + 1);
    for (std::uint32_t row = 0; row < table.units.size(); ++row) {
        if (row % 1024 == 0) progress.check();
        Cell cell{{level, row}};
        if (!asked(cell.unit) || !named(cell.unit)) continue;
        cell.classIndex = classAsOnTheMap(snapshot, question.scheme, cell.unit);
        ++answer.perClass[std::min(classes, std::size_t(cell.classIndex))];
        if (question.onlyClass >= 0 && cell.classIndex != question.onlyClass) continue;
        cell.daysLeft = days[row];
        cell.metres = table.shapes.hasShape(row) ? plane.to(geom::toGeo(table.shapes.centroid(row)))
                                                 : std::numeric_limits<double>::infinity();
        answer.cells.push_back(cell);
    }
    answer.found = answer.cells.size();
    const auto first = [&](const Cell& a, const Cell& b) { return before(a, b, question.order); };
    const std::size_t kept = std::min(limit, answer.cells.size());
    std::ranges::partial_sort(answer.cells, answer.cells.begin() + std::ptrdiff_t(kept), first);
    answer.cells.resize(kept);
    return answer;
}

}  // namespace xiangtu::app
