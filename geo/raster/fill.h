// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "raster/tile_frame.h"

#include "geom/polygon_set.h"

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

namespace xiangtu::raster {

/// Exact even-odd fill of polygons into a tile. Every edge crossing toggles one bit of its row (the
/// first pixel whose centre is not left of the edge); a running XOR over the row then gives the inside.
/// Crossings need no order, so nothing is sorted or allocated per polygon, and an edge shared by two
/// polygons toggles the same bits for both: neighbours never leave a pixel out or claim it twice.
class Filler {
public:
    /// Starts a tile; scratch memory is kept from the tile before.
    void start(const TileFrame& frame);
    /// Adds all rings of a feature.
    void add(const geom::PolygonSet& shapes, std::size_t feature) noexcept;
    /// Calls run(row, firstColumn, endColumn) for the inside of what was added, then forgets it.
    template <class Run>
    void emit(Run&& run) noexcept;

private:
    static constexpr int kSize = scene::kTilePx;
    static constexpr int kWords = kSize / 64;

    /// Number of rows whose centre does not lie below the lattice latitude y: rows from there on are
    /// strictly below a vertex at y. A vertex on a row's centre counts as below it.
    [[nodiscard]] int rowsAbove(std::int32_t y) const noexcept;
    void addEdge(geom::GridPoint a, geom::GridPoint b, int rowA, int rowB) noexcept;

    std::array<std::array<std::uint64_t, kWords>, kSize> m_toggles{};
    std::array<double, kSize> m_rowLatitude{};
    std::array<std::int32_t, kSize + 1> m_rowFloor{};  ///< floor of it; a sentinel at the end
    std::vector<std::uint16_t> m_rowAt;                ///< first candidate row per 2^m_shift lattice units below m_topY
    std::int64_t m_topY = 0;
    int m_shift = 0;
    double m_left = 0;
    double m_pxPerUnit = 0;
    int m_firstRow = kSize;
    int m_endRow = 0;
};

template <class Run>
void Filler::emit(Run&& run) noexcept {
    for (int row = m_firstRow; row < m_endRow; ++row) {
        auto& words = m_toggles[std::size_t(row)];
        std::uint64_t carry = 0;  // all ones while inside
        int open = -1;            // first column of a run reaching into the next word
        for (int w = 0; w < kWords; ++w) {
            std::uint64_t bits = words[std::size_t(w)];
            words[std::size_t(w)] = 0;
            if (bits == 0) continue;  // nothing changes: an open run stays open
            bits ^= bits << 1;
            bits ^= bits << 2;
            bits ^= bits << 4;
            bits ^= bits << 8;
            bits ^= bits << 16;
            bits ^= bits << 32;
            bits ^= carry;
            carry = 0 - (bits >> 63);
            const int base = w * 64;
            int at = 0;
            while (at < 64) {
                if (open < 0) {
                    const std::uint64_t ahead = bits >> at;
                    if (ahead == 0) break;
                    at += std::countr_zero(ahead);
                    open = base + at;
                }
                const std::uint64_t outside = ~bits >> at;
                // Shifted-in zeros of ~bits must not end a run that reaches the word's end.
                const int length = outside == 0 ? 64 - at : std::countr_zero(outside);
                at += length;
                if (at >= 64) break;
                run(row, open, base + at);
                open = -1;
            }
        }
        if (open >= 0) run(row, open, kSize);
    }
    m_firstRow = kSize;
    m_endRow = 0;
}

}  // namespace xiangtu::raster
