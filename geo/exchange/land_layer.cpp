// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/land_layer.h"

#include "base/error.h"
#include "exchange/encoding.h"
#include "exchange/gdal_library.h"
#include "exchange/source_crs.h"
#include "exchange/text.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <utility>

namespace xiangtu::exchange {

namespace {

constexpr std::array<const char*, 7> kFields{"地块编号", "地块名称", "图形属性", "图幅号",
                                             "地块用途", "地类编码", "地块面积"};

/// Even-odd, in the units of the file.
bool inside(const geom::GeoRing& ring, geom::GeoPoint p) {
    bool in = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const geom::GeoPoint a = ring[i], b = ring[j];
        if ((a.lat > p.lat) != (b.lat > p.lat) && p.lon < (b.lon - a.lon) * (p.lat - a.lat) / (b.lat - a.lat) + a.lon)
            in = !in;
    }
    return in;
}

/// A hole may touch the ring it lies in: most of its corners decide.
bool liesIn(const geom::GeoRing& hole, const geom::GeoRing& outer) {
    const auto in = std::ranges::count_if(hole, [&](geom::GeoPoint p) { return inside(outer, p); });
    return std::size_t(in) * 2 > hole.size();
}

void addParcel(const LandParcel& parcel, RawShape& shape) {
    const std::size_t first = shape.polygons.size();
    for (const auto& points : parcel.rings) {
        geom::GeoRing ring;
        ring.reserve(points.size());
        for (const geodesy::Ordinates p : points) ring.push_back({p.x, p.y});
        const auto outer = std::find_if(shape.polygons.begin() + std::ptrdiff_t(first), shape.polygons.end(),
                                        [&](const auto& part) { return liesIn(ring, part.outer); });
        if (outer == shape.polygons.end())
            shape.polygons.push_back({std::move(ring), {}});
        else
            outer->holes.push_back(std::move(ring));
    }
    shape.kind = ShapeKind::polygon;
}

bool continues(const LandParcel& parcel, const LandParcel& before) {
    return parcel.areaHa == 0 && !parcel.number.empty() && parcel.number == before.number &&
           parcel.name == before.name && parcel.kind == before.kind;
}

std::string areaText(double hectares) {
    if (hectares == 0) return {};
    char text[40];
    std::snprintf(text, sizeof text, "%.10g", hectares);
    return text;
}

void addCells(const LandParcel& parcel, std::size_t more, CellTable& cells) {
    const auto add = [&](const std::string& text) {
        cells.add(text.empty() ? CellState::null : CellState::value, text);
    };
    for (const std::string* text :
         {&parcel.number, &parcel.name, &parcel.kind, &parcel.sheet, &parcel.use, &parcel.landClass})
        add(*text);
    add(areaText(parcel.areaHa));
    for (std::size_t i = 0; i < more; ++i) add(i < parcel.more.size() ? parcel.more[i] : std::string());
}

SourceCrs systemOf(const LandText& text) {
    OGRSpatialReference crs;
    if (const int epsg = text.epsg(); epsg == 0 || crs.importFromEPSG(epsg) != OGRERR_NONE) return {};
    return crsOf(&crs);
}

struct FreeBytes {
    void operator()(GByte* bytes) const { CPLFree(bytes); }
};

std::string bytesOf(const std::string& name) {
    GByte* bytes = nullptr;
    vsi_l_offset size = 0;
    if (!VSIIngestFile(nullptr, name.c_str(), &bytes, &size, -1))
        throw base::Error(base::Fault::io, name + ": cannot be read");
    const std::unique_ptr<GByte, FreeBytes> owner(bytes);
    return {reinterpret_cast<const char*>(bytes), std::size_t(size)};
}

/// By its ending and its first bytes: no reader of GDAL wants such a file.
bool isLandText(const std::string& name) {
    if (name.size() < 4 || !EQUAL(name.c_str() + name.size() - 4, ".txt")) return false;
    VSILFILE* file = VSIFOpenL(name.c_str(), "rb");
    if (!file) return false;
    std::string start(4096, '\0');
    start.resize(VSIFReadL(start.data(), 1, start.size(), file));
    VSIFCloseL(file);
    return looksLikeLandText(start);
}

}  // namespace

RawLayer rawLayerOf(const LandText& text, std::string name) {
    RawLayer raw;
    raw.driver = "国土TXT";
    raw.name = std::move(name);
    raw.charset = "UTF-8";
    raw.crs = systemOf(text);
    std::size_t more = 0;
    for (const LandParcel& parcel : text.parcels) more = std::max(more, parcel.more.size());
    for (const char* field : kFields) raw.fields.push_back({field, "String", true});
    raw.fields.back() = {kFields.back(), "Real", false};
    for (std::size_t i = 0; i < more; ++i) raw.fields.push_back({"备用" + std::to_string(i + 1), "String", true});
    raw.cells = CellTable(raw.fields.size());
    for (std::size_t i = 0; i < text.parcels.size(); ++i) {
        const LandParcel& parcel = text.parcels[i];
        if (i == 0 || !continues(parcel, text.parcels[i - 1])) {
            addCells(parcel, more, raw.cells);
            raw.shapes.emplace_back();
        }
        addParcel(parcel, raw.shapes.back());
        for (const auto& ring : parcel.rings) {
            for (const geodesy::Ordinates p : ring) raw.extent.extend(p.x, p.y);
        }
    }
    raw.announced = std::int64_t(raw.shapes.size());
    return raw;
}

std::optional<base::Result<RawLayer, Refusal>> readLandLayer(const StagedSource& source) {
    if (!isLandText(source.name)) return std::nullopt;
    std::string bytes = bytesOf(source.name);
    const Wellformed utf8 = scanUtf8(bytes);
    const bool other = !utf8.good || utf8.length < bytes.size();
    if (other) {
        auto decoded = Decoder("GB18030").strict(bytes);
        if (!decoded) return Refusal{"the text is neither UTF-8 nor GB18030"};
        bytes = std::move(*decoded);
    }
    try {
        RawLayer raw = rawLayerOf(parseLandText(bytes, "国土TXT"), std::filesystem::path(source.name).stem().string());
        if (other) raw.charset = "GB18030";
        return raw;
    } catch (const base::Error& e) {
        if (e.fault() != base::Fault::format) throw;
        return Refusal{e.what()};
    }
}

}  // namespace xiangtu::exchange
