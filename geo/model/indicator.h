// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/level.h"
#include "model/party.h"
#include "model/titles.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::model {

/// How a figure is got for a unit. A tree: quotients and differences have measures as their parts.
/// Records count at their unit and at all units above it.
struct Measure {
    enum class Kind : std::uint8_t {
        count,          // records
        sum,            // of `value`
        mean,           // of `value`
        distinct,       // different values of `value`
        units,          // units of `level`
        households,     // recorded on the units
        covered,        // units of `level` with such a record at or below them, or served by the Party
        reaching,       // units of `level` whose first part is at least `number` (or the threshold)
        organisations,  // of kind `orgKind`
        area,           // mu of polygons, on the ellipsoid
        overlap,        // mu of the first register's polygons inside the second's
        far,            // units of `level` further than `number` metres from every record
        ratio,          // first part by second, × number
        constant,
        plus,
        minus,
    };
    Kind kind = Kind::count;
    std::string registerId;  ///< count … distinct, covered (empty = Party), area, overlap, far
    std::string where;       ///< Expression over the register's records; empty = all
    std::string value;       ///< Expression
    Level level = Level::village;
    std::string unitWhere;  ///< Expression over unit_kind and unit_level; empty = all
    PartyOrgKind orgKind = PartyOrgKind::branch;
    std::string with;  ///< overlap: the other register
    std::string withWhere;
    double number = 0;         ///< metres, times, at least, constant
    bool byThreshold = false;  ///< reaching: `number` is the indicator's first, movable threshold
    std::vector<Measure> parts;
};

enum class Direction : std::uint8_t { none, up, down };
enum class Rhythm : std::uint8_t { week, month, quarter, year };
[[nodiscard]] std::string_view rhythmName(Rhythm rhythm) noexcept;
[[nodiscard]] const Titles& rhythmTitles(Rhythm rhythm) noexcept;

/// A figure the office watches.
struct IndicatorDef {
    std::string id;
    Titles title;
    std::string group;
    std::string unit;  ///< %, 个, 亩, …
    int decimals = 0;
    Measure measure;
    std::vector<Level> levels;  ///< where it is shown, largest first
    std::optional<double> target;
    std::optional<Titles> targetTitle;
    std::vector<double> thresholds;  ///< ascending; class breaks on the map, the first one movable
    Direction direction = Direction::none;
    Rhythm rhythm = Rhythm::month;
    std::vector<int> mechanisms;
    std::string definition;  ///< the declaration as JSON text
};

}  // namespace xiangtu::model
