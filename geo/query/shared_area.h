// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geom/outline.h"
#include "geom/polygon_set.h"

#include <cstdint>
#include <span>
#include <vector>

namespace xiangtu::query {

/// Outlines in the plane of equal areas (geodesy::equalArea), so that areas are those on the ellipsoid in m².
[[nodiscard]] std::vector<geom::Outline> outlinesOf(const geom::PolygonSet& shapes,
                                                    const base::Progress& progress = {});
[[nodiscard]] geom::Outline outlineOf(const geom::GeoMultiPolygon& shape);
[[nodiscard]] geom::Outline outlineOf(const geom::PolygonSet& shapes, std::size_t feature);

/// What shape `a` of one list and shape `b` of another have in common.
struct Shared {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    double squareMetres = 0;
};

/// All pairs that have land in common, by a, then by b. Pairs that only touch (less than a square of 3 cm) are none.
/// On all cores, with the same answer from any number of them. Throws Error{cancelled}.
[[nodiscard]] std::vector<Shared> sharedAreas(std::span<const geom::Outline> a, std::span<const geom::Outline> b,
                                              const base::Progress& progress = {});

}  // namespace xiangtu::query
