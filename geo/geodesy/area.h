// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"
#include "geom/polygon_set.h"

namespace xiangtu::geodesy {

/// 15 mu = 1 hectare, so 1 mu = 2000/3 m².
inline constexpr double kSquareMetresPerMu = 2000.0 / 3.0;
[[nodiscard]] constexpr double muFromSquareMetres(double m2) noexcept { return m2 / kSquareMetresPerMu; }
[[nodiscard]] constexpr double squareMetresFromMu(double mu) noexcept { return mu * kSquareMetresPerMu; }

/// Area on the CGCS2000 ellipsoid (a = 6378137 m, 1/f = 298.257222101) in m²; edges are geodesics.
/// Method: Karney, "Algorithms for geodesics", J. Geodesy 87 (2013), as implemented in PROJ.
/// Never negative; holes are taken off.
[[nodiscard]] double area(const geom::GeoMultiPolygon& shape);
[[nodiscard]] double area(const geom::MultiPolygon& shape);
[[nodiscard]] double area(const geom::PolygonSet& set, std::size_t feature);

/// Geodesic length in metres; 0 for fewer than two points.
[[nodiscard]] double length(const geom::GeoLine& line);
[[nodiscard]] double distance(geom::GeoPoint a, geom::GeoPoint b);
/// Where a geodesic ends that leaves a place at so many degrees clockwise from north and is so many metres long.
[[nodiscard]] geom::GeoPoint destination(geom::GeoPoint from, double azimuth, double metres);

}  // namespace xiangtu::geodesy
