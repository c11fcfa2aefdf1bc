// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/parallel.h"
#include "base/error.h"
#include "base/parallel_sort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <random>
#include <vector>

namespace xiangtu::base {
namespace {

TEST(ParallelFor, VisitsEveryItemOnce) {
    std::vector<std::atomic<int>> seen(10'001);
    parallelFor(seen.size(), 16, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) ++seen[i];
    });
    for (const auto& count : seen) ASSERT_EQ(count, 1);
}

TEST(ParallelFor, HandsOnTheFirstException) {
    EXPECT_THROW(parallelFor(100, 1, [](std::size_t, std::size_t) { throw Error(Fault::cancelled, "stop"); }), Error);
    parallelFor(0, 1, [](std::size_t, std::size_t) { FAIL() << "nothing to do"; });
}

TEST(ParallelSort, SortsAnyNumberOfValues) {
    std::mt19937 random(7);
    for (const std::size_t count : {0, 1, 17, 65'535, 65'536, 300'001}) {
        std::vector<std::uint32_t> values(count);
        for (auto& value : values) value = random() % 1000;
        std::vector<std::uint32_t> expected = values;
        std::ranges::sort(expected);
        parallelSort(values);
        EXPECT_EQ(values, expected) << count;
    }
}

}  // namespace
}  // namespace xiangtu::base
