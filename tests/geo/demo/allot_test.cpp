// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/allot.h"

#include <gtest/gtest.h>

#include <numeric>

namespace xiangtu::demo {

TEST(Allot, GivesOutEverythingInProportion) {
    const std::vector<double> weights{1, 2, 3, 4};
    EXPECT_EQ(allot(weights, 100, 0), (std::vector<std::uint32_t>{10, 20, 30, 40}));
}

TEST(Allot, KeepsTheMinimumAndTheSumForAwkwardWeights) {
    const std::vector<double> weights{0.001, 1000, 0, 3, 3, 3};
    for (const std::uint32_t total : {6u, 7u, 19u, 1000u}) {
        const auto shares = allot(weights, total, 1);
        EXPECT_EQ(std::accumulate(shares.begin(), shares.end(), 0u), total);
        for (const std::uint32_t s : shares) EXPECT_GE(s, 1u);
    }
}

TEST(Allot, SharesEvenlyWhenNothingWeighs) {
    const std::vector<double> weights{0, 0, 0, 0};
    EXPECT_EQ(allot(weights, 10, 0), (std::vector<std::uint32_t>{3, 3, 2, 2}));
}

TEST(Allot, HasNothingForNobody) { EXPECT_TRUE(allot({}, 0, 1).empty()); }

}  // namespace xiangtu::demo
