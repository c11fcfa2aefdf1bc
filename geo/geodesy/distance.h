// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"

#include <optional>

namespace xiangtu::geodesy {

/// The ground around a place taken as flat: metres east and north of it by the radii of curvature of
/// the CGCS2000 ellipsoid there. Within 10 km distances are right to 0.2 %.
class LocalPlane {
public:
    explicit LocalPlane(geom::GeoPoint origin) noexcept;

    /// Metres from the origin to a point.
    [[nodiscard]] double to(geom::GeoPoint p) const noexcept;
    /// The point of a shape's lines and rings nearest to the origin; nothing when it has none.
    [[nodiscard]] std::optional<geom::GeoPoint> nearest(const geom::GeoShape& shape) const noexcept;

private:
    [[nodiscard]] geom::GeoPoint footOn(geom::GeoPoint a, geom::GeoPoint b) const noexcept;

    geom::GeoPoint m_origin;
    double m_perLon, m_perLat;  ///< metres per degree
};

/// Geodesic metres from a place to the nearest point of a shape: 0 inside a polygon, infinity for no
/// shape. Which point is nearest is decided on the plane around the place.
[[nodiscard]] double distance(geom::GeoPoint from, const geom::GeoShape& shape) noexcept;

}  // namespace xiangtu::geodesy
