// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/coverage.h"

#include "geom/measure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace xiangtu::support {
namespace {

using model::Level;

TEST(Coverage, ChildrenTileTheirParentToTheInteger) {
    const model::Snapshot s = snapshot({.side = 12});
    const model::Children children(s);
    std::size_t parents = 0;
    for (const Level level : {Level::county, Level::township, Level::village, Level::naturalVillage}) {
        const auto& table = s.table(level);
        for (std::uint32_t row = 0; row < table.units.size(); ++row, ++parents) {
            __int128 sum = 0;
            for (const model::UnitRef child : children.of({level, row})) {
                sum += s.table(child.level).shapes.twiceArea(child.row);
            }
            EXPECT_TRUE(sum == table.shapes.twiceArea(row)) << s.unit({level, row}).code.text();
        }
    }
    EXPECT_GT(parents, 40u);
}

TEST(Coverage, NeighboursShareEverySegment) {
    const Tables tables = levelTables({.side = 6});
    const auto& shapes = tables[indexOf(Level::grid)]->shapes;
    std::map<std::pair<geom::GridPoint, geom::GridPoint>, int> uses;
    for (std::size_t r = 0; r < shapes.ringCount(); ++r) {
        const auto ring = shapes.ring(r);
        for (std::size_t i = 0; i < ring.size(); ++i) ++uses[std::minmax(ring[i], ring[(i + 1) % ring.size()])];
    }
    std::size_t once = 0;
    for (const auto& [segment, count] : uses) {
        EXPECT_LE(count, 2);
        once += count == 1;
    }
    // Only the outer rim of 6 cells on each of 4 sides, 4 segments each, lies on one polygon.
    EXPECT_EQ(once, 6u * 4 * 4);
}

TEST(Coverage, CountsAreTheDocumentedOnes) {
    const model::Snapshot s = snapshot();
    EXPECT_EQ(s.table(Level::county).units.size(), 1u);
    EXPECT_EQ(s.table(Level::township).units.size(), 4u);
    EXPECT_EQ(s.table(Level::village).units.size(), 16u);
    EXPECT_EQ(s.table(Level::naturalVillage).units.size(), 64u);
    EXPECT_EQ(s.table(Level::grid).units.size(), 256u);
    EXPECT_EQ(s.party->orgs.size(), 4u + 15u + 32u);
}

TEST(Coverage, UnitsAreSortedByCodeAndCodesExtendTheParents) {
    const model::Snapshot s = snapshot();
    std::set<std::int64_t> ids;
    for (const Level level : model::kLevels) {
        const auto& units = s.table(level).units;
        EXPECT_TRUE(std::ranges::is_sorted(units, {}, &model::Unit::code));
        for (const model::Unit& unit : units) {
            EXPECT_EQ(unit.code.digits(), codeDigits(level));
            EXPECT_TRUE(ids.insert(unit.id.value).second);
            const bool fits = !unit.parent.valid() || unit.code.startsWith(s.unit(unit.parent).code);
            EXPECT_TRUE(fits) << unit.code.text();
        }
    }
}

TEST(Coverage, HouseholdsAddUp) {
    const model::Snapshot s = snapshot();
    std::int32_t sum = 0;
    for (const model::Unit& grid : s.table(Level::grid).units) sum += grid.households;
    EXPECT_EQ(s.table(Level::county).units.front().households, sum);
}

TEST(Coverage, SameSeedSameShapesOtherSeedOthers) {
    const CoverageOptions options{.side = 2};
    const CoverageOptions other{.side = 2, .seed = 7};
    EXPECT_EQ(blockShape(options, 0, 0, 2, 2), blockShape(options, 0, 0, 2, 2));
    EXPECT_NE(blockShape(options, 0, 0, 2, 2), blockShape(other, 0, 0, 2, 2));
}

/// Keeps what a sink is told, for counting.
struct CountingSink : model::Sink {
    std::size_t units = 0, orgs = 0, classes = 0, records = 0;
    std::set<std::uint64_t> seen;
    void setTitle(const std::string&, bool) override {}
    void add(const model::NewUnit& unit) override {
        ++units;
        EXPECT_TRUE(!unit.parent.valid() || seen.contains(unit.parent.packed())) << "child before parent";
        EXPECT_GT(geom::twiceArea(unit.shape), 0);
        seen.insert(unit.code.packed());
    }
    void add(const model::NewPartyOrg& org) override {
        ++orgs;
        EXPECT_TRUE(seen.contains(org.serves.packed()));
    }
    void add(const model::NewClass& record) override {
        ++classes;
        EXPECT_TRUE(seen.contains(record.unit.packed()));
    }
    void add(const model::NewRecord&) override { ++records; }
};

TEST(Coverage, FillSendsParentsBeforeWhatRefersToThem) {
    CountingSink sink;
    fill(sink);
    EXPECT_EQ(sink.units, 1u + 4 + 16 + 64 + 256);
    EXPECT_EQ(sink.orgs, 51u);
    EXPECT_EQ(sink.classes, 256u - 256u / 6);
    EXPECT_EQ(sink.records, 0u);
}

}  // namespace
}  // namespace xiangtu::support
