// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/grid_point.h"

#include <span>
#include <vector>

namespace xiangtu::topology {

/// Appends the points of a chain that matter at a tolerance (Douglas and Peucker): its ends, and so many
/// others that no point lies farther than `tolerance` units of x from the line between those kept. y counts
/// `stretch` times. A closed chain (first point = last) keeps three different ones where it has them.
void simplify(std::span<const geom::GridPoint> chain, double tolerance, double stretch,
              std::vector<geom::GridPoint>& kept);

}  // namespace xiangtu::topology
