// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"

#include <string>

namespace xiangtu::geom {

/// Why a register's shape cannot stand in the file, in English; "" when it can. Asks for finite degrees
/// on the globe, lines of two points, polygons valid after OGC 06-103r4 (simple rings, holes inside,
/// parts that do not overlap).
[[nodiscard]] std::string whyInvalid(const GeoShape& shape);

}  // namespace xiangtu::geom
