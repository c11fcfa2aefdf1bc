// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geom/polygon_set.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace xiangtu::index {

/// The shapes of one level made ready to be asked many times which of them holds a point: boxes in bins of
/// about one a box, and the edges of large shapes in slabs of latitude. Answers are exact and by the half-open
/// rule of geom::contains, so of a gap-free level exactly one shape holds a point; where dirty ones overlap,
/// the smallest number. Keeps a reference: the shapes must outlive it. Immutable; may be asked from any thread.
class Locator {
public:
    static constexpr std::uint32_t kNone = UINT32_MAX;

    explicit Locator(const geom::PolygonSet& shapes);

    [[nodiscard]] std::uint32_t at(geom::GridPoint p) const noexcept;
    /// For every point the shape that holds it or kNone, on all cores. Throws Error{cancelled}.
    [[nodiscard]] std::vector<std::uint32_t> at(std::span<const geom::GridPoint> points,
                                                const base::Progress& progress = {}) const;

private:
    struct Edge {
        geom::GridPoint low, high;  ///< low.y < high.y
    };

    void fillBins();
    void fillSlabs();
    void addSlabs(std::uint32_t shape, std::vector<Edge>& edges);
    [[nodiscard]] bool holds(std::uint32_t shape, geom::GridPoint p) const noexcept;
    [[nodiscard]] int column(std::int32_t x) const noexcept;
    [[nodiscard]] int row(std::int32_t y) const noexcept;

    const geom::PolygonSet& m_shapes;
    bool m_narrow = true;  ///< differences of coordinates multiply in 64 bits
    int m_columns = 1, m_rows = 1;
    double m_perX = 0, m_perY = 0;
    std::vector<std::uint32_t> m_binStart;  ///< into m_binShapes, per bin, row after row
    std::vector<std::uint32_t> m_binShapes;
    // Slab s of a large shape is m_edges[m_slabStart[s]] to m_edges[m_slabStart[s + 1]].
    std::vector<std::uint32_t> m_firstSlab;  ///< per shape and one more; a shape without slabs is walked along
    std::vector<std::uint32_t> m_slabStart{0};
    std::vector<Edge> m_edges;
};

}  // namespace xiangtu::index
