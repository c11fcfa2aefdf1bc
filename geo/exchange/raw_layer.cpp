// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/raw_layer.h"

#include "exchange/cell_shapes.h"
#include "exchange/gdal_library.h"
#include "exchange/land_layer.h"
#include "exchange/loose_geojson.h"
#include "exchange/source_crs.h"

#include <algorithm>
#include <utility>

namespace xiangtu::exchange {

void CellTable::add(CellState state, std::string_view bytes) {
    m_states.push_back(state);
    m_bytes.append(bytes);
    m_start.push_back(m_bytes.size());
}

namespace {

geom::GeoRing ringOf(const OGRLinearRing& ring) {
    geom::GeoRing points;
    points.reserve(std::size_t(ring.getNumPoints()));
    for (int i = 0; i < ring.getNumPoints(); ++i) points.push_back({ring.getX(i), ring.getY(i)});
    if (points.size() > 1 && points.front() == points.back()) points.pop_back();
    return points;
}

void takePolygon(const OGRPolygon& polygon, geom::GeoMultiPolygon& out) {
    if (polygon.IsEmpty() || !polygon.getExteriorRing()) return;
    geom::GeoPolygon part{ringOf(*polygon.getExteriorRing()), {}};
    for (int i = 0; i < polygon.getNumInteriorRings(); ++i) part.holes.push_back(ringOf(*polygon.getInteriorRing(i)));
    out.push_back(std::move(part));
}

void takeLine(const OGRGeometry& g, geom::GeoMultiLine& out) {
    const OGRGeometryUniquePtr linear(g.getLinearGeometry());
    if (!linear || wkbFlatten(linear->getGeometryType()) != wkbLineString) return;
    const OGRLineString& line = *linear->toLineString();
    geom::GeoLine points;
    points.reserve(std::size_t(line.getNumPoints()));
    for (int i = 0; i < line.getNumPoints(); ++i) points.push_back({line.getX(i), line.getY(i)});
    if (points.size() > 1) out.push_back(std::move(points));
}

/// A drawing knows no areas: whoever draws one closes a line.
void closedLinesAreAreas(RawShape& shape) {
    const auto closed = [](const geom::GeoLine& line) { return line.size() > 3 && line.front() == line.back(); };
    if (shape.kind != ShapeKind::line || !std::ranges::all_of(shape.lines, closed)) return;
    for (geom::GeoLine& line : shape.lines) {
        line.pop_back();
        shape.polygons.push_back({std::move(line), {}});
    }
    if (shape.polygons.empty()) return;
    shape.lines.clear();
    shape.point.reset();
    shape.kind = ShapeKind::polygon;
}

/// Polygons anywhere inside; the kind is that of the largest dimension found.
void takeGeometry(const OGRGeometry& g, RawShape& out) {
    const auto type = wkbFlatten(g.getGeometryType());
    if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection)) {
        for (const auto* member : *g.toGeometryCollection()) takeGeometry(*member, out);
        return;
    }
    if (type == wkbPolygon) {
        takePolygon(*g.toPolygon(), out.polygons);
    } else if (OGR_GT_IsSubClassOf(type, wkbSurface)) {
        const OGRGeometryUniquePtr linear(OGRGeometryFactory::forceToMultiPolygon(g.getLinearGeometry()));
        if (linear && wkbFlatten(linear->getGeometryType()) == wkbMultiPolygon) takeGeometry(*linear, out);
    } else if (!g.IsEmpty()) {
        if (type != wkbPoint) takeLine(g, out.lines);
        OGREnvelope box;
        g.getEnvelope(&box);
        if (type == wkbPoint)
            out.point = geom::GeoPoint{g.toPoint()->getX(), g.toPoint()->getY()};
        else if (!out.point)
            out.point = geom::GeoPoint{(box.MinX + box.MaxX) / 2, (box.MinY + box.MaxY) / 2};
        if (out.kind != ShapeKind::line) out.kind = type == wkbPoint ? ShapeKind::point : ShapeKind::line;
    }
}

RawShape shapeOf(const OGRGeometry* g) {
    RawShape shape;
    if (!g) return shape;
    takeGeometry(*g, shape);
    if (!shape.polygons.empty())
        shape.kind = ShapeKind::polygon;
    else if (shape.kind == ShapeKind::none)
        shape.kind = ShapeKind::empty;
    return shape;
}

void extend(RawExtent& extent, const RawShape& shape) {
    for (const auto& part : shape.polygons) {
        for (const auto& p : part.outer) extent.extend(p.lon, p.lat);
    }
    for (const auto& line : shape.lines) {
        for (const auto& p : line) extent.extend(p.lon, p.lat);
    }
    if (shape.point) extent.extend(shape.point->lon, shape.point->lat);
}

base::Result<OGRLayer*, Refusal> chooseLayer(GDALDataset& dataset, const std::string& asked) {
    std::string names;
    std::vector<OGRLayer*> withAreas;
    OGRLayer* only = nullptr;
    for (OGRLayer* layer : dataset.GetLayers()) {
        names += (names.empty() ? "" : ", ") + std::string(layer->GetName());
        if (!asked.empty() && asked == layer->GetName()) return layer;
        const auto type = wkbFlatten(layer->GetGeomType());
        if (type == wkbUnknown || OGR_GT_IsSubClassOf(type, wkbSurface) || OGR_GT_IsSubClassOf(type, wkbMultiSurface))
            withAreas.push_back(layer);
        only = layer;
    }
    if (dataset.GetLayerCount() == 0) return Refusal{"the source holds no layer"};
    if (!asked.empty()) {
        // A shapefile's only layer is its file; asking for the name inside a .zip has chosen it already.
        return Refusal{"the source holds no layer \"" + asked + "\"; it has: " + names};
    }
    if (dataset.GetLayerCount() == 1) return only;
    if (withAreas.size() == 1) return withAreas.front();
    return Refusal{"the source holds several layers; choose one with --layer: " + names};
}

GDALDatasetUniquePtr openSource(const StagedSource& source, bool& bytesRaw) {
    const bool dbase = source.name.size() > 4 && (EQUAL(source.name.c_str() + source.name.size() - 4, ".shp") ||
                                                  EQUAL(source.name.c_str() + source.name.size() - 4, ".dbf"));
    // An empty ENCODING makes the driver hand out bytes as they are: it decodes wrongly what it
    // does not know, and says nothing.
    const char* const options[] = {"ENCODING=", nullptr};
    bytesRaw = dbase;
    return GDALDatasetUniquePtr(GDALDataset::Open(source.name.c_str(),
                                                  GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, nullptr,
                                                  dbase ? options : nullptr, nullptr));
}

void readFields(const OGRFeatureDefn& definition, RawLayer& raw) {
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        const OGRFieldDefn* field = definition.GetFieldDefn(i);
        raw.fields.push_back(
            {field->GetNameRef(), OGRFieldDefn::GetFieldTypeName(field->GetType()), field->GetType() == OFTString});
    }
    raw.cells = CellTable(raw.fields.size());
}

void readRecord(const OGRFeature& feature, RawLayer& raw) {
    for (int i = 0; i < int(raw.fields.size()); ++i) {
        const CellState state = !feature.IsFieldSet(i)   ? CellState::unset
                                : feature.IsFieldNull(i) ? CellState::null
                                                         : CellState::value;
        raw.cells.add(state, state == CellState::value ? const_cast<OGRFeature&>(feature).GetFieldAsString(i) : "");
    }
    raw.shapes.push_back(shapeOf(feature.GetGeometryRef()));
    if (raw.driver == "DXF") closedLinesAreAreas(raw.shapes.back());
    extend(raw.extent, raw.shapes.back());
}

bool isGeoJson(const RawLayer& raw) { return raw.driver == "GeoJSON"; }

/// Records without geometry from GeoJSON get a second, lenient look.
void readLooseShapes(const StagedSource& source, RawLayer& raw) {
    std::vector<std::size_t> bare;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw.shapes[i].kind == ShapeKind::none || raw.shapes[i].kind == ShapeKind::empty) bare.push_back(i);
    }
    if (bare.empty()) return;
    auto found = readLoosely(source.name, bare, raw.size());
    for (std::size_t i = 0; i < bare.size() && i < found.size(); ++i) {
        if (found[i].kind == ShapeKind::none) continue;
        raw.shapes[bare[i]] = std::move(found[i]);
        extend(raw.extent, raw.shapes[bare[i]]);
    }
}

base::Result<RawLayer, Refusal> refuseUseless(RawLayer raw, ReadFor purpose) {
    if (raw.size() == 0) {
        if (raw.announced > 0) {
            return Refusal{"layer " + raw.name + " announces " + std::to_string(raw.announced) +
                           " records but delivers none (a .dbf without records beside the shapes?)"};
        }
        return Refusal{"layer " + raw.name + " holds no records"};
    }
    if (purpose == ReadFor::anything) return raw;
    // A table with places is a list of units without outline, and worth having.
    const auto count = [&](ShapeKind kind) {
        return std::ranges::count_if(raw.shapes, [&](const RawShape& s) { return s.kind == kind && !s.fromCells; });
    };
    const auto points = count(ShapeKind::point), lines = count(ShapeKind::line);
    if (points + lines > 0 && count(ShapeKind::polygon) == 0) {
        return Refusal{"layer " + raw.name + " holds " + (points ? "points" : "lines") +
                       "; units are areas and need polygons"};
    }
    if (raw.fields.empty() && count(ShapeKind::polygon) == 0)
        return Refusal{"layer " + raw.name + " holds neither fields nor polygons"};
    return raw;
}

/// The first records of a layer that was read whole.
RawLayer firstOf(RawLayer raw, std::size_t most) {
    if (raw.size() <= most) return raw;
    CellTable cells(raw.fields.size());
    for (std::size_t row = 0; row < most; ++row) {
        for (std::size_t c = 0; c < raw.fields.size(); ++c) cells.add(raw.cells.state(row, c), raw.cells.bytes(row, c));
    }
    raw.cells = std::move(cells);
    raw.shapes.resize(most);
    return raw;
}

Refusal notOpened(const GdalMessages& messages) {
    return {"cannot be opened: " +
            (messages.all().empty() ? std::string("no driver knows this kind of file") : messages.all().front())};
}

/// Settings of this thread under which sources are opened and read. A sheet's first row is its head, and its cells
/// are texts: as numbers, codes of 18 digits would lose their last ones.
struct ReadingRules {
    explicit ReadingRules(const StagedSource& source)
        : restore("SHAPE_RESTORE_SHX", source.restoreIndex ? "YES" : "NO") {}
    GdalOption restore;
    GdalOption sheetHead{"OGR_XLSX_HEADERS", "FORCE"}, sheetTypes{"OGR_XLSX_FIELD_TYPES", "STRING"};
    GdalOption odsHead{"OGR_ODS_HEADERS", "FORCE"}, odsTypes{"OGR_ODS_FIELD_TYPES", "STRING"};
    GdalOption xlsHead{"OGR_XLS_HEADERS", "FORCE"}, xlsTypes{"OGR_XLS_FIELD_TYPES", "STRING"};
};

}  // namespace

base::Result<std::vector<SourceLayer>, Refusal> layersOf(const StagedSource& source) {
    startGdal();
    const GdalMessages messages;
    if (const auto land = readLandLayer(source)) {
        if (!*land) return land->error();
        return std::vector<SourceLayer>{{land->value().name, "Multi Polygon", land->value().announced}};
    }
    const ReadingRules rules(source);
    bool bytesRaw = false;
    const auto dataset = openSource(source, bytesRaw);
    if (!dataset) return notOpened(messages);
    std::vector<SourceLayer> layers;
    for (OGRLayer* layer : dataset->GetLayers()) {
        layers.push_back({layer->GetName(), OGRGeometryTypeToName(layer->GetGeomType()),
                          std::int64_t(layer->GetFeatureCount(TRUE))});
    }
    if (layers.empty()) return Refusal{"the source holds no layer"};
    return layers;
}

base::Result<RawLayer, Refusal> readLayer(const StagedSource& source, const ReadOptions& options,
                                          const base::Progress& progress) {
    startGdal();
    GdalMessages messages;
    if (auto land = readLandLayer(source)) {
        if (!*land) return land->error();
        return refuseUseless(firstOf(std::move(*land).value(), options.most), options.purpose);
    }
    const ReadingRules rules(source);
    RawLayer raw;
    const auto dataset = openSource(source, raw.bytesRaw);
    if (!dataset) return notOpened(messages);
    raw.driver = dataset->GetDriverName();
    raw.bytesRaw = raw.bytesRaw && raw.driver == "ESRI Shapefile";
    // The file of a .zip or a single-layer format was chosen by its name already.
    auto chosen = chooseLayer(*dataset, dataset->GetLayerCount() == 1 && raw.bytesRaw ? "" : options.layer);
    if (!chosen) return chosen.error();
    OGRLayer& layer = *std::move(chosen).value();
    raw.name = layer.GetName();
    raw.crs = crsOf(layer.GetSpatialRef());
    raw.announced = layer.GetFeatureCount(TRUE);
    readFields(*layer.GetLayerDefn(), raw);

    messages.clear();
    for (const auto& feature : layer) {
        if (raw.size() >= options.most) break;
        if ((raw.size() & 1023) == 0) {
            progress.check();
            progress.report("read", std::int64_t(raw.size()), raw.announced);
        }
        readRecord(*feature, raw);
    }
    raw.complaints = messages.all();
    if (isGeoJson(raw)) readLooseShapes(source, raw);
    takeShapesFromCells(raw);
    return refuseUseless(std::move(raw), options.purpose);
}

}  // namespace xiangtu::exchange
