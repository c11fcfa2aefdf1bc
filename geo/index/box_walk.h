// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/box_tree.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace xiangtu::index {

// Ways through a BoxTree for whoever judges boxes himself. Each look at a box is one call, so that what a search costs
// can be counted by those who want to know, at no cost to the others.

inline constexpr std::size_t kFanOut = 16;

/// Where the levels of a tree of so many items begin among its boxes, the items' first.
struct BoxLevels {
    std::array<std::size_t, 10> start{};  ///< 2^32 items are eight levels above them; one past the root at the end
    std::size_t count = 0;                ///< levels; 0 = no items

    explicit constexpr BoxLevels(std::size_t items) noexcept {
        std::size_t at = 0;
        for (std::size_t size = items; size > 0; size = (size + kFanOut - 1) / kFanOut) {
            start[count++] = at;
            at += size;
            if (size == 1) break;
        }
        start[count] = at;
    }
};

/// Depth times fan-out is all that can wait.
template <class Node>
using BoxesWaiting = std::array<Node, 9 * kFanOut>;

/// Goes down wherever `meets(box)` and calls `found(number)` for every item whose box does, in no particular order,
/// until that returns false.
template <class Meets, class Found>
void walk(const BoxTree& tree, Meets&& meets, Found&& found) {
    const BoxLevels levels(tree.size());
    if (levels.count == 0) return;
    const auto boxes = tree.arrays().boxes.span();
    const auto numbers = tree.arrays().numbers.span();
    struct Node {
        std::size_t level, number;
    };
    BoxesWaiting<Node> waiting;
    std::size_t count = 0;
    waiting[count++] = {levels.count - 1, 0};
    while (count > 0) {
        const Node node = waiting[--count];
        if (!meets(boxes[levels.start[node.level] + node.number])) continue;
        if (node.level == 0) {
            if (!found(numbers[node.number])) return;
            continue;
        }
        const std::size_t below = levels.start[node.level] - levels.start[node.level - 1];
        const std::size_t end = std::min(below, (node.number + 1) * kFanOut);
        for (std::size_t i = node.number * kFanOut; i < end; ++i) waiting[count++] = {node.level - 1, i};
    }
}

/// Calls `found(number)` for the items whose `bound(box)` is not above the limit, which it returns anew each time:
/// those with small bounds come early, so that a limit that falls with what is found spares most of the rest. The bound
/// of a box is not above that of any box inside it.
template <class Bound, class Found>
void seek(const BoxTree& tree, double limit, Bound&& bound, Found&& found) {
    const BoxLevels levels(tree.size());
    if (levels.count == 0) return;
    const auto boxes = tree.arrays().boxes.span();
    const auto numbers = tree.arrays().numbers.span();
    struct Node {
        double bound;
        std::size_t level, number;
    };
    BoxesWaiting<Node> waiting;
    std::size_t count = 0;
    waiting[count++] = {bound(boxes[levels.start[levels.count - 1]]), levels.count - 1, 0};
    while (count > 0) {
        const Node node = waiting[--count];
        if (!(node.bound <= limit)) continue;
        if (node.level == 0) {
            limit = found(numbers[node.number]);
            continue;
        }
        const std::size_t begin = levels.start[node.level - 1], below = levels.start[node.level] - begin;
        const std::size_t end = std::min(below, (node.number + 1) * kFanOut), first = count;
        for (std::size_t i = node.number * kFanOut; i < end; ++i) {
            const Node child{bound(boxes[begin + i]), node.level - 1, i};
            if (!(child.bound <= limit)) continue;
            // The nearest on top; equal ones in their order.
            std::size_t at = count++;
            for (; at > first && waiting[at - 1].bound <= child.bound; --at) waiting[at] = waiting[at - 1];
            waiting[at] = child;
        }
    }
}

}  // namespace xiangtu::index
