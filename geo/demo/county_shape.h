// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon_set.h"
#include "model/level.h"

#include <array>
#include <cstdint>
#include <vector>

namespace xiangtu::demo {

struct VillageWish {
    bool community = false;  ///< 社区: lies where people live densely
    bool seat = false;       ///< the township's own place; at most one per township
};

struct TownshipWish {
    std::vector<VillageWish> villages;  ///< in code order; not empty
    bool countySeat = false;
};

struct CountyWish {
    geom::MultiPolygon outline;
    std::vector<TownshipWish> townships;  ///< in code order; not empty
    std::uint32_t naturalVillages = 0;    ///< raised to one per village where it is less
    std::uint32_t grids = 0;              ///< at least one per natural village
    bool sharedOutline = false;           ///< a neighbour has the same outline vertices: add none
    std::uint64_t seed = 1;
};

/// A county's nested coverage. Units of each level in code order, so a parent's children are neighbours
/// in the list: natural villages and grids count from west to east and north to south inside
/// their parent.
struct CountyShape {
    std::array<geom::PolygonSet, model::kLevelCount> shapes;
    std::array<std::vector<std::uint32_t>, model::kLevelCount> parent;    ///< position one level up; 0 for the county
    std::array<std::vector<geom::GridPoint>, model::kLevelCount> middle;  ///< mean of each unit's mesh points
};

/// Deterministic: equal wishes give equal shapes. Throws Error{Fault::geometry} for an outline that is
/// not simple, Error{Fault::usage} when it has no room for so many units.
[[nodiscard]] CountyShape shapeCounty(const CountyWish& wish);

}  // namespace xiangtu::demo
