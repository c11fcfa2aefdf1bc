// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/geometry_stage.h"

#include "base/parallel.h"
#include "exchange/overlay.h"
#include "geodesy/area.h"
#include "geom/measure.h"

#include <cmath>
#include <cstdio>
#include <utility>

namespace xiangtu::exchange {

namespace {

std::string squareMetres(double m2) {
    char text[48];
    std::snprintf(text, sizeof text, m2 < 100 ? "%.2f m2" : "%.0f m2", m2);
    return text;
}

bool toDegrees(geom::GeoRing& ring, const Transform& transform) {
    for (geom::GeoPoint& p : ring) {
        const auto moved = transform(p.lon, p.lat);
        if (!moved) return false;
        p = *moved;
    }
    return true;
}
bool toDegrees(geom::GeoMultiPolygon& shape, const Transform& transform) {
    for (auto& part : shape) {
        if (!toDegrees(part.outer, transform)) return false;
        for (auto& hole : part.holes) {
            if (!toDegrees(hole, transform)) return false;
        }
    }
    return true;
}

void tellTinyParts(Draft& draft) {
    const auto& shape = draft.unit.shape;
    std::size_t tiny = 0;
    double sum = 0;
    geom::GridPoint at{};
    // A lattice square has at least 0.6 cm² up to 60° north: most parts need no exact area.
    constexpr double kLeastM2PerSquare = 6e-5;
    for (const auto& part : shape) {
        const double squares = std::abs(double(geom::twiceArea(part.outer))) / 2;
        if (squares * kLeastM2PerSquare > 2 * kTinyPartM2 && part.holes.empty()) continue;
        const double m2 = geodesy::area(geom::MultiPolygon{part});
        if (m2 >= kTinyPartM2) continue;
        if (tiny++ == 0) at = part.outer.front();
        sum += m2;
    }
    if (tiny == 0) return;
    Finding& f =
        draft.find(Rule::tinyPart, Severity::note, Outcome::kept,
                   std::to_string(tiny) + " of its " + std::to_string(shape.size()) + " parts are smaller than " +
                       squareMetres(kTinyPartM2) + " (" + squareMetres(sum) + " together)");
    f.place = geom::toGeo(at);
    f.areaM2 = sum;
}

void makePolygon(const geom::GeoMultiPolygon& drawn, Draft& draft) {
    const auto problem = problemOf(drawn);
    LatticeShape made = toLattice(drawn, problem ? Drawn::invalid : Drawn::valid);
    draft.unit.shape = std::move(made.shape);
    if (!draft.unit.shape.empty()) draft.inside = pointInside(draft.unit.shape);
    const auto firstPoint = [&]() -> std::optional<geom::GeoPoint> {
        if (drawn.empty() || drawn[0].outer.empty()) return std::nullopt;
        return drawn[0].outer[0];
    };
    if (draft.unit.shape.empty()) {
        Finding& f = draft.find(Rule::invalidRing, Severity::warning, Outcome::kept,
                                (problem ? problem->reason + "; it" : std::string("it")) +
                                    " encloses no area of even one square of the 1 cm lattice; kept without outline");
        f.place = firstPoint();
        return;
    }
    if (problem) {
        const double before = geodesy::area(drawn), after = geodesy::area(draft.unit.shape);
        Finding& f =
            draft.find(Rule::invalidRing, Severity::warning, made.stillInvalid ? Outcome::kept : Outcome::mended,
                       problem->reason + "; " + (made.stillInvalid ? "could not be mended fully, " : "mended, ") +
                           "area " + squareMetres(before) + " as drawn, " + squareMetres(after) + " now");
        if (problem->place) f.place = problem->place;
        f.areaM2 = after - before;
    } else if (made.stillInvalid) {
        draft.find(Rule::invalidRing, Severity::warning, Outcome::kept,
                   "rings touch or cross after rounding to the 1 cm lattice");
    } else if (made.mendedAfterRounding) {
        draft.find(Rule::invalidRing, Severity::note, Outcome::mended,
                   "rings closer than 1 cm touched after rounding to the lattice; parted again");
    }
    tellTinyParts(draft);
}

void makeShape(RawShape& raw, Draft& draft) {
    switch (raw.kind) {
    case ShapeKind::none:
    case ShapeKind::empty:
        draft.find(Rule::noGeometry, Severity::warning, Outcome::kept,
                   raw.kind == ShapeKind::none ? "has no geometry; kept without outline"
                                               : "its geometry is empty; kept without outline");
        return;
    case ShapeKind::unreadable:
        draft.find(Rule::unreadableGeometry, Severity::error, Outcome::kept,
                   "there are coordinates, but not in the form of an area; kept without outline");
        return;
    case ShapeKind::point:
    case ShapeKind::line:
        if (raw.point) draft.inside = geom::snapToGrid(*raw.point);
        draft.find(Rule::notPolygon, Severity::warning, Outcome::kept,
                   std::string("is a ") + (raw.kind == ShapeKind::point ? "point" : "line") +
                       " and not an area; kept without outline");
        return;
    case ShapeKind::polygon: break;
    }
    makePolygon(raw.polygons, draft);
    if (raw.leniently) {
        draft.find(Rule::unreadableGeometry, Severity::warning, Outcome::mended,
                   "its coordinates are not nested as its geometry type says; read by their nesting");
    }
}

}  // namespace

void makeShapes(RawLayer& raw, const Transform& transform, std::vector<Draft>& drafts, const base::Progress& progress) {
    // The projection serves one thread; everything after it is independent per record.
    std::vector<std::uint8_t> placed(drafts.size(), 1);
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        RawShape& shape = raw.shapes[drafts[i].record];
        if ((i & 1023) == 0) progress.check();
        if (shape.kind == ShapeKind::polygon) placed[i] = toDegrees(shape.polygons, transform);
        if (shape.point) shape.point = transform(shape.point->lon, shape.point->lat);
    }
    base::parallelFor(drafts.size(), 64, [&](std::size_t begin, std::size_t end) {
        progress.check();
        for (std::size_t i = begin; i < end; ++i) {
            RawShape& shape = raw.shapes[drafts[i].record];
            if (drafts[i].rejected) continue;
            if (placed[i])
                makeShape(shape, drafts[i]);
            else
                drafts[i].find(Rule::unreadableGeometry, Severity::error, Outcome::kept,
                               "a coordinate lies outside what the coordinate system can hold; kept without outline");
            shape = RawShape{};
        }
    });
}

}  // namespace xiangtu::exchange
