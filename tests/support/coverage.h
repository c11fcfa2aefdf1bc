// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"
#include "model/draft.h"
#include "model/snapshot.h"

#include <array>
#include <cstdint>
#include <memory>

namespace xiangtu::support {

/// A made-up county: a square of side × side household grids with wiggly borders. Two by two grids
/// make a natural village, four by four a village, eight by eight a township (fewer at the rim when
/// `side` is no multiple). Neighbours share every vertex of their border and a parent's ring is made
/// of its children's border points, so every level tiles its parent to the integer.
struct CoverageOptions {
    int side = 16;  ///< grids along one side: 16 gives 4/16/64/256 units below the county
    geom::GeoPoint southWest{110.0, 36.5};
    double cellDegrees = 0.002;  ///< about 200 m
    int edgePoints = 3;          ///< vertices inside each cell edge
    std::uint64_t seed = 1;      ///< same seed, same coverage
};

using Tables = std::array<std::shared_ptr<const model::LevelTable>, model::kLevelCount>;

/// The polygon of the cells [left, right) × [bottom, top), outer ring counter-clockwise.
[[nodiscard]] geom::Polygon blockShape(const CoverageOptions& options, int left, int bottom, int right, int top);

/// The five level tables: units sorted by code with ids, parents, households (grids: 1 to 5, above:
/// sums) and shapes. Codes start with 990000; names are Chinese and repeat between parents.
[[nodiscard]] Tables levelTables(const CoverageOptions& options = {});

/// The tables with Party organisations (every township, every village but the last, every second
/// natural village) and one ordinal scheme "risk5" whose classes cycle over the grids, one grid in
/// six having none.
[[nodiscard]] model::Snapshot snapshot(const CoverageOptions& options = {});

/// Sends the same units, organisations and classes to a sink, units first, county to grid; classes
/// use the class codes of `snapshot()`.
void fill(model::Sink& sink, const CoverageOptions& options = {});

}  // namespace xiangtu::support
