// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/indicator.h"
#include "model/level.h"
#include "model/titles.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace xiangtu::scene {

/// The units of one level in classes by a figure: what Theme::indicator colours.
struct FigureTheme {
    static constexpr std::uint8_t kNoValue = 255;

    model::Level level = model::Level::township;
    std::vector<std::uint8_t> classOf;  ///< row of the level -> class, kNoValue = the unit has no figure
    std::vector<std::uint32_t> rgb;     ///< 0xRRGGBB per class; empty = the ramp of the sheet
    std::vector<model::Titles> titles;  ///< per class: "12～20 万元"
    std::vector<std::int64_t> counts;   ///< units per class; the last one counts those without a figure
    std::vector<double> breaks;         ///< ascending; class c holds breaks[c - 1] <= figure < breaks[c]
    model::Titles title;                ///< of the indicator
    model::Direction direction = model::Direction::none;  ///< down: the ramp's strong end stands for small figures

    [[nodiscard]] std::size_t classes() const noexcept { return titles.size(); }
};

/// Classes of a column of figures (one per row of the level, NaN = none). Breaks are the indicator's
/// thresholds, the first one replaced by `threshold`. An indicator without thresholds, or whose measure
/// uses them up itself (villages that reach the threshold), gets up to five classes of about equal
/// size with round limits; a figure that fills more than its share gets a class of its own.
[[nodiscard]] FigureTheme figureTheme(const model::IndicatorDef& indicator, model::Level level,
                                      std::span<const double> column, std::optional<double> threshold = {});

/// Limits of at most `classes` classes of about equal size, ascending: the roundest numbers that part
/// the figures so. NaN are passed over. Empty when all figures are equal.
[[nodiscard]] std::vector<double> roundBreaks(std::span<const double> column, std::size_t classes);

}  // namespace xiangtu::scene
