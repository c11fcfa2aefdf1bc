// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/grid_point.h"
#include "scene/view.h"

#include <array>

namespace xiangtu::raster {

/// Maps lattice coordinates to pixels of one tile, (0, 0) = its top left corner. x is exact; y is the
/// Mercator series at the tile's centre, without trigonometry per vertex: its error stays below
/// 0.02 px within a tile's height of the tile for tiles up to 4 degrees tall. Taller ones (a continent
/// on one tile) are computed by formula.
class TileFrame {
public:
    explicit TileFrame(scene::TileKey key) noexcept;

    [[nodiscard]] double px(std::int32_t x) const noexcept { return (double(x) - m_left) * m_pxPerUnit; }
    [[nodiscard]] double py(std::int32_t y) const noexcept {
        const double t = (double(y) - m_centreY) * m_radPerUnit;
        if (!m_series) return exactPy(y);
        return m_c[0] + t * (m_c[1] + t * (m_c[2] + t * (m_c[3] + t * (m_c[4] + t * m_c[5]))));
    }
    [[nodiscard]] double exactPy(std::int32_t y) const noexcept;

    /// Lattice x of the left edge, pixels per lattice unit along x.
    [[nodiscard]] double left() const noexcept { return m_left; }
    [[nodiscard]] double pxPerUnit() const noexcept { return m_pxPerUnit; }
    /// Lattice y (fractional) of the pixel centres of a row.
    [[nodiscard]] double rowLatitude(int row) const noexcept;

private:
    double m_scale;
    double m_top;   ///< world pixels
    double m_left;  ///< lattice units
    double m_pxPerUnit;
    double m_centreY;
    double m_radPerUnit;
    bool m_series = true;
    std::array<double, 6> m_c{};
};

}  // namespace xiangtu::raster
