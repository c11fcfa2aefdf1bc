// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geom/polygon_set.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace xiangtu::exchange {

enum class CoverageFault : std::uint8_t { overlap, gap };

/// A connected place that two or more units claim, or that none claims though it lies between units or
/// inside a parent.
struct CoverageSpot {
    CoverageFault fault = CoverageFault::gap;
    double areaM2 = 0;                    ///< ellipsoidal
    geom::GeoPoint place;                 ///< inside it
    std::vector<std::uint32_t> units;     ///< claiming it (overlap) or bordering it (gap), ascending
    std::optional<std::uint32_t> parent;  ///< gap: the parent it lies in, if parents were given
};

struct CoverageReport {
    std::vector<CoverageSpot> spots;  ///< largest first
    // Spots below the least area, told as a sum: digitising leaves thousands of them.
    std::size_t smallOverlaps = 0, smallGaps = 0;
    double smallOverlapM2 = 0, smallGapM2 = 0;
    double totalM2 = 0;  ///< sum of the areas of all units
};

/// Whether every side of the shapes is drawn by exactly two rings, once each way.
[[nodiscard]] bool everySideTwice(const geom::PolygonSet& shapes);

/// Finds overlaps and gaps of one level. Borders both neighbours agree on cancel out; only what remains
/// (outer border, holes, disagreement) is cut into faces, so the work grows with the dirt and not with
/// the level. `parents`: the outlines the level is to fill; a gap is then any part of them that no unit
/// claims. Empty: a gap is what units enclose. Spots below `leastM2` are summed up, those below 0.01 m²
/// are the lattice's own rounding and left out.
[[nodiscard]] CoverageReport checkCoverage(const geom::PolygonSet& level, const geom::PolygonSet& parents,
                                           double leastM2, const base::Progress& progress);

}  // namespace xiangtu::exchange
