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

TEST(PointTable, ColumnsAreTakenAsTheyAreAskedFor) {
    const std::string_view text = "编号;东;北\n1;109.6;27.95\n2;109.7;28\n";
    EXPECT_THROW((void)readPoints(text), base::Error);
    EXPECT_EQ(readPoints(text, "东", "北").points.size(), 2u);
    EXPECT_EQ(readPoints(text, "#2", "#3").points[1], (geom::GridPoint{1097000000, 280000000}));
    EXPECT_THROW((void)readPoints(text, "东", "#4"), base::Error);
    EXPECT_EQ(readPoints("27.95,1,109.6\n", "#3", "#1").points[0], (geom::GridPoint{1096000000, 279500000}));
}

TEST(PointTable, TellsItsColumns) {
    const PointColumns named = pointColumns("\xEF\xBB\xBF\"名, 称\",LNG,纬度\r\n甲,1,2");
    EXPECT_EQ(named.names, (std::vector<std::string>{"名, 称", "LNG", "纬度"}));
    EXPECT_EQ(named.lon, 1u);
    EXPECT_EQ(named.lat, 2u);
    EXPECT_EQ(pointColumns("109.6,27.95,x\n").names, (std::vector<std::string>{"#1", "#2", "#3"}));
    EXPECT_FALSE(pointColumns("a,b\n").lon);
    EXPECT_TRUE(pointColumns("").names.empty());
}

TEST(PointTable, WithoutSuchColumnsItIsRefused) {
    EXPECT_THROW((void)readPoints("a,b\n1,2\n"), base::Error);
    EXPECT_TRUE(readPoints("").points.empty());
}

}  // namespace
}  // namespace xiangtu::query
