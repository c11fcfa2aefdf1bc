// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon_set.h"

#include <cstdint>
#include <span>
#include <vector>

namespace xiangtu::bench {

// The same work as a bare loop over flat memory: close to what the machine allows, with no exactness,
// no tiles and no levels around it. What the program is measured against.

/// Features in flat doubles, as a program without a lattice would hold them.
struct Flat {
    struct Point {
        double x, y;
    };
    std::vector<std::uint32_t> start{0};  ///< feature -> points; one ring each, first point repeated
    std::vector<Point> points;            ///< degrees
    explicit Flat(const geom::PolygonSet& shapes);
    [[nodiscard]] std::size_t size() const noexcept { return start.size() - 1; }
};

/// A window in degrees.
struct Window {
    double x0, y0, x1, y1;
};

/// Scanline fill with one colour a feature and a blended outline around each, straight into the rows
/// [firstRow, endRow) of a picture; vertices closer than 0.7 px are dropped. Longitude and latitude are
/// scaled separately, so that it covers the same pixels as a Mercator picture of the same window.
void drawPlain(const Flat& flat, std::span<const Window> boxes, std::span<const std::uint32_t> colours,
               const Window& window, int widthPx, int heightPx, int firstRow, int endRow, std::uint32_t* pixels);
[[nodiscard]] std::vector<Window> boxesOf(const Flat& flat);

/// Uniform bins of boxes, about one box a bin, and a copy of every feature that meets the window.
class PlainWindows {
public:
    explicit PlainWindows(const Flat& flat);
    /// Number of features copied into the scratch memory.
    [[nodiscard]] std::size_t copy(const Window& window);

private:
    [[nodiscard]] int column(double x) const noexcept;
    [[nodiscard]] int row(double y) const noexcept;
    const Flat& m_flat;
    std::vector<Window> m_boxes;
    Window m_extent{};
    int m_columns = 1, m_rows = 1;
    double m_perX = 1, m_perY = 1;
    std::vector<std::uint32_t> m_start, m_ids, m_mark;
    std::uint32_t m_tick = 0;
    std::vector<Flat::Point> m_out;
};

}  // namespace xiangtu::bench
