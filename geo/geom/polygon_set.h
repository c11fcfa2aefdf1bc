// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"

#include <cstdint>
#include <span>
#include <vector>

namespace xiangtu::geom {

/// The multipolygons of one level in flat memory: feature -> rings -> points. Rings have no repeated
/// last point; an outer ring is counter-clockwise and is followed by its holes (clockwise), so the
/// signed area of a feature is the sum over its rings. Append only.
class PolygonSet {
public:
    [[nodiscard]] std::size_t size() const noexcept { return m_featureStart.size() - 1; }
    [[nodiscard]] std::size_t ringCount() const noexcept { return m_ringStart.size() - 1; }
    [[nodiscard]] std::size_t pointCount() const noexcept { return m_points.size(); }

    /// Ring numbers of a feature are [firstRing(f), firstRing(f + 1)).
    [[nodiscard]] std::size_t firstRing(std::size_t feature) const noexcept { return m_featureStart[feature]; }
    [[nodiscard]] std::span<const GridPoint> ring(std::size_t ring) const noexcept {
        return {m_points.data() + m_ringStart[ring], m_ringStart[ring + 1] - m_ringStart[ring]};
    }
    [[nodiscard]] const GridBox& box(std::size_t feature) const noexcept { return m_boxes[feature]; }
    [[nodiscard]] const GridBox& extent() const noexcept { return m_extent; }
    [[nodiscard]] bool hasShape(std::size_t feature) const noexcept {
        return m_featureStart[feature] != m_featureStart[feature + 1];
    }

    void reserve(std::size_t features, std::size_t points);
    /// Appends one feature; an empty multipolygon gives a feature without rings.
    void add(const MultiPolygon& shape);
    // Streaming form of add(): any number of addRing between begin/end.
    void beginFeature();
    void addRing(std::span<const GridPoint> ring);
    void endFeature();

    /// The feature as a value again (outer rings found by orientation).
    [[nodiscard]] MultiPolygon feature(std::size_t feature) const;
    /// Twice the signed area on the lattice, exact; > 0 for a proper feature.
    [[nodiscard]] __int128 twiceArea(std::size_t feature) const noexcept;

private:
    std::vector<GridPoint> m_points;
    std::vector<std::uint32_t> m_ringStart{0};
    std::vector<std::uint32_t> m_featureStart{0};
    std::vector<GridBox> m_boxes;
    GridBox m_extent;
    GridBox m_current;
};

}  // namespace xiangtu::geom
