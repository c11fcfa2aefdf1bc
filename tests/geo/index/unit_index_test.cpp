// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/unit_index.h"

#include "geom/contains.h"
#include "support/coverage.h"

#include <gtest/gtest.h>

#include <numeric>
#include <random>

namespace xiangtu::index {
namespace {

TEST(UnitIndex, AgreesWithBruteForceOnEveryLevel) {
    const auto snapshot = support::snapshot({.side = 16});
    const UnitIndex index(snapshot);
    const geom::GridBox extent = snapshot.table(model::Level::county).shapes.extent();
    std::mt19937 random(3);
    std::uniform_int_distribution<int> x(extent.min.x - 5000, extent.max.x + 5000),
        y(extent.min.y - 5000, extent.max.y + 5000);
    for (int i = 0; i < 400; ++i) {
        const geom::GridPoint p{x(random), y(random)};
        for (const model::Level level : model::kLevels) {
            const auto& shapes = snapshot.table(level).shapes;
            std::optional<model::UnitRef> expected;
            for (std::uint32_t row = 0; row < shapes.size() && !expected; ++row) {
                if (geom::contains(shapes, row, p)) expected = model::UnitRef{level, row};
            }
            ASSERT_EQ(index.unitAt(level, p), expected);
        }
    }
}

TEST(UnitIndex, TheSmallestUnitLiesInsideItsParents) {
    const auto snapshot = support::snapshot({.side = 16});
    const UnitIndex index(snapshot);
    const geom::GridBox extent = snapshot.table(model::Level::county).shapes.extent();
    const geom::GridPoint middle{std::midpoint(extent.min.x, extent.max.x), std::midpoint(extent.min.y, extent.max.y)};
    const auto smallest = index.smallestAt(middle);
    ASSERT_TRUE(smallest);
    EXPECT_EQ(smallest->level, model::Level::grid);
    for (const model::UnitRef ref : snapshot.lineage(*smallest)) EXPECT_EQ(index.unitAt(ref.level, middle), ref);
}

TEST(UnitIndex, OutsideIsNowhere) {
    const UnitIndex index(support::snapshot({.side = 4}));
    EXPECT_FALSE(index.smallestAt({0, 0}));
    EXPECT_TRUE(index.unitsIn(model::Level::grid, {{0, 0}, {1, 1}}).empty());
}

}  // namespace
}  // namespace xiangtu::index
