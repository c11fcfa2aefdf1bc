// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/box_tree.h"
#include "model/snapshot.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace xiangtu::index {

/// Packed R-trees over the boxes of the units, one per level. Immutable; shares the snapshot's
/// level tables, so it stays valid while classes change.
class UnitIndex {
public:
    using Tables = std::array<std::shared_ptr<const model::LevelTable>, model::kLevelCount>;
    explicit UnitIndex(const model::Snapshot& snapshot);
    /// Of trees that were built before; their numbers are rows of the tables.
    UnitIndex(const Tables& tables, std::array<BoxTree, model::kLevelCount> trees);
    ~UnitIndex();
    UnitIndex(UnitIndex&&) noexcept;
    UnitIndex& operator=(UnitIndex&&) noexcept;

    /// Rows whose box meets `box`, ascending.
    [[nodiscard]] std::vector<std::uint32_t> unitsIn(model::Level level, const geom::GridBox& box) const;
    /// The unit of that level containing the point by the half-open rule of geom::contains; where
    /// dirty data overlap, the one with the smallest row.
    [[nodiscard]] std::optional<model::UnitRef> unitAt(model::Level level, geom::GridPoint p) const;
    /// The smallest unit at the point on any level.
    [[nodiscard]] std::optional<model::UnitRef> smallestAt(geom::GridPoint p) const;

    [[nodiscard]] const BoxTree& tree(model::Level level) const noexcept;

private:
    struct Trees;
    std::unique_ptr<Trees> m_trees;
};

}  // namespace xiangtu::index
