// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "e2e/client_window.h"
#include "edit/plan.h"

#include <gtest/gtest.h>

#include <QMetaObject>
#include <QQmlComponent>
#include <QRegularExpression>

#include <memory>

namespace xiangtu::e2e {
namespace {

QString text(std::string_view s) { return QString::fromUtf8(s.data(), qsizetype(s.size())); }

/// No Latin words but names: what is left when those are taken out must not be English.
bool isChinese(QString words) {
    words.remove(QStringLiteral("xiangtu import")).remove(QStringLiteral(".sqlite"));
    static const QRegularExpression english(QStringLiteral("[A-Za-z]{2,}"));
    static const QRegularExpression chinese(QStringLiteral("\\p{Han}"));
    return words.contains(chinese) && !words.contains(english);
}

/// What the user of the Chinese client reads when something goes wrong.
class FaultTest : public testing::Test {
protected:
    FaultTest()
        : client([] {
              app::ClientOptions options;
              options.language = QStringLiteral("zh");
              return options;
          }()) {}
    void SetUp() override { ASSERT_NE(client.window, nullptr); }
    /// The words of a singleton of the interface.
    [[nodiscard]] QObject* words(const char* name) {
        QQmlComponent component(&client.engine);
        component.setData(
            QByteArrayLiteral("import QtQuick\nimport Xiangtu.Ui\nItem { property QtObject words: ") + name + '}',
            QUrl());
        const std::unique_ptr<QObject> holder(component.create());
        return holder ? holder->property("words").value<QObject*>() : nullptr;
    }
    ClientWindow client;
};

TEST_F(FaultTest, EveryKindOfFaultIsSaidInChinese) {
    QObject* faults = words("FaultWords");
    ASSERT_NE(faults, nullptr);
    for (int i = 0; i <= int(base::Fault::usage); ++i) {
        const QString kind = text(base::faultName(base::Fault(i)));
        QVariant page;
        QString cause;
        ASSERT_TRUE(QMetaObject::invokeMethod(faults, "of", Q_RETURN_ARG(QVariant, page), Q_ARG(QString, kind)));
        ASSERT_TRUE(QMetaObject::invokeMethod(faults, "cause", Q_RETURN_ARG(QString, cause), Q_ARG(QString, kind)));
        const QVariantMap said = page.toMap();
        for (const QString& each : {said["heading"].toString(), said["advice"].toString(), cause})
            EXPECT_TRUE(isChinese(each)) << kind.toStdString() << ": " << each.toStdString();
    }
}

TEST_F(FaultTest, EveryRefusalIsSaidInChinese) {
    QObject* refusals = words("RefusalWords");
    ASSERT_NE(refusals, nullptr);
    QString other;
    ASSERT_TRUE(
        QMetaObject::invokeMethod(refusals, "of", Q_RETURN_ARG(QString, other), Q_ARG(QString, QStringLiteral("?"))));
    for (int i = 0; i <= int(edit::RefusalReason::changedSince); ++i) {
        const QString reason = text(edit::refusalName(edit::RefusalReason(i)));
        QString said;
        ASSERT_TRUE(QMetaObject::invokeMethod(refusals, "of", Q_RETURN_ARG(QString, said), Q_ARG(QString, reason)));
        EXPECT_TRUE(isChinese(said)) << reason.toStdString() << ": " << said.toStdString();
        EXPECT_NE(said, other) << reason.toStdString() << " has no words of its own";
    }
}

TEST_F(FaultTest, TheProgramsOwnWordsAreFoldedAwayOnTheErrorPage) {
    support::writeFile(client.dir / "letter.sqlite", "Dear colleagues, this is no database at all, but a letter.");
    const QString file = QString::fromStdString((client.dir / "letter.sqlite").string());
    ASSERT_TRUE(client.open(file));
    ASSERT_TRUE(client.shows("errorPage"));
    EXPECT_TRUE(client.reads("noticeFile", file));
    EXPECT_TRUE(isChinese(client.text(QStringLiteral("noticeHeading"))));
    EXPECT_TRUE(client.hides("technicalText"));
    EXPECT_TRUE(client.reads("technicalLink", QStringLiteral("技术细节")));
    ASSERT_TRUE(client.click(QStringLiteral("technicalLink")));
    ASSERT_TRUE(client.shows("technicalText"));
    EXPECT_TRUE(client.reads("technicalText", client.client.project()->errorText()));
    // Another file starts with its detail folded away.
    ASSERT_TRUE(client.open(QString::fromStdString((client.dir / "gone.sqlite").string())));
    EXPECT_TRUE(client.hides("technicalText"));
}

TEST_F(FaultTest, AFaultDuringAnEditSaysFirstWhatItMeans) {
    ASSERT_TRUE(client.open(demoFile()));
    emit client.client.project()->failed(QStringLiteral("diskFull"), QStringLiteral("database or disk is full"));
    EXPECT_TRUE(client.reads("toastText", QStringLiteral("没有做任何变更：磁盘已满，请清理磁盘后再试。")));
    EXPECT_TRUE(waitUntil([&] {
        return client.text(QStringLiteral("toastTechnical")) == QStringLiteral("技术细节：database or disk is full");
    }));
}

TEST_F(FaultTest, ARefusalNamesItsCodeOnlyWhereThereIsMoreToSay) {
    ASSERT_TRUE(client.open(demoFile()));
    client.client.project()->setClass({QStringLiteral("123456")}, QStringLiteral("risk5"), QStringLiteral("red"),
                                      QStringLiteral("test"));
    EXPECT_TRUE(client.reads("toastText", QStringLiteral("文件中已没有这个单元。")));
    EXPECT_TRUE(
        waitUntil([&] { return client.text(QStringLiteral("toastTechnical")).contains(QStringLiteral("123456")); }));
    const QString county = text(client.snapshot().unit({model::Level::county, 0}).code.text());
    client.client.project()->setClass({county}, QStringLiteral("risk5"), QStringLiteral("red"), QStringLiteral(" "));
    EXPECT_TRUE(client.reads("toastText", QStringLiteral("请先填写原因。")));
    EXPECT_TRUE(client.hides("toastTechnical"));
}

}  // namespace
}  // namespace xiangtu::e2e
