// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/values.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <utility>

namespace xiangtu::model {
namespace {

std::vector<Value> everyKind() {
    using Limits = std::numeric_limits<std::int64_t>;
    return {Value(),
            std::int64_t(0),
            std::int64_t(-1),
            Limits::min(),
            Limits::max(),
            0.1,
            -0.0,
            std::string(),
            std::string("亩"),
            std::string(300, 'x'),
            std::int64_t(63),
            Value(),
            std::string("a\0b", 3),
            std::int64_t(-65)};
}

TEST(Values, GiveBackWhatWasPutIn) {
    const std::vector<Value> wanted = everyKind();
    const Values values = wanted;
    ASSERT_EQ(values.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) EXPECT_EQ(values[i], wanted[i]) << i;
    EXPECT_EQ(values.all(), wanted);
}

TEST(Values, AreOfTheirOwnAfterCopying) {
    Values first = everyKind();
    Values second = first;
    second.set(0, std::string("长一些的内容放进去"));
    EXPECT_EQ(first[0], Value());
    EXPECT_EQ(second[0], Value(std::string("长一些的内容放进去")));
    EXPECT_EQ(first[1], second[1]);
    EXPECT_FALSE(first == second);
    second = first;
    EXPECT_TRUE(first == second);
    const Values third = std::move(first);
    EXPECT_EQ(third, second);
}

TEST(Values, GrowByNullAndShrink) {
    Values values = {std::string("路灯"), 5.0};
    values.resize(4);
    EXPECT_EQ(values.all(), (std::vector<Value>{std::string("路灯"), 5.0, Value(), Value()}));
    values.resize(1);
    EXPECT_EQ(values.all(), (std::vector<Value>{std::string("路灯")}));
    values.resize(0);
    EXPECT_TRUE(values.empty());
    EXPECT_TRUE(Values().all().empty());
}

}  // namespace
}  // namespace xiangtu::model
