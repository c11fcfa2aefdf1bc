// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/label_point.h"

#include "geom/contains.h"
#include "support/coverage.h"

#include <gtest/gtest.h>

namespace xiangtu::scene {
namespace {

TEST(LabelPoint, IsTheCentreOfASquareOnTheGround) {
    // At 60° north a degree of longitude is half a degree of latitude long: this is a square.
    geom::PolygonSet set;
    const std::int32_t y = 600000000;
    set.add({{{{0, y - 5000}, {20000, y - 5000}, {20000, y + 5000}, {0, y + 5000}}, {}}});
    const LabelPoint p = poleOfInaccessibility(set, 0);
    EXPECT_NEAR(p.at.x, 10000, 250);
    EXPECT_NEAR(p.at.y, y, 150);
    EXPECT_NEAR(p.radius, 5000, 120);
}

TEST(LabelPoint, LiesInTheThickPartAndNotInTheHole) {
    geom::PolygonSet set;
    set.add({{{{0, 0}, {10000, 0}, {10000, 10000}, {0, 10000}},
              {{{4000, 4000}, {4000, 9900}, {9900, 9900}, {9900, 4000}}}}});
    const LabelPoint p = poleOfInaccessibility(set, 0);
    EXPECT_TRUE(geom::contains(set, 0, p.at));
    EXPECT_GT(p.radius, 2000);
}

TEST(LabelPoint, TakesTheLargestPart) {
    geom::PolygonSet set;
    set.add({{{{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}}, {}},
             {{{50000, 0}, {60000, 0}, {60000, 10000}, {50000, 10000}}, {}}});
    EXPECT_GT(poleOfInaccessibility(set, 0).at.x, 50000);
}

TEST(LabelPoint, IsInsideEveryUnitOfACounty) {
    const auto tables = support::levelTables({.side = 12});
    for (const auto& table : tables) {
        for (std::size_t row = 0; row < table->units.size(); ++row) {
            const LabelPoint p = poleOfInaccessibility(table->shapes, row);
            EXPECT_TRUE(geom::contains(table->shapes, row, p.at)) << table->units[row].name;
            EXPECT_GT(p.radius, 0);
        }
    }
}

}  // namespace
}  // namespace xiangtu::scene
