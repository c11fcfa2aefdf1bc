// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon_set.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace xiangtu::topology {

/// Cuts the extent of some polygons into square tiles, numbered along a Morton curve, of some thousand
/// segments each: small enough for a core's cache, and what is near on the map is near in memory. Depends
/// on the polygons only, so that what is built by tiles is the same on every machine.
class Tiling {
public:
    /// Null levels are absent.
    explicit Tiling(std::span<const geom::PolygonSet* const> levels);

    [[nodiscard]] std::size_t count() const noexcept { return std::size_t(1) << 2 * m_bits; }
    [[nodiscard]] std::size_t of(geom::GridPoint p) const noexcept {
        const auto x = std::uint32_t(double(std::int64_t(p.x) - m_origin.x) * m_scale);
        const auto y = std::uint32_t(double(std::int64_t(p.y) - m_origin.y) * m_scale);
        return spread(x) | spread(y) << 1;
    }

private:
    /// Puts a zero in front of each of the low eight bits.
    static std::size_t spread(std::uint32_t v) noexcept {
        v = (v | v << 4) & 0x0F0F;
        v = (v | v << 2) & 0x3333;
        return (v | v << 1) & 0x5555;
    }

    geom::GridPoint m_origin;
    double m_scale = 0;
    unsigned m_bits = 0;  ///< per axis, at most 8
};

}  // namespace xiangtu::topology
