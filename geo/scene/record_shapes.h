// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon_set.h"
#include "index/box_tree.h"
#include "model/snapshot.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace xiangtu::scene {

/// The polygons and lines of all registers, snapped for drawing, each with a number that tiles keep.
/// Immutable; a later state is made from the one before it, so that a record that did not change keeps
/// its number and one that did gets a new one. Lattice coordinates.
class RecordShapes {
public:
    explicit RecordShapes(const model::Snapshot& snapshot);
    /// The shapes of `next`. Precondition: it has the registers of `before` in the same order.
    RecordShapes(const RecordShapes& before, const model::Snapshot& next);

    struct Item {
        std::uint32_t registerIndex = 0;              ///< into Snapshot::registers
        std::shared_ptr<const model::Record> record;  ///< null = a number of the past
        double mu = -1;  ///< ellipsoidal area of the record's own polygon, not of the snapped one; lines: -1
        [[nodiscard]] bool line() const noexcept { return mu < 0; }
    };
    [[nodiscard]] const std::vector<Item>& items() const noexcept { return m_items; }
    /// Feature n belongs to items()[n]. Of a line, every part is a "ring" that must not be closed.
    [[nodiscard]] const geom::PolygonSet& shapes() const noexcept { return m_shapes; }
    /// Numbers whose box meets `box`, ascending.
    [[nodiscard]] std::vector<std::uint32_t> in(const geom::GridBox& box) const { return m_tree.meeting(box); }
    /// Boxes of what came and went since the state before; empty for the first state.
    [[nodiscard]] const std::vector<geom::GridBox>& changed() const noexcept { return m_changed; }

private:
    void add(std::uint32_t registerIndex, const std::shared_ptr<const model::Record>& record);
    void plant();

    std::vector<Item> m_items;
    geom::PolygonSet m_shapes;
    std::vector<geom::GridBox> m_changed;
    index::BoxTree m_tree;
};

}  // namespace xiangtu::scene
