// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/grid_point.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace xiangtu::index {

/// A packed R-tree of lattice boxes with a number each (bulk loaded, sort-tile-recursive; immutable).
/// Built in one go: 10 to 20 times quicker than inserting box by box.
class BoxTree {
public:
    struct Item {
        geom::GridBox box;
        std::uint32_t number = 0;
    };

    BoxTree();
    explicit BoxTree(std::span<const Item> items);
    ~BoxTree();
    BoxTree(BoxTree&&) noexcept;
    BoxTree& operator=(BoxTree&&) noexcept;

    [[nodiscard]] std::size_t size() const noexcept;
    /// Numbers of the boxes that meet `box` (touching counts), ascending.
    [[nodiscard]] std::vector<std::uint32_t> meeting(const geom::GridBox& box) const;
    /// The same without a list, in no particular order.
    void visit(const geom::GridBox& box, const std::function<void(std::uint32_t)>& found) const;

private:
    struct Tree;
    std::unique_ptr<Tree> m_tree;
};

}  // namespace xiangtu::index
