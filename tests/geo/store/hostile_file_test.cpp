// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "made_file.h"
#include "store/spatialite/database.h"
#include "support/ordinary_user.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <random>

namespace xiangtu {
namespace {

namespace fs = std::filesystem;
using base::Fault;
using store::OpenMode;
using store::spatialite::Access;
using store::spatialite::Database;

std::optional<Fault> openFault(const fs::path& file, OpenMode mode = OpenMode::readWrite, std::string* text = nullptr) {
    return thrownBy([&] { (void)store::open(file, mode)->load(base::Date::today(), {}); }, text);
}

TEST(HostileFile, EachKindHasItsOwnFaultAndNamesTheFile) {
    const support::TempDir dir;
    std::string text;
    EXPECT_EQ(openFault(dir / "没有.sqlite", OpenMode::readWrite, &text), Fault::io);
    EXPECT_NE(text.find("没有.sqlite"), std::string::npos);
    EXPECT_EQ(openFault(dir.path()), Fault::io);
    support::writeFile(dir / "empty.sqlite", "");
    EXPECT_EQ(openFault(dir / "empty.sqlite"), Fault::notADatabase);
    EXPECT_EQ(fs::file_size(dir / "empty.sqlite"), 0u);
    support::writeFile(dir / "text.sqlite", "这是一份报告，不是数据库。\n");
    EXPECT_EQ(openFault(dir / "text.sqlite"), Fault::notADatabase);
    support::writeFile(dir / "long.sqlite", std::string(100000, 'x'));
    EXPECT_EQ(openFault(dir / "long.sqlite"), Fault::notADatabase);
    support::writeFile(dir / "head.sqlite", std::string("SQLite format 3\0", 16) + std::string(5000, '\7'));
    EXPECT_TRUE(openFault(dir / "head.sqlite"));
}

TEST(HostileFile, AnotherProgramsDatabaseIsForeign) {
    const support::TempDir dir;
    {
        Database database(dir / "other.sqlite", Access::create);
        database.execute("CREATE TABLE photo (id INTEGER PRIMARY KEY, path TEXT); INSERT INTO photo VALUES (1, 'a')",
                         "test");
    }
    const std::string before = support::readFile(dir / "other.sqlite");
    EXPECT_EQ(openFault(dir / "other.sqlite"), Fault::foreignFile);
    EXPECT_EQ(support::readFile(dir / "other.sqlite"), before);
}

TEST(HostileFile, ANewerSchemaIsRefusedUntouched) {
    const support::TempDir dir;
    createFilled(dir / "a.sqlite").reset();
    Database(dir / "a.sqlite", Access::readWrite).execute("PRAGMA user_version = 9", "test");
    const std::string before = support::readFile(dir / "a.sqlite");
    std::string text;
    for (const OpenMode mode : {OpenMode::readWrite, OpenMode::readOnly}) {
        EXPECT_EQ(openFault(dir / "a.sqlite", mode, &text), Fault::newerVersion);
        EXPECT_NE(text.find("newer Xiangtu (schema 9"), std::string::npos) << text;
    }
    EXPECT_EQ(support::readFile(dir / "a.sqlite"), before);
}

TEST(HostileFile, OursWithoutItsTablesIsDamaged) {
    const support::TempDir dir;
    createFilled(dir / "a.sqlite").reset();
    Database(dir / "a.sqlite", Access::readWrite).execute("PRAGMA foreign_keys = OFF; DROP TABLE unit_class", "test");
    EXPECT_EQ(openFault(dir / "a.sqlite"), Fault::damaged);
}

TEST(HostileFile, CutAnywhereItIsRecognisedAndNotMadeWorse) {
    const support::TempDir dir;
    createFilled(dir / "a.sqlite", {.side = 4}).reset();
    const std::string whole = support::readFile(dir / "a.sqlite");
    std::vector<std::size_t> lengths{1, 15, 16, 17, 50, 99, 100, 101, 511, 512, 4095, 4096, 4097, whole.size() - 1};
    for (std::size_t n = 7919; n < whole.size(); n += 7919) lengths.push_back(n);
    for (const std::size_t n : lengths) {
        const std::string cut = whole.substr(0, n);
        support::writeFile(dir / "cut.sqlite", cut);
        const auto fault = openFault(dir / "cut.sqlite");
        EXPECT_TRUE(fault == Fault::damaged || (n < 16 && fault == Fault::notADatabase)) << n;
        EXPECT_EQ(support::readFile(dir / "cut.sqlite"), cut) << n;
    }
}

TEST(HostileFile, BrokenPagesGiveAFaultOrTheTruthNeverACrash) {
    const support::TempDir dir;
    createFilled(dir / "a.sqlite", {.side = 4}).reset();
    const std::string whole = support::readFile(dir / "a.sqlite");
    std::mt19937_64 random(5);
    int faults = 0;
    for (int i = 0; i < 60; ++i) {
        std::string broken = whole;
        const std::size_t page = 4096 * (random() % (whole.size() / 4096));
        for (int k = 0; k < 40; ++k) broken[page + random() % 4096] = char(random());
        support::writeFile(dir / "broken.sqlite", broken);
        if (const auto fault = openFault(dir / "broken.sqlite")) {
            EXPECT_NE(*fault, Fault::diskFull);
            ++faults;
        }
        fs::remove(dir / "broken.sqlite-wal");
        fs::remove(dir / "broken.sqlite-shm");
    }
    EXPECT_GT(faults, 0);
}

TEST(HostileFile, ADamagedPolygonNamesTableRowAndCode) {
    const support::TempDir dir;
    createFilled(dir / "a.sqlite").reset();
    {
        Database database(dir / "a.sqlite", Access::readWrite);
        sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
        database.execute("UPDATE unit SET geom = substr(geom, 1, length(geom) - 20) WHERE id = 5", "test");
    }
    std::string text;
    EXPECT_EQ(openFault(dir / "a.sqlite", OpenMode::readWrite, &text), Fault::damaged);
    EXPECT_NE(text.find("table unit, row 5: code 99"), std::string::npos) << text;
}

TEST(HostileFile, ParentsInACircleDoNotHang) {
    const support::TempDir dir;
    createFilled(dir / "a.sqlite").reset();
    Database(dir / "a.sqlite", Access::readWrite).execute("UPDATE unit SET parent_id = id", "test");
    const auto snapshot = store::open(dir / "a.sqlite", OpenMode::readOnly)->load(base::Date::today(), {});
    EXPECT_EQ(snapshot.lineage({model::Level::grid, 0}).size(), 1u);
}

TEST(HostileFile, WhatMayNotBeReadSaysSo) {
    const support::TempDir dir;
    createFilled(dir / "a.sqlite").reset();
    fs::permissions(dir.path(), fs::perms::all);
    ::chmod((dir / "a.sqlite").c_str(), 0);
    {
        const support::OrdinaryUser user;
        EXPECT_EQ(openFault(dir / "a.sqlite"), Fault::noPermission);
        EXPECT_EQ(openFault(dir / "a.sqlite", OpenMode::readOnly), Fault::noPermission);
    }
    ::chmod((dir / "a.sqlite").c_str(), 0600);
}

TEST(HostileFile, AReadOnlyFileOpensReadOnlyWhateverWasAsked) {
    const support::TempDir dir;
    createFilled(dir / "a.sqlite").reset();
    fs::permissions(dir.path(), fs::perms::all);
    ::chmod((dir / "a.sqlite").c_str(), 0444);
    const support::OrdinaryUser user;
    const auto store = store::open(dir / "a.sqlite", OpenMode::readWrite);
    EXPECT_TRUE(store->readOnly());
    EXPECT_EQ(store->load(base::Date::today(), {}).table(model::Level::grid).units.size(), 256u);
}

TEST(HostileFile, AReadOnlyFolderOpensReadOnlyAndStaysClean) {
    const support::TempDir dir;
    createFilled(dir / "a.sqlite").reset();
    ::chmod((dir / "a.sqlite").c_str(), 0666);
    ::chmod(dir.path().c_str(), 0555);
    {
        const support::OrdinaryUser user;
        const auto store = store::open(dir / "a.sqlite", OpenMode::readWrite);
        EXPECT_TRUE(store->readOnly());
        EXPECT_EQ(store->load(base::Date::today(), {}).table(model::Level::grid).units.size(), 256u);
        EXPECT_TRUE(thrownBy([&] { (void)store::create(dir / "b.sqlite", XIANGTU_DATA_DIR); }));
    }
    ::chmod(dir.path().c_str(), 0755);
    EXPECT_EQ(std::distance(fs::directory_iterator(dir.path()), fs::directory_iterator()), 1);
}

TEST(HostileFile, OpeningReadOnlyChangesNoByte) {
    const support::TempDir dir;
    createFilled(dir / "a.sqlite").reset();
    const std::string before = support::readFile(dir / "a.sqlite");
    EXPECT_FALSE(openFault(dir / "a.sqlite", OpenMode::readOnly));
    EXPECT_EQ(support::readFile(dir / "a.sqlite"), before);
}

}  // namespace
}  // namespace xiangtu
