// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/face_changes.h"

#include <algorithm>
#include <ranges>
#include <unordered_map>

namespace xiangtu::borders {

namespace {

using model::LevelTable;
using topology::FaceChanges;

bool sameShape(const geom::PolygonSet& a, std::size_t i, const geom::PolygonSet& b, std::size_t j) {
    const std::size_t rings = a.firstRing(i + 1) - a.firstRing(i);
    if (rings != b.firstRing(j + 1) - b.firstRing(j) || a.box(i) != b.box(j)) return false;
    for (std::size_t r = 0; r < rings; ++r) {
        if (!std::ranges::equal(a.ring(a.firstRing(i) + r), b.ring(b.firstRing(j) + r))) return false;
    }
    return true;
}

FaceChanges changesOf(const LevelTable& before, const LevelTable& after,
                      const std::unordered_set<model::UnitId>* edited) {
    FaceChanges changes;
    changes.numberAfter.assign(before.units.size(), topology::kNoFace);
    std::vector<std::uint8_t> known(after.units.size(), 0);
    // Rows shift a little and keep their order mostly: the next one is the likely one.
    std::unordered_map<model::UnitId, std::uint32_t> rowOf;
    const auto find = [&](model::UnitId id, std::uint32_t likely) {
        for (std::uint32_t row = likely; row < after.units.size() && row < likely + 4; ++row) {
            if (after.units[row].id == id) return row;
        }
        if (rowOf.empty()) {
            for (std::uint32_t row = 0; row < after.units.size(); ++row) rowOf.emplace(after.units[row].id, row);
        }
        const auto found = rowOf.find(id);
        return found == rowOf.end() ? topology::kNoFace : found->second;
    };
    std::uint32_t likely = 0;
    for (std::uint32_t row = 0; row < before.units.size(); ++row) {
        const std::uint32_t now = find(before.units[row].id, likely);
        changes.numberAfter[row] = now;
        if (now != topology::kNoFace) {
            known[now] = 1;
            likely = now + 1;
            const bool compared = !edited || edited->contains(before.units[row].id);
            if (!compared || sameShape(before.shapes, row, after.shapes, now)) continue;
            changes.after.push_back(now);
        }
        changes.before.push_back(row);
    }
    for (std::uint32_t row = 0; row < after.units.size(); ++row) {
        if (known[row] == 0) changes.after.push_back(row);
    }
    const auto stays = [&](std::uint32_t row) { return changes.numberAfter[row] == row; };
    const auto rows = std::views::iota(0U, std::uint32_t(before.units.size()));
    if (before.units.size() == after.units.size() && std::ranges::all_of(rows, stays)) changes.numberAfter.clear();
    return changes;
}

}  // namespace

FaceChangesPerLevel faceChanges(const model::Snapshot& before, const model::Snapshot& after,
                                const std::unordered_set<model::UnitId>* edited) {
    FaceChangesPerLevel out;
    for (std::size_t l = 0; l < out.size(); ++l) {
        if (before.levels[l] != after.levels[l]) out[l] = changesOf(*before.levels[l], *after.levels[l], edited);
    }
    return out;
}

topology::Topology patched(const topology::Topology& topology, const model::Snapshot& after,
                           const FaceChangesPerLevel& changes) {
    std::array<const geom::PolygonSet*, model::kLevelCount> levels{};
    for (std::size_t l = 0; l < levels.size(); ++l) levels[l] = &after.levels[l]->shapes;
    return topology::patched(topology, levels, changes);
}

}  // namespace xiangtu::borders
