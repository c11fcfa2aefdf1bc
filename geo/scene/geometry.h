// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/unit_index.h"
#include "model/snapshot.h"
#include "topology/topology.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace xiangtu::scene {

/// A number for every unit of every level, so that one pixel plane can hold any of them:
/// face = offset[level] + row.
struct FaceNumbers {
    std::array<std::uint32_t, model::kLevelCount + 1> offset{};
    [[nodiscard]] std::uint32_t of(model::UnitRef ref) const noexcept { return offset[model::indexOf(ref.level)] + ref.row; }
    [[nodiscard]] model::UnitRef unit(std::uint32_t face) const noexcept;
    [[nodiscard]] std::uint32_t count() const noexcept { return offset[model::kLevelCount]; }
};
inline constexpr std::uint32_t kNoFace = UINT32_MAX;

/// The drawable geometry of a state: what tiles are rasterised from. Built once per change of
/// borders, shared by all workers; classes, themes and styles are not in it. Lattice coordinates.
class Geometry {
public:
    Geometry(std::shared_ptr<const model::Snapshot> snapshot, std::shared_ptr<const topology::Topology> topology,
             std::shared_ptr<const index::UnitIndex> units);
    ~Geometry();

    [[nodiscard]] const model::Snapshot& snapshot() const noexcept { return *m_snapshot; }
    [[nodiscard]] const topology::Topology& topology() const noexcept { return *m_topology; }
    [[nodiscard]] const index::UnitIndex& units() const noexcept { return *m_units; }
    [[nodiscard]] const FaceNumbers& faces() const noexcept { return m_faces; }
    [[nodiscard]] geom::GridBox extent() const noexcept { return m_extent; }

    /// Arc numbers whose box meets `box` and whose topLevel is at most `maxLevel`, ascending.
    [[nodiscard]] std::vector<std::uint32_t> arcsIn(const geom::GridBox& box, int maxLevel) const;
    /// True when the unit's polygon is exactly tiled by its children: it needs no fill of its own.
    [[nodiscard]] bool tiledByChildren(model::UnitRef ref) const noexcept;

    /// Polygons of geometry registers (industry bases) snapped for drawing; `record` points into the
    /// snapshot's register table.
    struct Overlay {
        std::uint32_t registerIndex = 0;
        std::uint32_t record = 0;
    };
    [[nodiscard]] const geom::PolygonSet& overlayShapes() const noexcept { return m_overlayShapes; }
    [[nodiscard]] const std::vector<Overlay>& overlays() const noexcept { return m_overlays; }
    [[nodiscard]] std::vector<std::uint32_t> overlaysIn(const geom::GridBox& box) const;

    /// A point well inside the unit's largest part, for its label, and the lattice radius free around
    /// it (pole of inaccessibility). Computed on first use, then kept; safe from any thread.
    struct LabelPoint {
        geom::GridPoint at;
        double radius = 0;  ///< lattice units along y
    };
    [[nodiscard]] LabelPoint labelPoint(model::UnitRef ref) const;

private:
    struct Trees;
    std::shared_ptr<const model::Snapshot> m_snapshot;
    std::shared_ptr<const topology::Topology> m_topology;
    std::shared_ptr<const index::UnitIndex> m_units;
    FaceNumbers m_faces;
    geom::GridBox m_extent;
    geom::PolygonSet m_overlayShapes;
    std::vector<Overlay> m_overlays;
    std::unique_ptr<Trees> m_trees;
};

}  // namespace xiangtu::scene
