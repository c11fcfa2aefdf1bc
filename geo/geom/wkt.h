// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"

#include <string>
#include <string_view>

namespace xiangtu::geom {

/// Well-known text (OGC 06-103r4) of a shape, longitude first, shortest form that reads back the same
/// doubles: POINT, MULTILINESTRING or MULTIPOLYGON; "" for none.
[[nodiscard]] std::string wkt(const GeoShape& shape);

/// Reads POINT, LINESTRING, MULTILINESTRING, POLYGON and MULTIPOLYGON, plane, in any case; "" is no
/// shape. Rings lose their closing point and are turned the house's way. Throws Error{Fault::format}
/// with the place in the text and the reason.
[[nodiscard]] GeoShape shapeFromWkt(std::string_view text);

}  // namespace xiangtu::geom
