// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/geojson.h"

#include "app/cli/output.h"
#include "base/json.h"
#include "base/overloaded.h"

#include <cmath>

namespace xiangtu::cli {

namespace {

using base::Json;

Json point(geom::GeoPoint p) {
    const auto rounded = [](double d) { return std::round(d * 1e7) / 1e7; };
    return Json::array({rounded(p.lon), rounded(p.lat)});
}

Json line(const geom::GeoLine& points) {
    Json out = Json::array();
    for (const geom::GeoPoint p : points) out.push_back(point(p));
    return out;
}

Json ring(geom::GeoRing points) {
    if (!points.empty()) points.push_back(points.front());
    return line(points);
}

Json geometry(const geom::GeoShape& shape) {
    return std::visit(base::Overloaded{
                          [](std::monostate) { return Json(nullptr); },
                          [](geom::GeoPoint p) {
                              return Json{{"type", "Point"}, {"coordinates", point(p)}};
                          },
                          [](const geom::GeoMultiLine& lines) {
                              Json all = Json::array();
                              for (const auto& each : lines) all.push_back(line(each));
                              return Json{{"type", "MultiLineString"}, {"coordinates", all}};
                          },
                          [](const geom::GeoMultiPolygon& parts) {
                              Json all = Json::array();
                              for (const auto& part : parts) {
                                  Json rings = Json::array({ring(part.outer)});
                                  for (const auto& hole : part.holes) rings.push_back(ring(hole));
                                  all.push_back(std::move(rings));
                              }
                              return Json{{"type", "MultiPolygon"}, {"coordinates", all}};
                          },
                      },
                      shape);
}

}  // namespace

Json recordsGeoJson(const model::Snapshot& snapshot, const indicators::Table& table) {
    const model::RegisterTable& source = *snapshot.findRegister(table.registerId);
    const Json properties = tableJson(table);
    Json features = Json::array();
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const model::Record& record = *source.find(table.rows[i].record);
        geom::GeoShape shape = record.shape;
        if (shape.index() == 0 && record.unit.valid()) {
            shape = geom::toGeo(snapshot.table(record.unit.level).shapes.feature(record.unit.row));
        }
        features.push_back(
            {{"type", "Feature"}, {"id", record.id}, {"properties", properties[i]}, {"geometry", geometry(shape)}});
    }
    return {{"type", "FeatureCollection"}, {"name", source.def.title.zh}, {"features", features}};
}

}  // namespace xiangtu::cli
