// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_file.h"
#include "store/spatialite/transaction.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

namespace xiangtu {
namespace {

/// Another process that does `work` and then waits until it is let go.
class OtherProcess {
public:
    explicit OtherProcess(const std::function<void()>& work) {
        std::array<int, 2> ready{}, go{};
        if (::pipe(ready.data()) != 0 || ::pipe(go.data()) != 0) throw std::runtime_error("no pipe");
        m_child = ::fork();
        if (m_child == 0) {
            char byte = 'r';
            ::close(go[1]);
            try {
                work();
            } catch (const std::exception&) { byte = 'f'; }
            (void)!::write(ready[1], &byte, 1);
            (void)!::read(go[0], &byte, 1);
            ::_exit(0);  // as if killed: nothing is tidied up
        }
        ::close(go[0]);
        m_go = go[1];
        char byte = 0;
        (void)!::read(ready[0], &byte, 1);
        EXPECT_EQ(byte, 'r') << "the other process could not do its work";
        ::close(ready[0]);
        ::close(ready[1]);
    }
    ~OtherProcess() { letGo(); }
    void letGo() {
        if (m_child <= 0) return;
        ::close(m_go);
        ::waitpid(m_child, nullptr, 0);
        m_child = 0;
    }

private:
    pid_t m_child = 0;
    int m_go = -1;
};

TEST(Busy, AWriterWaitsAndThenSaysSoWhileAnotherProcessWrites) {
    const support::TempDir dir;
    createFilled(dir / "a.sqlite").reset();
    // Opened in the child only: a connection must not cross a fork.
    std::unique_ptr<store::spatialite::Database> database;
    std::unique_ptr<store::spatialite::Transaction> transaction;
    OtherProcess other([&] {
        database =
            std::make_unique<store::spatialite::Database>(dir / "a.sqlite", store::spatialite::Access::readWrite);
        transaction = std::make_unique<store::spatialite::Transaction>(*database);
        database->execute("UPDATE meta SET value = '没有写完' WHERE key = 'title'", "test");
    });
    const auto store = store::open(dir / "a.sqlite", store::OpenMode::readWrite);
    const auto snapshot = store->load(base::Date::today(), {});
    EXPECT_EQ(snapshot.info.title, "造县") << "readers see what was stored and never wait";
    const auto set =
        classRow(store->planContext("").nextClassRecord, snapshot.table(model::Level::village).units[0].id.value,
                 (*snapshot.schemes)[0].id.value, "red", "2026-01-01");
    std::string text;
    EXPECT_EQ(thrownBy([&] { (void)store->commit(set, {}, base::Date::today()); }, &text), base::Fault::busy);
    EXPECT_NE(text.find("a.sqlite"), std::string::npos);
    EXPECT_EQ(thrownBy([&] { (void)store->beginBulk(); }), base::Fault::busy);
    other.letGo();
    EXPECT_EQ(store->commit(set, {}, base::Date::today()).seq, 1);
    EXPECT_EQ(store->info().title, "造县") << "what the killed process had not stored is gone";
}

TEST(Busy, WhatWasStoredSurvivesAKilledProcess) {
    const support::TempDir dir;
    createFilled(dir / "a.sqlite").reset();
    std::unique_ptr<store::Store> store;
    OtherProcess other([&] {
        store = store::open(dir / "a.sqlite", store::OpenMode::readWrite);
        const auto snapshot = store->load(base::Date::today(), {});
        (void)store->commit(
            classRow(store->planContext("").nextClassRecord, snapshot.table(model::Level::village).units[0].id.value,
                     (*snapshot.schemes)[0].id.value, "red", "2026-01-01"),
            {}, base::Date::today());
    });
    other.letGo();
    const auto again = store::open(dir / "a.sqlite", store::OpenMode::readWrite);
    EXPECT_EQ(again->log(10).size(), 1u);
    EXPECT_EQ(again->lastUndoable()->seq, 1);
}

}  // namespace
}  // namespace xiangtu
