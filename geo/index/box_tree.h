// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/shared_array.h"
#include "geom/grid_point.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace xiangtu::index {

/// A packed R-tree of lattice boxes with a number each: bulk loaded in the order of a Hilbert curve,
/// immutable, and nothing but flat arrays, so that it can lie in a mapped file. Copies share.
class BoxTree {
public:
    struct Item {
        geom::GridBox box;
        std::uint32_t number = 0;
    };
    /// The items' boxes in packed order with their numbers beside them, then level by level the boxes
    /// around kFanOut boxes each of the level below, up to a single one.
    struct Arrays {
        base::SharedArray<geom::GridBox> boxes;
        base::SharedArray<std::uint32_t> numbers;
    };

    BoxTree() = default;
    explicit BoxTree(std::span<const Item> items);
    /// Nothing when the arrays do not fit together.
    [[nodiscard]] static std::optional<BoxTree> of(Arrays arrays);
    static constexpr std::uint32_t kGone = UINT32_MAX;
    /// The tree after a small change: items get the number `numberAfter` has for theirs (kGone: they are taken
    /// out; empty: all keep theirs), then `put` replaces the box of its number or goes in beside a neighbour. The
    /// order along the curve is kept, not made anew: one pass instead of a sort, and still packed.
    [[nodiscard]] BoxTree changed(std::span<const std::uint32_t> numberAfter, std::span<const Item> put) const;
    [[nodiscard]] const Arrays& arrays() const noexcept { return m_arrays; }

    [[nodiscard]] std::size_t size() const noexcept { return m_arrays.numbers.size(); }
    /// Numbers of the boxes that meet `box` (touching counts), ascending.
    [[nodiscard]] std::vector<std::uint32_t> meeting(const geom::GridBox& box) const;
    /// The same without a list, in no particular order.
    void visit(const geom::GridBox& box, const std::function<void(std::uint32_t)>& found) const;

private:
    void packUpwards(std::vector<geom::GridBox> boxes, std::vector<std::uint32_t> numbers);
    void findLevels();

    Arrays m_arrays;
    std::vector<std::size_t> m_levelStart;  ///< into boxes, items first; one past the root at the end
};

}  // namespace xiangtu::index
