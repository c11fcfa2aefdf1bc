// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/same_land.h"

#include <gtest/gtest.h>

namespace xiangtu::project {
namespace {

using geom::MultiPolygon;
using geom::Ring;

const Ring kSquare{{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}};

MultiPolygon of(Ring ring) { return {{std::move(ring), {}}}; }

TEST(SameLand, AVertexOnTheLineChangesNoLand) {
    EXPECT_TRUE(sameLand(of(kSquare), of(kSquare)));
    const MultiPolygon more = of({{1000, 0}, {1000, 400}, {1000, 1000}, {0, 1000}, {0, 0}, {300, 0}});
    EXPECT_TRUE(sameLand(of(kSquare), more));
    EXPECT_TRUE(sameLand(more, of(kSquare))) << "taken back";
    EXPECT_TRUE(sameLand(of(kSquare), of({{0, 0}, {500, 1}, {1000, 0}, {1000, 1000}, {0, 1000}})))
        << "the lattice allows no nearer";
}

TEST(SameLand, AVertexOffTheLineIsLand) {
    EXPECT_FALSE(sameLand(of(kSquare), of({{0, 0}, {500, 2}, {1000, 0}, {1000, 1000}, {0, 1000}})));
    EXPECT_FALSE(sameLand(of(kSquare), of({{0, 0}, {1500, 0}, {1000, 0}, {1000, 1000}, {0, 1000}})));
    EXPECT_FALSE(sameLand(of(kSquare), of({{0, 0}, {1000, 0}, {1000, 1001}, {0, 1000}}))) << "a vertex moved";
    EXPECT_FALSE(sameLand(of(kSquare), of({{0, 0}, {1000, 0}, {1000, 1000}}))) << "a corner cut off";
}

TEST(SameLand, PartsAndHolesMustAllBeThere) {
    const Ring hole{{400, 400}, {400, 600}, {600, 600}, {600, 400}};
    const MultiPolygon holed{{kSquare, {hole}}};
    EXPECT_TRUE(sameLand(holed, holed));
    EXPECT_FALSE(sameLand(holed, of(kSquare)));
    EXPECT_FALSE(sameLand(of(kSquare), {}));
    EXPECT_TRUE(sameLand({}, {}));
}

}  // namespace
}  // namespace xiangtu::project
