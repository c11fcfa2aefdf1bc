// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/compare.h"
#include "made_file.h"
#include "oracle.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace xiangtu::project {
namespace {

using model::Level;
using model::UnitRef;

/// A unit's land comes back while those who took it still have it.
class Restore : public ::testing::Test {
protected:
    support::TempDir dir;
    std::filesystem::path file = dir / "复原.sqlite";

    void SetUp() override { makeFile(file); }
    static std::string yesterday() { return base::Date{base::Date::today().days - 1}.iso(); }
    static const model::Snapshot& now(const Project& project) { return *project.state().snapshot; }
    static model::Code codeOf(const Project& project, Level level, std::uint32_t row) {
        return now(project).unit({level, row}).code;
    }
    static geom::MultiPolygon land(const Project& project, Level level, model::Code code) {
        return now(project).table(level).shapes.feature(now(project).findUnit(level, code).row);
    }
    static void make(Project& project, borders::Operation operation, borders::Options options = {}) {
        const Outcome outcome = project.apply(edit::EditBorders{{std::move(operation), options}, {}, "", ""}, "王");
        ASSERT_TRUE(outcome.ok()) << outcome.error().detail;
    }
    static Outcome restore(Project& project, Level level, model::Code code) {
        return project.apply(edit::RestoreUnit{{level, code}, yesterday(), ""}, "王");
    }
    /// The same units with the same names and the same land; a border may keep vertices it got in between, each of
    /// which bends it by less than a lattice unit.
    void expectAsOfYesterday(Project& project) const {
        const model::Snapshot then = project.store().load(day(yesterday()), {});
        for (const edit::UnitDifference& d : edit::compare(then, now(project))) {
            EXPECT_FALSE(d.isNew() || d.isGone() || d.renamed || d.recoded || d.reparented);
            if (!d.isNew() && !d.isGone()) expectSameLand(then, d.before, now(project), d.after);
        }
        EXPECT_EQ(faultsOf(file), "");
    }
    static void expectSameLand(const model::Snapshot& a, UnitRef before, const model::Snapshot& b, UnitRef after) {
        const auto& box = a.table(before.level).shapes.box(before.row);
        const double around = 2.0 * (double(box.max.x) - box.min.x + box.max.y - box.min.y);
        const __int128 was = a.table(before.level).shapes.twiceArea(before.row);
        const __int128 is = b.table(after.level).shapes.twiceArea(after.row);
        EXPECT_LT(std::abs(double(is - was)), 4 * around) << b.unit(after).code.text();
    }
    static base::Date day(const std::string& iso) { return *base::Date::parse(iso); }
    /// A line through the middle of a unit from west to east, or a strip above it.
    static geom::GeoLine across(const Project& project, Level level, model::Code code, double share = 0.52) {
        const auto& box = now(project).table(level).shapes.box(now(project).findUnit(level, code).row);
        const auto y = std::int32_t(box.min.y + share * (box.max.y - box.min.y));
        return {geom::toGeo(geom::GridPoint{box.min.x - 500, y}), geom::toGeo(geom::GridPoint{box.max.x + 500, y})};
    }
    /// The unit beside it to the north or the south that takes what is cut off.
    static model::Code takerOf(const Project& project, Level level, model::Code from) {
        for (const auto& unit : now(project).table(level).units) {
            if (unit.code == from) continue;
            const borders::GivePiece give{level, from, unit.code, across(project, level, from), {}};
            const auto plan = const_cast<Project&>(project).preview(edit::EditBorders{{give, {}}, {}, "", ""});
            if (plan.ok()) return unit.code;
        }
        return {};
    }
};

TEST_F(Restore, LandHandedOverComesBackWithEverythingBelow) {
    Project project = openedToday(file);
    const model::Code code = codeOf(project, Level::village, 5);
    const auto before = land(project, Level::village, code);
    const model::Code taker = takerOf(project, Level::village, code);
    ASSERT_TRUE(taker.valid());
    make(project, borders::GivePiece{Level::village, code, taker, across(project, Level::village, code), {}});
    EXPECT_NE(land(project, Level::village, code), before);
    EXPECT_EQ(faultsOf(file), "");
    const Outcome outcome = restore(project, Level::village, code);
    ASSERT_TRUE(outcome.ok()) << outcome.error().detail;
    EXPECT_EQ(faultsOf(file), "");
    const auto then = project.store().load(day(yesterday()), {});
    for (const model::Code village : {code, taker}) {
        expectSameLand(then, then.findUnit(Level::village, village), now(project),
                       now(project).findUnit(Level::village, village));
    }
    while (project.store().lastUndoable({})) ASSERT_TRUE(project.undo("王").ok());
    expectAsOfYesterday(project);
}

TEST_F(Restore, TheTakerGivesBackTheSame) {
    Project project = openedToday(file);
    const model::Code code = codeOf(project, Level::grid, 100);
    const model::Code taker = takerOf(project, Level::grid, code);
    ASSERT_TRUE(taker.valid());
    make(project, borders::GivePiece{Level::grid, code, taker, across(project, Level::grid, code), {}});
    const Outcome outcome = restore(project, Level::grid, taker);
    ASSERT_TRUE(outcome.ok()) << outcome.error().detail;
    expectAsOfYesterday(project);
    EXPECT_EQ(restore(project, Level::grid, taker).error().reason, edit::RefusalReason::nothingToDo);
}

TEST_F(Restore, WhatWasCutOffIsJoinedAgain) {
    Project project = openedToday(file);
    const model::Code code = codeOf(project, Level::grid, 70);
    make(project, borders::Split{{Level::grid, code}, across(project, Level::grid, code)});
    EXPECT_EQ(now(project).table(Level::grid).units.size(), 257u);
    const Outcome outcome = restore(project, Level::grid, code);
    ASSERT_TRUE(outcome.ok()) << outcome.error().detail;
    EXPECT_EQ(now(project).table(Level::grid).units.size(), 256u);
    expectAsOfYesterday(project);
}

TEST_F(Restore, AUnitMergedAwayIsCutOutAgainUnderItsCodeWithNameAndClass) {
    Project project = openedToday(file);
    const model::Code into = codeOf(project, Level::grid, 20), gone = codeOf(project, Level::grid, 21);
    const model::Unit was = now(project).unit({Level::grid, 21});
    make(project, borders::Merge{Level::grid, {into, gone}, into});
    EXPECT_FALSE(now(project).findUnit(Level::grid, gone).valid());
    const Outcome outcome = restore(project, Level::grid, gone);
    ASSERT_TRUE(outcome.ok()) << outcome.error().detail;
    const UnitRef back = now(project).findUnit(Level::grid, gone);
    ASSERT_TRUE(back.valid());
    EXPECT_EQ(now(project).unit(back).name, was.name);
    const auto then = project.store().load(day(yesterday()), {});
    EXPECT_EQ(now(project).classOf(0, back), then.classOf(0, then.findUnit(Level::grid, gone)));
    EXPECT_EQ(land(project, Level::grid, gone), then.table(Level::grid).shapes.feature(21));
    EXPECT_EQ(faultsOf(file), "");
}

TEST_F(Restore, AVillageMergedAwayComesBackWithItsLandAndWhatLiesOnIt) {
    Project project = openedToday(file);
    const model::Code into = codeOf(project, Level::village, 0), gone = codeOf(project, Level::village, 1);
    make(project, borders::Merge{Level::village, {into, gone}, into});
    const Outcome outcome = restore(project, Level::village, gone);
    ASSERT_TRUE(outcome.ok()) << outcome.error().detail;
    EXPECT_EQ(now(project).table(Level::village).units.size(), 16u);
    EXPECT_EQ(now(project).table(Level::grid).units.size(), 256u);
    EXPECT_EQ(faultsOf(file), "");
}

TEST_F(Restore, ABorderMovedByItsVertexGoesBack) {
    Project project = openedToday(file);
    const model::Code code = codeOf(project, Level::grid, 120);
    const geom::GeoPoint from = geom::toGeo(land(project, Level::grid, code).front().outer[6]);
    make(project, borders::MoveVertex{from, {from.lon + 2e-5, from.lat + 3e-5}});
    const Outcome outcome = restore(project, Level::grid, code);
    ASSERT_TRUE(outcome.ok()) << outcome.error().detail;
    expectAsOfYesterday(project);
}

TEST_F(Restore, AVertexTheNeighbourBroughtIsNoLandLost) {
    Project project = openedToday(file);
    const model::Code code = codeOf(project, Level::grid, 100), other = takerOf(project, Level::grid, code);
    ASSERT_TRUE(other.valid());
    make(project, borders::Split{{Level::grid, other}, {across(project, Level::grid, other)}});
    EXPECT_EQ(faultsOf(file), "");
    const Outcome outcome = restore(project, Level::grid, code);
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().reason, edit::RefusalReason::nothingToDo);
}

TEST_F(Restore, IsRefusedWithWhoHasTheLandByNow) {
    Project project = openedToday(file);
    const model::Code code = codeOf(project, Level::grid, 100), taker = takerOf(project, Level::grid, code);
    make(project, borders::GivePiece{Level::grid, code, taker, across(project, Level::grid, code), {}});
    // The whole of the taker goes on to a third.
    model::Code third;
    for (const auto& unit : now(project).table(Level::grid).units) {
        if (unit.code == code || unit.code == taker) continue;
        const borders::Merge merge{Level::grid, {taker, unit.code}, unit.code};
        if (project.preview(edit::EditBorders{{merge, {}}, {}, "", ""}).ok()) third = unit.code;
    }
    ASSERT_TRUE(third.valid());
    make(project, borders::Merge{Level::grid, {taker, third}, third});
    const Outcome outcome = restore(project, Level::grid, code);
    ASSERT_FALSE(outcome.ok());
    ASSERT_TRUE(outcome.error().border) << outcome.error().detail;
    EXPECT_EQ(outcome.error().border->reason, borders::Reason::passedOn);
    EXPECT_EQ(outcome.error().units, std::vector<model::Code>{third});
    EXPECT_TRUE(outcome.error().place);
    EXPECT_EQ(restore(project, Level::grid, *model::Code::parse("123456")).error().reason,
              edit::RefusalReason::unknownUnit);
}

}  // namespace
}  // namespace xiangtu::project
