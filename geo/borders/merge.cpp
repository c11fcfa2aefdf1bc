// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/work.h"

#include "geom/measure.h"

#include <algorithm>

namespace xiangtu::borders {

Refused plan(Work& work, const Merge& op) {
    Sheet& sheet = work.sheet;
    std::vector<Id> waiting;
    for (const model::Code code : op.units) {
        const Id unit = sheet.find({op.level, code});
        if (unit == kNone) return work.refuseUnknown({op.level, code});
        if (std::ranges::find(waiting, unit) == waiting.end()) waiting.push_back(unit);
    }
    if (waiting.size() < 2) {
        return work.refuse(Reason::nothingToDo, "two units at least are needed", waiting, std::nullopt);
    }
    auto stays = std::ranges::max_element(waiting, {}, [&](Id id) { return geom::twiceArea(sheet[id].shape); });
    if (op.into) {
        stays = std::ranges::find(waiting, sheet.find({op.level, *op.into}));
        if (stays == waiting.end()) return work.refuseUnknown({op.level, *op.into});
    }
    const Id into = *stays;
    waiting.erase(stays);
    while (!waiting.empty()) {
        const auto next =
            std::ranges::find_if(waiting, [&](Id id) { return sharedBorder(sheet[into].shape, sheet[id].shape) > 0; });
        if (next == waiting.end()) {
            return work.refuse(Reason::notNeighbours, "the units have no common segment", {into, waiting.front()},
                               placeIn(sheet[waiting.front()].shape));
        }
        const Id unit = *next;
        waiting.erase(next);
        if (auto refused = work.dirtyAlong(unit, sheet[unit].shape)) return refused;
        const std::vector<Id> children = sheet.children(unit);
        const std::vector<Piece> whole{{sheet[unit].shape, into}};
        if (auto refused = work.pass(unit, whole)) return refused;
        sheet[unit].gone = true;
        if (auto refused = work.distribute(unit, children, whole, {})) return refused;
    }
    return std::nullopt;
}

}  // namespace xiangtu::borders
