// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"
#include "geom/polygon_set.h"

namespace xiangtu::app {

/// True when a register's geometry shares at least a point with the unit's polygon: a point lies in
/// it, a line or polygon has a vertex in it, surrounds it, or crosses its border.
[[nodiscard]] bool overlaps(const geom::GeoShape& shape, const geom::PolygonSet& units, std::size_t unit);

}  // namespace xiangtu::app
