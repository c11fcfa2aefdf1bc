// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/grid_point.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::query {

/// Points out of a table of text.
struct PointTable {
    std::vector<geom::GridPoint> points;
    std::vector<std::uint32_t> lines;   ///< line each came from, the first being 1
    std::vector<std::uint32_t> unread;  ///< lines that hold no place: not a number, not on the globe
    /// Every pair of numbers that would be a place if longitude and latitude changed places, read ones too.
    std::vector<geom::GridPoint> turned;
};

/// What the first line of such a table says.
struct PointColumns {
    /// As the first line names them; where it is a place already: "#1", "#2", …
    std::vector<std::string> names;
    bool named = false;
    char separator = ',';
    std::optional<std::size_t> lon, lat;  ///< known by their names, or the first two of a table without names
};

/// Comma, semicolon or tab separated values, UTF-8 with or without byte order mark. Columns are known as lon, lng, x,
/// longitude, 经度, 东经 and lat, y, latitude, 纬度, 北纬.
[[nodiscard]] PointColumns pointColumns(std::string_view text);

/// Reads such a table. Names of the columns to take ("#3" = the third) come before what the first line says. Throws
/// Error{format} when a named column is missing or the first line names none that is known.
[[nodiscard]] PointTable readPoints(std::string_view text, std::string_view lonName = {},
                                    std::string_view latName = {});

}  // namespace xiangtu::query
