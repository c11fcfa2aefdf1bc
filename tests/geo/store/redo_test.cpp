// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_file.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

namespace xiangtu {
namespace {

using Kind = store::LogEntry::Kind;

/// Edits, undos and redos as numbers of lines.
struct Fixture {
    support::TempDir dir;
    std::unique_ptr<store::Store> store = createFilled(dir / "a.sqlite");
    model::Snapshot before = store->load(base::Date::today(), {});
    std::int64_t risk = (*before.schemes)[*before.findScheme("risk5")].id.value;

    std::int64_t edit() {
        return store
            ->commit(classRow(store->planContext("").nextClassRecord,
                              before.table(model::Level::village).units[0].id.value, risk, "red", "2026-01-05"),
                     {}, base::Date::today())
            .seq;
    }
    std::int64_t takeBack(const std::optional<store::LogEntry>& entry) {
        if (!entry) return 0;
        return store->commit(edit::invert(entry->set), entry->seq, base::Date::today()).seq;
    }
    /// What was taken back; 0 = there was nothing.
    std::int64_t undo() {
        const auto entry = store->lastUndoable();
        (void)takeBack(entry);
        return entry ? entry->seq : 0;
    }
    std::int64_t redo() {
        const auto entry = store->lastRedoable();
        (void)takeBack(entry);
        return entry ? entry->seq : 0;
    }
};

TEST(Redo, BringsBackInTheOrderThatWasTakenBack) {
    Fixture f;
    EXPECT_EQ(f.redo(), 0);
    EXPECT_EQ(f.edit(), 1);
    EXPECT_EQ(f.edit(), 2);
    EXPECT_EQ(f.redo(), 0) << "nothing was taken back";
    EXPECT_EQ(f.undo(), 2);  // line 3
    EXPECT_EQ(f.undo(), 1);  // line 4
    EXPECT_EQ(f.undo(), 0);
    EXPECT_EQ(f.redo(), 4);  // line 5: edit 1 stands again
    EXPECT_EQ(f.redo(), 3);  // line 6: edit 2 stands again
    EXPECT_EQ(f.redo(), 0);
    EXPECT_EQ(f.undo(), 6) << "what was brought back can be taken back once more";
    EXPECT_EQ(f.redo(), 7);
    const auto log = f.store->log(10);
    ASSERT_EQ(log.size(), 8u);
    EXPECT_EQ(log[7].kind, Kind::edit);
    EXPECT_EQ(log[5].kind, Kind::undo);
    EXPECT_EQ(log[3].kind, Kind::redo);
    EXPECT_EQ(log[1].kind, Kind::undo);
    EXPECT_EQ(log[0].kind, Kind::redo);
}

TEST(Redo, ANewEditEndsWhatCouldBeBroughtBack) {
    Fixture f;
    (void)f.edit();
    (void)f.edit();
    EXPECT_EQ(f.undo(), 2);
    EXPECT_EQ(f.edit(), 4);
    EXPECT_EQ(f.redo(), 0);
    EXPECT_EQ(f.undo(), 4);
    EXPECT_EQ(f.redo(), 5);
    EXPECT_EQ(f.undo(), 6);
    EXPECT_EQ(f.undo(), 1) << "edit 2 was taken back long ago";
}

TEST(Redo, WorksAfterReopening) {
    Fixture f;
    (void)f.edit();
    (void)f.undo();
    f.store = store::open(f.dir / "a.sqlite", store::OpenMode::readWrite);
    EXPECT_EQ(f.redo(), 2);
    f.store = store::open(f.dir / "a.sqlite", store::OpenMode::readWrite);
    EXPECT_EQ(f.undo(), 3);
}

TEST(RecentReasons, AreNewestFirstAndEachOnce) {
    Fixture f;
    for (const char* reason : {"道路塌方", "已整改", "道路塌方", "群众反映"}) {
        auto set = classRow(f.store->planContext("").nextClassRecord,
                            f.before.table(model::Level::village).units[1].id.value, f.risk, "red", "2026-01-05");
        set.changes[0].after->at(4).second = std::string(reason);
        set.changes[0].after->emplace_back("photo", std::string(64, 'a'));
        (void)f.store->commit(set, {}, base::Date::today());
    }
    const auto all = f.store->recentReasons("risk5", 3);
    EXPECT_EQ(all, (std::vector<std::string>{"群众反映", "道路塌方", "已整改"}));
    EXPECT_TRUE(f.store->recentReasons("progress5", 3).empty());
    EXPECT_EQ(f.store->recentReasons("", 1), std::vector<std::string>{"群众反映"});
    EXPECT_EQ(f.store->classHistory(f.before.table(model::Level::village).units[1].id)[0].photo, std::string(64, 'a'));
}

}  // namespace
}  // namespace xiangtu
