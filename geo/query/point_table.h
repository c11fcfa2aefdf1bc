// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/grid_point.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace xiangtu::query {

/// Points out of a table of text.
struct PointTable {
    std::vector<geom::GridPoint> points;
    std::vector<std::uint32_t> lines;   ///< line each came from, the first being 1
    std::vector<std::uint32_t> unread;  ///< lines that hold no place: not a number, not on the globe
};

/// Reads comma, semicolon or tab separated values, UTF-8 with or without byte order mark. A first line that names
/// columns says which two they are (lon, x, longitude, 经度 and lat, y, latitude, 纬度); without one they are the first
/// two. Throws Error{format} when a named column is missing.
[[nodiscard]] PointTable readPoints(std::string_view text);

}  // namespace xiangtu::query
