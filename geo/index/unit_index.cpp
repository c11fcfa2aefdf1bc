// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/unit_index.h"

#include "geom/contains.h"

#include <algorithm>
#include <utility>

namespace xiangtu::index {

struct UnitIndex::Trees {
    struct PerLevel {
        std::shared_ptr<const model::LevelTable> table;
        BoxTree tree;
    };
    std::vector<PerLevel> levels;
};

namespace {

BoxTree treeOf(const model::LevelTable& table) {
    std::vector<BoxTree::Item> items;
    items.reserve(table.shapes.size());
    for (std::uint32_t row = 0; row < table.shapes.size(); ++row) {
        if (table.shapes.hasShape(row)) items.push_back({table.shapes.box(row), row});
    }
    return BoxTree(items);
}

}  // namespace

UnitIndex::UnitIndex(const model::Snapshot& snapshot) : m_trees(std::make_unique<Trees>()) {
    for (const auto& table : snapshot.levels) m_trees->levels.push_back({table, treeOf(*table)});
}

UnitIndex::UnitIndex(const Tables& tables, std::array<BoxTree, model::kLevelCount> trees)
    : m_trees(std::make_unique<Trees>()) {
    for (std::size_t l = 0; l < tables.size(); ++l) m_trees->levels.push_back({tables[l], std::move(trees[l])});
}

const BoxTree& UnitIndex::tree(model::Level level) const noexcept { return m_trees->levels[indexOf(level)].tree; }

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
