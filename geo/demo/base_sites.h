// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/plane.h"
#include "demo/rng.h"
#include "demo/roll.h"

#include <optional>
#include <span>
#include <vector>

namespace xiangtu::demo {

/// Finds room for industry bases: circles inside one village, clear of its border and of each other.
class BaseSites {
public:
    explicit BaseSites(const Roll& roll);

    struct Site {
        std::uint32_t village;
        Metres centre;
    };

    [[nodiscard]] const Plane& plane() const noexcept { return m_plane; }

    /// Middles of a village's grids.
    [[nodiscard]] std::span<const Metres> spots(std::uint32_t village) const noexcept {
        return {m_spots.data() + m_firstGrid[village], m_firstGrid[village + 1] - m_firstGrid[village]};
    }

    /// Rural villages in the order a crop spreads: from `first` (or a drawn one) outwards, unevenly.
    [[nodiscard]] std::vector<std::uint32_t> villagesFor(model::Code first, Random& random) const;
    /// Reserves a circle of radius `reach` metres in the first of `villages`, from position `next` on and
    /// round again, that has room; `next` moves behind it.
    [[nodiscard]] std::optional<Site> take(const std::vector<std::uint32_t>& villages, std::size_t& next, double reach);

private:
    struct Circle {
        Metres centre;
        double radius;
    };
    [[nodiscard]] double clearance(std::uint32_t village, Metres p) const;

    const Roll& m_roll;
    Plane m_plane;
    std::vector<std::uint32_t> m_firstGrid;  ///< per village, into m_spots
    std::vector<Metres> m_spots;             ///< middles of grids, village after village
    std::vector<Circle> m_taken;
};

}  // namespace xiangtu::demo
