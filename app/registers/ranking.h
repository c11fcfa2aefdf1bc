// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/figures.h"
#include "scene/figure_theme.h"

#include <QString>

#include <optional>
#include <vector>

namespace xiangtu::app {

/// The units of one level by one indicator, best first, and the classes the map colours them in.
struct Ranking {
    struct Line {
        model::UnitRef unit;
        double value = 0;      ///< NaN = none; these come last
        int rank = 0;          ///< 1 = best, equal figures share one; 0 = none
        int climbed = 0;       ///< places won since the earlier day
        bool compared = false; ///< there is an earlier rank
        std::uint8_t classIndex = 255;
    };
    std::vector<Line> lines;
    scene::FigureTheme theme;  ///< the classes, as the map shows them
    /// For shares of units that reach a threshold: how many do, of how many, and how many more the
    /// target asks for.
    struct Reach {
        std::int64_t reached = 0;
        std::int64_t units = 0;
        std::int64_t needed = 0;
        bool hasTarget = false;
    };
    std::optional<Reach> reach;
};

struct RankingQuestion {
    std::size_t indicator = 0;
    model::Level level = model::Level::township;
    model::UnitRef within;  ///< invalid = everywhere
    std::optional<double> threshold;
};

/// `earlier` may be null. For workers.
[[nodiscard]] Ranking rank(const indicators::Figures& figures, const indicators::Figures* earlier,
                           const RankingQuestion& question);

/// Whether moving the first threshold changes what the indicator says.
[[nodiscard]] bool asksThreshold(const model::Measure& measure);

}  // namespace xiangtu::app
