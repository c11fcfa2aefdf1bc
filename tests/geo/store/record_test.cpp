// SPDX-License-Identifier: GPL-3.0-or-later
// Records through the change path: plan, commit, what the file then answers, undo, another day.
#include "geom/wkt.h"
#include "made_file.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

namespace xiangtu {
namespace {

using base::Date;
using model::Level;
using model::Value;

Value text(const char* s) { return std::string(s); }

struct Fixture {
    support::TempDir dir;
    std::unique_ptr<store::Store> store = createFilled(dir / "a.sqlite");
    model::Snapshot snapshot = store->load(Date::today(), {});

    store::Committed apply(const edit::Command& command, model::Role role = model::Role::administrator) {
        edit::PlanContext context = store->planContext("李某");
        context.role = role;
        const edit::Plan plan = edit::plan(snapshot, command, context);
        EXPECT_TRUE(plan.ok()) << (plan.ok() ? "" : plan.error().detail);
        if (!plan.ok()) return {};
        store::Committed done = store->commit(plan.value(), {}, snapshot.day);
        snapshot = edit::apply(snapshot, done.now);
        return done;
    }
    model::Code village(std::uint32_t row = 0) { return snapshot.table(Level::village).units[row].code; }
    edit::AddRecord weak() {
        return {"weak_org_rectification",
                village(),
                {},
                {},
                {{"list_kind", text("weak")}, {"found_on", text("2024-01-01")}},
                ""};
    }
    const model::Record& only(const char* registerId) { return *snapshot.findRegister(registerId)->records.at(0); }
    /// Memory and file must say the same.
    void expectFileAgrees(const char* registerId) {
        const model::Snapshot loaded = store->load(snapshot.day, {});
        const auto &a = snapshot.findRegister(registerId)->records, &b = loaded.findRegister(registerId)->records;
        ASSERT_EQ(a.size(), b.size());
        for (std::size_t i = 0; i < a.size(); ++i) {
            EXPECT_EQ(a[i]->id, b[i]->id);
            EXPECT_EQ(a[i]->unit, b[i]->unit);
            EXPECT_EQ(a[i]->values, b[i]->values);
            EXPECT_EQ(a[i]->shape, b[i]->shape);
            EXPECT_EQ(a[i]->state, b[i]->state);
            EXPECT_EQ(a[i]->due, b[i]->due);
            EXPECT_EQ(a[i]->since, b[i]->since);
            EXPECT_EQ(a[i]->areaM2, b[i]->areaM2);
        }
    }
};

TEST(Record, IsInMemoryAsTheFileHasIt) {
    Fixture f;
    (void)f.apply(f.weak());
    f.expectFileAgrees("weak_org_rectification");
    const model::Record& record = f.only("weak_org_rectification");
    EXPECT_EQ(record.unit, (model::UnitRef{Level::village, 0}));
    EXPECT_EQ(record.state, 0);
    EXPECT_EQ(record.due.days, Date::today().days + 7);
    const auto steps = f.store->steps("weak_org_rectification", record.id);
    ASSERT_EQ(steps.size(), 1u);
    EXPECT_EQ(steps[0].to, "found");
    EXPECT_EQ(steps[0].author, "李某");
}

TEST(Record, ShapesKeepTheirFullPrecisionAndTheirArea) {
    Fixture f;
    const auto shape =
        geom::shapeFromWkt("POLYGON((110.000123456789 36.5,110.01 36.5,110.01 36.51,110.000123456789 36.5))");
    (void)f.apply(
        edit::AddRecord{"industry_base", f.village(), {}, shape, {{"name", text("园")}, {"crop", text("apple")}}, ""});
    EXPECT_EQ(f.only("industry_base").shape, shape);
    EXPECT_GT(f.only("industry_base").areaM2, 400000);
    f.expectFileAgrees("industry_base");
    const auto moved = geom::shapeFromWkt("POLYGON((110.1 36.5,110.11 36.5,110.11 36.51,110.1 36.5))");
    (void)f.apply(edit::SetRecord{"industry_base", 1, {}, moved, {}, {}});
    EXPECT_EQ(f.only("industry_base").shape, moved);
    f.expectFileAgrees("industry_base");
}

TEST(Record, UndoTakesEveryStepBackToNothing) {
    Fixture f;
    (void)f.apply(f.weak());
    (void)f.apply(edit::MoveRecord{"weak_org_rectification", 1, "pledge", "", {{"pledge", text("三个月")}}, ""});
    (void)f.apply(edit::SetRecord{"weak_org_rectification", 1, {{"score_before", 61.5}}, {}, {}, {}});
    const auto shape = geom::GeoPoint{110.001, 36.501};
    (void)f.apply(edit::AddRecord{
        "toilet", f.village(), {}, shape, {{"number", text("1")}, {"planned_for", text("2024-05-01")}}, ""});
    for (int i = 0; i < 4; ++i) {
        const auto entry = f.store->lastUndoable();
        ASSERT_TRUE(entry);
        const auto done = f.store->commit(edit::invert(entry->set), entry->seq, f.snapshot.day);
        f.snapshot = edit::apply(f.snapshot, done.now);
        f.expectFileAgrees("weak_org_rectification");
        f.expectFileAgrees("toilet");
    }
    EXPECT_TRUE(f.snapshot.findRegister("weak_org_rectification")->records.empty());
    EXPECT_TRUE(f.store->steps("weak_org_rectification", 1).empty());
    (void)f.apply(f.weak());
    EXPECT_EQ(f.only("weak_org_rectification").id, 2) << "a number is never given twice";
}

TEST(Record, ARowChangedInTheMeantimeIsNotOverwritten) {
    Fixture f;
    (void)f.apply(f.weak());
    const auto other = store::open(f.dir / "a.sqlite", store::OpenMode::readWrite);
    const edit::Plan stale =
        edit::plan(f.snapshot, edit::SetRecord{"weak_org_rectification", 1, {{"leader", text("张某")}}, {}, {}, {}},
                   f.store->planContext(""));
    const edit::Plan first =
        edit::plan(f.snapshot, edit::SetRecord{"weak_org_rectification", 1, {{"leader", text("李某")}}, {}, {}, {}},
                   other->planContext(""));
    (void)other->commit(first.value(), {}, f.snapshot.day);
    EXPECT_THROW((void)f.store->commit(stale.value(), {}, f.snapshot.day), store::RowChanged);
    EXPECT_EQ(f.store->log(10).size(), 2u) << "nothing half-written";
}

TEST(Record, APastDayShowsItAsItWasThen) {
    Fixture f;
    edit::AddRecord add = f.weak();
    add.day = "2024-01-30";
    (void)f.apply(add);
    (void)f.apply(
        edit::MoveRecord{"weak_org_rectification", 1, "pledge", "", {{"pledge", text("三个月")}}, "2024-03-01"});
    (void)f.apply(edit::EndRecord{"weak_org_rectification", 1, "2024-06-01"});
    EXPECT_TRUE(f.snapshot.findRegister("weak_org_rectification")->records.empty());
    const auto on = [&](int month, int day) {
        const auto loaded = f.store->load(Date::of(2024, month, day), {});
        const auto& records = loaded.findRegister("weak_org_rectification")->records;
        return records.empty() ? std::string()
                               : loaded.catalogue->findLifecycle("strike_off")->states[records[0]->state].code + " " +
                                     records[0]->due.iso();
    };
    EXPECT_EQ(on(1, 29), "") << "not there yet";
    EXPECT_EQ(on(1, 30), "found 2024-02-06");
    EXPECT_EQ(on(2, 29), "found 2024-02-06");
    EXPECT_EQ(on(3, 1), "pledged 2024-03-16");
    EXPECT_EQ(on(5, 31), "pledged 2024-03-16");
    EXPECT_EQ(on(6, 1), "") << "half-open: the last day is the one before";
}

TEST(Attachment, IsKeptOnceByItsContent) {
    Fixture f;
    store::Attachment photo{std::string(64, 'b'),         "现场.jpg",     "image/jpeg",
                            {std::byte{1}, std::byte{2}}, {std::byte{3}}, geom::GeoPoint{110.1, 36.5},
                            "2024-01-02T03:04:05",        "李某",         "2024-01-03T00:00:00.000Z"};
    f.store->addAttachment(photo);
    photo.name = "again.jpg";
    f.store->addAttachment(photo);
    const auto read = f.store->attachment(photo.hash);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->name, "现场.jpg") << "the first stays";
    EXPECT_EQ(read->bytes, photo.bytes);
    EXPECT_EQ(read->thumbnail, photo.thumbnail);
    EXPECT_EQ(read->place, photo.place);
    EXPECT_FALSE(f.store->attachment(std::string(64, 'c')));
}

}  // namespace
}  // namespace xiangtu
