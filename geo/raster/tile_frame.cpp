// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/tile_frame.h"

#include <cmath>
#include <numbers>

namespace xiangtu::raster {

namespace {
constexpr double kPi = std::numbers::pi;
constexpr double kUnitsAround = 360 * geom::kGridPerDegree;
constexpr double kTallestSeriesRad = 4 * kPi / 180;
}  // namespace

TileFrame::TileFrame(scene::TileKey key) noexcept
    : m_scale(scene::scaleOfStep(key.step)),
      m_top(double(key.y) * scene::kTilePx),
      m_left((double(key.x) * scene::kTilePx / m_scale - 0.5) * kUnitsAround),
      m_pxPerUnit(m_scale / kUnitsAround),
      m_radPerUnit(2 * kPi / kUnitsAround) {
    // Series of the Mercator ordinate ln tan(π/4 + φ/2) at the centre; its derivatives are
    // s, s·t, s³ + s·t², … with s = sec φ, t = tan φ.
    const double half = scene::kTilePx / 2.0;
    const double phi = std::atan(std::sinh((0.5 - (m_top + half) / m_scale) * 2 * kPi));
    m_centreY = phi / m_radPerUnit;
    const double s = 1 / std::cos(phi), t = std::tan(phi);
    const double s2 = s * s, t2 = t * t;
    const std::array<double, 5> derivative{s, s * t, s * (t2 + s2), s * t * (t2 + 5 * s2),
                                           s * (t2 * t2 + 18 * t2 * s2 + 5 * s2 * s2)};
    const double k = -m_scale / (2 * kPi);
    m_c[0] = half;
    double factorial = 1;
    for (std::size_t i = 0; i < derivative.size(); ++i) {
        factorial *= double(i + 1);
        m_c[i + 1] = k * derivative[i] / factorial;
    }
    m_series = scene::kTilePx / m_scale * 2 * kPi / s < kTallestSeriesRad;
}

double TileFrame::exactPy(std::int32_t y) const noexcept {
    return geodesy::toWorld(geom::GridPoint{0, y}).y * m_scale - m_top;
}

double TileFrame::rowLatitude(int row) const noexcept {
    const double phi = std::atan(std::sinh((0.5 - (m_top + row + 0.5) / m_scale) * 2 * kPi));
    return phi / m_radPerUnit;
}

}  // namespace xiangtu::raster
