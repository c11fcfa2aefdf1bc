// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/loose_geojson.h"

#include "base/json.h"
#include "exchange/gdal_library.h"

#include <memory>

namespace xiangtu::exchange {

namespace {

using base::Json;

constexpr vsi_l_offset kLargestFile = 256u << 20;

std::string readAll(const std::string& file) {
    const GdalMessages quiet;
    const std::unique_ptr<VSILFILE, int (*)(VSILFILE*)> in(VSIFOpenL(file.c_str(), "rb"), VSIFCloseL);
    if (!in) return {};
    VSIFSeekL(in.get(), 0, SEEK_END);
    const vsi_l_offset size = VSIFTellL(in.get());
    if (size > kLargestFile) return {};
    VSIFSeekL(in.get(), 0, SEEK_SET);
    std::string text(std::size_t(size), '\0');
    text.resize(VSIFReadL(text.data(), 1, text.size(), in.get()));
    return text;
}

bool isPosition(const Json& j) {
    return j.is_array() && j.size() >= 2 && j.size() <= 4 && j[0].is_number() && j[1].is_number();
}
bool isRing(const Json& j) {
    if (!j.is_array() || j.size() < 3) return false;
    for (const Json& p : j) {
        if (!isPosition(p)) return false;
    }
    return true;
}
bool isPolygon(const Json& j) {
    if (!j.is_array() || j.empty()) return false;
    for (const Json& r : j) {
        if (!isRing(r)) return false;
    }
    return true;
}

geom::GeoRing ring(const Json& j) {
    geom::GeoRing out;
    for (const Json& p : j) out.push_back({p[0].get<double>(), p[1].get<double>()});
    if (out.front() == out.back()) out.pop_back();
    return out;
}
geom::GeoPolygon polygon(const Json& j) {
    geom::GeoPolygon out{ring(j[0]), {}};
    for (std::size_t i = 1; i < j.size(); ++i) out.holes.push_back(ring(j[i]));
    return out;
}

RawShape shapeOf(const Json& feature) {
    RawShape shape;
    const auto geometry = feature.find("geometry");
    if (geometry == feature.end() || geometry->is_null()) return shape;
    shape.kind = ShapeKind::unreadable;
    if (!geometry->is_object()) return shape;
    const auto coordinates = geometry->find("coordinates");
    if (coordinates == geometry->end() || !coordinates->is_array()) return shape;
    if (coordinates->empty()) {
        shape.kind = ShapeKind::empty;
        return shape;
    }
    if (isPolygon(*coordinates)) {
        shape.polygons.push_back(polygon(*coordinates));
    } else {
        for (const Json& part : *coordinates) {
            if (!isPolygon(part)) return shape;
        }
        for (const Json& part : *coordinates) shape.polygons.push_back(polygon(part));
    }
    shape.kind = ShapeKind::polygon;
    shape.leniently = true;
    return shape;
}

}  // namespace

std::vector<RawShape> readLoosely(const std::string& file, std::span<const std::size_t> records, std::size_t total) {
    const std::string text = readAll(file);
    const Json root = Json::parse(text, nullptr, false);
    if (!root.is_object()) return {};
    const auto features = root.find("features");
    if (features == root.end() || !features->is_array() || features->size() != total) return {};
    std::vector<RawShape> result;
    for (const std::size_t i : records) {
        if (i >= total || !(*features)[i].is_object()) return {};
        result.push_back(shapeOf((*features)[i]));
    }
    return result;
}

}  // namespace xiangtu::exchange
