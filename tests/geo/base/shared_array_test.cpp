// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/shared_array.h"

#include <gtest/gtest.h>

namespace xiangtu::base {
namespace {

TEST(SharedArray, TakesAVectorOverAndSharesIt) {
    SharedArray<int> first = std::vector<int>{3, 1, 2};
    const SharedArray<int> second = first;
    first = {};
    EXPECT_TRUE(first.empty());
    EXPECT_EQ(std::vector<int>(second.begin(), second.end()), (std::vector<int>{3, 1, 2}));
    EXPECT_EQ(second.back(), 2);
}

TEST(SharedArray, KeepsTheOwnerOfAPartAlive) {
    auto whole = std::make_shared<std::vector<int>>(std::vector<int>{1, 2, 3, 4});
    const std::weak_ptr<std::vector<int>> watched = whole;
    {
        const SharedArray<int> part(std::span<const int>(*whole).subspan(1, 2), whole);
        whole.reset();
        EXPECT_FALSE(watched.expired());
        EXPECT_EQ(part[0] + part[1], 5);
        EXPECT_EQ(part.size(), 2u);
    }
    EXPECT_TRUE(watched.expired());
}

}  // namespace
}  // namespace xiangtu::base
