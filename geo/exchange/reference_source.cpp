// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/reference_source.h"

#include "exchange/gdal_library.h"
#include "exchange/source_crs.h"
#include "exchange/staging.h"
#include "exchange/transform.h"

#include <optional>
#include <utility>

namespace xiangtu::exchange {

namespace {

/// One record as its source has it: what is drawn of it, by dimension.
struct Parts {
    geom::GeoMultiPolygon areas;
    geom::GeoMultiLine lines;
    std::vector<geom::GeoPoint> points;

    [[nodiscard]] bool empty() const noexcept { return areas.empty() && lines.empty() && points.empty(); }
};

geom::GeoLine lineOf(const OGRSimpleCurve& curve) {
    geom::GeoLine line;
    line.reserve(std::size_t(curve.getNumPoints()));
    for (int i = 0; i < curve.getNumPoints(); ++i) line.push_back({curve.getX(i), curve.getY(i)});
    return line;
}

geom::GeoRing ringOf(const OGRLinearRing& ring) {
    geom::GeoRing points = lineOf(ring);
    if (points.size() > 1 && points.front() == points.back()) points.pop_back();
    return points;
}

void take(const OGRGeometry& g, Parts& out) {
    const auto type = wkbFlatten(g.getGeometryType());
    if (g.IsEmpty()) return;
    if (OGR_GT_IsNonLinear(type)) {
        const OGRGeometryUniquePtr straight(g.getLinearGeometry());
        if (straight && !OGR_GT_IsNonLinear(wkbFlatten(straight->getGeometryType()))) take(*straight, out);
    } else if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection)) {
        for (const auto* member : *g.toGeometryCollection()) take(*member, out);
    } else if (OGR_GT_IsSubClassOf(type, wkbPolyhedralSurface)) {
        for (const auto* member : *g.toPolyhedralSurface()) take(*member, out);
    } else if (type == wkbPolygon || type == wkbTriangle) {
        const OGRPolygon& polygon = *g.toPolygon();
        if (!polygon.getExteriorRing()) return;
        geom::GeoPolygon part{ringOf(*polygon.getExteriorRing()), {}};
        for (int i = 0; i < polygon.getNumInteriorRings(); ++i)
            part.holes.push_back(ringOf(*polygon.getInteriorRing(i)));
        if (part.outer.size() > 2) out.areas.push_back(std::move(part));
    } else if (type == wkbLineString) {
        geom::GeoLine line = lineOf(*g.toLineString());
        if (line.size() > 1) out.lines.push_back(std::move(line));
    } else if (type == wkbPoint) {
        out.points.push_back({g.toPoint()->getX(), g.toPoint()->getY()});
    }
}

template <class Visit>
void forEachPoint(Parts& parts, const Visit& visit) {
    for (geom::GeoPolygon& part : parts.areas) {
        for (geom::GeoPoint& p : part.outer) visit(p);
        for (geom::GeoRing& hole : part.holes) {
            for (geom::GeoPoint& p : hole) visit(p);
        }
    }
    for (geom::GeoLine& line : parts.lines) {
        for (geom::GeoPoint& p : line) visit(p);
    }
    for (geom::GeoPoint& p : parts.points) visit(p);
}

/// Every point brought to degrees; false when one of them has no place there.
bool bring(Parts& parts, const Transform& transform) {
    bool all = true;
    forEachPoint(parts, [&](geom::GeoPoint& p) {
        const auto at = transform(p.lon, p.lat);
        all = all && at.has_value();
        if (at) p = *at;
    });
    return all;
}

void handOut(Parts&& parts, std::vector<geom::GeoShape>& out) {
    if (!parts.areas.empty()) out.emplace_back(std::move(parts.areas));
    if (!parts.lines.empty()) out.emplace_back(std::move(parts.lines));
    for (const geom::GeoPoint p : parts.points) out.emplace_back(p);
}

base::Result<OGRLayer*, Refusal> chosen(GDALDataset& dataset, const std::string& asked) {
    std::string names;
    OGRLayer* last = nullptr;
    for (OGRLayer* layer : dataset.GetLayers()) {
        if (!asked.empty() && asked == layer->GetName()) return layer;
        names += (names.empty() ? "" : ", ") + std::string(layer->GetName());
        last = layer;
    }
    if (!last) return Refusal{"the source holds no layer"};
    // A shapefile's only layer is its file; asking for the name inside a .zip has chosen it already.
    if (dataset.GetLayerCount() == 1) return last;
    if (!asked.empty()) return Refusal{"the source holds no layer \"" + asked + "\"; it has: " + names};
    return Refusal{"the source holds several layers; choose one with --layer: " + names};
}

}  // namespace

base::Result<ReferenceSource, Refusal> readReferences(const ReferenceRequest& request, const base::Progress& progress) {
    auto staged = stage(request.source, request.layer);
    if (!staged) return staged.error();
    const StagedSource source = std::move(staged).value();
    startGdal();
    GdalMessages messages;
    const GdalOption restore("SHAPE_RESTORE_SHX", source.restoreIndex ? "YES" : "NO");
    const GDALDatasetUniquePtr dataset(GDALDataset::Open(
        source.name.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, nullptr, nullptr, nullptr));
    if (!dataset) {
        return Refusal{"cannot be opened: " + (messages.all().empty() ? std::string("no driver knows this kind of file")
                                                                      : messages.all().front())};
    }
    auto found = chosen(*dataset, request.layer);
    if (!found) return found.error();
    OGRLayer& layer = *std::move(found).value();
    ReferenceSource out;
    out.layer = layer.GetName();
    out.notes = source.notes;
    const std::int64_t announced = layer.GetFeatureCount(TRUE);
    std::vector<Parts> all;
    RawExtent extent;
    for (const auto& feature : layer) {
        if ((out.records++ & 1023) == 0) {
            progress.check();
            progress.report("read", out.records, announced);
        }
        Parts parts;
        if (const OGRGeometry* g = feature->GetGeometryRef()) take(*g, parts);
        forEachPoint(parts, [&](const geom::GeoPoint& p) { extent.extend(p.lon, p.lat); });
        if (parts.empty())
            ++out.bare;
        else
            all.push_back(std::move(parts));
    }
    if (all.empty()) return Refusal{"layer " + out.layer + " holds nothing that can be drawn"};
    auto crs = chooseCrs(crsOf(layer.GetSpatialRef()), extent, request.crs);
    if (!crs) return crs.error();
    out.crs = crs.value().label + ": " + crs.value().basis;
    if (request.shift == Shift::gcj02) out.crs += "; the GCJ-02 offset was taken off";
    for (const Finding& finding : crs.value().findings) out.notes.push_back(finding.message);
    const Transform transform(crs.value(), request.shift);
    if (transform.finding()) out.notes.push_back(transform.finding()->message);
    for (Parts& parts : all) {
        if (bring(parts, transform))
            handOut(std::move(parts), out.shapes);
        else
            ++out.astray;
    }
    if (out.shapes.empty()) return Refusal{"layer " + out.layer + ": no record has a place in degrees"};
    return out;
}

}  // namespace xiangtu::exchange
