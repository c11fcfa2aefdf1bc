// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/migrate.h"

#include "made_file.h"
#include "store/spatialite/change_log.h"
#include "store/spatialite/statement.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

namespace xiangtu {
namespace {

namespace fs = std::filesystem;
using base::Fault;
using store::OpenMode;
using store::spatialite::Access;
using store::spatialite::Database;

/// A file as the first version of the program left it: only 0001_init.sql has run.
void makeVersion1(const fs::path& file) {
    Database database(file, Access::create);
    database.execute("BEGIN", "test");
    database.execute(support::readFile(fs::path(XIANGTU_DATA_DIR) / "schema/0001_init.sql"), "test");
    database.execute(
        "PRAGMA user_version = 1; COMMIT; PRAGMA journal_mode = WAL;"
        "INSERT INTO meta VALUES ('title', '旧县'), ('demo', '0'), ('created_at', '2025-01-01T00:00:00.000Z');"
        "INSERT INTO unit (id, level, code, name, kind, households, valid_from, geom) VALUES (7, 0, '340405', "
        "'八公山区', 'district', 9, '2000-01-01', "
        "GeomFromText('MULTIPOLYGON(((116 32, 117 32, 117 33, 116 32)))', 4490));"
        "INSERT INTO party_org (name, kind, unit_id, established) VALUES ('区委', 'committee', 7, '2000-01-01')",
        "test");
}

std::vector<fs::path> backupsIn(const support::TempDir& dir) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(dir.path())) {
        if (entry.path().filename().string().find("-backup-v1-") != std::string::npos) found.push_back(entry.path());
    }
    return found;
}

void expectContent(store::Store& store) {
    const auto snapshot = store.load(base::Date::today(), {});
    EXPECT_EQ(snapshot.info.title, "旧县");
    EXPECT_EQ(snapshot.info.schemaVersion, store::spatialite::newestVersion());
    ASSERT_EQ(snapshot.table(model::Level::county).units.size(), 1u);
    EXPECT_EQ(snapshot.table(model::Level::county).units[0].name, "八公山区");
    EXPECT_TRUE(snapshot.table(model::Level::county).shapes.hasShape(0));
    EXPECT_EQ(snapshot.party->servedBy[0][0], 0u);
}

TEST(Migrate, VersionsAreCountedFromOneWithoutGaps) {
    int version = 0;
    for (const auto& migration : store::spatialite::migrations()) EXPECT_EQ(migration.version, ++version);
    EXPECT_GE(version, 2);
}

TEST(Migrate, UpgradesAnOldFileAfterABackup) {
    const support::TempDir dir;
    makeVersion1(dir / "县.sqlite");
    expectContent(*store::open(dir / "县.sqlite", OpenMode::readWrite));
    const auto backups = backupsIn(dir);
    ASSERT_EQ(backups.size(), 1u);
    const Database backup(backups[0], Access::query);
    EXPECT_EQ(backup.integer("PRAGMA user_version"), 1);
    EXPECT_EQ(backup.integer("SELECT count(*) FROM unit"), 1);
    EXPECT_EQ(backup.text("PRAGMA integrity_check"), "ok");
    const Database upgraded(dir / "县.sqlite", Access::query);
    EXPECT_EQ(upgraded.integer("SELECT count(*) FROM pragma_table_info('unit') WHERE name = 'source_code'"), 1);
    EXPECT_EQ(upgraded.text("SELECT source_code || name FROM v_county"), "");
    EXPECT_EQ(upgraded.integer("SELECT count(*) FROM layer_styles"), 0);
    EXPECT_EQ(upgraded.integer("SELECT count(*) FROM views_geometry_columns WHERE view_name = 'v_grid_class'"), 1);
    EXPECT_EQ(upgraded.integer("SELECT count(*) FROM v_grid_class"), 0);
}

TEST(Migrate, AnUpgradedFileIsUpgradedOnce) {
    const support::TempDir dir;
    makeVersion1(dir / "a.sqlite");
    (void)store::open(dir / "a.sqlite", OpenMode::readWrite);
    (void)store::open(dir / "a.sqlite", OpenMode::readWrite);
    EXPECT_EQ(backupsIn(dir).size(), 1u);
}

TEST(Migrate, NeverOverwritesAnEarlierBackup) {
    const support::TempDir dir;
    makeVersion1(dir / "a.sqlite");
    (void)store::open(dir / "a.sqlite", OpenMode::readWrite);
    fs::remove(dir / "a.sqlite");
    makeVersion1(dir / "a.sqlite");
    (void)store::open(dir / "a.sqlite", OpenMode::readWrite);
    EXPECT_EQ(backupsIn(dir).size(), 2u);
}

TEST(Migrate, ReadOnlyShowsAnOldFileWithoutTouchingIt) {
    const support::TempDir dir;
    makeVersion1(dir / "a.sqlite");
    const std::string before = support::readFile(dir / "a.sqlite");
    const auto store = store::open(dir / "a.sqlite", OpenMode::readOnly);
    EXPECT_TRUE(store->readOnly());
    expectContent(*store);
    EXPECT_EQ(support::readFile(dir / "a.sqlite"), before);
    EXPECT_TRUE(backupsIn(dir).empty());
}

TEST(Migrate, AFailingStepLeavesTheOldVersionWhole) {
    const support::TempDir dir;
    makeVersion1(dir / "a.sqlite");
    // A column of that name is in the way of the second migration.
    Database(dir / "a.sqlite", Access::readWrite).execute("ALTER TABLE party_org ADD COLUMN chain TEXT", "test");
    std::string text;
    EXPECT_EQ(thrownBy([&] { (void)store::open(dir / "a.sqlite", OpenMode::readWrite); }, &text), Fault::sql);
    EXPECT_NE(text.find("0002_source_code_and_chain.sql"), std::string::npos) << text;
    const Database database(dir / "a.sqlite", Access::query);
    EXPECT_EQ(database.integer("PRAGMA user_version"), 1);
    EXPECT_EQ(database.integer("SELECT count(*) FROM pragma_table_info('unit') WHERE name = 'source_code'"), 0);
    EXPECT_EQ(database.integer("SELECT count(*) FROM v_county"), 1);
    EXPECT_EQ(backupsIn(dir).size(), 1u);
}

TEST(Migrate, ABackupThatCannotBeWrittenStopsTheUpgrade) {
    const support::TempDir dir;
    makeVersion1(dir / "a.sqlite");
    const Database source(dir / "a.sqlite", Access::query);
    EXPECT_TRUE(thrownBy([&] { (void)store::spatialite::writeBackup(source, dir / "no folder/a.sqlite", 1); }));
    EXPECT_EQ(source.integer("PRAGMA user_version"), 1);
}

TEST(Migrate, AFileOfSchema6HasNoAccountsAndStaysOpenToItsHolder) {
    const support::TempDir dir;
    {
        Database database(dir / "a.sqlite", Access::create);
        for (const auto& migration : store::spatialite::migrations()) {
            if (migration.version > 6) break;
            database.execute(migration.script, "test");
        }
        database.execute(
            "PRAGMA user_version = 6; INSERT INTO meta VALUES ('title', '六'), ('demo', '0'), ('created_at', '');"
            "INSERT INTO change_log (title, author, at, changes, hash) VALUES ('x', '王', '', '[]', '')",
            "test");
        store::spatialite::chainOldLines(database);
    }
    const auto store = store::open(dir / "a.sqlite", OpenMode::readWrite);
    EXPECT_EQ(store->info().schemaVersion, store::spatialite::newestVersion());
    EXPECT_TRUE(store->accounts().empty());
    EXPECT_EQ(store->log(5).size(), 1u);
    EXPECT_FALSE(store->checkChain().brokenAt);
}

TEST(Migrate, TheSchemaItselfGuardsCodes) {
    const support::TempDir dir;
    makeVersion1(dir / "a.sqlite");
    (void)store::open(dir / "a.sqlite", OpenMode::readWrite);
    Database database(dir / "a.sqlite", Access::readWrite);
    const auto insert = [&](const char* code, const char* from, const char* to) {
        store::spatialite::Statement statement(
            database,
            "INSERT INTO unit (level, code, name, kind, valid_from, valid_to) VALUES (0, ?, 'x', 'county', ?, ?)");
        const auto end = to ? std::optional<std::string>(to) : std::nullopt;
        return thrownBy([&] { statement.run(code, from, end); });
    };
    EXPECT_EQ(insert("340405", "2010-01-01", nullptr), Fault::sql) << "overlaps the unit that is there";
    EXPECT_EQ(insert("340405", "1990-01-01", "2000-01-01"), std::nullopt) << "ends before it begins";
    EXPECT_EQ(insert("34040a", "2010-01-01", nullptr), Fault::sql);
    EXPECT_EQ(insert("", "2010-01-01", nullptr), Fault::sql);
    EXPECT_EQ(insert("0404", "2010-01-01", nullptr), std::nullopt);
    EXPECT_EQ(database.text("SELECT code FROM unit WHERE code LIKE '04%'"), "0404") << "leading zeros stay";
}

}  // namespace
}  // namespace xiangtu
