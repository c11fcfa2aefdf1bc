// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/point_table.h"

#include "base/error.h"

#include <gtest/gtest.h>

namespace xiangtu::query {
namespace {

TEST(PointTable, ReadsNamedColumnsInAnyPlaceAndLanguage) {
    const PointTable table = readPoints("\xEF\xBB\xBF名称,纬度,经度\r\n\"甲, 乙\",27.95,109.6\r\n丙,28,109.5\r\n");
    ASSERT_EQ(table.points.size(), 2u);
    EXPECT_EQ(table.points[0], (geom::GridPoint{1096000000, 279500000}));
    EXPECT_EQ(table.lines, (std::vector<std::uint32_t>{2, 3}));
    EXPECT_TRUE(table.unread.empty());
}

TEST(PointTable, WithoutNamesTheFirstTwoAreThePlace) {
    EXPECT_EQ(readPoints("109.6,27.95\n109.7;27\n110,28,x").points.size(), 2u);
    EXPECT_EQ(readPoints("109.6\t27.95\n").points.size(), 1u);
}

TEST(PointTable, LinesWithoutAPlaceAreNamed) {
    const PointTable table = readPoints("lon,lat\n109,27\nnan,27\n,\n200,10\n109\n1e400,3\n\n109,-91\n110,28\n");
    EXPECT_EQ(table.points.size(), 2u);
    EXPECT_EQ(table.unread, (std::vector<std::uint32_t>{3, 4, 5, 6, 7, 9}));
}

TEST(PointTable, WithoutSuchColumnsItIsRefused) {
    EXPECT_THROW((void)readPoints("a,b\n1,2\n"), base::Error);
    EXPECT_TRUE(readPoints("").points.empty());
}

}  // namespace
}  // namespace xiangtu::query
