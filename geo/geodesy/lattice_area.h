// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon_set.h"

namespace xiangtu::geodesy {

/// Area on the ellipsoid in m² of a feature on the lattice, with edges straight in degrees (see equal_area.h for what
/// that means). For what spans at most a fifth of a degree the authalic function is taken as its cubic around the
/// middle, which is right to 1e-9 and many times quicker than area(); larger ones are asked of area().
[[nodiscard]] double latticeArea(const geom::PolygonSet& set, std::size_t feature);

}  // namespace xiangtu::geodesy
