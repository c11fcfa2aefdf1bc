// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/plane.h"
#include "demo/rng.h"
#include "geom/polygon.h"

#include <vector>

namespace xiangtu::demo {

/// The outline of some fields lying together, in metres around the origin, of about so many mu.
[[nodiscard]] std::vector<Metres> fieldRing(double mu, Random& random);

/// Metres from the origin to the ring's farthest corner.
[[nodiscard]] double reachOf(const std::vector<Metres>& ring) noexcept;

/// The ring around `centre` in degrees, scaled until its area on the ellipsoid is the wanted one.
[[nodiscard]] geom::GeoMultiPolygon fieldShape(const Plane& plane, Metres centre, const std::vector<Metres>& ring,
                                               double mu);

}  // namespace xiangtu::demo
