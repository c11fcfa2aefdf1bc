// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"

namespace xiangtu::project {

/// Whether one shape is the other with more vertices, each within a step of the lattice (1.1 cm) of the line it was
/// put into. So a neighbour changes whose border only gains or loses the end of somebody else's: its land and its
/// identity stay.
[[nodiscard]] bool sameLand(const geom::MultiPolygon& a, const geom::MultiPolygon& b);

}  // namespace xiangtu::project
