// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/outline.h"

#include "base/json.h"
#include "geom/measure.h"

#include <cmath>
#include <string>

namespace xiangtu::demo {

using base::JsonCursor;

namespace {

geom::GeoRing readRing(const JsonCursor& json) {
    if (!json.node().is_array()) json.fail("a ring must be a list of positions");
    geom::GeoRing ring;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const JsonCursor position = json.at(i);
        if (!position.node().is_array() || position.size() < 2)
            position.fail("a position needs longitude and latitude");
        const geom::GeoPoint p{position.at(std::size_t(0)).number(), position.at(std::size_t(1)).number()};
        if (!(std::abs(p.lon) <= 180 && std::abs(p.lat) <= 85)) {
            position.fail("not longitude and latitude in degrees (are these metres?)");
        }
        ring.push_back(p);
    }
    if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    if (ring.size() < 3) json.fail("a ring needs at least three different positions");
    return ring;
}

void readPolygon(const JsonCursor& json, geom::GeoMultiPolygon& out) {
    if (!json.node().is_array() || json.size() == 0) json.fail("a polygon needs an outer ring");
    geom::GeoPolygon polygon{readRing(json.at(std::size_t(0))), {}};
    for (std::size_t i = 1; i < json.size(); ++i) polygon.holes.push_back(readRing(json.at(i)));
    out.push_back(std::move(polygon));
}

void readGeometry(const JsonCursor& json, geom::GeoMultiPolygon& out) {
    if (!json.node().is_object()) json.fail("expected a GeoJSON object");
    const std::string type = json.at("type").text();
    const auto all = [&](const char* member, auto&& read) {
        const JsonCursor list = json.at(member);
        if (!list.node().is_array()) list.fail("expected a list");
        for (std::size_t i = 0; i < list.size(); ++i) read(list.at(i), out);
    };
    if (type == "FeatureCollection")
        all("features", readGeometry);
    else if (type == "GeometryCollection")
        all("geometries", readGeometry);
    else if (type == "Feature")
        readGeometry(json.at("geometry"), out);
    else if (type == "MultiPolygon")
        all("coordinates", readPolygon);
    else if (type == "Polygon")
        readPolygon(json.at("coordinates"), out);
    else
        json.at("type").fail("an outline must be Polygon or MultiPolygon, this is " + type);
}

}  // namespace

geom::MultiPolygon loadOutline(const std::filesystem::path& file) {
    const base::Json json = base::loadJson(file);
    const JsonCursor root(json, file.string());
    geom::GeoMultiPolygon degrees;
    readGeometry(root, degrees);
    if (degrees.empty()) root.fail("the file holds no polygon");
    geom::MultiPolygon shape = geom::snapToGrid(degrees);
    if (shape.empty() || geom::twiceArea(shape) <= 0) root.fail("the polygons have no area");
    return shape;
}

}  // namespace xiangtu::demo
