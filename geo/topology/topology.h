// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geom/polygon_set.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace xiangtu::topology {

/// Levels are plain numbers here, 0 = largest; topology knows no governance.
inline constexpr std::size_t kMaxLevels = 5;
inline constexpr std::uint32_t kNoFace = UINT32_MAX;

/// A maximal chain of border segments with the same faces on both sides on every level. Direction
/// is from its first to its last point; closed when both are equal (then no node touches it).
struct Arc {
    std::uint32_t firstPoint = 0;  ///< into Topology::points
    std::uint32_t pointCount = 0;  ///< >= 2
    std::uint8_t topLevel = 0;     ///< smallest level number it separates: the style it is drawn in
    std::uint8_t levelMask = 0;    ///< bit l set: separates two different faces (or face and outside) of level l
    geom::GridBox box;
    std::array<std::uint32_t, kMaxLevels> left;  ///< face row per level left of the direction, or kNoFace
    std::array<std::uint32_t, kMaxLevels> right;
};

/// Where a level is not a clean coverage. Dirty input is loaded and drawn as it is; these say so.
struct Conflict {
    std::uint8_t level = 0;
    std::uint32_t faceA = kNoFace;  ///< two faces claim the same side of one segment
    std::uint32_t faceB = kNoFace;
    geom::GridPoint at;  ///< a place to look at
};

/// All borders of all levels, each drawn once. Derived from polygons, immutable.
class Topology {
public:
    [[nodiscard]] std::span<const Arc> arcs() const noexcept { return m_arcs; }
    [[nodiscard]] std::span<const geom::GridPoint> points(const Arc& arc) const noexcept {
        return {m_points.data() + arc.firstPoint, arc.pointCount};
    }
    [[nodiscard]] std::span<const Conflict> conflicts() const noexcept { return m_conflicts; }
    /// Arc indices bounding a face of a level, in no particular order.
    [[nodiscard]] std::span<const std::uint32_t> arcsOf(std::size_t level, std::uint32_t face) const noexcept;
    /// Faces of the same level sharing at least one segment, sorted, without repetition.
    [[nodiscard]] std::vector<std::uint32_t> neighbours(std::size_t level, std::uint32_t face) const;

private:
    friend class Builder;
    std::vector<geom::GridPoint> m_points;
    std::vector<Arc> m_arcs;
    std::vector<Conflict> m_conflicts;
    std::array<std::vector<std::uint32_t>, kMaxLevels> m_faceStart;
    std::array<std::vector<std::uint32_t>, kMaxLevels> m_faceArcs;
};

/// Builds from one PolygonSet per level (null = level absent). Segments shared by several levels
/// become one arc when their vertices agree; where they do not, each level keeps its own arcs.
[[nodiscard]] Topology build(std::span<const geom::PolygonSet* const> levels, const base::Progress& progress = {});

}  // namespace xiangtu::topology
