// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "raster/tile_frame.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace xiangtu::raster {

/// Anti-aliased lines of one width into a coverage plane of the tile's size. Overlapping strokes take
/// the larger coverage, so joints and crossings come out even whatever the order.
///
/// Coverage falls off with the squared distance to the segment (no root per pixel): full inside the
/// line, about a half on its edge, none half a pixel beyond.
class Stroker {
public:
    /// Sets the width. Precondition: nothing was added since the last emit().
    void start(double widthPx);
    /// A chain of lattice points. Vertices closer than 0.7 px to the last drawn one are passed over;
    /// the choice starts at the chain's beginning, so it is the same on every tile.
    void add(const TileFrame& frame, std::span<const geom::GridPoint> chain) noexcept;
    void addClosed(const TileFrame& frame, std::span<const geom::GridPoint> ring) noexcept;

    static constexpr int kBlock = 8;
    /// Calls block(row, column, cover) for every run of kBlock pixels that may be covered, cover[0 … 7]
    /// being 0 … 255, then forgets them.
    template <class Block>
    void emit(Block&& block) noexcept;

private:
    static constexpr int kSize = scene::kTilePx;
    // Pixels are done four at a time: room for the overhang on the right.
    static constexpr int kStride = kSize + kBlock;
    [[nodiscard]] static std::size_t rowStart(int y) noexcept { return std::size_t(y) * kStride; }
    void segment(float ax, float ay, float bx, float by) noexcept;

    std::vector<std::int16_t> m_cover = std::vector<std::int16_t>(std::size_t(kSize) * kStride);
    std::array<std::uint64_t, kSize> m_touched{};  ///< per row: blocks that may be covered
    float m_reach = 1;                             ///< distance at which coverage ends
    float m_perSquare = 1;                         ///< coverage lost per squared pixel between core and reach
    float m_linear = 0;                            ///< share of the linear fall-off, the rest is squared
    float m_strength = 255;                        ///< coverage in the middle of the line
    int m_firstRow = kSize;
    int m_endRow = 0;
};

template <class Block>
void Stroker::emit(Block&& block) noexcept {
    for (int y = m_firstRow; y < m_endRow; ++y) {
        std::int16_t* cover = &m_cover[rowStart(y)];
        for (std::uint64_t rest = m_touched[std::size_t(y)]; rest != 0; rest &= rest - 1) {
            const int x = std::countr_zero(rest) * kBlock;
            // The last block is the overhang: cleared, not shown.
            if (x < kSize) block(y, x, static_cast<const std::int16_t*>(cover + x));
            std::fill(cover + x, cover + x + kBlock, std::int16_t(0));
        }
        m_touched[std::size_t(y)] = 0;
    }
    m_firstRow = kSize;
    m_endRow = 0;
}

}  // namespace xiangtu::raster
