// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/spacing.h"

#include "demo/noise.h"
#include "demo/rng.h"
#include "geom/contains.h"
#include "geom/measure.h"

#include <algorithm>

namespace xiangtu::demo {

Spacing::Spacing(const geom::MultiPolygon& area, const Plane& plane, std::span<const Seat> seats, double points,
                 std::uint64_t seed) {
    geom::GridBox box;
    for (const geom::Polygon& part : area) box.extend(geom::boxOf(part.outer));
    const Metres low = plane.toMetres(box.min), high = plane.toMetres(box.max);
    const double extent = std::max(high.x - low.x, high.y - low.y);
    m_cell = extent * 1.02 / (kSide - 1);
    m_corner = low - Metres{extent * 0.01, extent * 0.01};

    m_values.resize(std::size_t(kSide) * kSide);
    double total = 0;
    for (int row = 0; row < kSide; ++row) {
        for (int col = 0; col < kSide; ++col) {
            const Metres p = m_corner + Metres{col * m_cell, row * m_cell};
            double density = std::exp2(1.1 * fractalNoise(mix(seed, 1), p, extent / 7, 4));
            for (const Seat& seat : seats) {
                const double d2 = dot(p - seat.at, p - seat.at) / (seat.reach * seat.reach);
                density += seat.strength / ((1 + d2) * (1 + d2));
            }
            m_values[std::size_t(row) * kSide + col] = float(density);
        }
    }
    // Every fourth cell is enough to know how much density the area holds.
    double inside = 0;
    for (int row = 2; row < kSide; row += 4) {
        for (int col = 2; col < kSide; col += 4) {
            const Metres p = m_corner + Metres{col * m_cell, row * m_cell};
            if (!geom::contains(area, plane.toGrid(p))) continue;
            total += m_values[std::size_t(row) * kSide + col];
            inside += 1;
        }
    }
    const double areaM2 = double(geom::twiceArea(area)) / 2 * plane.unitArea();
    const double mean = inside > 0 ? total / inside : 1;
    // In a mesh of well shaped triangles each point owns 0.87 of the square of the spacing.
    for (float& v : m_values) v = float(std::sqrt(areaM2 * mean / (double(v) * points * 0.87)));
}

double Spacing::at(Metres p) const noexcept {
    const double x = std::clamp((p.x - m_corner.x) / m_cell, 0.0, kSide - 1.001);
    const double y = std::clamp((p.y - m_corner.y) / m_cell, 0.0, kSide - 1.001);
    const int col = int(x), row = int(y);
    const double u = x - col, v = y - row;
    const float* cell = &m_values[std::size_t(row) * kSide + col];
    return (cell[0] * (1 - u) + cell[1] * u) * (1 - v) + (cell[kSide] * (1 - u) + cell[kSide + 1] * u) * v;
}

}  // namespace xiangtu::demo
