// SPDX-License-Identifier: GPL-3.0-or-later
// A file with accounts in the window: who signs in, and what is closed to whom.
#include "e2e/client_window.h"
#include "project/project.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

namespace xiangtu::e2e {
namespace {

using model::Level;
using model::Role;

const QString kPin = QStringLiteral("271828");

class AccountTest : public DemoWindow {
protected:
    [[nodiscard]] app::ProjectObject* project() { return client.client.project(); }
    [[nodiscard]] QString signedIn() { return project()->signedIn(); }
    [[nodiscard]] QString codeOf(model::UnitRef unit) {
        return QString::fromStdString(client.snapshot().unit(unit).code.text());
    }
    [[nodiscard]] QString nameOf(model::UnitRef unit) {
        return QString::fromStdString(client.snapshot().unit(unit).name);
    }
    /// Digit by digit on the pad, as on a touch screen.
    void pressPin(const QString& pin) {
        for (const QChar digit : pin) ASSERT_TRUE(client.click(QStringLiteral("pinKey_") + digit));
    }
    /// The file with an administrator and a grid worker of the first township; opened anew.
    void reopenWithAccounts() {
        client.client.project()->close();
        ASSERT_TRUE(waitUntil([&] { return project()->phase() == app::ProjectObject::Phase::Closed; }));
        {
            auto opened = project::Project::open(file.toStdString(), store::OpenMode::readWrite);
            const auto overview = opened.store().loadOverview(base::Date::today());
            auto accounts = opened.accounts(base::kCheapestPin);
            ASSERT_FALSE(accounts.add({"管理员", Role::administrator, model::Scope::everywhere()}, kPin.toStdString()));
            const model::Scope scope{false, {overview.table(Level::township).units[0].code}};
            ASSERT_FALSE(accounts.add({"小王", Role::gridWorker, scope}, kPin.toStdString()));
        }
        ASSERT_TRUE(client.open(file));
        ASSERT_TRUE(client.shows("signInLook"));
    }
    /// The unit the dossier is about.
    [[nodiscard]] model::UnitRef selected() {
        return client.snapshot().findUnit(*model::Code::parse(client.map()->selectedCode().toStdString()));
    }
    void select(model::UnitRef unit) {
        client.map()->goTo(codeOf(unit));
        ASSERT_TRUE(client.settle());
        client.clickAt(client.onScreen(client.map()->geometry()->labelPoint(unit).at));
        ASSERT_TRUE(client.shows("dossierPanel"));
        ASSERT_TRUE(client.settle());
    }
};

TEST_F(AccountTest, TheFirstAdministratorClosesTheFile) {
    ASSERT_TRUE(client.hides("accountButton"));
    ASSERT_TRUE(client.click(QStringLiteral("menuButton")));
    ASSERT_TRUE(client.click(QStringLiteral("menuAccounts")));
    ASSERT_TRUE(client.click(QStringLiteral("accountNew")));
    ASSERT_TRUE(client.click(QStringLiteral("accountName")));
    client.type(QStringLiteral("Zhang"));
    ASSERT_TRUE(client.click(QStringLiteral("pinField")));
    client.type(QStringLiteral("123456"));
    ASSERT_TRUE(client.click(QStringLiteral("pinAgain")));
    client.type(QStringLiteral("123456"));
    ASSERT_TRUE(client.click(QStringLiteral("accountSave")));
    ASSERT_TRUE(client.shows("accountProblem")) << "too easy to guess";
    for (const char* field : {"pinField", "pinAgain"}) {
        ASSERT_TRUE(client.click(QString::fromLatin1(field)));
        client.key(Qt::Key_A, Qt::ControlModifier);
        client.type(kPin);
    }
    ASSERT_TRUE(client.click(QStringLiteral("accountSave")));
    ASSERT_TRUE(waitUntil([&] { return signedIn() == QLatin1String("Zhang"); }));
    EXPECT_TRUE(client.shows("accountDisable_Zhang"));
    ASSERT_TRUE(client.click(QStringLiteral("accountsClose")));
    ASSERT_TRUE(client.reads("accountButton", QStringLiteral("Zhang")));
    ASSERT_TRUE(client.click(QStringLiteral("accountButton")));
    ASSERT_TRUE(client.click(QStringLiteral("accountMenuOut")));
    ASSERT_TRUE(waitUntil([&] { return signedIn().isEmpty(); }));
    // What is closed says so, and the core refuses what a key still asks for.
    ASSERT_NO_FATAL_FAILURE(select({Level::village, 0}));
    EXPECT_TRUE(client.shows("classWhyNot"));
    EXPECT_TRUE(client.hides("classButton_0"));
    QSignalSpy refused(project(), &app::ProjectObject::refused);
    client.key(Qt::Key_1);
    ASSERT_TRUE(waitUntil([&] { return refused.count() == 1; }));
    EXPECT_EQ(refused[0][0].toString(), QLatin1String("notSignedIn"));
}

TEST_F(AccountTest, AGridWorkerSignsInByThePadAndWorksInHisTownship) {
    ASSERT_NO_FATAL_FAILURE(reopenWithAccounts());
    ASSERT_TRUE(client.click(QStringLiteral("signInName_小王")));
    ASSERT_NO_FATAL_FAILURE(pressPin(QStringLiteral("314159")));
    ASSERT_TRUE(client.click(QStringLiteral("signInGo")));
    ASSERT_TRUE(client.shows("signInProblem"));
    EXPECT_TRUE(signedIn().isEmpty());
    ASSERT_NO_FATAL_FAILURE(pressPin(kPin));
    ASSERT_TRUE(client.click(QStringLiteral("signInGo")));
    ASSERT_TRUE(waitUntil([&] { return signedIn() == QStringLiteral("小王"); }));
    ASSERT_TRUE(client.hides("signInLook"));
    EXPECT_EQ(project()->author(), QStringLiteral("小王"));
    EXPECT_EQ(project()->role(), QLatin1String("grid_worker"));
    EXPECT_EQ(project()->scopeText(), nameOf({Level::township, 0}));

    const auto& villages = client.snapshot().table(Level::village).units;
    ASSERT_NO_FATAL_FAILURE(select({Level::village, 0}));
    QSignalSpy saved(project(), &app::ProjectObject::changeSaved);
    QSignalSpy refused(project(), &app::ProjectObject::refused);
    const auto scheme = std::size_t(client.options()->scheme());
    const int wanted = client.snapshot().classOf(scheme, selected()) == 0 ? 1 : 0;
    ASSERT_TRUE(client.click(QStringLiteral("reasonField")));
    client.type(QStringLiteral("rain"));
    ASSERT_TRUE(client.click(QStringLiteral("classButton_%1").arg(wanted)));
    ASSERT_TRUE(waitUntil([&] { return saved.count() + refused.count() == 1; }));
    EXPECT_EQ(saved.count(), 1);
    EXPECT_TRUE(client.shows("borderWhyNot")) << "borders are a planner's";
    EXPECT_FALSE(client.find(QStringLiteral("task_split"))->isEnabled());

    ASSERT_NO_FATAL_FAILURE(select({Level::village, std::uint32_t(villages.size() - 1)}));
    ASSERT_TRUE(client.shows("classWhyNot"));
    EXPECT_TRUE(client.text(QStringLiteral("classWhyNot")).contains(nameOf({Level::township, 0})));
    // A class it does not have: what would change nothing is refused for that.
    client.key(client.snapshot().classOf(scheme, selected()) == 0 ? Qt::Key_2 : Qt::Key_1);
    ASSERT_TRUE(waitUntil([&] { return refused.count() == 1; }));
    EXPECT_EQ(refused[0][0].toString(), QLatin1String("outsideScope"));
    EXPECT_TRUE(refused[0][2].toBool()) << "it says where";
}

TEST_F(AccountTest, WhoOnlyLooksNeedsNoName) {
    ASSERT_NO_FATAL_FAILURE(reopenWithAccounts());
    ASSERT_TRUE(client.click(QStringLiteral("signInLook")));
    ASSERT_TRUE(client.hides("signInLook"));
    ASSERT_NO_FATAL_FAILURE(select({Level::village, 0}));
    EXPECT_TRUE(client.shows("classWhyNot"));
    ASSERT_TRUE(client.click(QStringLiteral("accountButton")));
    EXPECT_TRUE(waitUntil([&] { return client.find(QStringLiteral("signInName_小王")) != nullptr; }));
}

}  // namespace
}  // namespace xiangtu::e2e
