// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/shared_array.h"
#include "index/unit_index.h"
#include "model/snapshot.h"
#include "scene/label_point.h"
#include "scene/record_shapes.h"
#include "topology/detail.h"
#include "topology/topology.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace xiangtu::scene {

/// A number for every unit of every level, so that one pixel plane can hold any of them:
/// face = offset[level] + row.
struct FaceNumbers {
    std::array<std::uint32_t, model::kLevelCount + 1> offset{};
    [[nodiscard]] std::uint32_t of(model::UnitRef ref) const noexcept {
        return offset[model::indexOf(ref.level)] + ref.row;
    }
    [[nodiscard]] model::UnitRef unit(std::uint32_t face) const noexcept;
    [[nodiscard]] std::uint32_t count() const noexcept { return offset[model::kLevelCount]; }
};
inline constexpr std::uint32_t kNoFace = UINT32_MAX;

/// The drawable geometry of a state: what tiles are rasterised from. Built once per change of
/// borders, and cheaply per change of records, shared by all workers; classes, themes and styles are not in it. Lattice
/// coordinates.
class Geometry {
public:
    /// `tiled`: tiled() of an earlier geometry of the same units, which saves reading every point of every
    /// polygon; found anew where it does not fit.
    Geometry(std::shared_ptr<const model::Snapshot> snapshot, std::shared_ptr<const topology::Topology> topology,
             std::shared_ptr<const index::UnitIndex> units, base::SharedArray<std::uint8_t> tiled = {});
    ~Geometry();

    [[nodiscard]] const model::Snapshot& snapshot() const noexcept { return *m_snapshot; }
    [[nodiscard]] const topology::Topology& topology() const noexcept { return *m_topology; }
    [[nodiscard]] const index::UnitIndex& units() const noexcept { return *m_units; }
    [[nodiscard]] const FaceNumbers& faces() const noexcept { return m_faces; }
    /// Of all levels and records; empty when there is nothing to draw.
    [[nodiscard]] geom::GridBox extent() const noexcept { return m_extent; }
    /// The latitude whose scale decides widths and visibility on every tile, so that neighbouring
    /// tiles agree: the middle of the extent.
    [[nodiscard]] double styleLatitude() const noexcept { return m_styleLatitude; }
    /// Side of a square as large as a unit of the level is on average, metres at that latitude; of some
    /// hundred units, the same ones on every run. 0 where there are none.
    [[nodiscard]] double unitMetres(model::Level level) const noexcept { return m_unitMetres[model::indexOf(level)]; }

    /// Face of the parent of every face, kNoFace where it has none; 4 bytes a face.
    [[nodiscard]] std::span<const std::uint32_t> parents() const noexcept { return m_parents.span(); }

    /// Arc numbers whose box meets `box` and the bit of whose topLevel is set in `topLevels`, ascending.
    [[nodiscard]] std::vector<std::uint32_t> arcsIn(const geom::GridBox& box, unsigned topLevels) const;
    /// True when the unit's polygon is exactly tiled by its children: it needs no fill of its own.
    [[nodiscard]] bool tiledByChildren(model::UnitRef ref) const noexcept { return m_tiled[m_faces.of(ref)] != 0; }

    /// The same per face, 1 = tiled by its children.
    [[nodiscard]] const base::SharedArray<std::uint8_t>& tiled() const noexcept { return m_tiled; }
    /// What far views are drawn from; null until somebody made it (raster::makeDetail).
    [[nodiscard]] const topology::Detail* detail() const noexcept { return m_detail.get(); }
    /// The same with a detail, which must be of these borders.
    [[nodiscard]] std::shared_ptr<const Geometry> withDetail(std::shared_ptr<const topology::Detail> detail) const;

    /// Polygons and lines of all registers.
    [[nodiscard]] const RecordShapes& records() const noexcept { return *m_records; }
    /// The same borders with the records of a later state, for little: everything else is shared.
    /// Precondition: `snapshot` has the level tables of this one.
    [[nodiscard]] std::shared_ptr<const Geometry> withRecords(std::shared_ptr<const model::Snapshot> snapshot) const;

    /// A point well inside the unit's largest part, for its label. Computed on first use, then kept;
    /// safe from any thread. Precondition: the unit has a polygon.
    using LabelPoint = scene::LabelPoint;
    [[nodiscard]] LabelPoint labelPoint(model::UnitRef ref) const;

private:
    class LabelPoints;
    Geometry(const Geometry&) = default;
    void findParents();
    void findTiled();
    void measureUnits();

    std::shared_ptr<const model::Snapshot> m_snapshot;
    std::shared_ptr<const topology::Topology> m_topology;
    std::shared_ptr<const index::UnitIndex> m_units;
    FaceNumbers m_faces;
    geom::GridBox m_extent;
    double m_styleLatitude = 0;
    std::array<double, model::kLevelCount> m_unitMetres{};
    base::SharedArray<std::uint32_t> m_parents;  ///< per face
    base::SharedArray<std::uint8_t> m_tiled;     ///< per face
    std::shared_ptr<const topology::Detail> m_detail;
    std::shared_ptr<const RecordShapes> m_records;
    std::shared_ptr<LabelPoints> m_labelPoints;  ///< of places, which do not move; safe from any thread
};

}  // namespace xiangtu::scene
