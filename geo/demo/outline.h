// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/plane.h"
#include "demo/spacing.h"
#include "geom/polygon.h"

#include <cstdint>
#include <filesystem>

namespace xiangtu::demo {

/// A made-up outline of a county.
struct OutlineWish {
    geom::GeoPoint centre;
    double areaM2 = 0;
    double aspect = 1.2;     ///< length to width
    double turnDegrees = 0;  ///< direction of the length, counter-clockwise from east
    double detailM = 100;    ///< about the distance between vertices
    std::uint64_t seed = 1;
};

/// An irregular closed line, rough at every scale (midpoint displacement that refuses to cross itself).
[[nodiscard]] geom::MultiPolygon makeOutline(const OutlineWish& wish);

/// Reads the polygons of a GeoJSON file (FeatureCollection, Feature, GeometryCollection or a bare
/// geometry; Polygon and MultiPolygon; longitude first, degrees) and snaps them to the lattice. Anything
/// else throws Error{Fault::format} naming the file, the place in it and the reason.
[[nodiscard]] geom::MultiPolygon loadOutline(const std::filesystem::path& file);

/// Throws Error{Fault::geometry} naming the place when two parts overlap; touching is allowed.
void requireSeparateParts(const geom::MultiPolygon& outline);

/// Divides outline edges much longer than the mesh spacing, so that borders can end on them. New
/// vertices are lattice points exactly on the edge where there are any, else within half a lattice
/// unit of it (6 mm); the old ones all stay.
[[nodiscard]] geom::Polygon divideLongEdges(const geom::Polygon& polygon, const Plane& plane, const Spacing& spacing);

}  // namespace xiangtu::demo
