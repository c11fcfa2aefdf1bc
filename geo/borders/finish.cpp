// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/work.h"

#include "geodesy/area.h"
#include "geom/measure.h"

#include <algorithm>
#include <map>
#include <unordered_set>
#include <utility>

namespace xiangtu::borders {

namespace {

using geom::MultiPolygon;
using geom::Polygon;

/// Around every segment that only one of the shapes has.
geom::GridBox boxOfDifference(const MultiPolygon& before, const MultiPolygon& after) {
    geom::GridBox box;
    std::unordered_set<Edge, EdgeHash> old;
    forEachEdge(before, [&](const Edge& e) { old.insert(e); });
    forEachEdge(after, [&](const Edge& e) {
        if (old.erase(e) == 0) box.extend(e.box());
    });
    for (const Edge& e : old) box.extend(e.box());
    return box;
}

std::optional<GridPoint> smallestPart(const MultiPolygon& shape) {
    const auto part = std::ranges::min_element(shape, {}, [](const Polygon& p) { return geom::twiceArea(p.outer); });
    return part == shape.end() ? std::nullopt : std::optional(part->outer.front());
}

Refused judged(const Work& work, Id id) {
    const Draft& d = work.sheet[id];
    if (d.gone || d.shape == d.before) return std::nullopt;
    if (d.shape.empty()) {
        return work.refuse(Reason::wouldVanish, "the unit would lose all its land", {id}, placeIn(d.before));
    }
    if (d.shape.size() > std::max<std::size_t>(1, d.before.size()) && work.options().parts == PartsPolicy::refuse) {
        Refusal refusal = work.refuse(Reason::fallsIntoParts, "the unit would fall into parts", {d.ref ? id : d.like},
                                      smallestPart(d.shape));
        refusal.offer = work.with([](Options& o) { o.parts = PartsPolicy::allow; });
        return refusal;
    }
    if (isSliver(d.shape, work.options()) && (d.before.empty() || !isSliver(d.before, work.options()))) {
        return work.refuse(Reason::sliver, "a unit would be smaller or thinner than allowed", {d.ref ? id : d.like},
                           placeIn(d.shape));
    }
    return std::nullopt;
}

/// Holes the edit made must be somebody's land.
Refused holesFilled(Work& work, Id id) {
    const MultiPolygon& shape = std::as_const(work.sheet)[id].shape;
    if (std::ranges::all_of(shape, [](const Polygon& part) { return part.holes.empty(); })) return std::nullopt;
    std::unordered_set<Edge, EdgeHash> old;
    for (const Polygon& part : work.sheet[id].before) {
        for (const geom::Ring& hole : part.holes) forEachEdge(hole, [&](const Edge& e) { old.insert(e); });
    }
    for (const Polygon& part : shape) {
        for (const geom::Ring& hole : part.holes) {
            const Edge first{hole[0], hole[1]};
            if (old.contains(first)) continue;
            bool filled = false;
            const auto look = [&](Id other) {
                if (filled || other == id || work.sheet[other].gone) return;
                forEachEdge(work.sheet[other].shape, [&](const Edge& e) { filled = filled || e == first.turned(); });
            };
            const model::Level level = work.sheet[id].level;
            for (const Id other : work.sheet.near(level, first.box())) look(other);
            if (!filled) {
                return work.refuse(Reason::dirty, "a gap between the units would be left; mend this first", {id},
                                   hole.front());
            }
        }
    }
    return std::nullopt;
}

UnitName nameOf(const Sheet& sheet, Id id, bool after) {
    if (id == kNone) return {};
    return {sheet[id].level, after ? sheet[id].code : sheet[id].codeBefore};
}

void addLineage(const Sheet& sheet, Proposal& out) {
    std::map<std::pair<Id, Id>, double> passed;
    for (const Passed& p : sheet.passed) passed[{p.from, p.to}] += geodesy::area(p.land);
    for (const auto& [ids, area] : passed) {
        const Draft &from = sheet[ids.first], &to = sheet[ids.second];
        if (!from.ref) continue;
        const auto kind = !to.ref ? Descent::Kind::split : from.gone ? Descent::Kind::merge : Descent::Kind::piece;
        out.lineage.push_back({kind, from.level, from.codeBefore, to.code, area});
    }
    for (Id id = 0; id < sheet.size(); ++id) {
        const Draft& d = sheet[id];
        if (!d.ref || d.gone || d.code == d.codeBefore) continue;
        out.lineage.push_back({Descent::Kind::recode, d.level, d.codeBefore, d.code, 0});
    }
    std::ranges::stable_sort(out.lineage, [](const Descent& a, const Descent& b) {
        return a.level != b.level ? a.level < b.level : a.from != b.from ? a.from < b.from : a.to < b.to;
    });
}

}  // namespace

__int128 Proposal::latticeChange(model::Level level) const {
    __int128 sum = 0;
    for (const UnitChange& unit : units) {
        if (unit.level == level) sum += geom::twiceArea(unit.shapeAfter) - geom::twiceArea(unit.shapeBefore);
    }
    return sum;
}

base::Result<Proposal, Refusal> Work::finish() {
    const Id drawn = sheet.size();
    for (Id id = 0; id < drawn; ++id) {
        if (auto refused = judged(*this, id)) return *refused;
        if (auto refused = holesFilled(*this, id)) return *refused;
    }
    if (auto refused = giveCodes()) return *refused;
    Proposal out{request, {}, {}, {}};
    for (Id id = 0; id < sheet.size(); ++id) {
        const Draft& d = std::as_const(sheet)[id];
        UnitChange change;
        change.level = d.level;
        change.ref = d.ref;
        change.codeBefore = d.codeBefore;
        change.codeAfter = d.gone ? model::Code() : d.code;
        change.parentBefore = nameOf(sheet, d.parentBefore, false);
        change.parentAfter = d.gone ? UnitName{} : nameOf(sheet, d.parent, true);
        change.reshaped = d.shape != d.before;
        const bool kept = d.ref && !d.gone && change.codeBefore == change.codeAfter;
        if (kept && !change.reshaped && !change.reparented()) continue;
        if (change.reshaped) {
            change.shapeBefore = d.before;
            change.shapeAfter = d.shape;
            change.areaBefore = geodesy::area(d.before);
            change.areaAfter = geodesy::area(d.shape);
            out.box.extend(boxOfDifference(d.before, d.shape));
        }
        out.units.push_back(std::move(change));
    }
    if (out.units.empty()) return refuse(Reason::nothingToDo, "the borders would stay as they are", {}, std::nullopt);
    std::ranges::stable_sort(out.units, [](const UnitChange& a, const UnitChange& b) {
        const auto code = [](const UnitChange& u) { return u.isNew() ? u.codeAfter : u.codeBefore; };
        return a.level != b.level ? a.level < b.level : code(a) < code(b);
    });
    for (const UnitChange& unit : out.units) {
        if (!unit.reshaped) continue;
        if (movesOuter && out.latticeChange(unit.level) != 0 && options().outer == OuterPolicy::refuse) {
            Refusal refusal = refuse(Reason::outerBorder, "the outermost border would have to move", {},
                                     unit.shapeAfter.empty() ? placeIn(unit.shapeBefore) : placeIn(unit.shapeAfter));
            refusal.units.push_back({unit.level, unit.codeBefore});
            refusal.offer = with([](Options& o) { o.outer = OuterPolicy::follow; });
            return refusal;
        }
        break;  // the largest level that moves tells for all
    }
    addLineage(sheet, out);
    return out;
}

}  // namespace xiangtu::borders
