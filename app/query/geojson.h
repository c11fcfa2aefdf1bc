// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "geom/polygon.h"
#include "indicators/tables.h"

#include <vector>

namespace xiangtu::app {

/// Rows as objects: { column key: value }.
[[nodiscard]] base::Json tableJson(const indicators::Table& table);

/// A table of records as a FeatureCollection (RFC 7946): outer rings counter-clockwise, seven decimals;
/// a record without a shape of its own has the outline of its unit. Coordinates are EPSG:4490, which
/// differs from the RFC's WGS 84 by less than anything a township measures.
[[nodiscard]] base::Json recordsGeoJson(const model::Snapshot& snapshot, const indicators::Table& table);

/// Any table: a row's geometry is its entry in `shapes` (which may be empty), else that of its record, else the outline
/// of its unit, else null.
[[nodiscard]] base::Json rowsGeoJson(const model::Snapshot& snapshot, const indicators::Table& table,
                                     const std::vector<geom::GeoShape>& shapes);

}  // namespace xiangtu::app
