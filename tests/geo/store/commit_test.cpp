// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "made_file.h"
#include "store/spatialite/spatialite_store.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

namespace xiangtu {
namespace {

using model::Level;

struct Fixture {
    support::TempDir dir;
    std::unique_ptr<store::Store> store = createFilled(dir / "a.sqlite");
    base::Date day = base::Date::of(2026, 3, 1);
    model::Snapshot before = store->load(day, {});
    model::UnitId unit = before.table(Level::village).units[0].id;
    std::int64_t risk = (*before.schemes)[*before.findScheme("risk5")].id.value;

    std::string classOn(base::Date when) {
        const auto snapshot = store->load(when, {});
        const auto position = snapshot.classOf(*snapshot.findScheme("risk5"), {Level::village, 0});
        if (position == model::ClassColumn::kUnset) return "";
        return (*snapshot.schemes)[*snapshot.findScheme("risk5")].classes[position].code;
    }
    std::int64_t nextId() { return store->planContext("测试").nextClassRecord; }
    store::Committed set(const std::string& classCode, const std::string& from) {
        return store->commit(classRow(nextId(), unit.value, risk, classCode, from), {}, day);
    }
};

TEST(Commit, WritesTheRowAndTheLogLine) {
    Fixture f;
    const auto set = classRow(f.nextId(), f.unit.value, f.risk, "red", "2026-02-01");
    const auto done = f.store->commit(set, {}, f.day);
    ASSERT_EQ(done.now.classes.size(), 1u);
    EXPECT_EQ(done.now.classes[0].classCode, "red");
    EXPECT_EQ(done.now.classes[0].unit, f.before.table(Level::village).units[0].code);
    EXPECT_EQ(f.classOn(base::Date::of(2026, 1, 31)), "");
    EXPECT_EQ(f.classOn(base::Date::of(2026, 2, 1)), "red");
    const auto log = f.store->log(10);
    ASSERT_EQ(log.size(), 1u);
    EXPECT_EQ(log[0].seq, done.seq);
    EXPECT_EQ(log[0].set, set);
}

TEST(Commit, TheNewestDayHoldsAndOfOneDayTheLastWord) {
    Fixture f;
    (void)f.set("red", "2026-02-10");
    const auto backdated = f.set("blue", "2026-01-10");
    EXPECT_EQ(backdated.now.classes[0].classCode, "red");
    EXPECT_EQ(f.classOn(base::Date::of(2026, 1, 15)), "blue");
    EXPECT_EQ(f.set("green", "2026-02-10").now.classes[0].classCode, "green");
    EXPECT_EQ(f.set("orange", "2026-09-01").now.classes[0].classCode, "green") << "not in force yet";
    EXPECT_EQ(f.classOn(f.day), "green");
    EXPECT_EQ(f.set("", "2026-02-20").now.classes[0].classCode, "");
    EXPECT_EQ(f.classOn(f.day), "");
    const auto history = f.store->classHistory(f.unit);
    ASSERT_EQ(history.size(), 5u);
    EXPECT_EQ(history[0].classCode, "orange");
    EXPECT_EQ(history[1].classCode, "");
    EXPECT_EQ(history[2].classCode, "green");
    EXPECT_EQ(history[4].classCode, "blue");
    EXPECT_EQ(history[4].reason, "看过");
    EXPECT_EQ(history[4].scheme, "risk5");
}

TEST(Commit, TheInverseRestoresWhatWasThere) {
    Fixture f;
    (void)f.set("red", "2026-02-01");
    const auto set = classRow(f.nextId(), f.unit.value, f.risk, "blue", "2026-02-02");
    const auto done = f.store->commit(set, {}, f.day);
    const auto undone = f.store->commit(edit::invert(set), done.seq, f.day);
    EXPECT_EQ(undone.now.classes[0].classCode, "red");
    const auto log = f.store->log(2);
    EXPECT_EQ(log[0].undoes, done.seq);
    EXPECT_EQ(log[1].undoneBy, undone.seq);
    EXPECT_EQ(f.store->lastUndoable()->seq, done.seq - 1);
}

TEST(Commit, NeverGivesARecordsNumberAway) {
    Fixture f;
    const auto id = f.nextId();
    const auto set = classRow(id, f.unit.value, f.risk, "blue", "2026-02-02");
    const auto done = f.store->commit(set, {}, f.day);
    (void)f.store->commit(edit::invert(set), done.seq, f.day);
    EXPECT_EQ(f.nextId(), id + 1);
}

TEST(Commit, RefusesARowThatChangedInTheMeantime) {
    Fixture f;
    const auto set = classRow(f.nextId(), f.unit.value, f.risk, "red", "2026-02-01");
    (void)f.store->commit(set, {}, f.day);
    EXPECT_THROW((void)f.store->commit(set, {}, f.day), store::RowChanged) << "the row is there already";
    auto inverse = edit::invert(set);
    inverse.changes[0].before->at(4).second = std::string("ein anderer Grund");
    EXPECT_THROW((void)f.store->commit(inverse, {}, f.day), store::RowChanged);
    EXPECT_EQ(f.store->log(10).size(), 1u);
}

TEST(Commit, OneBadRowTakesAllBack) {
    Fixture f;
    auto set = classRow(f.nextId(), f.unit.value, f.risk, "red", "2026-02-01");
    auto bad = classRow(f.nextId() + 1, f.unit.value, f.risk, "no such class", "2026-02-01");
    set.changes.push_back(bad.changes[0]);
    std::string text;
    EXPECT_EQ(thrownBy([&] { (void)f.store->commit(set, {}, f.day); }, &text), base::Fault::sql);
    EXPECT_NE(text.find("table unit_class, row"), std::string::npos);
    EXPECT_EQ(f.classOn(f.day), "");
    EXPECT_TRUE(f.store->log(10).empty());
}

TEST(Commit, AFailingCommitStatementIsRolledBack) {
    Fixture f;
    // unit.parent_id is checked at COMMIT only: every statement succeeds, COMMIT itself fails.
    edit::ChangeSet set{"move", "测试", "2026-01-01T00:00:00.000Z", {}};
    set.changes.push_back(
        {"unit", f.unit.value, model::Fields{}, model::Fields{{"parent_id", std::int64_t(987654321)}}});
    set.changes[0].before = model::Fields{{"id", f.unit.value}};
    EXPECT_EQ(thrownBy([&] { (void)f.store->commit(set, {}, f.day); }), base::Fault::sql);
    EXPECT_TRUE(f.store->log(10).empty());
    EXPECT_EQ(f.set("red", "2026-02-01").seq, 1) << "the store goes on working";
    EXPECT_TRUE(f.store->load(f.day, {}).table(Level::village).units[0].parent.valid());
}

TEST(Commit, TouchesOnlyTablesThatEditsMayChange) {
    Fixture f;
    for (const char* table :
         {"change_log", "sqlite_master", "spatial_ref_sys", "unit; DROP TABLE unit", "reg_nothing"}) {
        edit::ChangeSet set{"x", "", "", {{table, 1, std::nullopt, model::Fields{{"title", std::string("x")}}}}};
        EXPECT_EQ(thrownBy([&] { (void)f.store->commit(set, {}, f.day); }), base::Fault::usage) << table;
    }
}

TEST(Commit, TheLogCannotBeRewritten) {
    Fixture f;
    (void)f.set("red", "2026-02-01");
    f.store.reset();
    store::spatialite::Database database(f.dir / "a.sqlite", store::spatialite::Access::readWrite);
    EXPECT_EQ(thrownBy([&] { database.execute("UPDATE change_log SET author = 'x'", "test"); }), base::Fault::sql);
    EXPECT_EQ(thrownBy([&] { database.execute("DELETE FROM change_log", "test"); }), base::Fault::sql);
}

TEST(Commit, TextThatIsNotUtf8IsRefused) {
    Fixture f;
    auto set = classRow(f.nextId(), f.unit.value, f.risk, "red", "2026-02-01");
    set.changes[0].after->at(4).second = std::string("\xb2\xe2\xca\xd4");
    EXPECT_EQ(thrownBy([&] { (void)f.store->commit(set, {}, f.day); }), base::Fault::format);
    EXPECT_EQ(f.classOn(f.day), "");
}

TEST(Commit, AFullDiskIsNamedAndNothingIsLost) {
    Fixture f;
    (void)f.set("red", "2026-02-01");
    f.store.reset();
    store::spatialite::Database database(f.dir / "a.sqlite", store::spatialite::Access::readWrite);
    database.execute("PRAGMA max_page_count = 1", "test");  // SQLite takes the present size instead: no page more
    store::spatialite::SpatialiteStore full(std::move(database), false, "");
    const std::string longReason(100000, 'x');
    auto set = classRow(full.planContext("").nextClassRecord, f.unit.value, f.risk, "blue", "2026-02-02");
    set.changes[0].after->at(4).second = longReason;
    EXPECT_EQ(thrownBy([&] { (void)full.commit(set, {}, f.day); }), base::Fault::diskFull);
    EXPECT_EQ(full.log(10).size(), 1u);
    f.store = store::open(f.dir / "a.sqlite", store::OpenMode::readWrite);
    EXPECT_EQ(f.classOn(f.day), "red");
}

}  // namespace
}  // namespace xiangtu
