// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/record_shape.h"

#include "exchange/overlay.h"
#include "geom/measure.h"
#include "geom/validity.h"

#include <utility>

namespace xiangtu::exchange {

namespace {

using model::Anchor;

bool place(geom::GeoPoint& p, const Transform& transform) {
    const auto there = transform(p.lon, p.lat);
    if (there) p = *there;
    return there.has_value();
}
bool place(std::vector<geom::GeoPoint>& points, const Transform& transform) {
    for (geom::GeoPoint& p : points) {
        if (!place(p, transform)) return false;
    }
    return true;
}

/// Nothing when a coordinate has no place in degrees.
std::optional<geom::GeoShape> placed(RawShape& raw, const Transform& transform) {
    switch (raw.kind) {
    case ShapeKind::point:
        if (!raw.point || !place(*raw.point, transform)) return std::nullopt;
        return *raw.point;
    case ShapeKind::line:
        for (geom::GeoLine& line : raw.lines) {
            if (!place(line, transform)) return std::nullopt;
        }
        return std::move(raw.lines);
    case ShapeKind::polygon:
        for (geom::GeoPolygon& part : raw.polygons) {
            if (!place(part.outer, transform)) return std::nullopt;
            for (auto& hole : part.holes) {
                if (!place(hole, transform)) return std::nullopt;
            }
        }
        geom::orient(raw.polygons);
        return std::move(raw.polygons);
    case ShapeKind::none:
    case ShapeKind::empty:
    case ShapeKind::unreadable: break;
    }
    return geom::GeoShape();
}

std::string_view kindName(const geom::GeoShape& shape) {
    switch (shape.index()) {
    case 1: return "a point";
    case 2: return "a line";
    case 3: return "an area";
    default: return "no geometry";
    }
}
std::string_view wantedName(Anchor anchor) {
    return anchor == Anchor::point ? "a point" : anchor == Anchor::line ? "a line" : "an area";
}

void mend(geom::GeoShape& shape, const std::string& reason, Draft& draft) {
    auto* areas = std::get_if<geom::GeoMultiPolygon>(&shape);
    if (areas) {
        geom::GeoShape mended = geom::toGeo(toLattice(*areas, Drawn::invalid).shape);
        if (geom::whyInvalid(mended).empty() && geom::firstPoint(mended)) {
            shape = std::move(mended);
            draft.find(Rule::invalidRing, Severity::warning, Outcome::mended, reason + "; mended");
            return;
        }
    }
    draft.reject(Rule::invalidRing, reason + "; it cannot stand in the register");
}

}  // namespace

geom::GeoShape recordShape(RawShape& raw, Anchor anchor, const Transform& transform, Draft& draft) {
    const bool unreadable = raw.kind == ShapeKind::unreadable;
    auto shape = placed(raw, transform);
    raw = RawShape{};
    if (shape && !geom::firstPoint(*shape)) shape = geom::GeoShape();
    if (!model::hasShape(anchor)) {
        if (unreadable || !shape) {
            draft.find(Rule::unreadableGeometry, Severity::warning, Outcome::kept,
                       "its place cannot be read; left out");
            return {};
        }
        return std::move(*shape);
    }
    if (unreadable || !shape) {
        draft.reject(Rule::unreadableGeometry, unreadable
                                                   ? "its place cannot be read"
                                                   : "a coordinate lies outside what the coordinate system can hold");
        return {};
    }
    if (shape->index() != std::size_t(anchor)) {
        const bool none = shape->index() == 0;
        draft.reject(
            none ? Rule::noGeometry : Rule::wrongShape,
            "has " + std::string(kindName(*shape)) + " where the register keeps " + std::string(wantedName(anchor)));
        return {};
    }
    if (const std::string reason = geom::whyInvalid(*shape); !reason.empty()) mend(*shape, reason, draft);
    if (const auto point = geom::firstPoint(*shape)) draft.inside = geom::snapToGrid(*point);
    return std::move(*shape);
}

}  // namespace xiangtu::exchange
