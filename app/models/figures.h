// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/grid_point.h"

#include <QString>

namespace xiangtu::app {

// Numbers as the interface writes them. Decimal point and grouping are the same in both languages.

/// 1234567 -> "1,234,567".
[[nodiscard]] QString countText(qint64 count);
/// Fixed decimals, grouped.
[[nodiscard]] QString numberText(double value, int decimals);
/// 亩 with one decimal from 1000 on, else two: "472.80 mu".
[[nodiscard]] QString muText(double squareMetres);
[[nodiscard]] QString hectareText(double squareMetres);
/// m², in km² from 10 km² on.
[[nodiscard]] QString squareMetreText(double squareMetres);
/// "84.2 m", "1.25 km".
[[nodiscard]] QString lengthText(double metres);
/// 0.253 -> "25.3 %".
[[nodiscard]] QString shareText(double share);
/// "109.59861° E, 27.94812° N", about one metre.
[[nodiscard]] QString geographicText(geom::GeoPoint p);
/// CGCS2000 3-degree zone, Chinese X north and Y east with the zone in front:
/// "X 3092345.1 Y 37457123.4 (zone 37)". Empty outside the zones (73.5 to 136.5 degrees east).
[[nodiscard]] QString zoneText(geom::GeoPoint p);

/// A round ground length (1, 2 or 5 times a power of ten) not longer than `widestPx` on screen.
struct ScaleBar {
    double metres = 0;
    double px = 0;
};
[[nodiscard]] ScaleBar scaleBar(double metresPerPx, double widestPx);

}  // namespace xiangtu::app
