// SPDX-License-Identifier: GPL-3.0-or-later
#include "applied.h"

#include "support/coverage.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace xiangtu::borders {
namespace {

using model::Level;
using model::Snapshot;

/// The line from west to east through the middle of a unit's box.
geom::GeoLine across(const Snapshot& snapshot, model::UnitRef ref, double height = 0.53) {
    const geom::GridBox box = snapshot.table(ref.level).shapes.box(ref.row);
    const double y = (box.min.y + height * (double(box.max.y) - box.min.y)) / 1e7;
    return {{box.min.x / 1e7 - 0.0005, y}, {box.max.x / 1e7 + 0.0005, y}};
}

const UnitChange* find(const Proposal& proposal, UnitName name) {
    const auto it = std::ranges::find_if(proposal.units, [&](const UnitChange& u) {
        return u.level == name.level && (u.codeBefore == name.code || u.codeAfter == name.code);
    });
    return it == proposal.units.end() ? nullptr : &*it;
}

TEST(Split, OfAGridKeepsTheCodeOnTheLargerPartAndGivesTheNextFreeOne) {
    const Snapshot county = support::snapshot({.side = 8});
    const model::UnitRef grid{Level::grid, 10};
    const auto result = tried(county, Split{{Level::grid, county.unit(grid).code}, across(county, grid)});
    ASSERT_EQ(outcome(result), "ok");
    const UnitChange* kept = find(result.value(), {Level::grid, county.unit(grid).code});
    ASSERT_TRUE(kept);
    const auto made = std::ranges::find_if(result.value().units, &UnitChange::isNew);
    ASSERT_NE(made, result.value().units.end());
    EXPECT_GE(kept->areaAfter, made->areaAfter);
    EXPECT_NEAR(kept->areaAfter + made->areaAfter, kept->areaBefore, 0.5);
    EXPECT_EQ(made->codeAfter, county.unit(county.unit(grid).parent).code.child(5));
    ASSERT_EQ(result.value().lineage.size(), 1u);
    EXPECT_EQ(result.value().lineage[0].kind, Descent::Kind::split);
    EXPECT_EQ(result.value().lineage[0].to, made->codeAfter);
    EXPECT_EQ(faultOf(applied(county, result.value())), "");
}

TEST(Split, PutsItsNewVerticesIntoTheNeighboursAndIntoTheLevelsAbove) {
    const Snapshot county = support::snapshot({.side = 8});
    const model::UnitRef grid{Level::grid, 0};
    const auto result = tried(county, Split{{Level::grid, county.unit(grid).code}, across(county, grid)});
    ASSERT_EQ(outcome(result), "ok");
    // The south-western grid: its natural village, village, township and the county have the western vertex, too.
    for (const Level level : model::kLevels) {
        EXPECT_TRUE(std::ranges::any_of(result.value().units, [&](const UnitChange& u) {
            return u.level == level && u.reshaped;
        })) << levelName(level);
    }
    EXPECT_EQ(faultOf(applied(county, result.value())), "");
}

TEST(Split, OfATownshipCutsOrMovesWhatLiesBelow) {
    const Snapshot county = support::snapshot({.side = 16});
    const model::UnitRef town{Level::township, 0};
    for (const ChildPolicy policy : {ChildPolicy::cut, ChildPolicy::whole}) {
        const auto result =
            tried(county, Split{{Level::township, county.unit(town).code}, across(county, town)}, {.children = policy});
        ASSERT_EQ(outcome(result), "ok");
        const Snapshot next = applied(county, result.value());
        EXPECT_EQ(faultOf(next), "");
        EXPECT_EQ(next.table(Level::township).units.size(), county.table(Level::township).units.size() + 1);
        // Cut: no village lies wholly beyond, the halves become villages; whole: villages change hands as they are.
        const bool reshaped = std::ranges::any_of(
            result.value().units, [](const UnitChange& u) { return u.level == Level::village && u.reshaped; });
        EXPECT_EQ(reshaped, policy == ChildPolicy::cut);
    }
}

TEST(Split, OfEveryUnitAlongTheMiddleOfItsBoxIsFoundClean) {
    const Snapshot county = support::snapshot();
    for (const Level level : {Level::township, Level::village, Level::naturalVillage, Level::grid}) {
        for (std::uint32_t row = 0; row < county.table(level).units.size(); ++row) {
            const auto result =
                tried(county, Split{{level, county.table(level).units[row].code}, across(county, {level, row}, 0.5)});
            EXPECT_EQ(outcome(result), "ok") << levelName(level) << " " << row;
            if (!result || level == Level::grid) continue;
            ASSERT_EQ(faultOf(applied(county, result.value())), "");
        }
    }
}

}  // namespace
}  // namespace xiangtu::borders
