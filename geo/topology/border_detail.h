// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/shared_array.h"
#include "topology/topology.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace xiangtu::topology {

/// The borders of some levels at one degree of simplification, in pieces of at most kPiecePoints points.
/// A border runs through the nodes of finer borders: those cannot be seen where it is used. Lattice
/// coordinates. Pieces of top level l are [levelStart[l], levelStart[l + 1]), near ones side by side.
struct BorderRung {
    std::array<std::uint32_t, kMaxLevels + 1> levelStart{};
    base::SharedArray<std::uint32_t> pointStart;  ///< pieces + 1
    base::SharedArray<geom::GridPoint> points;
    base::SharedArray<geom::GridBox> boxes;  ///< per piece
    base::SharedArray<std::uint8_t> masks;   ///< per piece: Arc::levelMask

    [[nodiscard]] std::size_t pieces() const noexcept { return masks.size(); }
    [[nodiscard]] std::span<const geom::GridPoint> piece(std::size_t n) const noexcept {
        return points.span().subspan(pointStart[n], pointStart[n + 1] - pointStart[n]);
    }
};

/// Borders with levels of detail: rung k deviates from the true border by at most tolerance · 4^k and
/// keeps the ends where borders of its level or larger ones meet, so that no gap opens. A closed border
/// keeps three different points. About 30 bytes a point kept, less than 10 a face of the finest level.
/// Immutable; its arrays may lie in mapped memory.
class BorderDetail {
public:
    static constexpr std::size_t kPiecePoints = 64;

    /// No detail: no level is in it.
    BorderDetail() = default;
    /// `tolerance`: lattice units of longitude; bit l of `levels`: borders whose top level is l are in it.
    /// Nothing when arrays do not fit each other; O(pieces). Coordinates are not judged.
    [[nodiscard]] static std::optional<BorderDetail> from(double tolerance, unsigned levels,
                                                          std::vector<BorderRung> rungs);

    [[nodiscard]] double tolerance() const noexcept { return m_tolerance; }
    [[nodiscard]] unsigned levels() const noexcept { return m_levels; }
    [[nodiscard]] const std::vector<BorderRung>& rungs() const noexcept { return m_rungs; }
    /// The coarsest rung whose error is at most `error` (lattice units of longitude); null where none is.
    [[nodiscard]] const BorderRung* rungFor(double error) const noexcept;
    /// Calls visit(piece number) for pieces of a rung and top level whose box meets `box`, in their order.
    template <class Visit>
    void visit(const BorderRung& rung, std::size_t level, const geom::GridBox& box, Visit&& visit) const;

private:
    static constexpr std::uint32_t kGroup = 32;
    double m_tolerance = 0;
    unsigned m_levels = 0;
    std::vector<BorderRung> m_rungs;
    /// Per rung and level: box around every kGroup pieces.
    std::vector<std::array<std::vector<geom::GridBox>, kMaxLevels>> m_groups;
};

/// What to simplify, and how far.
struct BorderPlan {
    unsigned levels = 0;   ///< bit l: borders whose top level is l
    double tolerance = 1;  ///< of rung 0, lattice units of longitude
    double stretch = 1;    ///< units of longitude as long on the ground as one of latitude
    std::size_t rungs = 1;
};

/// Simplifies by Douglas and Peucker, on all cores; the same on every run. Rung 0 comes from the arcs,
/// each other one from the one before it.
[[nodiscard]] BorderDetail buildBorderDetail(const Topology& topology, const BorderPlan& plan,
                                             const base::Progress& progress = {});

template <class Visit>
void BorderDetail::visit(const BorderRung& rung, std::size_t level, const geom::GridBox& box, Visit&& visit) const {
    const auto& groups = m_groups[std::size_t(&rung - m_rungs.data())][level];
    const std::uint32_t first = rung.levelStart[level], end = rung.levelStart[level + 1];
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (!groups[g].intersects(box)) continue;
        const std::uint32_t from = first + std::uint32_t(g) * kGroup;
        for (std::uint32_t n = from; n < std::min(end, from + kGroup); ++n) {
            if (rung.boxes[n].intersects(box)) visit(n);
        }
    }
}

}  // namespace xiangtu::topology
