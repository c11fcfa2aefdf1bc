// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "borders/work.h"

namespace xiangtu::borders {

// Used inside this folder only.

/// The lands into which a line cuts a unit, one per group; after Options::children either cut as drawn (then
/// `inner` are the new edges, and borders they meet are bent) or made of whole children.
[[nodiscard]] Refused groupsAlong(Work& work, Id unit, const GridLine& line, const Grouping& grouping,
                                  std::vector<geom::MultiPolygon>& lands, Edges& inner);

/// Gives pieces of a unit to their owners with everything above and below.
[[nodiscard]] Refused handOver(Work& work, Id from, const std::vector<Piece>& pieces, const Edges& inner);

/// The line with ends that lie inside the shape led on to the nearest border and a little beyond; nothing when no
/// end does, or the border is farther than a quarter of the line's own extent.
[[nodiscard]] std::optional<geom::GeoLine> lengthened(const geom::MultiPolygon& shape, const GridLine& line);

}  // namespace xiangtu::borders
