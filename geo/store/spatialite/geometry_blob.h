// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"
#include "geom/polygon_set.h"
#include "store/spatialite/statement.h"

#include <vector>

namespace xiangtu::store::spatialite {

/// SpatiaLite's geometry BLOB ("BLOB-Geometry", https://www.gaia-gis.it/gaia-sins/BLOB-Geometry.html):
///   00 | byte order | srid int32 | min x, min y, max x, max y | 7C | WKB-like body | FE
/// Coordinates are degrees in EPSG:4490, x = longitude. Reading checks every count against the bytes
/// that are there; anything else than a whole, plane geometry throws Error{Fault::damaged} with the
/// reason (the caller adds table and row).

inline constexpr int kSrid = 4490;

/// A unit's polygon straight onto the lattice; NULL (empty) adds a feature without rings. Rings are
/// normalised: closing and repeated points dropped, outer counter-clockwise, empty rings left out.
class ShapeReader {
public:
    void appendTo(geom::PolygonSet& set, Blob blob);

private:
    std::vector<geom::GridPoint> m_ring;  ///< reused between calls
};

/// A register's geometry with full precision; NULL gives monostate.
[[nodiscard]] geom::GeoShape readShape(Blob blob);

/// The inverse; the result is empty (NULL) for a shape without points. `out` is replaced.
void writeShape(const geom::MultiPolygon& shape, std::vector<std::byte>& out);
void writeShape(const geom::GeoShape& shape, std::vector<std::byte>& out);

/// min x, min y, max x, max y as the blob's head states them. Precondition: written by writeShape.
struct DegreeBox {
    double minX = 0, minY = 0, maxX = 0, maxY = 0;
};
[[nodiscard]] DegreeBox boxOf(Blob blob) noexcept;

}  // namespace xiangtu::store::spatialite
