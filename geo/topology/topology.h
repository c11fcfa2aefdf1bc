// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/shared_array.h"
#include "geom/polygon_set.h"

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
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
    std::uint32_t firstFace = 0;   ///< into the faces; ask Topology::left and right
    std::uint8_t topLevel = 0;     ///< smallest level number it separates: the style it is drawn in
    std::uint8_t levelMask = 0;    ///< bit l set: separates two different faces (or face and outside) of level l
    geom::GridBox box;
};

/// Where a level is not a clean coverage. Dirty input is loaded and drawn as it is; these say so.
struct Conflict {
    std::uint8_t level = 0;
    std::uint32_t faceA = kNoFace;  ///< two faces claim the same side of one segment
    std::uint32_t faceB = kNoFace;
    geom::GridPoint at;  ///< a place to look at
};

/// All borders of all levels, each drawn once. Derived from polygons, immutable; copies share.
class Topology {
public:
    /// The same as flat arrays. `faces` holds, per arc and level of its mask (ascending), the face on the
    /// left and the face on the right. The arcs of face f of a level are faceArcs[faceStart[f]] to
    /// faceArcs[faceStart[f + 1]]; both are empty for an absent level.
    struct Arrays {
        base::SharedArray<geom::GridPoint> points;
        base::SharedArray<Arc> arcs;
        base::SharedArray<std::uint32_t> faces;
        base::SharedArray<Conflict> conflicts;
        std::array<base::SharedArray<std::uint32_t>, kMaxLevels> faceStart;
        std::array<base::SharedArray<std::uint32_t>, kMaxLevels> faceArcs;
    };

    Topology() = default;
    /// Nothing when the arrays do not fit together.
    [[nodiscard]] static std::optional<Topology> of(Arrays arrays);
    [[nodiscard]] const Arrays& arrays() const noexcept { return m_arrays; }

    [[nodiscard]] std::span<const Arc> arcs() const noexcept { return m_arrays.arcs.span(); }
    [[nodiscard]] std::span<const geom::GridPoint> points(const Arc& arc) const noexcept {
        return {m_arrays.points.data() + arc.firstPoint, arc.pointCount};
    }
    /// The face of that level left of the arc's direction; kNoFace outside, and where the arc does not
    /// separate faces of that level.
    [[nodiscard]] std::uint32_t left(const Arc& arc, std::size_t level) const noexcept { return side(arc, level, 0); }
    [[nodiscard]] std::uint32_t right(const Arc& arc, std::size_t level) const noexcept { return side(arc, level, 1); }
    [[nodiscard]] std::span<const Conflict> conflicts() const noexcept { return m_arrays.conflicts.span(); }
    /// Arc indices bounding a face of a level, in no particular order.
    [[nodiscard]] std::span<const std::uint32_t> arcsOf(std::size_t level, std::uint32_t face) const noexcept;
    /// Faces of the same level sharing at least one segment, sorted, without repetition.
    [[nodiscard]] std::vector<std::uint32_t> neighbours(std::size_t level, std::uint32_t face) const;

private:
    explicit Topology(Arrays arrays) : m_arrays(std::move(arrays)) {}
    [[nodiscard]] std::uint32_t side(const Arc& arc, std::size_t level, std::uint32_t which) const noexcept {
        const unsigned mask = arc.levelMask;
        if ((mask >> level & 1u) == 0) return kNoFace;
        const auto before = std::uint32_t(std::popcount(mask & ((1u << level) - 1)));
        return m_arrays.faces[arc.firstFace + 2 * before + which];
    }

    Arrays m_arrays;
};

/// Builds from one PolygonSet per level (null = level absent). Segments shared by several levels
/// become one arc when their vertices agree; where they do not, each level keeps its own arcs.
[[nodiscard]] Topology build(std::span<const geom::PolygonSet* const> levels, const base::Progress& progress = {});

}  // namespace xiangtu::topology
