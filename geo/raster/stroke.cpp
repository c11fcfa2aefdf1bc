// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/stroke.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace xiangtu::raster {

namespace {

constexpr double kSkipPx = 0.7;
// From this length on a segment's band is followed row by row; below, its box is as good.
constexpr float kLongPx = 6;

/// Four pixels of a row at a time (a vector type of GCC and Clang).
using Four = float __attribute__((vector_size(16)));
using FourInts = std::int32_t __attribute__((vector_size(16)));
using FourShorts = std::int16_t __attribute__((vector_size(8)));

Four all(float v) noexcept { return Four{v, v, v, v}; }
Four smaller(Four a, Four b) noexcept { return a < b ? a : b; }
Four larger(Four a, Four b) noexcept { return a > b ? a : b; }

/// Floor by truncation for values above -4096: no call into the maths library per row.
int floorOf(float v) noexcept { return int(v + 4096.0f) - 4096; }

}  // namespace

void Stroker::start(double widthPx) {
    // Lines thinner than a pixel are a pixel wide and fainter.
    const double half = std::max(widthPx, 1.0) / 2;
    const double reach = half + 0.5, core = half - 0.5;
    m_reach = float(reach);
    m_perSquare = float(1 / (reach * reach - core * core));
    // Falling linearly with the squared distance leaves too much ink outside the edge, its square too
    // little: mixed so that the edge itself has a half.
    const double edge = (reach * reach - half * half) * m_perSquare;
    m_linear = float(std::clamp((0.5 - edge * edge) / (edge - edge * edge), 0.0, 1.0));
    m_strength = float(255 * std::min(widthPx, 1.0));
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
    if (!(right > 0 && bottom > 0 && left < kSize && top < kSize)) return;
    // Pixels whose centre lies inside the box; clamped before the conversion, far ends may be far.
    const int y0 = floorOf(std::max(top, 0.0f) + 0.5f), y1 = floorOf(std::min(bottom, float(kSize)) - 0.5f);
    if (y0 > y1) return;
    const float dx = bx - ax, dy = by - ay;
    const float length2 = dx * dx + dy * dy;
    const float inverse = length2 > 0 ? 1 / length2 : 0;
    // How far along x the line's band reaches on one row, and how the band moves from row to row.
    const bool slanted = length2 > kLongPx * kLongPx && std::fabs(dy) > 1e-3f;
    const float half = slanted ? reach * std::sqrt(length2) / std::fabs(dy) : 0;
    const float lean = slanted ? dx / dy : 0;
    m_firstRow = std::min(m_firstRow, y0);
    m_endRow = std::max(m_endRow, y1 + 1);
    const Four reach2 = all(reach * reach), perSquare = all(m_perSquare), linear = all(m_linear);
    const Four squared = all(1 - m_linear), strength = all(m_strength), zero = all(0), one = all(1);
    const Four slopeX = all(dx), slopeY = all(dy), invert = all(inverse);
    const Four lanes{0.5f, 1.5f, 2.5f, 3.5f};
    for (int y = y0; y <= y1; ++y) {
        const float cy = float(y) + 0.5f - ay;
        float from = left, to = right;
        if (slanted) {
            const float middle = ax + cy * lean;
            from = std::max(from, middle - half);
            to = std::min(to, middle + half);
        }
        const int x0 = floorOf(std::clamp(from, 0.0f, float(kSize)) + 0.5f);
        const int x1 = floorOf(std::clamp(to, 0.0f, float(kSize)) - 0.5f);
        if (x0 > x1) continue;
        // Blocks of the first to the last pixel written, the overhang of the fourth included.
        const int first = x0 / kBlock, last = (x0 + (x1 - x0) / 4 * 4 + 3) / kBlock;
        m_touched[std::size_t(y)] |= (std::uint64_t(2) << last) - (std::uint64_t(1) << first);
        std::int16_t* out = &m_cover[rowStart(y)];
        const Four rowY = all(cy), alongY = all(cy * dy);
        for (int x = x0; x <= x1; x += 4) {
            const Four cx = all(float(x) - ax) + lanes;
            const Four t = smaller(one, larger(zero, (cx * slopeX + alongY) * invert));
            const Four ex = cx - t * slopeX, ey = rowY - t * slopeY;
            const Four s = smaller(one, larger(zero, (reach2 - ex * ex - ey * ey) * perSquare));
            const FourInts cover = __builtin_convertvector(s * (linear + squared * s) * strength, FourInts);
            const FourShorts mine = __builtin_convertvector(cover, FourShorts);
            FourShorts before;
            std::memcpy(&before, out + x, sizeof before);
            before = before > mine ? before : mine;
            std::memcpy(out + x, &before, sizeof before);
        }
    }
}

}  // namespace xiangtu::raster
