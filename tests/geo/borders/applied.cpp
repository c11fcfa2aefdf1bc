// SPDX-License-Identifier: GPL-3.0-or-later
#include "applied.h"

#include "geom/measure.h"
#include "geom/validity.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace xiangtu::borders {

namespace {

struct Row {
    model::Unit unit;
    UnitName parent;
    geom::MultiPolygon shape;
};

std::string faultOfLevel(const model::Snapshot& snapshot, model::Level level) {
    const model::LevelTable& table = snapshot.table(level);
    std::map<std::pair<geom::GridPoint, geom::GridPoint>, std::uint32_t> sides;
    for (std::uint32_t row = 0; row < table.units.size(); ++row) {
        const std::string code = table.units[row].code.text();
        if (row > 0 && !(table.units[row - 1].code < table.units[row].code)) return "codes repeat at " + code;
        const geom::MultiPolygon shape = table.shapes.feature(row);
        if (shape.empty()) return code + " has no land";
        if (const std::string why = geom::whyInvalid(geom::toGeo(shape)); !why.empty()) return code + ": " + why;
        for (std::size_t r = table.shapes.firstRing(row); r < table.shapes.firstRing(row + 1); ++r) {
            const auto ring = table.shapes.ring(r);
            for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                if (ring[i] == ring[j]) return code + " repeats a vertex";
                if (!sides.emplace(std::pair(ring[j], ring[i]), row).second) return code + " claims another's side";
            }
        }
    }
    // What has no unit beyond must be the county's own outer border.
    std::set<std::pair<geom::GridPoint, geom::GridPoint>> outer;
    const auto& county = snapshot.table(model::Level::county).shapes;
    for (std::size_t r = 0; r < county.ringCount(); ++r) {
        const auto ring = county.ring(r);
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) outer.emplace(ring[j], ring[i]);
    }
    for (const auto& [side, row] : sides) {
        if (sides.contains({side.second, side.first}) || outer.contains(side)) continue;
        return table.units[row].code.text() + " has nobody beyond its border";
    }
    return "";
}

}  // namespace

model::Snapshot applied(const model::Snapshot& snapshot, const Proposal& proposal) {
    model::Snapshot next = snapshot;
    std::array<std::map<model::Code, Row>, model::kLevelCount> rows;
    std::map<model::UnitRef, const UnitChange*> changes;
    for (const UnitChange& change : proposal.units) {
        if (change.ref) changes[*change.ref] = &change;
    }
    std::int64_t lastId = 0;
    for (const model::Level level : model::kLevels) {
        const model::LevelTable& table = snapshot.table(level);
        for (std::uint32_t r = 0; r < table.units.size(); ++r) {
            Row row{table.units[r], {}, table.shapes.feature(r)};
            lastId = std::max(lastId, row.unit.id.value);
            if (row.unit.parent.valid()) row.parent = {row.unit.parent.level, snapshot.unit(row.unit.parent).code};
            if (const auto found = changes.find({level, r}); found != changes.end()) {
                const UnitChange& change = *found->second;
                if (change.isGone()) continue;
                row.unit.code = change.codeAfter;
                row.parent = change.parentAfter;
                if (change.reshaped) row.shape = change.shapeAfter;
            }
            rows[indexOf(level)].emplace(row.unit.code, std::move(row));
        }
    }
    for (const UnitChange& change : proposal.units) {
        if (!change.isNew()) continue;
        Row row;
        row.unit.id = {++lastId};
        row.unit.code = change.codeAfter;
        row.unit.name = "new";
        row.parent = change.parentAfter;
        row.shape = change.shapeAfter;
        rows[indexOf(change.level)].emplace(row.unit.code, std::move(row));
    }
    for (const model::Level level : model::kLevels) {
        auto table = std::make_shared<model::LevelTable>();
        table->level = level;
        for (auto& [code, row] : rows[indexOf(level)]) {
            row.unit.parent =
                row.parent.code.valid() ? next.findUnit(row.parent.level, row.parent.code) : model::UnitRef{};
            table->units.push_back(row.unit);
            table->shapes.add(row.shape);
        }
        next.levels[indexOf(level)] = std::move(table);
    }
    return next;
}

std::string faultOf(const model::Snapshot& snapshot) {
    __int128 whole = 0;
    for (const model::Level level : model::kLevels) {
        if (std::string fault = faultOfLevel(snapshot, level); !fault.empty()) {
            return std::string(levelName(level)) + ": " + fault;
        }
        __int128 sum = 0;
        const model::LevelTable& table = snapshot.table(level);
        if (table.units.empty()) continue;
        std::map<model::UnitRef, __int128> inParent;
        for (std::uint32_t row = 0; row < table.units.size(); ++row) {
            sum += table.shapes.twiceArea(row);
            if (level == model::Level::county) continue;
            const model::Unit& unit = table.units[row];
            if (!unit.parent.valid()) return unit.code.text() + " has no parent";
            if (!unit.code.startsWith(snapshot.unit(unit.parent).code))
                return unit.code.text() + " is not of its parent";
            inParent[unit.parent] += table.shapes.twiceArea(row);
        }
        if (level == model::Level::county) {
            whole = sum;
            continue;
        }
        if (sum != whole) return std::string(levelName(level)) + " does not fill the county";
        for (const auto& [parent, area] : inParent) {
            if (area != snapshot.table(parent.level).shapes.twiceArea(parent.row)) {
                return snapshot.unit(parent).code.text() + " is not filled by those below";
            }
        }
    }
    return "";
}

base::Result<Proposal, Refusal> tried(const model::Snapshot& snapshot, const Operation& operation, Options options) {
    const index::UnitIndex index(snapshot);
    return propose({snapshot, index, {}}, {operation, options});
}

std::string outcome(const base::Result<Proposal, Refusal>& result) {
    return result ? "ok" : std::string(reasonName(result.error().reason)) + ": " + result.error().detail;
}

}  // namespace xiangtu::borders
