// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/box_tree.h"

#include "base/parallel.h"
#include "index/box_walk.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace xiangtu::index {

namespace {

using geom::GridBox;

/// Place of a point on a Hilbert curve over a square of 2^16 by 2^16 cells.
std::uint32_t hilbert(std::uint32_t x, std::uint32_t y) noexcept {
    std::uint32_t place = 0;
    for (std::uint32_t s = 1u << 15; s > 0; s >>= 1) {
        const std::uint32_t right = (x & s) != 0, up = (y & s) != 0;
        place += s * s * ((3 * right) ^ up);
        if (up == 0) {
            if (right != 0) {
                x = 0xFFFF - x;
                y = 0xFFFF - y;
            }
            std::swap(x, y);
        }
    }
    return place;
}

/// Curve place in the upper half, position in `items` in the lower: plain numbers sort fastest.
std::vector<std::uint64_t> curveOrder(std::span<const BoxTree::Item> items) {
    constexpr std::size_t kGrain = 8192;
    GridBox extent;
    for (const auto& item : items) extent.extend(item.box);
    const auto middle = [](std::int32_t a, std::int32_t b) { return (std::int64_t(a) + b) / 2; };
    const auto cell = [](std::int64_t at, std::int32_t min, std::int32_t max) {
        const std::int64_t width = std::max<std::int64_t>(1, std::int64_t(max) - min);
        return std::uint32_t(std::clamp<std::int64_t>((at - min) * 0xFFFF / width, 0, 0xFFFF));
    };
    std::vector<std::uint64_t> order(items.size());
    base::parallelFor(items.size(), kGrain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const GridBox& b = items[i].box;
            const auto x = cell(middle(b.min.x, b.max.x), extent.min.x, extent.max.x);
            const auto y = cell(middle(b.min.y, b.max.y), extent.min.y, extent.max.y);
            order[i] = std::uint64_t(hilbert(x, y)) << 32 | i;
        }
    });
    return order;
}

/// By the upper half, keeping the order of equal ones: three rounds over 11 bits each.
void radixSort(std::vector<std::uint64_t>& keys) {
    constexpr unsigned kBits = 11;
    constexpr std::size_t kDigits = std::size_t(1) << kBits;
    std::vector<std::uint64_t> other(keys.size());
    for (unsigned shift = 32; shift < 64; shift += kBits) {
        std::array<std::size_t, kDigits + 1> start{};
        for (const std::uint64_t key : keys) ++start[(key >> shift & (kDigits - 1)) + 1];
        for (std::size_t d = 0; d < kDigits; ++d) start[d + 1] += start[d];
        for (const std::uint64_t key : keys) other[start[key >> shift & (kDigits - 1)]++] = key;
        keys.swap(other);
    }
}

}  // namespace

BoxTree::BoxTree(std::span<const Item> items) {
    auto order = curveOrder(items);
    radixSort(order);
    std::vector<GridBox> boxes;
    std::vector<std::uint32_t> numbers;
    boxes.reserve(items.size() + items.size() / (kFanOut - 1) + 8);
    numbers.reserve(items.size());
    for (const std::uint64_t key : order) {
        const Item& item = items[std::uint32_t(key)];
        boxes.push_back(item.box);
        numbers.push_back(item.number);
    }
    packUpwards(std::move(boxes), std::move(numbers));
}

void BoxTree::packUpwards(std::vector<GridBox> boxes, std::vector<std::uint32_t> numbers) {
    for (std::size_t begin = 0, end = boxes.size(); end - begin > 1; begin = std::exchange(end, boxes.size())) {
        for (std::size_t i = begin; i < end; i += kFanOut) {
            GridBox around;
            for (std::size_t j = i; j < std::min(end, i + kFanOut); ++j) around.extend(boxes[j]);
            boxes.push_back(around);
        }
    }
    m_arrays = {std::move(boxes), std::move(numbers)};
    findLevels();
}

BoxTree BoxTree::changed(std::span<const std::uint32_t> numberAfter, std::span<const Item> put) const {
    constexpr std::size_t kFew = 64;  // beyond, looking for a neighbour costs more than a sort
    std::unordered_map<std::uint32_t, GridBox> boxOf;
    for (const Item& item : put) boxOf[item.number] = item.box;
    std::vector<GridBox> boxes;
    std::vector<std::uint32_t> numbers;
    boxes.reserve((size() + put.size()) * (kFanOut + 1) / kFanOut + 8);
    numbers.reserve(size() + put.size());
    for (std::size_t i = 0; i < size(); ++i) {
        const std::uint32_t before = m_arrays.numbers[i];
        const std::uint32_t number = numberAfter.empty() ? before : numberAfter[before];
        if (number == kGone) continue;
        const auto fresh = boxOf.find(number);
        boxes.push_back(fresh == boxOf.end() ? m_arrays.boxes[i] : fresh->second);
        numbers.push_back(number);
        if (fresh != boxOf.end()) boxOf.erase(fresh);
    }
    if (boxOf.size() > kFew) {
        std::vector<Item> items;
        for (std::size_t i = 0; i < boxes.size(); ++i) items.push_back({boxes[i], numbers[i]});
        for (const Item& item : put) {
            if (boxOf.contains(item.number)) items.push_back(item);
        }
        return BoxTree(items);
    }
    for (const Item& item : put) {
        if (!boxOf.contains(item.number)) continue;
        const auto beside = std::ranges::find_if(boxes, [&](const GridBox& b) { return b.intersects(item.box); });
        const auto at = beside - boxes.begin();
        boxes.insert(beside, item.box);
        numbers.insert(numbers.begin() + at, item.number);
    }
    BoxTree tree;
    tree.packUpwards(std::move(boxes), std::move(numbers));
    return tree;
}

std::optional<BoxTree> BoxTree::of(Arrays arrays) {
    BoxTree tree;
    tree.m_arrays = std::move(arrays);
    tree.findLevels();
    const std::size_t expected = tree.size() == 0 ? 0 : tree.m_levelStart.back();
    if (tree.m_arrays.boxes.size() != expected) return std::nullopt;
    return tree;
}

void BoxTree::findLevels() {
    const BoxLevels levels(size());
    m_levelStart.clear();
    if (levels.count > 0) m_levelStart.assign(levels.start.begin(), levels.start.begin() + levels.count + 1);
}

void BoxTree::visit(const GridBox& box, const std::function<void(std::uint32_t)>& found) const {
    if (box.empty()) return;
    walk(
        *this, [&](const GridBox& b) { return b.intersects(box); },
        [&](std::uint32_t number) {
            found(number);
            return true;
        });
}

std::vector<std::uint32_t> BoxTree::meeting(const GridBox& box) const {
    std::vector<std::uint32_t> out;
    visit(box, [&](std::uint32_t number) { out.push_back(number); });
    std::ranges::sort(out);
    return out;
}

}  // namespace xiangtu::index
