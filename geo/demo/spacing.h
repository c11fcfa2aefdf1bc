// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/plane.h"
#include "geom/polygon.h"

#include <cstdint>
#include <span>
#include <vector>

namespace xiangtu::demo {

/// A place where people live densely: a town seat. Density falls off from its middle.
struct Seat {
    Metres at;
    double strength = 0;  ///< density in the middle, as a multiple of the countryside
    double reach = 0;     ///< metres
};

/// How far apart mesh points should lie, by place: fine where people live densely, scaled so that the
/// polygon holds about `points` of them. A raster of values, read bilinearly.
class Spacing {
public:
    Spacing(const geom::MultiPolygon& area, const Plane& plane, std::span<const Seat> seats, double points,
            std::uint64_t seed);

    /// Metres.
    [[nodiscard]] double at(Metres p) const noexcept;

private:
    static constexpr int kSide = 384;
    Metres m_corner;
    double m_cell = 1;
    std::vector<float> m_values;
};

}  // namespace xiangtu::demo
