// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/made_delivery.h"

#include "exchange/text_encoder.h"
#include "geodesy/gauss_kruger.h"

#include <cmath>

namespace xiangtu::app::test {

std::string gbk(std::string_view utf8) { return exchange::TextEncoder(exchange::TextEncoding::gbk).encoded(utf8); }

geom::GeoRing squareAt(geom::GeoPoint at, double side) {
    return {at, {at.lon + side, at.lat}, {at.lon + side, at.lat + side}, {at.lon, at.lat + side}};
}

geom::GeoRing inMetres(const geom::GeoRing& ring) {
    geom::GeoRing out;
    for (const geom::GeoPoint p : ring) {
        const geodesy::ZonePoint at = geodesy::toZone(p);
        out.push_back({std::fmod(at.easting, 1e6), at.northing});
    }
    return out;
}

exchange::MadeShapefile orchards(const model::Snapshot& county, const std::vector<geom::GeoPoint>& places,
                                 const std::string& keeper) {
    const std::string crop = county.catalogue->find("industry_base")->findField("crop")->choices.front().name.zh;
    exchange::MadeShapefile made;
    made.fields = {{gbk("名称"), 40}, {gbk("产业"), 40}, {gbk("经营主体"), 40}};
    for (std::size_t i = 0; i < places.size(); ++i) {
        made.rows.push_back(
            {{gbk("东山果园" + std::to_string(i + 1) + "号"), gbk(crop), gbk(keeper)}, squareAt(places[i], 0.0005)});
    }
    return made;
}

exchange::MadeShapefile grids(const model::Code& naturalVillage, const std::vector<geom::GeoPoint>& places,
                              double side) {
    exchange::MadeShapefile made;
    made.fields = {{gbk("编码"), 20}, {gbk("名称"), 40}};
    for (std::size_t i = 0; i < places.size(); ++i) {
        made.rows.push_back({{naturalVillage.text() + std::to_string(901 + i), gbk("新网格" + std::to_string(i + 1))},
                             inMetres(squareAt(places[i], side))});
    }
    return made;
}

}  // namespace xiangtu::app::test
