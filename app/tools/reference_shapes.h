// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"

#include <vector>

namespace xiangtu::app {

/// Lines, rings (closed) and places of the reference layers that are shown, in degrees. Immutable once handed out.
struct ReferenceShapes {
    struct Line {
        geom::GeoLine line;
        geom::GeoPoint low, high;  ///< its box
    };
    std::vector<Line> lines;
    std::vector<geom::GeoPoint> points;

    void add(const geom::GeoShape& shape);
    [[nodiscard]] bool empty() const noexcept { return lines.empty() && points.empty(); }
    /// The stretches whose box comes within `degrees` of latitude of the place, and the places that do, as lines; a
    /// place is a line of one point.
    [[nodiscard]] std::vector<geom::GeoLine> near(geom::GeoPoint place, double degrees) const;
};

}  // namespace xiangtu::app
