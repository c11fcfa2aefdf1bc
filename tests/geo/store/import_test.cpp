// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_file.h"
#include "store/spatialite/database.h"
#include "store/store.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

namespace xiangtu {
namespace {

using model::Code;
using model::Level;
using store::spatialite::Access;
using store::spatialite::Database;

const base::Date kToday = base::Date::today();

/// Villages in a row below a township of their own.
std::vector<model::NewUnit> villages(int count) {
    std::vector<model::NewUnit> units{newUnit(Level::township, "770101100", "新镇")};
    for (int i = 0; i < count; ++i) {
        model::NewUnit unit = newUnit(Level::village, std::to_string(770101100001 + i), "新村");
        unit.parent = *Code::parse("770101100");
        unit.households = i;
        const std::int32_t x = 10 * i;
        unit.shape = {{{{x, 0}, {x + 10, 0}, {x + 10, 10}, {x, 10}}, {}}};
        units.push_back(unit);
    }
    return units;
}

edit::ChangeSet titled() { return {"import", "王芳", "2026-01-02T03:04:05Z", {}, "新村.shp"}; }

struct ImportStore : ::testing::Test {
    support::TempDir dir;
    std::filesystem::path file = dir / "a.sqlite";
    std::unique_ptr<store::Store> store = createFilled(file);

    std::int64_t bring(int count) { return store->commitImport({villages(count), {}, {}}, titled(), {}); }
    void takeBack() {
        const auto entry = store->lastUndoable();
        ASSERT_TRUE(entry);
        (void)store->commit(edit::invert(entry->set), entry->seq, kToday);
    }
    std::int64_t number(const std::string& sql) const { return Database(file, Access::query).integer(sql); }
    std::string text(const std::string& sql) const { return Database(file, Access::query).text(sql); }
    /// All rows of the tables an import of units touches.
    std::string rows() const {
        return text(
            "SELECT group_concat(row, char(10)) FROM (SELECT quote(id) || quote(code) || quote(name) || "
            "quote(parent_id) || quote(households) || quote(valid_from) || quote(geom) AS row FROM unit "
            "ORDER BY id)");
    }
    void expectSound() const {
        EXPECT_EQ(text("PRAGMA integrity_check"), "ok");
        EXPECT_EQ(text("SELECT rtreecheck('main', 'idx_unit_geom')"), "ok");
        EXPECT_EQ(number("SELECT count(*) FROM idx_unit_geom"),
                  number("SELECT count(*) FROM unit WHERE geom IS NOT NULL"));
        EXPECT_FALSE(store->checkChain().brokenAt) << store->checkChain().reason;
    }
};

TEST_F(ImportStore, AFewRowsStandInTheLogOneByOneAndComeAndGoLikeAnyEdit) {
    const std::string before = rows();
    const std::int64_t seq = bring(3);
    const auto line = store->log(1).front();
    EXPECT_EQ(line.seq, seq);
    EXPECT_EQ(line.set.title, "import");
    EXPECT_EQ(line.set.author, "王芳");
    EXPECT_EQ(line.set.reason, "新村.shp");
    ASSERT_EQ(line.set.changes.size(), 4u);
    EXPECT_EQ(line.set.changes[1].table, "unit");
    const std::string after = rows();
    takeBack();
    EXPECT_EQ(rows(), before);
    expectSound();
    const auto again = store->lastRedoable();
    ASSERT_TRUE(again);
    (void)store->commit(edit::invert(again->set), again->seq, kToday);
    EXPECT_EQ(rows(), after);
    expectSound();
}

TEST_F(ImportStore, ManyRowsAreOneShortLineThatIsTakenBackWhole) {
    const std::string before = rows();
    const int many = int(store::kRowsLogged) + 10;
    bring(many);
    EXPECT_LT(number("SELECT max(length(changes)) FROM change_log"), 1000);
    EXPECT_EQ(store->log(1).front().set.changes.front().table, store::kBatchTable);
    EXPECT_EQ(store->load(kToday, {}).findUnit(Level::village, *Code::parse("770101100001")).valid(), true);
    expectSound();
    takeBack();
    EXPECT_EQ(rows(), before);
    expectSound();
    std::string reason;
    const auto again = store->lastRedoable();
    ASSERT_TRUE(again);
    EXPECT_EQ(thrownBy([&] { (void)store->commit(edit::invert(again->set), again->seq, kToday); }, &reason),
              base::Fault::busy);
    EXPECT_NE(reason.find("import it again"), std::string::npos) << reason;
    bring(many);
    EXPECT_EQ(number("SELECT count(*) FROM unit WHERE code LIKE '7701011%'"), many + 1);
}

TEST_F(ImportStore, ManyRowsStayWhenOneOfThemWasChangedSince) {
    bring(int(store::kRowsLogged) + 10);
    Database(file, Access::readWrite).execute("UPDATE unit SET name = '改名' WHERE code = '770101100007'", "test");
    const std::string before = rows();
    std::string reason;
    EXPECT_EQ(thrownBy([&] { takeBack(); }, &reason), base::Fault::busy);
    EXPECT_NE(reason.find("changed in the meantime"), std::string::npos) << reason;
    EXPECT_EQ(rows(), before);
}

TEST_F(ImportStore, ManyRowsStayWhileSomethingStandsOnThem) {
    bring(int(store::kRowsLogged) + 10);
    Database(file, Access::readWrite)
        .execute(
            "INSERT INTO party_org (name, kind, unit_id, established) "
            "SELECT '新支部', 'branch', id, '2026-01-01' FROM unit WHERE code = '770101100007'",
            "test");
    std::string reason;
    EXPECT_EQ(thrownBy([&] { takeBack(); }, &reason), base::Fault::busy);
    EXPECT_NE(reason.find("1 rows of table party_org stand on them"), std::string::npos) << reason;
    EXPECT_EQ(number("SELECT count(*) FROM unit WHERE code LIKE '7701011%'"), std::int64_t(store::kRowsLogged) + 11);
}

TEST_F(ImportStore, ChangesAndNewRowsAreOneTransaction) {
    const auto snapshot = store->load(kToday, {});
    const model::Unit& village = snapshot.table(Level::village).units.front();
    edit::ChangeSet set = titled();
    set.changes.push_back({"unit", village.id.value, model::Fields{{"name", village.name}},
                           model::Fields{{"name", std::string("改过的村")}}});
    const std::string before = rows();
    std::vector<model::NewUnit> units = villages(2);
    units.back().parent = *Code::parse("888888888");
    EXPECT_TRUE(thrownBy([&] { (void)store->commitImport({units, {}, {}}, set, {}); }));
    EXPECT_EQ(rows(), before);
    (void)store->commitImport({villages(2), {}, {}}, set, {});
    EXPECT_EQ(store->log(1).front().set.changes.size(), 4u);
    EXPECT_EQ(text("SELECT name FROM unit WHERE id = " + std::to_string(village.id.value)), "改过的村");
    expectSound();
    takeBack();
    EXPECT_EQ(rows(), before);
    expectSound();
}

TEST_F(ImportStore, CancelLeavesTheFileAsItWas) {
    const std::string before = rows();
    base::Progress progress;
    progress.cancel();
    EXPECT_EQ(thrownBy([&] {
                  (void)store->commitImport({villages(2000), {}, {}}, titled(), progress);
              }),
              base::Fault::cancelled);
    EXPECT_EQ(rows(), before);
    EXPECT_TRUE(store->log(1).empty());
    expectSound();
}

TEST_F(ImportStore, IdsThatWereGivenOnceAreNotGivenAgain) {
    bring(2);
    const std::int64_t first = number("SELECT max(id) FROM unit");
    takeBack();
    bring(2);
    EXPECT_GT(number("SELECT min(id) FROM unit WHERE code LIKE '7701011%'"), first);
}

}  // namespace
}  // namespace xiangtu
