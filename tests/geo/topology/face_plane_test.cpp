// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/face_plane.h"

#include <gtest/gtest.h>

#include <vector>

namespace xiangtu::topology {
namespace {

using Starts = std::vector<std::uint32_t>;
using Runs = std::vector<FaceRun>;

TEST(FacePlane, GivesItsRowsBack) {
    const auto plane = FacePlane::from({40, 10, 5, 7}, Starts{0, 2, 3}, Runs{{8, 4}, {9, 10}, {8, 10}});
    ASSERT_TRUE(plane);
    EXPECT_EQ(plane->height(), 2u);
    EXPECT_EQ(plane->row(0).size(), 2u);
    EXPECT_EQ(plane->row(1)[0].face, 8u);
    EXPECT_EQ(plane->frame().left, 5);
    EXPECT_TRUE(FacePlane().empty());
}

TEST(FacePlane, RefusesArraysThatDoNotFit) {
    const PlaneFrame frame{40, 10, 0, 0};
    const Runs runs{{8, 4}, {9, 10}, {8, 10}};
    EXPECT_FALSE(FacePlane::from(frame, Starts{}, Runs{}));
    EXPECT_FALSE(FacePlane::from(frame, Starts{0, 2}, runs)) << "runs of no row";
    EXPECT_FALSE(FacePlane::from(frame, Starts{0, 1, 3}, runs)) << "a row that ends before the width";
    EXPECT_FALSE(FacePlane::from(frame, Starts{0, 3, 3}, runs)) << "a row without runs";
    EXPECT_FALSE(FacePlane::from(frame, Starts{0, 9, 3}, runs)) << "a row beyond the runs";
    EXPECT_FALSE(FacePlane::from({40, 11, 0, 0}, Starts{0, 2, 3}, runs));
    EXPECT_FALSE(FacePlane::from({40, 0, 0, 0}, Starts{0, 2, 3}, runs));
}

}  // namespace
}  // namespace xiangtu::topology
