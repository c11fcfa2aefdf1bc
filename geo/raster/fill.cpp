// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/fill.h"

#include <algorithm>
#include <cmath>

namespace xiangtu::raster {

void Filler::start(const TileFrame& frame) {
    m_left = frame.left();
    m_pxPerUnit = frame.pxPerUnit();
    m_firstRow = kSize;
    m_endRow = 0;
    // Tiles side by side have the same rows; those of one row are mostly drawn one after the other.
    if (m_rowLatitude.front() == frame.rowLatitude(0) && m_rowLatitude.back() == frame.rowLatitude(kSize - 1)) return;
    for (int row = 0; row < kSize; ++row) {
        m_rowLatitude[std::size_t(row)] = frame.rowLatitude(row);
        m_rowFloor[std::size_t(row)] = std::int32_t(std::floor(m_rowLatitude[std::size_t(row)]));
    }
    m_rowFloor[kSize] = INT32_MIN;  // ends every search
    // A table from latitude to row, so fine that at most about one row begins inside a step.
    m_topY = std::int64_t(m_rowFloor[0]) + 1;
    const std::int64_t span = m_topY - m_rowFloor[kSize - 1];
    m_shift = 0;
    while ((span >> (m_shift + 1)) > 2 * kSize) ++m_shift;
    m_rowAt.resize(std::size_t(span >> m_shift) + 1);
    std::uint16_t row = 0;
    for (std::size_t i = 0; i < m_rowAt.size(); ++i) {
        const std::int64_t y = m_topY - (std::int64_t(i) << m_shift);
        while (row < kSize && m_rowFloor[row] >= y) ++row;
        m_rowAt[i] = row;
    }
}

int Filler::rowsAbove(std::int32_t y) const noexcept {
    const std::int64_t below = m_topY - y;
    if (below <= 0) return 0;
    const std::size_t step = std::size_t(below >> m_shift);
    if (step >= m_rowAt.size()) return kSize;
    int row = m_rowAt[step];
    while (m_rowFloor[std::size_t(row)] >= y) ++row;
    return row;
}

void Filler::addEdge(geom::GridPoint a, geom::GridPoint b, int rowA, int rowB) noexcept {
    // From the low to the high end, whichever way the ring runs: both neighbours compute the same.
    const geom::GridPoint low = a.y < b.y ? a : b;
    const geom::GridPoint high = a.y < b.y ? b : a;
    const int first = std::min(rowA, rowB), end = std::max(rowA, rowB);
    m_firstRow = std::min(m_firstRow, first);
    m_endRow = std::max(m_endRow, end);
    const double start = (double(low.x) - m_left) * m_pxPerUnit - 0.5;
    const double slope = (double(high.x) - low.x) * m_pxPerUnit / (double(high.y) - low.y);
    for (int row = first; row < end; ++row) {
        const double u = start + (m_rowLatitude[std::size_t(row)] - low.y) * slope;
        if (!(u <= kSize - 1)) continue;  // right of the last centre: toggles nothing
        // First column whose centre is at or right of the crossing: ceil(u), by truncation.
        const int column = u <= 0 ? 0 : kSize - int(double(kSize) - u);
        m_toggles[std::size_t(row)][std::size_t(column) / 64] ^= std::uint64_t(1) << (column % 64);
    }
}

void Filler::add(const geom::PolygonSet& shapes, std::size_t feature) noexcept {
    for (std::size_t r = shapes.firstRing(feature); r < shapes.firstRing(feature + 1); ++r) {
        const auto ring = shapes.ring(r);
        if (ring.size() < 3) continue;
        geom::GridPoint before = ring.back();
        int rowBefore = rowsAbove(before.y);
        for (const geom::GridPoint p : ring) {
            const int row = rowsAbove(p.y);
            if (row != rowBefore) addEdge(before, p, rowBefore, row);
            before = p;
            rowBefore = row;
        }
    }
}

}  // namespace xiangtu::raster
