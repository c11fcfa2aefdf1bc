// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export_rows.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace xiangtu::exchange {

/// Parts [first, second) of a polygon that belong together: an outer ring and its holes.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> polygonsOf(const FlatShape& shape);

/// Well-known text; the simple type where there is one part.
void appendWkt(std::string& to, const FlatShape& shape, int decimals);
/// A GeoJSON geometry, "null" for none.
void appendGeoJson(std::string& to, const FlatShape& shape, int decimals);
/// A KML geometry; nothing for none.
void appendKml(std::string& to, const FlatShape& shape, int decimals);

/// A place for a text: inside a polygon (the middle of the widest chord at half its height), the middle vertex of a
/// line, the point.
[[nodiscard]] std::optional<geodesy::Ordinates> labelPoint(const FlatShape& shape);

}  // namespace xiangtu::exchange
