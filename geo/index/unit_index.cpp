// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/unit_index.h"

#include "geom/contains.h"
#include "index/box_tree.h"

#include <algorithm>

namespace xiangtu::index {

struct UnitIndex::Trees {
    struct PerLevel {
        std::shared_ptr<const model::LevelTable> table;
        BoxTree tree;
    };
    std::vector<PerLevel> levels;
};

UnitIndex::UnitIndex(const model::Snapshot& snapshot) : m_trees(std::make_unique<Trees>()) {
    for (const model::Level level : model::kLevels) {
        const auto& table = snapshot.levels[model::indexOf(level)];
        std::vector<BoxTree::Item> items;
        items.reserve(table->shapes.size());
        for (std::uint32_t row = 0; row < table->shapes.size(); ++row) {
            if (table->shapes.hasShape(row)) items.push_back({table->shapes.box(row), row});
        }
        m_trees->levels.push_back({table, BoxTree(items)});
    }
}

UnitIndex::~UnitIndex() = default;
UnitIndex::UnitIndex(UnitIndex&&) noexcept = default;
UnitIndex& UnitIndex::operator=(UnitIndex&&) noexcept = default;

std::vector<std::uint32_t> UnitIndex::unitsIn(model::Level level, const geom::GridBox& box) const {
    return m_trees->levels[model::indexOf(level)].tree.meeting(box);
}

std::optional<model::UnitRef> UnitIndex::unitAt(model::Level level, geom::GridPoint p) const {
    const auto& [table, tree] = m_trees->levels[model::indexOf(level)];
    std::uint32_t best = model::UnitRef::kNoRow;
    tree.visit({p, p}, [&](std::uint32_t row) {
        if (row < best && geom::contains(table->shapes, row, p)) best = row;
    });
    if (best == model::UnitRef::kNoRow) return std::nullopt;
    return model::UnitRef{level, best};
}

std::optional<model::UnitRef> UnitIndex::smallestAt(geom::GridPoint p) const {
    for (std::size_t l = model::kLevelCount; l-- > 0;) {
        if (const auto found = unitAt(model::kLevels[l], p)) return found;
    }
    return std::nullopt;
}

}  // namespace xiangtu::index
