// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/gdal_library.h"
#include "geom/polygon.h"

#include <cmath>
#include <memory>
#include <optional>

namespace xiangtu::exchange {

// Between our shapes and OGR's. Lattice points become doubles of the same value.

inline geom::GeoPoint ordinates(geom::GeoPoint p) noexcept { return p; }
inline geom::GeoPoint ordinates(geom::GridPoint p) noexcept { return {double(p.x), double(p.y)}; }

template <class P>
OGRLinearRing* newRing(const geom::BasicRing<P>& ring) {
    auto* out = new OGRLinearRing;
    out->setNumPoints(int(ring.size()) + 1, FALSE);
    for (std::size_t i = 0; i <= ring.size(); ++i) {
        const auto p = ordinates(ring[i % ring.size()]);
        out->setPoint(int(i), p.lon, p.lat);
    }
    return out;
}

template <class P>
std::unique_ptr<OGRMultiPolygon> toOgr(const geom::BasicMultiPolygon<P>& shape) {
    auto out = std::make_unique<OGRMultiPolygon>();
    for (const auto& part : shape) {
        if (part.outer.size() < 3) continue;
        auto* polygon = new OGRPolygon;
        polygon->addRingDirectly(newRing(part.outer));
        for (const auto& hole : part.holes) {
            if (hole.size() >= 3) polygon->addRingDirectly(newRing(hole));
        }
        out->addGeometryDirectly(polygon);
    }
    return out;
}

/// The polygons inside, as doubles; points and lines are left out.
inline void takePolygons(const OGRGeometry& g, geom::GeoMultiPolygon& out) {
    const auto type = wkbFlatten(g.getGeometryType());
    if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection)) {
        for (const auto* member : *g.toGeometryCollection()) takePolygons(*member, out);
        return;
    }
    if (type != wkbPolygon || g.IsEmpty()) return;
    const auto ring = [](const OGRLinearRing& r) {
        geom::GeoRing points;
        for (int i = 0; i + 1 < r.getNumPoints(); ++i) points.push_back({r.getX(i), r.getY(i)});
        return points;
    };
    const OGRPolygon& polygon = *g.toPolygon();
    geom::GeoPolygon part{ring(*polygon.getExteriorRing()), {}};
    for (int i = 0; i < polygon.getNumInteriorRings(); ++i) part.holes.push_back(ring(*polygon.getInteriorRing(i)));
    out.push_back(std::move(part));
}

/// A point inside an area; nothing when GEOS finds none. (OGRGeometry's own PointOnSurface() member
/// reports failure for every polygon in GDAL 3.6; the C function works.)
inline std::optional<geom::GeoPoint> innerPoint(const OGRGeometry& area) {
    const GdalMessages quiet;
    auto* handle = OGRGeometry::ToHandle(const_cast<OGRGeometry*>(&area));  // not changed by the call
    const OGRGeometryUniquePtr found(OGRGeometry::FromHandle(OGR_G_PointOnSurface(handle)));
    if (!found || wkbFlatten(found->getGeometryType()) != wkbPoint || found->IsEmpty()) return std::nullopt;
    return geom::GeoPoint{found->toPoint()->getX(), found->toPoint()->getY()};
}

/// Lattice units (doubles) as degrees, so that geom::snapToGrid() rounds them.
inline void toDegrees(geom::GeoMultiPolygon& shape) {
    const auto scale = [](geom::GeoRing& ring) {
        for (auto& p : ring) p = {p.lon / geom::kGridPerDegree, p.lat / geom::kGridPerDegree};
    };
    for (auto& part : shape) {
        scale(part.outer);
        for (auto& hole : part.holes) scale(hole);
    }
}

inline geom::MultiPolygon latticeFromOgr(const OGRGeometry* g) {
    geom::GeoMultiPolygon shape;
    if (g) takePolygons(*g, shape);
    toDegrees(shape);
    return geom::snapToGrid(shape);
}

}  // namespace xiangtu::exchange
