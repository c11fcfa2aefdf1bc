// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/date.h"

#include <gtest/gtest.h>

namespace xiangtu::base {
namespace {

TEST(Date, ReadsIsoDaysAndWritesThemBack) {
    for (const char* text : {"1970-01-01", "2024-02-29", "2023-12-31", "1899-03-01"}) {
        const auto day = Date::parse(text);
        ASSERT_TRUE(day) << text;
        EXPECT_EQ(day->iso(), text);
    }
    EXPECT_EQ(Date::parse("1970-01-02")->days, 1);
}

TEST(Date, RefusesDaysThatDoNotExistAndOtherForms) {
    for (const char* text : {"", "2023-02-29", "2023-13-01", "2023-00-10", "2023-1-1", "20230101", "2023/01/01",
                             "2023-01-0x", "2023-01-01 "}) {
        EXPECT_FALSE(Date::parse(text)) << text;
    }
}

TEST(Date, OpenEndComesAfterEveryDay) {
    EXPECT_TRUE(Date::open().isOpen());
    EXPECT_LT(Date::of(9999, 12, 31), Date::open());
    EXPECT_EQ(Date::open().iso(), "");
}

TEST(Instant, IsUtcIsoWithMilliseconds) {
    const std::string now = nowIso();
    ASSERT_EQ(now.size(), 24u);
    EXPECT_EQ(now[10], 'T');
    EXPECT_EQ(now.back(), 'Z');
    EXPECT_TRUE(Date::parse(now.substr(0, 10)));
}

}  // namespace
}  // namespace xiangtu::base
