// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/sweep.h"
#include "borders/work.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_set>
#include <utility>

namespace xiangtu::borders {

namespace {

geom::GridBox boxAround(GridPoint p, std::int32_t reach) {
    const auto clamped = [](std::int64_t v) { return std::int32_t(std::clamp<std::int64_t>(v, INT32_MIN, INT32_MAX)); };
    return {{clamped(std::int64_t(p.x) - reach), clamped(std::int64_t(p.y) - reach)},
            {clamped(std::int64_t(p.x) + reach), clamped(std::int64_t(p.y) + reach)}};
}

std::vector<Edge> bordersIn(const Sheet& sheet, const geom::GridBox& box) {
    return sheet.bordersNear({GridLine{box.min, box.max}});
}

std::int32_t reachOf(const Options& options) {
    return std::int32_t(std::clamp(options.reach, 0.0, 1.0) * geom::kGridPerDegree);
}

/// Distances east-west shrink with the latitude.
double shrink(GridPoint p) { return std::cos(geom::toGeo(p).lat * 3.14159265358979 / 180); }

std::optional<GridPoint> nearestVertex(const Work& work, GridPoint p) {
    std::optional<GridPoint> best;
    double least = reachOf(work.options()) + 0.5;
    for (const Edge& e : bordersIn(work.sheet, boxAround(p, reachOf(work.options())))) {
        for (const GridPoint v : {e.a, e.b}) {
            const double far = std::hypot((double(v.x) - p.x) * shrink(p), double(v.y) - p.y);
            if (far > least || (far == least && best && *best < v)) continue;
            least = far;
            best = v;
        }
    }
    return best;
}

std::optional<Edge> nearestEdge(const Work& work, GridPoint p) {
    std::optional<Edge> best;
    double least = reachOf(work.options()) + 0.5;
    const double s = shrink(p);
    for (const Edge& e : bordersIn(work.sheet, boxAround(p, reachOf(work.options())))) {
        const double x = (double(e.b.x) - e.a.x) * s, y = double(e.b.y) - e.a.y;
        const double px = (double(p.x) - e.a.x) * s, py = double(p.y) - e.a.y;
        const double t = std::clamp((px * x + py * y) / (x * x + y * y), 0.0, 1.0);
        const double far = std::hypot(px - t * x, py - t * y);
        if (far > least || (far == least && best && *best < e)) continue;
        least = far;
        best = e;
    }
    return best;
}

/// Other ends of the segments at a vertex, each once.
std::vector<GridPoint> endsAt(const Sheet& sheet, GridPoint p) {
    std::vector<GridPoint> ends;
    for (const Edge& e : bordersIn(sheet, {p, p})) {
        if (e.a == p) ends.push_back(e.b);
        if (e.b == p) ends.push_back(e.a);
    }
    return ends;
}

/// Segments around some points, without those at `p`.
std::vector<Edge> fixedAround(const Sheet& sheet, const std::vector<GridPoint>& points, GridPoint p) {
    geom::GridBox box;
    for (const GridPoint q : points) box.extend(q);
    auto edges = bordersIn(sheet, box);
    std::erase_if(edges, [&](const Edge& e) { return e.a == p || e.b == p; });
    return edges;
}

/// Units that have the point as a vertex.
std::vector<Id> unitsAt(Sheet& sheet, GridPoint p) {
    std::vector<Id> out;
    for (const model::Level level : model::kLevels) {
        for (const model::UnitRef ref : sheet.refsNear(level, {p, p})) {
            bool has = false;
            sheet.forEachEdgeOf(ref, [&](const Edge& e) { has = has || e.a == p; });
            if (has) out.push_back(sheet.of(ref));
        }
    }
    return out;
}

/// Refuses when some of these segments have two units of one level on the same side, or none on a side where
/// the unit above goes on.
Refused dirtyAmong(Work& work, const std::vector<Edge>& edges) {
    Sheet& sheet = work.sheet;
    geom::GridBox box;
    std::unordered_set<Edge, EdgeHash> asked;
    for (const Edge& e : edges) {
        box.extend(e.box());
        asked.insert(e.plain());
    }
    std::map<std::pair<model::Level, Edge>, Id> sides;
    for (const model::Level level : model::kLevels) {
        for (const model::UnitRef ref : sheet.refsNear(level, box)) {
            Refused refused;
            sheet.forEachEdgeOf(ref, [&](const Edge& e) {
                if (refused || !e.box().intersects(box) || !asked.contains(e.plain())) return;
                const Id id = sheet.of(ref);
                const auto [it, fresh] = sides.try_emplace({level, e}, id);
                if (fresh) return;
                refused = work.refuse(Reason::dirty, "two units claim the same land here; mend this first",
                                      {it->second, id}, e.a);
            });
            if (refused) return refused;
        }
    }
    for (const auto& [side, id] : sides) {
        const auto& [level, e] = side;
        if (sides.contains({level, e.turned()})) continue;
        const Id parent = std::as_const(sheet)[id].parent;
        if (parent == kNone || sides.contains({std::as_const(sheet)[parent].level, e}) || sheet[parent].shape.empty())
            continue;
        Refusal refusal =
            work.refuse(Reason::dirty, "the borders here do not fit each other; mend this first", {id, parent}, e.a);
        refusal.offer = Request{SnapToParent{sheet.name(parent)}, work.options()};
        return refusal;
    }
    return std::nullopt;
}

std::vector<Edge> star(GridPoint p, const std::vector<GridPoint>& ends) {
    std::vector<Edge> out;
    for (const GridPoint end : ends) out.push_back({p, end});
    return out;
}

/// What stands in the way of a vertex going from p to q.
std::optional<GridPoint> inTheWay(const std::vector<Edge>& fixed, const std::vector<GridPoint>& ends, GridPoint p,
                                  GridPoint q) {
    Sweep sweep{{}, {}, Edge{p, q}};
    for (const GridPoint end : ends) {
        sweep.now.push_back({end, q});
        sweep.triangles.push_back({end, p, q});
    }
    return obstacle(sweep, fixed, ends);
}

Refusal inTheWayOf(Work& work, GridPoint at) {
    std::vector<Id> units;
    for (const model::Level level : model::kLevels) {
        for (const Id id : work.sheet.near(level, {at, at})) {
            if (units.size() < 8) units.push_back(id);
        }
    }
    return work.refuse(Reason::crossesBorder, "another border is in the way", units, at);
}

}  // namespace

Refused plan(Work& work, const MoveVertex& op) {
    work.movesOuter = true;
    GridPoint from, q;
    if (auto refused = work.place(op.from, from)) return refused;
    if (auto refused = work.place(op.to, q)) return refused;
    const auto found = nearestVertex(work, from);
    if (!found) return work.refuse(Reason::noVertex, "there is no vertex of a border here", {}, from);
    const GridPoint p = *found;
    if (p == q) return work.refuse(Reason::nothingToDo, "the vertex is there already", {}, p);
    const auto ends = endsAt(work.sheet, p);
    if (auto refused = dirtyAmong(work, star(p, ends))) return refused;
    auto around = ends;
    around.insert(around.end(), {p, q});
    const auto fixed = fixedAround(work.sheet, around, p);
    if (const auto at = inTheWay(fixed, ends, p, q)) {
        Refusal refusal = inTheWayOf(work, *at);
        // As far as it can go, and a little less.
        const auto part = [&](double t) {
            return GridPoint{std::int32_t(std::lround(p.x + t * (double(q.x) - p.x))),
                             std::int32_t(std::lround(p.y + t * (double(q.y) - p.y)))};
        };
        double free = 0, taken = 1;
        for (int i = 0; i < 20; ++i) {
            const double t = (free + taken) / 2;
            const bool fits = part(t) == p || !inTheWay(fixed, ends, p, part(t));
            (fits ? free : taken) = t;
        }
        const GridPoint best = part(free * 0.9);
        if (best != p && !inTheWay(fixed, ends, p, best)) {
            refusal.offer = Request{MoveVertex{geom::toGeo(p), geom::toGeo(best)}, work.options()};
        }
        return refusal;
    }
    for (const Id id : unitsAt(work.sheet, p)) {
        for (geom::Polygon& part : work.sheet[id].shape) {
            std::ranges::replace(part.outer, p, q);
            for (geom::Ring& hole : part.holes) std::ranges::replace(hole, p, q);
        }
    }
    return std::nullopt;
}

Refused plan(Work& work, const InsertVertex& op) {
    work.movesOuter = true;
    GridPoint at, q;
    if (auto refused = work.place(op.at, at)) return refused;
    if (auto refused = work.place(op.to, q)) return refused;
    const auto edge = nearestEdge(work, at);
    if (!edge) return work.refuse(Reason::noVertex, "there is no border here", {}, at);
    const auto [a, b] = *edge;
    if (q == a || q == b) return work.refuse(Reason::nothingToDo, "there is a vertex already", {}, q);
    if (auto refused = dirtyAmong(work, {*edge})) return refused;
    auto fixed = fixedAround(work.sheet, {a, b, q}, q);
    std::erase(fixed, *edge);
    Sweep sweep{{{a, q}, {b, q}}, {{a, q, b}}, std::nullopt};
    const auto all = bordersIn(work.sheet, {q, q});
    const bool vertex = std::ranges::any_of(all, [&](const Edge& e) { return e.a == q || e.b == q; });
    if (vertex) return inTheWayOf(work, q);
    if (const auto place = obstacle(sweep, fixed, {})) return inTheWayOf(work, *place);
    work.sheet.bend({{*edge, {a, q, b}}});
    return std::nullopt;
}

Refused plan(Work& work, const DeleteVertex& op) {
    work.movesOuter = true;
    GridPoint at;
    if (auto refused = work.place(op.at, at)) return refused;
    const auto found = nearestVertex(work, at);
    if (!found) return work.refuse(Reason::noVertex, "there is no vertex of a border here", {}, at);
    const GridPoint p = *found;
    const auto ends = endsAt(work.sheet, p);
    if (ends.size() != 2) {
        return work.refuse(Reason::junction, "borders meet in this vertex, it cannot be taken out", {}, p);
    }
    if (auto refused = dirtyAmong(work, star(p, ends))) return refused;
    const Sweep sweep{{{ends[0], ends[1]}}, {{ends[0], p, ends[1]}}, std::nullopt};
    if (const auto place = obstacle(sweep, fixedAround(work.sheet, {p, ends[0], ends[1]}, p), {})) {
        return inTheWayOf(work, *place);
    }
    for (const Id id : unitsAt(work.sheet, p)) {
        for (geom::Polygon& part : work.sheet[id].shape) {
            std::erase(part.outer, p);
            for (geom::Ring& hole : part.holes) std::erase(hole, p);
        }
    }
    return std::nullopt;
}

}  // namespace xiangtu::borders
