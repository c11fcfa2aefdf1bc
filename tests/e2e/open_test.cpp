// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/client_window.h"

#include <gtest/gtest.h>

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>

namespace xiangtu::e2e {
namespace {

/// The ways to a file: dropping it on the window, and the dialog.
class OpenTest : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_NE(client.window, nullptr);
        ASSERT_FALSE(demoFile().isEmpty());
    }
    /// As the window system does it: enters, moves, drops. True when the window took what was dropped.
    bool drop(const QMimeData& data) {
        const QPoint at(client.window->width() / 2, client.window->height() / 2);
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(client.window, &enter);
        if (!enter.isAccepted()) return false;
        QDragMoveEvent move(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(client.window, &move);
        QDropEvent dropped(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(client.window, &dropped);
        return dropped.isAccepted();
    }
    bool dropFile(const QString& file) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        return drop(data);
    }
    [[nodiscard]] QObject* dialog() { return client.window->findChild<QObject*>(QStringLiteral("openDialog")); }
    [[nodiscard]] bool dialogIs(bool open) {
        return waitUntil([&] { return dialog() && dialog()->property("visible").toBool() == open; });
    }
    /// The dialog starts in the file's folder, where that is the only file of ours.
    void lookInFolderOf(const QString& file) {
        ASSERT_NE(dialog(), nullptr);
        dialog()->setProperty("currentFolder", QUrl::fromLocalFile(QFileInfo(file).path()));
    }
    /// Chooses that file in the open dialog, by pointer and keys.
    void choose(const QString& file) {
        ASSERT_TRUE(dialogIs(true));
        const QString line = QStringLiteral("fileDialogDelegate0");
        ASSERT_TRUE(waitUntil([&] {
            const QQuickItem* item = client.find(line);
            return item && item->property("fileName").toString() == QFileInfo(file).fileName();
        }));
        ASSERT_TRUE(client.click(line));
        client.key(Qt::Key_Return);
        ASSERT_TRUE(dialogIs(false));
    }
    ClientWindow client;
};

TEST_F(OpenTest, AFileDroppedOnTheStartPageOpens) {
    ASSERT_TRUE(dropFile(demoFile()));
    ASSERT_TRUE(client.shows("mapPage"));
    ASSERT_TRUE(client.settle());
    EXPECT_EQ(client.client.project()->file(), demoFile());
}

TEST_F(OpenTest, AFileDroppedOnTheMapTakesItsPlace) {
    ASSERT_TRUE(client.open(demoFile()));
    const QString other = copyOfDemo(client.dir);
    ASSERT_TRUE(dropFile(other));
    ASSERT_TRUE(waitUntil([&] {
        return client.client.project()->file() == other &&
               client.client.project()->phase() == app::ProjectObject::Phase::Ready;
    }));
    ASSERT_TRUE(client.settle());
    EXPECT_TRUE(client.shows("mapPage"));
}

TEST_F(OpenTest, AFileDroppedThatIsNoneOfOursIsNamed) {
    support::writeFile(client.dir / "letter.sqlite", "Dear colleagues, this is no database at all, but a letter.");
    const QString letter = QString::fromStdString((client.dir / "letter.sqlite").string());
    ASSERT_TRUE(dropFile(letter));
    ASSERT_TRUE(client.shows("errorPage"));
    EXPECT_TRUE(client.reads("noticeFile", letter));
    // A good one dropped on the error page mends it.
    ASSERT_TRUE(dropFile(demoFile()));
    EXPECT_TRUE(client.shows("mapPage"));
}

TEST_F(OpenTest, DroppedWordsAreNotTaken) {
    QMimeData words;
    words.setText(demoFile());
    EXPECT_FALSE(drop(words));
    EXPECT_EQ(client.client.project()->phase(), app::ProjectObject::Phase::Closed);
}

TEST_F(OpenTest, TheStartPageOpensAFileThroughTheDialog) {
    lookInFolderOf(demoFile());
    ASSERT_TRUE(client.click(QStringLiteral("welcomeOpen")));
    ASSERT_NO_FATAL_FAILURE(choose(demoFile()));
    ASSERT_TRUE(client.shows("mapPage"));
    ASSERT_TRUE(client.settle());
    EXPECT_EQ(client.client.project()->file(), demoFile());
}

TEST_F(OpenTest, TheMenuOpensAFileThroughTheDialog) {
    ASSERT_TRUE(client.open(demoFile()));
    const QString other = copyOfDemo(client.dir);
    lookInFolderOf(other);
    ASSERT_TRUE(client.click(QStringLiteral("menuButton")));
    ASSERT_TRUE(client.shows("menuOpen"));
    ASSERT_TRUE(client.click(QStringLiteral("menuOpen")));
    ASSERT_NO_FATAL_FAILURE(choose(other));
    EXPECT_TRUE(waitUntil([&] {
        return client.client.project()->file() == other &&
               client.client.project()->phase() == app::ProjectObject::Phase::Ready;
    }));
}

TEST_F(OpenTest, TheDialogPutAwayOpensNothing) {
    ASSERT_TRUE(client.click(QStringLiteral("welcomeOpen")));
    ASSERT_TRUE(dialogIs(true));
    client.key(Qt::Key_Escape);
    ASSERT_TRUE(dialogIs(false));
    EXPECT_EQ(client.client.project()->phase(), app::ProjectObject::Phase::Closed);
    EXPECT_TRUE(client.shows("welcomeOpen"));
}

}  // namespace
}  // namespace xiangtu::e2e
