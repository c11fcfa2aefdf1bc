// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/shared_array.h"
#include "geom/polygon.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace xiangtu::geom {

/// The multipolygons of one level in flat memory: feature -> rings -> points. Rings have no repeated
/// last point; an outer ring is counter-clockwise and is followed by its holes (clockwise), so the
/// signed area of a feature is the sum over its rings. Append only, or made whole of arrays that lie
/// elsewhere (a mapped file).
class PolygonSet {
public:
    /// The set as flat arrays: ring r is points[ringStart[r]] to points[ringStart[r + 1]], feature f is the
    /// rings from featureStart[f] to featureStart[f + 1]; both begin with 0. One box per feature.
    struct Arrays {
        base::SharedArray<GridPoint> points;
        base::SharedArray<std::uint32_t> ringStart;
        base::SharedArray<std::uint32_t> featureStart;
        base::SharedArray<GridBox> boxes;
    };

    PolygonSet() = default;
    /// Nothing when the arrays do not fit together. Such a set cannot be added to.
    [[nodiscard]] static std::optional<PolygonSet> of(Arrays arrays);

    [[nodiscard]] std::size_t size() const noexcept { return featureStarts().size() - 1; }
    [[nodiscard]] std::size_t ringCount() const noexcept { return ringStarts().size() - 1; }
    [[nodiscard]] std::size_t pointCount() const noexcept { return points().size(); }

    /// Ring numbers of a feature are [firstRing(f), firstRing(f + 1)).
    [[nodiscard]] std::size_t firstRing(std::size_t feature) const noexcept { return featureStarts()[feature]; }
    [[nodiscard]] std::span<const GridPoint> ring(std::size_t ring) const noexcept {
        const auto start = ringStarts();
        return points().subspan(start[ring], start[ring + 1] - start[ring]);
    }
    [[nodiscard]] const GridBox& box(std::size_t feature) const noexcept { return boxes()[feature]; }
    [[nodiscard]] const GridBox& extent() const noexcept { return m_extent; }
    [[nodiscard]] bool hasShape(std::size_t feature) const noexcept {
        return firstRing(feature) != firstRing(feature + 1);
    }

    // The arrays themselves, see Arrays; valid until the set is added to or destroyed.
    [[nodiscard]] std::span<const GridPoint> points() const noexcept {
        return m_whole ? m_whole->points.span() : std::span(m_points);
    }
    [[nodiscard]] std::span<const std::uint32_t> ringStarts() const noexcept {
        return m_whole ? m_whole->ringStart.span() : std::span(m_ringStart);
    }
    [[nodiscard]] std::span<const std::uint32_t> featureStarts() const noexcept {
        return m_whole ? m_whole->featureStart.span() : std::span(m_featureStart);
    }
    [[nodiscard]] std::span<const GridBox> boxes() const noexcept {
        return m_whole ? m_whole->boxes.span() : std::span(m_boxes);
    }

    void reserve(std::size_t features, std::size_t points);
    /// Appends one feature; an empty multipolygon gives a feature without rings.
    void add(const MultiPolygon& shape);
    /// Appends the features of `from` from `first` up to `end`, as they lie there.
    void addRange(const PolygonSet& from, std::size_t first, std::size_t end);
    // Streaming form of add(): any number of addRing between begin/end.
    void beginFeature();
    void addRing(std::span<const GridPoint> ring);
    void endFeature();

    /// The feature as a value again (outer rings found by orientation).
    [[nodiscard]] MultiPolygon feature(std::size_t feature) const;
    /// Twice the signed area on the lattice, exact; > 0 for a proper feature.
    [[nodiscard]] __int128 twiceArea(std::size_t feature) const noexcept;
    /// Centre of area, holes taken off, on the lattice; it may lie outside a bent feature. The middle of
    /// the box for a feature without area.
    [[nodiscard]] GridPoint centroid(std::size_t feature) const noexcept;

private:
    std::shared_ptr<const Arrays> m_whole;  ///< set when made of arrays; the vectors are then unused
    std::vector<GridPoint> m_points;
    std::vector<std::uint32_t> m_ringStart{0};
    std::vector<std::uint32_t> m_featureStart{0};
    std::vector<GridBox> m_boxes;
    GridBox m_extent;
    GridBox m_current;
};

}  // namespace xiangtu::geom
