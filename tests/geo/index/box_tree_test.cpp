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

TEST(BoxTree, FollowsChangesLikeATreeMadeAnew) {
    std::mt19937 random(12);
    std::uniform_int_distribution<int> place(-1'000'000, 1'000'000), size(0, 50'000);
    const auto boxAnywhere = [&] {
        const geom::GridPoint at{place(random), place(random)};
        return geom::GridBox{at, {at.x + size(random), at.y + size(random)}};
    };
    for (const std::size_t many : {0, 1, 5, 200}) {
        std::vector<BoxTree::Item> items;
        for (std::uint32_t i = 0; i < 700; ++i) items.push_back({boxAnywhere(), i});
        BoxTree tree(items);
        for (int round = 0; round < 5; ++round) {
            // Some go, the rest move up; some of these have another box, and some are new.
            std::vector<std::uint32_t> numberAfter(items.size());
            std::vector<BoxTree::Item> next, put;
            for (const auto& item : items) {
                numberAfter[item.number] = random() % 20 == 0 ? BoxTree::kGone : std::uint32_t(next.size());
                if (numberAfter[item.number] != BoxTree::kGone) next.push_back({item.box, std::uint32_t(next.size())});
            }
            for (auto& item : next) {
                if (random() % 30 == 0) put.push_back(item = {boxAnywhere(), item.number});
            }
            for (std::size_t i = 0; i < many; ++i) {
                next.push_back({boxAnywhere(), std::uint32_t(next.size())});
                put.push_back(next.back());
            }
            tree = tree.changed(numberAfter, put);
            items = std::move(next);
            ASSERT_EQ(tree.size(), items.size());
            for (int q = 0; q < 50; ++q) {
                const geom::GridBox box = boxAnywhere();
                std::vector<std::uint32_t> expected;
                for (const auto& item : items) {
                    if (item.box.intersects(box)) expected.push_back(item.number);
                }
                ASSERT_EQ(tree.meeting(box), expected);
            }
        }
        const std::vector<BoxTree::Item> one{{boxAnywhere(), 3}};
        EXPECT_EQ(tree.changed({}, one).size(), tree.size()) << "nothing is renumbered";
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
