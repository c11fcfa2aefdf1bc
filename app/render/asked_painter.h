// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"
#include "scene/view.h"

#include <QColor>
#include <QString>

#include <vector>

class QPainter;

namespace xiangtu::app {

/// What a question was asked with, as it is drawn over the map with its answer. Degrees.
struct AskedPlace {
    /// A stop of a tour, in order.
    struct Stop {
        geom::GeoPoint at;
        double metres = 0;  ///< from the stop before; 0 for the first
    };
    std::vector<geom::GeoMultiPolygon> land;   ///< asked about: circle, corridor, drawn area
    std::vector<geom::GeoMultiPolygon> reach;  ///< how far the places reach that were asked from
    geom::GeoMultiLine lines;                  ///< asked about, or the middle of a corridor
    std::vector<geom::GeoPoint> places;        ///< middles of circles
    std::vector<Stop> stops;

    [[nodiscard]] bool empty() const noexcept {
        return land.empty() && reach.empty() && lines.empty() && places.empty() && stops.empty();
    }
};

struct AskedColours {
    QColor line;
    QColor halo;
};

/// Land filled and outlined, reach dashed, the way of a tour with its numbers and lengths. One unit of the painter is a
/// pixel of `view`; sizes follow `pixelRatio`.
void drawAsked(QPainter& painter, const AskedPlace& asked, const scene::View& view, const AskedColours& colours,
               double pixelRatio);

/// "850 m", "1.2 km": symbols that both languages write.
[[nodiscard]] QString legText(double metres);

/// The lattice box of all of it; empty when there is nothing.
[[nodiscard]] geom::GridBox boxOf(const AskedPlace& asked);

}  // namespace xiangtu::app
