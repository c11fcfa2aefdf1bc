// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/measure_tool.h"

#include "geodesy/area.h"

#include <gtest/gtest.h>

namespace xiangtu::app {
namespace {

constexpr geom::GeoPoint kA{110.0, 36.5};
constexpr geom::GeoPoint kB{110.01, 36.5};
constexpr geom::GeoPoint kC{110.01, 36.51};

TEST(MeasureTool, AddsUpGeodesicLengths) {
    MeasureTool tool;
    tool.add(kA);
    EXPECT_EQ(tool.lengthM(), 0);
    tool.add(kB);
    tool.add(kC);
    EXPECT_NEAR(tool.lengthM(), geodesy::distance(kA, kB) + geodesy::distance(kB, kC), 1e-6);
    // A hundredth of a degree along the parallel of 36.5° and along the meridian there.
    EXPECT_NEAR(tool.lengthM(), 895.9 + 1109.7, 1.0);
    EXPECT_EQ(tool.areaM2(), 0) << "a length has no area";
}

TEST(MeasureTool, MeasuresTheAreaWhicheverWayItIsDrawn) {
    MeasureTool left;
    MeasureTool right;
    left.setKind(MeasureTool::Kind::area);
    right.setKind(MeasureTool::Kind::area);
    for (const auto& point : {kA, kB, kC}) left.add(point);
    for (const auto& point : {kC, kB, kA}) right.add(point);
    EXPECT_NEAR(left.areaM2(), 895.9 * 1109.7 / 2, 1000);
    EXPECT_NEAR(left.areaM2(), right.areaM2(), 1e-3);
}

TEST(MeasureTool, CountsThePointUnderThePointer) {
    MeasureTool tool;
    tool.add(kA);
    tool.setHover(kB);
    EXPECT_NEAR(tool.lengthM(), geodesy::distance(kA, kB), 1e-6);
    EXPECT_EQ(tool.points().size(), 1u);
    tool.setHover(std::nullopt);
    EXPECT_EQ(tool.lengthM(), 0);
}

TEST(MeasureTool, TakesBackTheLastPoint) {
    MeasureTool tool;
    tool.add(kA);
    tool.add(kB);
    tool.undo();
    EXPECT_EQ(tool.points().size(), 1u);
    tool.undo();
    tool.undo();
    EXPECT_TRUE(tool.points().empty());
}

TEST(MeasureTool, BeginsAnewAfterItsEnd) {
    MeasureTool tool;
    tool.add(kA);
    tool.add(kB);
    tool.end();
    tool.setHover(kC);
    EXPECT_EQ(tool.line().size(), 2u) << "an ended figure does not follow the pointer";
    tool.add(kC);
    EXPECT_EQ(tool.points().size(), 1u);
    EXPECT_FALSE(tool.ended());
}

TEST(MeasureTool, IgnoresASecondTapOnTheSamePlace) {
    MeasureTool tool;
    tool.add(kA);
    tool.add(kA);
    EXPECT_EQ(tool.points().size(), 1u);
}

TEST(MeasureTool, ForgetsWhenTheKindChanges) {
    MeasureTool tool;
    tool.add(kA);
    tool.setKind(MeasureTool::Kind::area);
    EXPECT_TRUE(tool.points().empty());
}

}  // namespace
}  // namespace xiangtu::app
