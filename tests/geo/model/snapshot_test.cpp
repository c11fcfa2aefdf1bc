// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/snapshot.h"

#include "support/coverage.h"

#include <gtest/gtest.h>

namespace xiangtu::model {
namespace {

TEST(Snapshot, FindsUnitsByCodeOnTheirLevel) {
    const Snapshot snapshot = support::snapshot({.side = 8});
    for (const Level level : kLevels) {
        const auto& units = snapshot.table(level).units;
        for (std::uint32_t row = 0; row < units.size(); ++row) {
            ASSERT_EQ(snapshot.findUnit(level, units[row].code), (UnitRef{level, row}));
            ASSERT_EQ(snapshot.findUnit(units[row].code), (UnitRef{level, row}));
        }
    }
    EXPECT_FALSE(snapshot.findUnit(*Code::parse("123456")).valid());
}

TEST(Snapshot, LineageRunsFromTheCountyToTheUnit) {
    const Snapshot snapshot = support::snapshot({.side = 8});
    const auto chain = snapshot.lineage({Level::grid, 0});
    ASSERT_EQ(chain.size(), kLevelCount);
    for (std::size_t i = 0; i < chain.size(); ++i) EXPECT_EQ(chain[i].level, kLevels[i]);
    EXPECT_EQ(snapshot.ancestor({Level::grid, 0}, Level::village), chain[2]);
    EXPECT_EQ(snapshot.ancestor({Level::village, 0}, Level::village), (UnitRef{Level::village, 0}));
    EXPECT_FALSE(snapshot.ancestor({Level::village, 0}, Level::grid).valid());
}

TEST(Children, EveryUnitBelowTheCountyIsSomeonesChildOnce) {
    const Snapshot snapshot = support::snapshot({.side = 8});
    const Children children(snapshot);
    std::size_t count = 0;
    for (const Level level : kLevels) {
        for (std::uint32_t row = 0; row < snapshot.table(level).units.size(); ++row) {
            for (const UnitRef child : children.of({level, row})) {
                ++count;
                EXPECT_EQ(snapshot.unit(child).parent, (UnitRef{level, row}));
            }
        }
    }
    std::size_t units = 0;
    for (const auto& table : snapshot.levels) units += table->units.size();
    EXPECT_EQ(count, units - 1);
    EXPECT_TRUE(children.of({}).empty());
}

TEST(Snapshot, AnEmptyOneHasTablesAndNothingInThem) {
    const Snapshot snapshot;
    for (const auto& table : snapshot.levels) ASSERT_TRUE(table && table->units.empty());
    EXPECT_EQ(snapshot.classOf(0, {Level::grid, 0}), ClassColumn::kUnset);
    EXPECT_FALSE(snapshot.findScheme("risk5"));
    EXPECT_EQ(snapshot.findRegister("none"), nullptr);
}

TEST(UnitKind, IsGuessedFromTheNameEnding) {
    EXPECT_EQ(guessUnitKind(Level::township, "筸子坪镇"), UnitKind::town);
    EXPECT_EQ(guessUnitKind(Level::township, "麻冲乡"), UnitKind::rural);
    EXPECT_EQ(guessUnitKind(Level::township, "七里村街道"), UnitKind::street);
    EXPECT_EQ(guessUnitKind(Level::village, "夏家桥社区"), UnitKind::community);
    EXPECT_EQ(guessUnitKind(Level::village, "樟木村委会"), UnitKind::village);
    EXPECT_EQ(guessUnitKind(Level::naturalVillage, "第三组"), UnitKind::villagerGroup);
    EXPECT_EQ(guessUnitKind(Level::county, "八公山区"), UnitKind::district);
}

TEST(UnitKind, NamesReadBack) {
    for (int i = 0; i <= int(UnitKind::other); ++i) EXPECT_EQ(parseUnitKind(unitKindName(UnitKind(i))), UnitKind(i));
    EXPECT_FALSE(parseUnitKind("castle"));
    for (const Level level : kLevels) EXPECT_EQ(parseLevel(levelName(level)), level);
}

}  // namespace
}  // namespace xiangtu::model
