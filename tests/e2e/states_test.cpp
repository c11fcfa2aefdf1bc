// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/client_window.h"

#include "store/store.h"
#include "support/ordinary_user.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QSignalSpy>

namespace xiangtu::e2e {
namespace {

/// Files that cannot be opened, and what the window says about them.
class StatesTest : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_NE(client.window, nullptr);
        ASSERT_FALSE(demoFile().isEmpty());
    }
    [[nodiscard]] QString path(const char* name) const { return QString::fromStdString((client.dir / name).string()); }
    /// Writes four bytes, most significant first, into the database header.
    static void patch(const QString& file, qint64 offset, quint32 value) {
        QFile f(file);
        ASSERT_TRUE(f.open(QIODevice::ReadWrite));
        f.seek(offset);
        for (int shift = 24; shift >= 0; shift -= 8) f.putChar(char((value >> shift) & 0xFF));
    }
    void expectError(const QString& file, const char* kind) {
        ASSERT_TRUE(client.open(file));
        EXPECT_TRUE(client.shows("errorPage")) << kind;
        EXPECT_EQ(client.client.project()->errorKind(), QLatin1String(kind));
        EXPECT_TRUE(client.reads("noticeFile", file));
        EXPECT_TRUE(waitUntil([this] { return !client.text(QStringLiteral("noticeHeading")).isEmpty(); }));
    }
    ClientWindow client;
};

TEST_F(StatesTest, StartsWithTheWelcomePage) {
    EXPECT_TRUE(client.shows("welcomeOpen"));
    EXPECT_TRUE(client.shows("welcomeDemo"));
    EXPECT_TRUE(client.hides("mapPage"));
}

TEST_F(StatesTest, ALetterIsNotADatabase) {
    support::writeFile(client.dir / "letter.sqlite",
                       "Dear colleagues, please find attached the list of all our villages.");
    expectError(path("letter.sqlite"), "notADatabase");
}

TEST_F(StatesTest, AnotherProgramsDatabaseIsForeign) {
    const QString file = copyOfDemo(client.dir);
    patch(file, 68, 0x12345678);  // application_id
    expectError(file, "foreignFile");
}

TEST_F(StatesTest, ANewerFileIsRefused) {
    const QString file = copyOfDemo(client.dir);
    patch(file, 60, 9999);  // user_version
    expectError(file, "newerVersion");
}

TEST_F(StatesTest, ATornFileIsDamaged) {
    const QString file = copyOfDemo(client.dir);
    QFile f(file);
    ASSERT_TRUE(f.resize(f.size() / 3));
    expectError(file, "damaged");
}

TEST_F(StatesTest, AMissingFileCannotBeRead) { expectError(path("gone.sqlite"), "io"); }

TEST_F(StatesTest, AForbiddenFileNeedsPermission) {
    const QString file = copyOfDemo(client.dir);
    ASSERT_TRUE(QFile::setPermissions(file, {}));
    std::filesystem::permissions(client.dir.path(), std::filesystem::perms::all);
    const support::OrdinaryUser user;
    expectError(file, "noPermission");
}

TEST_F(StatesTest, AFileWithoutUnitsSaysWhatToDo) {
    (void)store::create(client.dir / "empty.sqlite", XIANGTU_DATA_DIR);
    ASSERT_TRUE(client.open(path("empty.sqlite")));
    EXPECT_TRUE(client.shows("emptyPage"));
    EXPECT_TRUE(client.hides("errorPage"));
}

TEST_F(StatesTest, TryingAgainOpensTheMendedFile) {
    expectError(path("later.sqlite"), "io");
    ASSERT_TRUE(QFile::copy(demoFile(), path("later.sqlite")));
    ASSERT_TRUE(client.click(QStringLiteral("errorRetry")));
    ASSERT_TRUE(client.shows("mapPage"));
    ASSERT_TRUE(client.settle());
    EXPECT_TRUE(client.hides("errorPage"));
}

TEST_F(StatesTest, AnErrorLeadsBackToTheStart) {
    expectError(path("gone.sqlite"), "io");
    ASSERT_TRUE(client.click(QStringLiteral("errorHome")));
    EXPECT_TRUE(client.shows("welcomeOpen"));
}

TEST_F(StatesTest, AnOpenedFileIsRemembered) {
    const QString file = copyOfDemo(client.dir);
    ASSERT_TRUE(client.open(file));
    EXPECT_TRUE(waitUntil([&] { return client.client.preferences()->recentFiles() == QStringList{file}; }));
    client.client.project()->close();
    ASSERT_TRUE(client.click(QStringLiteral("recentRow")));
    ASSERT_TRUE(client.shows("mapPage"));
    ASSERT_TRUE(client.settle());
    EXPECT_EQ(client.client.project()->file(), file);
}

}  // namespace
}  // namespace xiangtu::e2e
