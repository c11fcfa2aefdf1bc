// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geom/polygon_set.h"

#include <vector>

namespace xiangtu::app {

/// m² on the ellipsoid (geodesy::latticeArea) of the units of a level that are meant (1), by row; 0 for the others. On
/// all cores. Throws Error{cancelled}.
[[nodiscard]] std::vector<double> unitAreas(const geom::PolygonSet& shapes, const std::vector<char>& meant,
                                            const base::Progress& progress);

}  // namespace xiangtu::app
