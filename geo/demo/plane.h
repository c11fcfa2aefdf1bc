// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/grid_point.h"

#include <cmath>
#include <cstdint>

namespace xiangtu::demo {

/// Metres east and north of a plane's origin.
struct Metres {
    double x = 0;
    double y = 0;
    bool operator==(const Metres&) const = default;
};

[[nodiscard]] inline Metres operator+(Metres a, Metres b) noexcept { return {a.x + b.x, a.y + b.y}; }
[[nodiscard]] inline Metres operator-(Metres a, Metres b) noexcept { return {a.x - b.x, a.y - b.y}; }
[[nodiscard]] inline Metres operator*(Metres a, double f) noexcept { return {a.x * f, a.y * f}; }
[[nodiscard]] inline double dot(Metres a, Metres b) noexcept { return a.x * b.x + a.y * b.y; }
[[nodiscard]] inline double distance(Metres a, Metres b) noexcept { return std::sqrt(dot(a - b, a - b)); }

/// The lattice seen as a flat sheet around one point: good to a few parts in a thousand over a county,
/// enough for choosing shapes. Areas that are reported come from the ellipsoid, never from here.
class Plane {
public:
    explicit Plane(geom::GridPoint origin) noexcept
        : m_origin(origin), m_kx(m_ky * std::cos(origin.y / geom::kGridPerDegree * (3.14159265358979323846 / 180))) {}

    [[nodiscard]] geom::GridPoint origin() const noexcept { return m_origin; }
    [[nodiscard]] Metres toMetres(geom::GridPoint p) const noexcept {
        return {(double(p.x) - m_origin.x) * m_kx, (double(p.y) - m_origin.y) * m_ky};
    }
    [[nodiscard]] geom::GridPoint toGrid(Metres m) const noexcept {
        return {std::int32_t(std::llround(m.x / m_kx) + m_origin.x),
                std::int32_t(std::llround(m.y / m_ky) + m_origin.y)};
    }
    /// Degrees with full precision, for register geometries.
    [[nodiscard]] geom::GeoPoint toGeo(Metres m) const noexcept {
        return {(m.x / m_kx + m_origin.x) / geom::kGridPerDegree, (m.y / m_ky + m_origin.y) / geom::kGridPerDegree};
    }
    /// Square metres of one square lattice unit.
    [[nodiscard]] double unitArea() const noexcept { return m_kx * m_ky; }

private:
    geom::GridPoint m_origin;
    double m_ky = 0.0111195;  // metres in 1e-7 degree of latitude
    double m_kx;
};

}  // namespace xiangtu::demo
