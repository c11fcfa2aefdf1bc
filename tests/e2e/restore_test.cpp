// SPDX-License-Identifier: GPL-3.0-or-later
// A unit that was merged away is brought back: from the list of what differs between two days, and from the map of
// another day.
#include "app/history/comparison_model.h"
#include "e2e/client_window.h"

#include <gtest/gtest.h>

#include <QDate>
#include <QSignalSpy>
#include <QtTest/QTest>

namespace xiangtu::e2e {
namespace {

using model::Level;

class GoneTest : public DemoWindow {
protected:
    /// Two grids of one natural village become one; `code` is that of the one that is no more.
    void SetUp() override {
        ASSERT_NO_FATAL_FAILURE(DemoWindow::SetUp());
        const auto& units = client.snapshot().table(Level::grid).units;
        const auto& topology = *client.client.project()->state().topology;
        __int128 most = 0;
        for (std::uint32_t row = 0; row < units.size(); ++row) {
            const __int128 area = client.snapshot().table(Level::grid).shapes.twiceArea(row);
            for (const std::uint32_t other : topology.neighbours(std::size_t(Level::grid), row)) {
                if (area <= most || units[other].parent != units[row].parent) continue;
                most = area;
                gone = units[row].code;
                into = units[other].code;
                name = QString::fromStdString(units[row].name);
                place = client.map()->geometry()->labelPoint({Level::grid, row}).at;
            }
        }
        ASSERT_TRUE(gone.valid());
        count = units.size();
        const QString code = QString::fromStdString(gone.text());
        client.map()->goTo(code);
        ASSERT_TRUE(client.settle());
        bool answered = false, saved = false;
        client.client.project()->apply(
            edit::EditBorders{{borders::Merge{Level::grid, {gone, into}, into}, {}}, {}, "small", ""}, client.window,
            [&](const app::ProjectObject::Answer& answer) {
                answered = true;
                saved = answer.saved();
            });
        ASSERT_TRUE(waitUntil([&] { return answered; }));
        ASSERT_TRUE(saved);
        ASSERT_FALSE(client.snapshot().findUnit(Level::grid, gone).valid());
    }
    [[nodiscard]] static QString yesterday() { return QDate::currentDate().addDays(-1).toString(Qt::ISODate); }
    void bringBack() {
        ASSERT_TRUE(client.shows("restoreChange")) << client.text(QStringLiteral("restoreRefusal")).toStdString();
        EXPECT_TRUE(client.text(QStringLiteral("restoreChange")).contains(name));
        QSignalSpy saved(client.client.project(), &app::ProjectObject::changeSaved);
        ASSERT_TRUE(client.click(QStringLiteral("restoreDo")));
        ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
        const model::UnitRef again = client.snapshot().findUnit(Level::grid, gone);
        ASSERT_TRUE(again.valid());
        EXPECT_EQ(QString::fromStdString(client.snapshot().unit(again).name), name);
        EXPECT_EQ(client.snapshot().table(Level::grid).units.size(), count);
        EXPECT_TRUE(client.hides("restoreBox"));
    }

    model::Code gone, into;
    QString name;
    geom::GridPoint place;
    std::size_t count = 0;
};

TEST_F(GoneTest, FromTheListOfWhatDiffers) {
    ASSERT_TRUE(client.click(QStringLiteral("nav_history")));
    ASSERT_TRUE(client.click(QStringLiteral("choice_compare")));
    ASSERT_TRUE(client.click(QStringLiteral("compareFrom_text")));
    client.type(yesterday());
    client.key(Qt::Key_Return);
    ASSERT_TRUE(client.click(QStringLiteral("difference_gone")));
    auto* model = client.window->findChild<app::ComparisonModel*>();
    ASSERT_NE(model, nullptr);
    ASSERT_TRUE(waitUntil([&] { return model->count() == 1; }));
    ASSERT_TRUE(client.settle());
    ASSERT_TRUE(client.click(QStringLiteral("differenceBack")));
    ASSERT_NO_FATAL_FAILURE(bringBack());
    EXPECT_TRUE(client.hides("difference_gone")) << "nothing is gone any more";
}

TEST_F(GoneTest, FromTheMapOfAnotherDay) {
    ASSERT_TRUE(client.click(QStringLiteral("dayButton")));
    ASSERT_TRUE(QDate::currentDate().day() > 1 || client.click(QStringLiteral("monthBack")));
    ASSERT_TRUE(client.click(QStringLiteral("day_") + yesterday()));
    ASSERT_TRUE(waitUntil([&] { return client.map()->project() != client.client.project(); }));
    ASSERT_TRUE(client.settle());
    client.clickAt(client.onScreen(place));
    ASSERT_TRUE(client.reads("dossierName", name));
    ASSERT_TRUE(client.click(QStringLiteral("restoreFromDay")));
    ASSERT_NO_FATAL_FAILURE(bringBack());
    // The map is of today again, and it is there.
    EXPECT_TRUE(client.hides("pastText"));
    EXPECT_TRUE(client.reads("dossierName", name));
    EXPECT_EQ(client.map()->project(), client.client.project());
}

}  // namespace
}  // namespace xiangtu::e2e
