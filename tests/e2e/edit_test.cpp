// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/client_window.h"

#include "index/name_search.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

namespace xiangtu::e2e {
namespace {

using model::Level;

/// A large grid that is not of the class which the test will give it.
model::UnitRef someGrid(const model::Snapshot& snapshot, std::size_t scheme, std::uint8_t notOf) {
    const auto& table = snapshot.table(Level::grid);
    model::UnitRef best;
    for (std::uint32_t row = 0; row < table.units.size(); ++row) {
        if (snapshot.classOf(scheme, {Level::grid, row}) == notOf) continue;
        if (!best.valid() || table.shapes.twiceArea(row) > table.shapes.twiceArea(best.row)) best = {Level::grid, row};
    }
    return best;
}

/// A large grid with a class of its own, other than the one it would take over from above.
model::UnitRef gridUnlikeItsParents(const model::Snapshot& snapshot, std::size_t scheme) {
    const auto& table = snapshot.table(Level::grid);
    model::UnitRef best;
    for (std::uint32_t row = 0; row < table.units.size(); ++row) {
        const std::uint8_t own = snapshot.classOf(scheme, {Level::grid, row});
        auto lineage = snapshot.lineage({Level::grid, row});
        lineage.pop_back();
        std::uint8_t above = model::ClassColumn::kUnset;
        while (!lineage.empty() && above == model::ClassColumn::kUnset) {
            above = snapshot.classOf(scheme, lineage.back());
            lineage.pop_back();
        }
        if (own == model::ClassColumn::kUnset || own == above) continue;
        if (!best.valid() || table.shapes.twiceArea(row) > table.shapes.twiceArea(best.row)) best = {Level::grid, row};
    }
    return best;
}

class EditTest : public DemoWindow {
protected:
    void SetUp() override {
        ASSERT_NO_FATAL_FAILURE(DemoWindow::SetUp());
        // Names and marks would stand where the test looks at colours.
        client.options()->setLayerVisible(QStringLiteral("labels"), false);
        client.options()->setLayerVisible(QStringLiteral("marks"), false);
        client.options()->setLayerVisible(QStringLiteral("bases"), false);
    }
    /// Flies to the grid and clicks into it.
    void clickInto(model::UnitRef grid) {
        client.map()->goTo(QString::fromStdString(client.snapshot().unit(grid).code.text()));
        ASSERT_TRUE(client.settle());
        place = client.onScreen(client.map()->geometry()->labelPoint(grid).at);
        client.clickAt(place);
        ASSERT_TRUE(client.shows("crumb_4"));
        // The dossier that opened may cover the place: once more beside it.
        client.map()->goTo(QString::fromStdString(client.snapshot().unit(grid).code.text()));
        ASSERT_TRUE(client.settle());
        place = client.onScreen(client.map()->geometry()->labelPoint(grid).at);
    }
    QPointF place;
};

TEST_F(EditTest, AClickedCellShowsItsBreadcrumb) {
    const model::UnitRef grid = someGrid(client.snapshot(), 0, 200);
    clickInto(grid);
    const auto lineage = client.snapshot().lineage(grid);
    ASSERT_EQ(lineage.size(), 5u);
    for (int i = 0; i < 5; ++i) {
        EXPECT_TRUE(client.reads(qPrintable(QStringLiteral("crumb_%1").arg(i)),
                                 QString::fromStdString(client.snapshot().unit(lineage[std::size_t(i)]).name)));
    }
    EXPECT_TRUE(client.reads("dossierName", QString::fromStdString(client.snapshot().unit(grid).name)));
    // A crumb leads to the unit it names.
    ASSERT_TRUE(client.click(QStringLiteral("crumb_2")));
    EXPECT_TRUE(client.reads("dossierName", QString::fromStdString(client.snapshot().unit(lineage[2]).name)));
    EXPECT_TRUE(client.hides("crumb_4"));
}

TEST_F(EditTest, AKeySetsAClassAndUndoTakesItBack) {
    const std::size_t scheme = std::size_t(client.options()->scheme());
    const std::uint8_t wanted = std::uint8_t((*client.snapshot().schemes)[scheme].classes.size() - 1);
    const model::UnitRef grid = someGrid(client.snapshot(), scheme, wanted);
    const std::uint8_t before = client.snapshot().classOf(scheme, grid);
    clickInto(grid);
    const QColor colourBefore = client.colourAt(place);

    QSignalSpy saved(client.client.project(), &app::ProjectObject::changeSaved);
    client.key(Qt::Key_1 + wanted);
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    EXPECT_EQ(client.snapshot().classOf(scheme, grid), wanted);
    ASSERT_TRUE(client.settle());
    EXPECT_TRUE(waitUntil([&] { return client.colourAt(place).rgb() != colourBefore.rgb(); }));
    const QColor colourAfter = client.colourAt(place);
    // The fill lies on the ground with some opacity, so its colour leans to the class's.
    const QColor meant = QColor::fromRgb((*client.snapshot().schemes)[scheme].classes[wanted].rgb);
    const auto distance = [&](const QColor& c) {
        return std::abs(c.red() - meant.red()) + std::abs(c.green() - meant.green()) +
               std::abs(c.blue() - meant.blue());
    };
    EXPECT_LT(distance(colourAfter), 130);
    EXPECT_LT(distance(colourAfter), distance(colourBefore));
    EXPECT_TRUE(client.shows("toastAction"));

    QSignalSpy takenBack(client.client.project(), &app::ProjectObject::changeTakenBack);
    client.key(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return takenBack.count() == 1; }));
    EXPECT_EQ(client.snapshot().classOf(scheme, grid), before);
    ASSERT_TRUE(client.settle());
    EXPECT_TRUE(waitUntil([&] { return client.colourAt(place).rgb() == colourBefore.rgb(); }));
}

TEST_F(EditTest, AButtonAndTheKey0TakeTheClassAway) {
    const std::size_t scheme = std::size_t(client.options()->scheme());
    const model::UnitRef grid = gridUnlikeItsParents(client.snapshot(), scheme);
    ASSERT_TRUE(grid.valid());
    const std::uint8_t before = client.snapshot().classOf(scheme, grid);
    clickInto(grid);
    const auto buttonIs = [this](bool enabled) {
        const QQuickItem* button = client.find(QStringLiteral("classNone"));
        return button && button->isEnabled() == enabled;
    };
    ASSERT_TRUE(waitUntil([&] { return buttonIs(true); }));
    const QColor colourBefore = client.colourAt(place);

    QSignalSpy saved(client.client.project(), &app::ProjectObject::changeSaved);
    QSignalSpy takenBack(client.client.project(), &app::ProjectObject::changeTakenBack);
    ASSERT_TRUE(client.click(QStringLiteral("classNone")));
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    EXPECT_EQ(client.snapshot().classOf(scheme, grid), model::ClassColumn::kUnset);
    ASSERT_TRUE(client.settle());
    EXPECT_TRUE(waitUntil([&] { return client.colourAt(place).rgb() != colourBefore.rgb(); }));
    EXPECT_TRUE(waitUntil([&] { return buttonIs(false); })) << "nothing is left to take away";
    client.key(Qt::Key_0);  // and the key does nothing

    client.key(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return takenBack.count() == 1; }));
    EXPECT_EQ(saved.count(), 1);
    EXPECT_EQ(client.snapshot().classOf(scheme, grid), before);
    ASSERT_TRUE(waitUntil([&] { return buttonIs(true); }));
    ASSERT_TRUE(client.settle());
    EXPECT_TRUE(waitUntil([&] { return client.colourAt(place).rgb() == colourBefore.rgb(); }));

    client.key(Qt::Key_0);
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 2; }));
    EXPECT_EQ(client.snapshot().classOf(scheme, grid), model::ClassColumn::kUnset);
}

TEST_F(EditTest, TheReasonTypedGoesIntoTheHistory) {
    const std::size_t scheme = std::size_t(client.options()->scheme());
    const model::UnitRef grid = someGrid(client.snapshot(), scheme, 0);
    clickInto(grid);
    ASSERT_TRUE(client.click(QStringLiteral("reasonField")));
    client.type(QStringLiteral("flood 1"));  // a digit typed here sets no class
    QSignalSpy saved(client.client.project(), &app::ProjectObject::changeSaved);
    EXPECT_EQ(saved.count(), 0);
    ASSERT_TRUE(client.click(QStringLiteral("classButton_0")));
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    ASSERT_TRUE(client.reads("classReason", QStringLiteral("flood 1")));
    EXPECT_TRUE(client.reads("reasonField", QString()));
}

TEST_F(EditTest, AnEditOutlivesTheWindow) {
    const std::size_t scheme = std::size_t(client.options()->scheme());
    const model::UnitRef grid = someGrid(client.snapshot(), scheme, 1);
    clickInto(grid);
    QSignalSpy saved(client.client.project(), &app::ProjectObject::changeSaved);
    client.key(Qt::Key_2);
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    const std::string code = client.snapshot().unit(grid).code.text();
    client.client.project()->close();
    ASSERT_TRUE(client.open(file));
    EXPECT_EQ(client.snapshot().classOf(scheme, client.snapshot().findUnit(*model::Code::parse(code))), 1);
    EXPECT_TRUE(waitUntil([this] {
        const QQuickItem* undo = client.find(QStringLiteral("undoButton"));
        return undo && undo->isEnabled();
    }));
}

TEST_F(EditTest, SearchByInitialsGoesToTheUnit) {
    // The initials of a village of the file: "zhang mu" -> "zm".
    const model::UnitRef village{Level::village, 0};
    const std::string name = client.snapshot().unit(village).name;
    QString initials;
    for (const QString& syllable :
         QString::fromStdString(index::pinyin(name)).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        initials += syllable.front();
    }
    ASSERT_GE(initials.size(), 2) << name;
    client.key(Qt::Key_F, Qt::ControlModifier);
    client.type(initials);
    ASSERT_TRUE(client.shows("searchLine"));
    ASSERT_TRUE(client.settle());
    client.key(Qt::Key_Return);
    ASSERT_TRUE(client.shows("dossierName"));
    ASSERT_TRUE(client.settle());
    const QString found = client.text(QStringLiteral("dossierName"));
    QString foundInitials;
    for (const QString& syllable :
         QString::fromStdString(index::pinyin(found.toStdString())).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        foundInitials += syllable.front();
    }
    EXPECT_TRUE(foundInitials.contains(initials)) << found.toStdString();
}

}  // namespace
}  // namespace xiangtu::e2e
