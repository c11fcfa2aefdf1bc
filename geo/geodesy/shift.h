// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/grid_point.h"

namespace xiangtu::geodesy {

/// The GCJ-02 offset used by Chinese web maps, on the Krasovsky 1940 ellipsoid; formula as widely
/// published (eviltransform). Only for undoing a known shift on import and for display, never for
/// storing. Outside a coarse box around China the point is returned unchanged.
[[nodiscard]] geom::GeoPoint gcj02FromWgs84(geom::GeoPoint p) noexcept;
/// Inverse by fixed-point iteration; the residual is below 1e-9 degree.
[[nodiscard]] geom::GeoPoint wgs84FromGcj02(geom::GeoPoint p) noexcept;

}  // namespace xiangtu::geodesy
