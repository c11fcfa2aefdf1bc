// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/figures.h"
#include "support/coverage.h"

#include <random>
#include <string>

namespace xiangtu::indicators {

/// The made-up coverage (1 county, 4 townships, 16 villages, 64 natural villages, 256 grids) with three
/// registers: income (village), well (point) and plot (polygon, choice kind); and indicators and rules
/// over them, given as the lists of a catalogue file.
struct MadeCounty {
    model::Snapshot snapshot = support::snapshot();

    MadeCounty(const std::string& indicators, const std::string& rules = "[]");

    static constexpr std::size_t kIncome = 0, kWell = 1, kPlot = 2;
    /// Adds a record; returns its id.
    std::int64_t addIncome(std::uint32_t village, double amount, const std::string& who = "张某");
    std::int64_t addWell(geom::GeoPoint place);
    /// A square of so many degrees.
    std::int64_t addPlot(std::uint32_t village, geom::GeoPoint southWest, double degrees, const std::string& kind);
    void remove(std::size_t registerAt, std::int64_t id);

    /// The value of the only, or named, indicator.
    [[nodiscard]] double value(model::UnitRef unit, const std::string& id = "i") const;

    /// Changes a few records at random.
    void shake(std::mt19937& random);

private:
    std::int64_t add(std::size_t registerAt, model::Record record);
    std::int64_t m_next = 1;
};

inline constexpr model::UnitRef kCounty{model::Level::county, 0};
[[nodiscard]] inline model::UnitRef village(std::uint32_t row) { return {model::Level::village, row}; }
[[nodiscard]] inline model::UnitRef township(std::uint32_t row) { return {model::Level::township, row}; }

/// An indicator "i" with this measure.
[[nodiscard]] std::string indicator(const std::string& measure, const std::string& more = "");

}  // namespace xiangtu::indicators
