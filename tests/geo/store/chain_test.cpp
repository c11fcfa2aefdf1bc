// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/change_log.h"

#include "made_file.h"
#include "store/spatialite/statement.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

namespace xiangtu {
namespace {

using store::spatialite::Access;
using store::spatialite::Database;

struct Fixture {
    support::TempDir dir;
    std::filesystem::path file = dir / "链.sqlite";
    std::unique_ptr<store::Store> store = createFilled(file);
    model::Snapshot before = store->load(base::Date::today(), {});
    std::int64_t risk = (*before.schemes)[*before.findScheme("risk5")].id.value;

    Fixture() {
        for (const char* classCode : {"red", "blue", "green", "orange"}) (void)set(classCode);
    }
    store::Committed set(const std::string& classCode) {
        auto change = classRow(store->planContext("").nextClassRecord,
                               before.table(model::Level::village).units[0].id.value, risk, classCode, "2026-01-05");
        change.reason = "因为";
        return store->commit(change, {}, base::Date::today());
    }
    void tamper(const std::string& script) {
        Database(file, Access::readWrite)
            .execute("DROP TRIGGER change_log_is_append_only_update; DROP TRIGGER change_log_is_append_only_delete; " +
                         script,
                     "test");
    }
};

TEST(Chain, HoldsWhileNobodyTampersWithIt) {
    Fixture f;
    const auto first = f.store->checkChain();
    EXPECT_EQ(first.lines, 4);
    EXPECT_EQ(first.head.size(), 64u);
    EXPECT_FALSE(first.brokenAt) << first.reason;
    (void)f.set("red");
    const auto second = f.store->checkChain();
    EXPECT_EQ(second.lines, 5);
    EXPECT_NE(second.head, first.head);
    EXPECT_EQ(f.store->log(1)[0].set.reason, "因为");
}

TEST(Chain, AFailedEditLeavesNoGap) {
    Fixture f;
    auto bad = classRow(f.store->planContext("").nextClassRecord, 1, f.risk, "no such class", "2026-01-05");
    EXPECT_TRUE(thrownBy([&] { (void)f.store->commit(bad, {}, base::Date::today()); }));
    (void)f.set("red");
    EXPECT_FALSE(f.store->checkChain().brokenAt);
}

TEST(Chain, NamesTheFirstLineThatWasChanged) {
    for (const char* script :
         {"UPDATE change_log SET author = 'x' WHERE seq = 2", "UPDATE change_log SET reason = '' WHERE seq = 2",
          "UPDATE change_log SET at = '2020' WHERE seq = 2", "UPDATE change_log SET title = 'set_clas' WHERE seq = 2",
          "UPDATE change_log SET changes = replace(changes, 'blue', 'red') WHERE seq = 2",
          "UPDATE change_log SET undoes = 1 WHERE seq = 2", "UPDATE change_log SET hash = '' WHERE seq = 2",
          "DELETE FROM unit_log WHERE seq = 2; DELETE FROM change_log WHERE seq = 2"}) {
        Fixture f;
        f.tamper(script);
        EXPECT_EQ(f.store->checkChain().brokenAt, 2) << script;
    }
}

TEST(Chain, MissesTheNewestLines) {
    Fixture f;
    f.tamper("DELETE FROM unit_log WHERE seq > 3; DELETE FROM change_log WHERE seq > 3");
    EXPECT_EQ(f.store->checkChain().brokenAt, 4);
}

TEST(Chain, ALineOfAnotherPlaceDoesNotFit) {
    Fixture f;
    f.tamper(
        "UPDATE change_log SET (title, author, at, changes, reason, hash) = (SELECT title, author, at, changes, "
        "reason, hash FROM change_log WHERE seq = 4) WHERE seq = 3");
    EXPECT_EQ(f.store->checkChain().brokenAt, 3);
}

TEST(Chain, LinesOfOlderFilesAreChainedByTheUpgrade) {
    Fixture f;
    // Back to how schema 5 left it, as far as the log goes.
    f.tamper("UPDATE change_log SET hash = ''; DELETE FROM unit_log");
    {
        Database database(f.file, Access::readWrite);
        database.execute("BEGIN", "test");
        store::spatialite::chainOldLines(database);
        database.execute("COMMIT", "test");
        EXPECT_EQ(database.integer("SELECT count(*) FROM unit_log"), 4);
    }
    const auto check = f.store->checkChain();
    EXPECT_EQ(check.lines, 4);
    EXPECT_FALSE(check.brokenAt) << check.reason;
    EXPECT_EQ(f.store->unitLog(f.before.table(model::Level::village).units[0].id, 10).size(), 4u);
}

}  // namespace
}  // namespace xiangtu
