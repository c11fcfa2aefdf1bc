// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/stroke.h"

#include <algorithm>
#include <cmath>

namespace xiangtu::raster {

namespace {
constexpr double kSkipPx = 1.0 / 3;
}

void Stroker::start(double widthPx) {
    // Lines thinner than a pixel are a pixel wide and fainter.
    const double width = std::max(widthPx, 1.0);
    m_reach = float(width / 2 + 0.5);
    m_strength = float(255 * std::min(widthPx, 1.0));
    if (m_firstRow < m_endRow) {
        std::fill(m_cover.begin() + m_firstRow * kSize, m_cover.begin() + m_endRow * kSize, std::uint8_t(0));
    }
    m_firstRow = kSize;
    m_endRow = 0;
}

void Stroker::add(const TileFrame& frame, std::span<const geom::GridPoint> chain) noexcept {
    if (chain.empty()) return;
    double ax = frame.px(chain[0].x), ay = frame.py(chain[0].y);
    for (std::size_t i = 1; i < chain.size(); ++i) {
        const double bx = frame.px(chain[i].x), by = frame.py(chain[i].y);
        const double dx = bx - ax, dy = by - ay;
        if (dx * dx + dy * dy < kSkipPx * kSkipPx && i + 1 < chain.size()) continue;
        segment(float(ax), float(ay), float(bx), float(by));
        ax = bx;
        ay = by;
    }
}

void Stroker::addClosed(const TileFrame& frame, std::span<const geom::GridPoint> ring) noexcept {
    if (ring.size() < 2) return;
    add(frame, ring);
    const std::array<geom::GridPoint, 2> last{ring.back(), ring.front()};
    add(frame, last);
}

void Stroker::segment(float ax, float ay, float bx, float by) noexcept {
    const float reach = m_reach;
    const float left = std::min(ax, bx) - reach, right = std::max(ax, bx) + reach;
    const float top = std::min(ay, by) - reach, bottom = std::max(ay, by) + reach;
    if (right <= 0 || bottom <= 0 || left >= kSize || top >= kSize) return;
    const int y0 = std::max(0, int(std::ceil(top - 0.5f))), y1 = std::min(kSize - 1, int(std::floor(bottom - 0.5f)));
    if (y0 > y1) return;
    const float dx = bx - ax, dy = by - ay;
    const float length2 = dx * dx + dy * dy;
    const float inverse = length2 > 0 ? 1 / length2 : 0;
    // How far along x the line's band reaches on one row, and how the band moves from row to row.
    const bool slanted = std::fabs(dy) > 1e-3f;
    const float half = slanted ? reach * std::sqrt(length2) / std::fabs(dy) : 0;
    const float lean = slanted ? dx / dy : 0;
    m_firstRow = std::min(m_firstRow, y0);
    m_endRow = std::max(m_endRow, y1 + 1);
    for (int y = y0; y <= y1; ++y) {
        const float cy = float(y) + 0.5f - ay;
        float from = left, to = right;
        if (slanted) {
            const float middle = ax + cy * lean;
            from = std::max(from, middle - half);
            to = std::min(to, middle + half);
        }
        const int x0 = std::max(0, int(std::ceil(std::max(from, -1.0f) - 0.5f)));
        const int x1 = std::min(kSize - 1, int(std::floor(std::min(to, float(kSize)) - 0.5f)));
        std::uint8_t* out = &m_cover[std::size_t(y) * kSize];
        for (int x = x0; x <= x1; ++x) {
            const float cx = float(x) + 0.5f - ax;
            const float t = std::min(1.0f, std::max(0.0f, (cx * dx + cy * dy) * inverse));
            const float ex = cx - t * dx, ey = cy - t * dy;
            const float near = std::min(1.0f, std::max(0.0f, reach - std::sqrt(ex * ex + ey * ey)));
            out[x] = std::max(out[x], std::uint8_t(near * m_strength));
        }
    }
}

}  // namespace xiangtu::raster
