// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/counted.h"

#include "base/error.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <string>
#include <vector>

namespace xiangtu::query {
namespace {

TEST(CountedFor, DoesAllOnceAndTellsHowFarItIs) {
    std::vector<std::int64_t> told;
    const base::Progress progress([&](std::string_view stage, std::int64_t done, std::int64_t total) {
        EXPECT_EQ(stage, "distances");
        EXPECT_EQ(total, 10000);
        told.push_back(done);
    });
    std::vector<std::atomic<int>> times(10000);
    countedFor(times.size(), 16, progress, "distances", [&](std::size_t i) { ++times[i]; });
    for (const auto& each : times) EXPECT_EQ(each, 1);
    ASSERT_GT(told.size(), 2u);
    EXPECT_EQ(told.front(), 0);
    EXPECT_TRUE(std::ranges::is_sorted(told));
}

TEST(CountedFor, StopsWhenItIsAskedTo) {
    base::Progress progress;
    std::atomic<int> done = 0;
    const auto stop = [&](std::size_t) {
        if (++done == 100) progress.cancel();
    };
    EXPECT_THROW(countedFor(1'000'000, 16, progress, "land", stop), base::Error);
    EXPECT_LT(done, 100'000);
}

}  // namespace
}  // namespace xiangtu::query
