// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/box_tree.h"

#include <boost/function_output_iterator.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <algorithm>
#include <utility>

namespace xiangtu::index {

namespace bg = boost::geometry;

namespace {

// Doubles hold every lattice coordinate exactly and keep Boost's area computations from overflowing.
using Point = bg::model::point<double, 2, bg::cs::cartesian>;
using Box = bg::model::box<Point>;
using Entry = std::pair<Box, std::uint32_t>;

Box toBox(const geom::GridBox& b) {
    return {Point(double(b.min.x), double(b.min.y)), Point(double(b.max.x), double(b.max.y))};
}

std::vector<Entry> entries(std::span<const BoxTree::Item> items) {
    std::vector<Entry> out;
    out.reserve(items.size());
    for (const auto& item : items) out.emplace_back(toBox(item.box), item.number);
    return out;
}

}  // namespace

struct BoxTree::Tree {
    bg::index::rtree<Entry, bg::index::rstar<16>> rtree;
};

BoxTree::BoxTree() : m_tree(std::make_unique<Tree>()) {}
BoxTree::BoxTree(std::span<const Item> items)
    : m_tree(new Tree{bg::index::rtree<Entry, bg::index::rstar<16>>(entries(items))}) {}
BoxTree::~BoxTree() = default;
BoxTree::BoxTree(BoxTree&&) noexcept = default;
BoxTree& BoxTree::operator=(BoxTree&&) noexcept = default;

std::size_t BoxTree::size() const noexcept { return m_tree->rtree.size(); }

void BoxTree::visit(const geom::GridBox& box, const std::function<void(std::uint32_t)>& found) const {
    if (box.empty()) return;
    m_tree->rtree.query(bg::index::intersects(toBox(box)),
                        boost::make_function_output_iterator([&](const Entry& e) { found(e.second); }));
}

std::vector<std::uint32_t> BoxTree::meeting(const geom::GridBox& box) const {
    std::vector<std::uint32_t> out;
    visit(box, [&](std::uint32_t number) { out.push_back(number); });
    std::ranges::sort(out);
    return out;
}

}  // namespace xiangtu::index
