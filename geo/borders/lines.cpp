// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/work.h"

#include "geodesy/area.h"
#include "geom/measure.h"

#include <cmath>
#include <unordered_set>

namespace xiangtu::borders {

namespace {

/// Drawn lines have some hundred points; far beyond that lies a mistake.
constexpr std::size_t kMostPoints = 20'000;

bool onGlobe(geom::GeoPoint p) { return std::abs(p.lon) <= 180 && std::abs(p.lat) <= 90; }  // a NaN is not

std::optional<geom::GeoPoint> shown(geom::GeoPoint p) { return onGlobe(p) ? std::optional(p) : std::nullopt; }

}  // namespace

Refusal Work::refuse(Reason reason, std::string detail, std::span<const Id> units,
                     std::optional<GridPoint> place) const {
    Refusal refusal{reason, std::move(detail), {}, std::nullopt, std::nullopt};
    for (const Id id : units) {
        if (id != kNone && sheet[id].codeBefore.valid()) refusal.units.push_back(sheet.name(id));
    }
    if (place) refusal.place = geom::toGeo(*place);
    return refusal;
}

Refusal Work::refuseUnknown(UnitName name) const {
    Refusal refusal = refuse(
        Reason::unknownUnit,
        "there is no " + std::string(levelName(name.level)) + " with code " + name.code.text() + " and a polygon", {},
        std::nullopt);
    refusal.units.push_back(name);
    return refusal;
}

Request Work::with(const std::function<void(Options&)>& change) const {
    Request changed = request;
    change(changed.options);
    return changed;
}

Refused Work::place(geom::GeoPoint p, GridPoint& out) const {
    if (!onGlobe(p)) return refuse(Reason::badInput, "a place is not on the globe", {}, std::nullopt);
    out = geom::snapToGrid(p);
    return std::nullopt;
}

Refused Work::line(const geom::GeoLine& drawn, GridLine& out) const {
    out.clear();
    if (drawn.size() > kMostPoints) {
        return refuse(Reason::badInput, "the line has more than " + std::to_string(kMostPoints) + " points", {}, {});
    }
    for (const geom::GeoPoint p : drawn) {
        GridPoint q;
        if (auto refused = place(p, q)) {
            refused->place = drawn.empty() ? std::nullopt : shown(drawn.front());
            return refused;
        }
        if (out.empty() || out.back() != q) out.push_back(q);
    }
    if (out.size() < 2) {
        return refuse(Reason::badInput, "the line needs two different points", {},
                      out.empty() ? std::nullopt : std::optional(out.front()));
    }
    if (const auto at = selfMeeting(out)) {
        return refuse(Reason::lineCrossesItself, "the line crosses or touches itself", {}, *at);
    }
    return std::nullopt;
}

std::optional<GridPoint> placeIn(const geom::MultiPolygon& shape) {
    if (shape.empty()) return std::nullopt;
    return shape.front().outer.front();
}

double sharedBorder(const geom::MultiPolygon& a, const geom::MultiPolygon& b) {
    std::unordered_set<Edge, EdgeHash> edges;
    geom::GridBox box;
    forEachEdge(a, [&](const Edge& e) {
        edges.insert(e);
        box.extend(e.box());
    });
    double metres = 0;
    forEachEdge(b, [&](const Edge& e) {
        if (e.box().intersects(box) && edges.contains(e.turned())) {
            metres += geodesy::distance(geom::toGeo(e.a), geom::toGeo(e.b));
        }
    });
    return metres;
}

bool touches(const geom::MultiPolygon& a, const geom::MultiPolygon& b) { return sharedBorder(a, b) > 0; }

Edges edgesInside(const geom::MultiPolygon& shape, const Edges& lines) {
    std::unordered_set<Edge, EdgeHash> border;
    std::unordered_set<GridPoint, geom::GridPointHash> vertices;
    geom::GridBox box;
    forEachEdge(shape, [&](const Edge& e) {
        border.insert(e.plain());
        vertices.insert(e.a);
        box.extend(e.a);
    });
    Edges out;
    bool inside = false, known = false;
    GridPoint last;
    for (const Edge& e : lines) {
        // Between two vertices of the border a line stays on its side of it.
        if (!known || e.a != last || vertices.contains(e.a)) {
            inside = box.intersects(e.box()) && !border.contains(e.plain()) && middleInside(shape, e);
        }
        known = true;
        last = e.b;
        if (inside) out.push_back(e);
    }
    return out;
}

bool isSliver(const geom::MultiPolygon& shape, const Options& options) {
    if (shape.empty()) return false;
    // Near enough on the plane that touches the globe here.
    constexpr double kMetresPerUnit = 111'195 / geom::kGridPerDegree;
    const double shrink = std::cos(geom::toGeo(shape.front().outer.front()).lat * 3.14159265358979 / 180);
    const double area = double(geom::twiceArea(shape)) / 2 * kMetresPerUnit * kMetresPerUnit * shrink;
    if (area < options.smallestArea) return true;
    double around = 0;
    forEachEdge(shape, [&](const Edge& e) {
        around += std::hypot((double(e.b.x) - e.a.x) * shrink, double(e.b.y) - e.a.y) * kMetresPerUnit;
    });
    return 2 * area < options.smallestWidth * around;
}

}  // namespace xiangtu::borders
