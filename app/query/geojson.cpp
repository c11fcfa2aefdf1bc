// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/geojson.h"

#include "base/json.h"
#include "base/overloaded.h"

#include <cmath>

namespace xiangtu::app {

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

base::Json valueJson(const model::Value& value) {
    if (const auto* n = std::get_if<std::int64_t>(&value)) return *n;
    if (const auto* d = std::get_if<double>(&value)) return *d;
    if (const auto* s = std::get_if<std::string>(&value)) return *s;
    return nullptr;
}

}  // namespace

base::Json tableJson(const indicators::Table& table) {
    base::Json rows = base::Json::array();
    for (const auto& row : table.rows) {
        base::Json line = base::Json::object();
        for (std::size_t c = 0; c < row.cells.size(); ++c) line[table.columns[c].key] = valueJson(row.cells[c]);
        rows.push_back(std::move(line));
    }
    return rows;
}

Json rowsGeoJson(const model::Snapshot& snapshot, const indicators::Table& table,
                 const std::vector<geom::GeoShape>& shapes) {
    const model::RegisterTable* source = snapshot.findRegister(table.registerId);
    const Json properties = tableJson(table);
    Json features = Json::array();
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const model::Record* record = source ? source->find(table.rows[i].record) : nullptr;
        geom::GeoShape shape;
        if (i < shapes.size()) shape = shapes[i];
        if (shape.index() == 0 && record) shape = record->shape;
        const model::UnitRef unit = record && !table.rows[i].unit.valid() ? record->unit : table.rows[i].unit;
        if (shape.index() == 0 && unit.valid()) {
            shape = geom::toGeo(snapshot.table(unit.level).shapes.feature(unit.row));
        }
        Json feature{{"type", "Feature"}, {"properties", properties[i]}, {"geometry", geometry(shape)}};
        if (record) feature["id"] = record->id;
        features.push_back(std::move(feature));
    }
    return {{"type", "FeatureCollection"},
            {"name", source ? source->def.title.zh : table.title.zh},
            {"features", features}};
}

Json recordsGeoJson(const model::Snapshot& snapshot, const indicators::Table& table) {
    return rowsGeoJson(snapshot, table, {});
}

}  // namespace xiangtu::app
