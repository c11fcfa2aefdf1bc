// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/grid_point.h"

namespace xiangtu::query {

/// What the geodesic distance from a place lies between, told without measuring it; for everything within so many
/// metres of the place. A degree of latitude grows towards the pole and one of longitude shrinks: between the southern-
/// and northernmost parallels that a way of so many metres can come to, both lie within limits, and so does the way.
/// Values are squares of metres, with room for the rounding of lattice and geodesics: what is compared with them is
/// right as if it had been measured.
class Reach {
public:
    Reach(geom::GeoPoint from, double metres) noexcept;

    /// Nothing in the box is nearer than this, or it is beyond the reach altogether.
    [[nodiscard]] double least(const geom::GridBox& box) const noexcept;
    /// A point is no further than this; infinity where that cannot be told.
    [[nodiscard]] double most(geom::GeoPoint p) const noexcept;

    /// What is least() above this is further than so many metres (at most those of the reach).
    [[nodiscard]] static double beyond(double metres) noexcept;
    /// What is most() below this is within so many metres.
    [[nodiscard]] static double surelyWithin(double metres) noexcept;

private:
    double m_x, m_y;            ///< lattice units
    double m_south, m_north;    ///< the parallels, degrees
    double m_leastX, m_leastY;  ///< metres per lattice unit
    double m_mostX, m_mostY;
};

}  // namespace xiangtu::query
