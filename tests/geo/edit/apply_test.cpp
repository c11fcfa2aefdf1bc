// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/plan.h"

#include "support/coverage.h"

#include <gtest/gtest.h>

namespace xiangtu::edit {
namespace {

using model::ClassColumn;
using model::Level;

struct Fixture {
    model::Snapshot snapshot = support::snapshot();
    model::SchemeId scheme = (*snapshot.schemes)[0].id;
    ClassNow now(std::uint32_t row, const std::string& classCode) {
        return {Level::grid, snapshot.table(Level::grid).units[row].code, scheme, classCode};
    }
};

TEST(Apply, ChangesTheColumnAndSharesEverythingElse) {
    Fixture f;
    std::vector<model::UnitRef> touched;
    const model::Snapshot next = apply(f.snapshot, {{f.now(0, "red"), f.now(1, "")}, {}}, &touched);
    EXPECT_EQ(next.revision, f.snapshot.revision + 1);
    EXPECT_EQ(next.classOf(0, {Level::grid, 0}), 4);
    EXPECT_EQ(next.classOf(0, {Level::grid, 1}), ClassColumn::kUnset);
    EXPECT_EQ(next.classOf(0, {Level::grid, 2}), f.snapshot.classOf(0, {Level::grid, 2}));
    EXPECT_EQ(touched, (std::vector<model::UnitRef>{{Level::grid, 0}, {Level::grid, 1}}));
    EXPECT_EQ(next.levels, f.snapshot.levels);
    EXPECT_EQ(next.party, f.snapshot.party);
    EXPECT_EQ(f.snapshot.classOf(0, {Level::grid, 0}), 0) << "the old snapshot stays as it was";
}

TEST(Apply, TouchesNothingWhenTheClassIsTheSame) {
    Fixture f;
    std::vector<model::UnitRef> touched;
    const model::Snapshot next = apply(f.snapshot, {{f.now(0, "green")}, {}}, &touched);
    EXPECT_TRUE(touched.empty());
    EXPECT_EQ(next.classes, f.snapshot.classes) << "the column itself is shared";
}

TEST(Apply, PassesOverUnitsOfAnotherTime) {
    Fixture f;
    std::vector<model::UnitRef> touched;
    (void)apply(f.snapshot,
                {{{Level::grid, *model::Code::parse("111111111111111111"), f.scheme, "red"},
                  {Level::grid, f.snapshot.table(Level::grid).units[0].code, {99}, "red"}},
                 {}},
                &touched);
    EXPECT_TRUE(touched.empty());
}

}  // namespace
}  // namespace xiangtu::edit
