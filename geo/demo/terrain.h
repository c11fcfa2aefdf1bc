// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/mesh.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace xiangtu::demo {

/// What borders like to follow: lines of three orders (rivers and main ridges; streams, side ridges and
/// roads; field paths), each the zero line of a smooth random field, and rough ground in between.
class Terrain {
public:
    struct Order {
        double wavelength = 1000;  ///< metres between lines
        double barrier = 4;        ///< crossing one is as hard as that many times the way
    };
    Terrain(const Mesh& mesh, const std::array<Order, 3>& orders, std::uint64_t seed);

    /// How much harder it is to get from u to v than over even ground.
    [[nodiscard]] double resistance(std::uint32_t u, std::uint32_t v) const noexcept;
    /// Where a line crosses the mesh edge, as a share of the way from u to v.
    [[nodiscard]] std::optional<double> crossing(std::uint32_t u, std::uint32_t v) const noexcept;

private:
    std::array<double, 3> m_barrier;
    struct Place {
        std::array<float, 3> line;
        float rough;
    };
    std::vector<Place> m_places;  // per mesh point
};

}  // namespace xiangtu::demo
