// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "raster/tile_frame.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace xiangtu::raster {

/// Anti-aliased lines of one width into a coverage plane of the tile's size. Overlapping strokes take
/// the larger coverage, so joints and crossings come out even whatever the order.
class Stroker {
public:
    /// Starts a plane: everything uncovered.
    void start(double widthPx);
    /// A chain of lattice points. Vertices closer than a third of a pixel to the last drawn one are
    /// passed over; the choice starts at the chain's beginning, so it is the same on every tile.
    void add(const TileFrame& frame, std::span<const geom::GridPoint> chain) noexcept;
    void addClosed(const TileFrame& frame, std::span<const geom::GridPoint> ring) noexcept;

    [[nodiscard]] int firstRow() const noexcept { return m_firstRow; }
    [[nodiscard]] int endRow() const noexcept { return m_endRow; }
    [[nodiscard]] const std::uint8_t* row(int y) const noexcept { return &m_cover[std::size_t(y) * kSize]; }

private:
    static constexpr int kSize = scene::kTilePx;
    void segment(float ax, float ay, float bx, float by) noexcept;

    std::vector<std::uint8_t> m_cover = std::vector<std::uint8_t>(std::size_t(kSize) * kSize);
    float m_reach = 1;     ///< distance at which coverage ends
    float m_strength = 255;  ///< coverage in the middle of the line
    int m_firstRow = kSize;
    int m_endRow = 0;
};

}  // namespace xiangtu::raster
