// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/box_tree.h"

#include <gtest/gtest.h>

#include <random>

namespace xiangtu::index {
namespace {

TEST(BoxTree, AgreesWithBruteForceOnRandomBoxes) {
    std::mt19937 random(11);
    std::uniform_int_distribution<int> place(-1'000'000, 1'000'000), size(0, 50'000);
    std::vector<BoxTree::Item> items;
    for (std::uint32_t i = 0; i < 2000; ++i) {
        const geom::GridPoint at{place(random), place(random)};
        items.push_back({{at, {at.x + size(random), at.y + size(random)}}, i});
    }
    const BoxTree tree(items);
    EXPECT_EQ(tree.size(), items.size());
    for (int q = 0; q < 200; ++q) {
        const geom::GridPoint at{place(random), place(random)};
        const geom::GridBox box{at, {at.x + size(random), at.y + size(random)}};
        std::vector<std::uint32_t> expected;
        for (const auto& item : items) {
            if (item.box.intersects(box)) expected.push_back(item.number);
        }
        ASSERT_EQ(tree.meeting(box), expected);
    }
}

TEST(BoxTree, HoldsTheCornersOfTheWorld) {
    const geom::GridPoint corner{1'800'000'000, 900'000'000};
    const std::vector<BoxTree::Item> items{{{{-1'800'000'000, -900'000'000}, corner}, 5}, {{corner, corner}, 9}};
    const BoxTree tree(items);
    EXPECT_EQ(tree.meeting({corner, corner}), (std::vector<std::uint32_t>{5, 9}));
}

TEST(BoxTree, AnEmptyTreeOrBoxFindsNothing) {
    EXPECT_TRUE(BoxTree().meeting({{0, 0}, {1, 1}}).empty());
    const std::vector<BoxTree::Item> items{{{{0, 0}, {1, 1}}, 0}};
    EXPECT_TRUE(BoxTree(items).meeting({}).empty());
}

}  // namespace
}  // namespace xiangtu::index
