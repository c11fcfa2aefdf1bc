// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/exchange/shapefile_maker.h"

#include "model/snapshot.h"

#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::app::test {

// Shapefiles as a bureau delivers them: GBK, and nothing beside them that says so or where they lie.

[[nodiscard]] std::string gbk(std::string_view utf8);
/// Counter-clockwise in degrees, from its south-western corner.
[[nodiscard]] geom::GeoRing squareAt(geom::GeoPoint southWest, double side);
/// The corners as metres of their 3-degree zone, without its number in front.
[[nodiscard]] geom::GeoRing inMetres(const geom::GeoRing& ring);

/// Orchards for the register industry_base, one on each place: 名称, 产业, 经营主体.
[[nodiscard]] exchange::MadeShapefile orchards(const model::Snapshot& county, const std::vector<geom::GeoPoint>& places,
                                               const std::string& keeper = "王芳");
/// Household grids in metres: 编码, 名称. Codes stand below the natural village.
[[nodiscard]] exchange::MadeShapefile grids(const model::Code& naturalVillage,
                                            const std::vector<geom::GeoPoint>& places, double side);

}  // namespace xiangtu::app::test
