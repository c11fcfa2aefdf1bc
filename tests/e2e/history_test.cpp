// SPDX-License-Identifier: GPL-3.0-or-later
// What was: the log with undo after a restart, another day's map, two days compared, plans, restoring a unit.
#include "app/history/comparison_model.h"
#include "app/history/log_model.h"
#include "e2e/client_window.h"

#include <gtest/gtest.h>

#include <QDate>
#include <QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>

namespace xiangtu::e2e {
namespace {

using model::Level;

/// Name of the first visible item whose name begins so.
QString firstOf(const QQuickItem* item, const QString& prefix) {
    if (!item->isVisible()) return {};
    if (item->objectName().startsWith(prefix)) return item->objectName();
    for (const QQuickItem* child : item->childItems()) {
        if (const QString found = firstOf(child, prefix); !found.isEmpty()) return found;
    }
    return {};
}

class HistoryTest : public DemoWindow {
protected:
    void SetUp() override {
        ASSERT_NO_FATAL_FAILURE(DemoWindow::SetUp());
        client.client.preferences()->setLanguage(QStringLiteral("en"));
        for (const char* layer : {"labels", "marks", "bases"})
            client.options()->setLayerVisible(QString::fromLatin1(layer), false);
        const auto& grids = client.snapshot().table(Level::grid);
        for (std::uint32_t row = 0; row < grids.units.size(); ++row) {
            if (!grid.valid() || grids.shapes.twiceArea(row) > grids.shapes.twiceArea(grid.row))
                grid = {Level::grid, row};
        }
        code = client.snapshot().unit(grid).code;
        name = QString::fromStdString(client.snapshot().unit(grid).name);
    }
    [[nodiscard]] static QString yesterday() { return QDate::currentDate().addDays(-1).toString(Qt::ISODate); }
    [[nodiscard]] QString codeText() const { return QString::fromStdString(code.text()); }
    [[nodiscard]] app::ProjectObject::Answer save(const edit::Command& command) {
        app::ProjectObject::Answer heard;
        bool answered = false;
        client.client.project()->apply(command, client.window, [&](const app::ProjectObject::Answer& answer) {
            answered = true;
            heard = answer;
        });
        EXPECT_TRUE(waitUntil([&] { return answered; }));
        return heard;
    }
    /// Selects the grid on the map; place is where it lies in the window.
    void select() {
        client.map()->goTo(codeText());
        ASSERT_TRUE(client.settle());
        place = client.onScreen(client.map()->geometry()->labelPoint(grid).at);
        client.clickAt(place);
        ASSERT_TRUE(client.reads("dossierName", name));
    }
    void giveClass(const char* classCode) {
        ASSERT_TRUE(save(edit::SetClass{{code}, "risk5", classCode, "because", {}}).saved());
    }
    [[nodiscard]] std::string classNow() {
        const auto scheme = client.snapshot().findScheme("risk5");
        const auto position = client.snapshot().classOf(*scheme, client.snapshot().findUnit(Level::grid, code));
        return position == model::ClassColumn::kUnset ? ""
                                                      : (*client.snapshot().schemes)[*scheme].classes[position].code;
    }
    /// A class the grid does not have.
    [[nodiscard]] const char* otherClass() { return classNow() == "red" ? "blue" : "red"; }
    [[nodiscard]] bool type(const char* field, const QString& text) {
        if (!client.click(QLatin1String(field))) return false;
        client.key(Qt::Key_A, Qt::ControlModifier);
        client.type(text);
        client.key(Qt::Key_Return);
        return true;
    }
    /// The sentence of the newest line; lines are shown again for others, so that their order in the window says
    /// nothing.
    [[nodiscard]] QString newest() {
        const auto* log = client.window->findChild<app::LogModel*>();
        return log && log->count() > 0 ? log->data(log->index(0), app::LogModel::SentenceRole).toString() : QString();
    }
    /// What is read meanwhile may still move it.
    void scrollTo(const char* item) {
        const auto reached = [&] {
            QQuickItem* body = client.find(QStringLiteral("dossierBody"));
            const QQuickItem* target = client.find(QLatin1String(item));
            if (!body || !target || !client.settle()) return false;
            const double below = target->mapToItem(body, QPointF(0, target->height())).y() - body->height();
            if (below > 0) body->setProperty("contentY", body->property("contentY").toDouble() + below + 8);
            return below <= 0;
        };
        ASSERT_TRUE(waitUntil(reached)) << item;
    }

    model::UnitRef grid;
    model::Code code;
    QString name;
    QPointF place;
};

TEST_F(HistoryTest, AChangeStandsInTheLogAndIsTakenBackFromThereAfterARestart) {
    const std::string before = classNow();
    giveClass(otherClass());
    client.client.project()->close();
    ASSERT_TRUE(client.open(file));
    ASSERT_TRUE(client.click(QStringLiteral("nav_history")));
    ASSERT_TRUE(waitUntil([&] { return client.text(QStringLiteral("logSentence")).contains(name); }));
    // A line leads to its place on the map.
    ASSERT_TRUE(client.click(QStringLiteral("logSentence")));
    EXPECT_TRUE(waitUntil([&] { return client.map()->selectedCode() == codeText(); }));

    QSignalSpy takenBack(client.client.project(), &app::ProjectObject::changeTakenBack);
    ASSERT_TRUE(client.click(QStringLiteral("historyUndo")));
    ASSERT_TRUE(waitUntil([&] { return takenBack.count() == 1; }));
    EXPECT_EQ(classNow(), before);
    EXPECT_TRUE(waitUntil([&] { return newest().startsWith(QStringLiteral("Taken back")); })) << newest().toStdString();

    ASSERT_TRUE(client.click(QStringLiteral("chainCheck")));
    EXPECT_TRUE(waitUntil([&] {
        return client.text(QStringLiteral("chainText")).contains(QStringLiteral("2 lines fit"));
    })) << client.text(QStringLiteral("chainText")).toStdString();
}

TEST_F(HistoryTest, TheLogIsNarrowedAndShownWholeAgain) {
    giveClass(otherClass());
    ASSERT_TRUE(save(edit::RenameUnit{{Level::grid, code}, "Harbour", "", ""}).saved());
    ASSERT_TRUE(client.click(QStringLiteral("nav_history")));
    const auto lines = [this] {
        const QQuickItem* list = client.find(QStringLiteral("logList"));
        return list ? list->property("count").toInt() : -1;
    };
    ASSERT_TRUE(waitUntil([&] { return lines() == 2; }));
    ASSERT_TRUE(client.click(QStringLiteral("logKind")));
    client.key(Qt::Key_Down);
    client.key(Qt::Key_Down);
    client.key(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return lines() == 1; }));
    EXPECT_TRUE(waitUntil([&] { return newest() == name + QStringLiteral(" is now called Harbour"); }))
        << newest().toStdString();
    ASSERT_TRUE(type("logTo_text", yesterday()));
    EXPECT_TRUE(waitUntil([&] { return lines() == 0; }));
    EXPECT_TRUE(client.shows("logNothing"));
    ASSERT_TRUE(client.click(QStringLiteral("logAll")));
    EXPECT_TRUE(waitUntil([&] { return lines() == 2; }));
}

TEST_F(HistoryTest, AnotherDayIsAMapForLookingAtOnly) {
    const std::string before = classNow();
    giveClass(otherClass());
    ASSERT_TRUE(client.settle());
    select();
    client.map()->goTo(codeText());
    ASSERT_TRUE(client.settle());
    place = client.onScreen(client.map()->geometry()->labelPoint(grid).at);
    const QColor today = client.colourAt(place);

    ASSERT_TRUE(client.click(QStringLiteral("dayButton")));
    ASSERT_TRUE(QDate::currentDate().day() > 1 || client.click(QStringLiteral("monthBack")));
    ASSERT_TRUE(client.click(QStringLiteral("day_") + yesterday()));
    ASSERT_TRUE(client.reads("pastText", QStringLiteral("You are looking at the map of ") + yesterday()));
    ASSERT_TRUE(client.settle());
    EXPECT_NE(client.map()->project(), client.client.project());
    place = client.onScreen(client.map()->geometry()->labelPoint(grid).at);
    EXPECT_TRUE(waitUntil([&] { return client.colourAt(place).rgb() != today.rgb(); }));
    EXPECT_TRUE(client.shows("dossierName")) << "what was selected still is";
    EXPECT_TRUE(client.hides("classNone")) << "nothing can be changed";
    EXPECT_TRUE(client.hides("orgEdit"));
    client.key(Qt::Key_1);
    client.key(Qt::Key_Z, Qt::ControlModifier);

    ASSERT_TRUE(client.click(QStringLiteral("backToToday")));
    ASSERT_TRUE(client.hides("pastText"));
    ASSERT_TRUE(client.settle());
    EXPECT_EQ(client.map()->project(), client.client.project());
    EXPECT_NE(classNow(), before) << "neither key changed anything";
    place = client.onScreen(client.map()->geometry()->labelPoint(grid).at);
    EXPECT_TRUE(waitUntil([&] { return client.colourAt(place).rgb() == today.rgb(); }));
}

TEST_F(HistoryTest, TwoDaysAreComparedAsListAsColoursAndUnderACurtain) {
    giveClass(otherClass());
    // Two other grids of one natural village become one.
    const auto units = client.snapshot().table(Level::grid).units;  // a copy: the table changes
    bool merged = false;
    for (std::uint32_t row = 0; row + 1 < units.size() && !merged; ++row) {
        const model::Unit &a = units[row], &b = units[row + 1];
        if (a.parent != b.parent || a.code == code || b.code == code) continue;
        merged =
            save(edit::EditBorders{{borders::Merge{Level::grid, {a.code, b.code}, {}}, {}}, {}, "small", ""}).saved();
    }
    ASSERT_TRUE(merged);
    ASSERT_TRUE(client.click(QStringLiteral("nav_history")));
    ASSERT_TRUE(client.click(QStringLiteral("choice_compare")));
    ASSERT_TRUE(client.shows("compareNothing"));
    ASSERT_TRUE(type("compareFrom_text", yesterday()));
    ASSERT_TRUE(client.shows("difference_gone"));
    ASSERT_TRUE(client.shows("difference_moved"));
    ASSERT_TRUE(client.settle());
    EXPECT_EQ(client.options()->theme(), QStringLiteral("indicator"));

    // Only the changed class: one line, which leads to its place, coloured as the list says.
    ASSERT_TRUE(client.click(QStringLiteral("difference_classes")));
    auto* model = client.window->findChild<app::ComparisonModel*>();
    ASSERT_NE(model, nullptr);
    ASSERT_TRUE(waitUntil([&] { return model->count() == 1; }));
    ASSERT_TRUE(client.click(QStringLiteral("differenceWhat")));
    EXPECT_TRUE(waitUntil([&] { return client.map()->selectedCode() == codeText(); }));
    ASSERT_TRUE(client.settle());
    const QColor meant = model->data(model->index(0), app::ComparisonModel::ColourRole).value<QColor>();
    EXPECT_TRUE(waitUntil([&] {
        const QColor seen = client.colourAt(
            client.onScreen(client.map()->geometry()->labelPoint(client.snapshot().findUnit(Level::grid, code)).at));
        return std::abs(seen.red() - meant.red()) + std::abs(seen.green() - meant.green()) +
                   std::abs(seen.blue() - meant.blue()) <
               90;
    }));

    // The curtain: both maps show the same place, whichever is moved.
    ASSERT_TRUE(client.click(QStringLiteral("choice_curtain")));
    ASSERT_TRUE(client.shows("earlierMap"));
    ASSERT_TRUE(client.settle());
    EXPECT_EQ(client.options()->theme(), QStringLiteral("five_colour"));
    auto* earlier = client.window->findChild<app::MapItem*>(QStringLiteral("earlierMap"));
    ASSERT_NE(earlier, nullptr);
    const auto together = [&] {
        return earlier->view().centre == client.map()->view().centre &&
               earlier->view().scale == client.map()->view().scale;
    };
    EXPECT_TRUE(waitUntil(together));
    EXPECT_NE(earlier->project(), client.map()->project());
    const auto at = client.map()->view().centre;
    earlier->zoomBy(2, 40, 40);
    ASSERT_TRUE(client.settle());
    EXPECT_TRUE(client.map()->view().centre != at);
    EXPECT_TRUE(waitUntil(together));
    client.map()->fitAll();
    ASSERT_TRUE(client.settle());
    EXPECT_TRUE(waitUntil(together));

    ASSERT_TRUE(client.click(QStringLiteral("compareEnd")));
    EXPECT_TRUE(client.hides("earlierMap"));
    EXPECT_TRUE(client.hides("pastText"));
}

TEST_F(HistoryTest, AUnitIsBroughtBackAfterALookAtWhatThatChanges) {
    ASSERT_TRUE(save(edit::RenameUnit{{Level::grid, code}, "Harbour", "", ""}).saved());
    name = QStringLiteral("Harbour");
    select();
    scrollTo("timelineLink");
    ASSERT_TRUE(client.click(QStringLiteral("timelineLink")));
    ASSERT_TRUE(client.shows("timelineEntry"));
    const QString first =
        QString::fromStdString(client.snapshot().unit(client.snapshot().findUnit(Level::grid, code)).from.iso());
    ASSERT_EQ(first, QDate::currentDate().toString(Qt::ISODate));
    const QString began = firstOf(client.find(QStringLiteral("dossierBody")), QStringLiteral("restore_"));
    ASSERT_FALSE(began.isEmpty()) << "the day it began";
    scrollTo(qPrintable(began));
    ASSERT_TRUE(client.click(began));
    ASSERT_TRUE(client.shows("restoreChange"));
    scrollTo("restoreDo");
    EXPECT_TRUE(client.text(QStringLiteral("restoreChange")).contains(QStringLiteral("Harbour")));
    QSignalSpy saved(client.client.project(), &app::ProjectObject::changeSaved);
    ASSERT_TRUE(client.click(QStringLiteral("restoreDo")));
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    EXPECT_NE(client.snapshot().unit(client.snapshot().findUnit(Level::grid, code)).name, "Harbour");
    EXPECT_TRUE(client.hides("restoreBox"));
}

TEST_F(HistoryTest, APlanIsMadeNowAndAnotherDropped) {
    const std::string later = QDate::currentDate().addDays(9).toString(Qt::ISODate).toStdString();
    QSignalSpy planned(client.client.project(), &app::ProjectObject::planSaved);
    for (const char* to : {"Harbour", "Meadow"})
        client.client.project()->plan(edit::RenameUnit{{Level::grid, code}, to, "", later}, client.window,
                                      [](const auto&) {});
    ASSERT_TRUE(waitUntil([&] { return planned.count() == 2; }));
    ASSERT_TRUE(client.click(QStringLiteral("nav_history")));
    ASSERT_TRUE(client.click(QStringLiteral("choice_plans")));
    ASSERT_TRUE(client.reads("planWhat", QStringLiteral("Rename %1 to Harbour").arg(name)));
    QSignalSpy saved(client.client.project(), &app::ProjectObject::changeSaved);
    ASSERT_TRUE(client.click(QStringLiteral("planMake")));
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    EXPECT_EQ(client.snapshot().unit(client.snapshot().findUnit(Level::grid, code)).name, "Harbour");
    // What waits stands first.
    ASSERT_TRUE(client.reads("planWhat", QStringLiteral("Rename Harbour to Meadow")));
    QSignalSpy dropped(client.client.project(), &app::ProjectObject::planDropped);
    ASSERT_TRUE(client.click(QStringLiteral("planDrop")));
    ASSERT_TRUE(waitUntil([&] { return dropped.count() == 1; }));
    EXPECT_TRUE(client.hides("planMake"));
    EXPECT_EQ(client.snapshot().unit(client.snapshot().findUnit(Level::grid, code)).name, "Harbour");
}

}  // namespace
}  // namespace xiangtu::e2e
