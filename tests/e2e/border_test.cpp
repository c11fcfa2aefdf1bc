// SPDX-License-Identifier: GPL-3.0-or-later
// Borders edited by hand: split, drawn anew, moved, merged; taken back after the window was closed.
#include "e2e/border_fixture.h"
#include "geom/contains.h"
#include "store/store.h"

namespace xiangtu::e2e {
namespace {

TEST_F(BorderTest, ACellIsSplitByALineAndUndoneAfterARestart) {
    const auto before = borders();
    ASSERT_NO_FATAL_FAILURE(begin("task_split"));
    drawAcross();
    ASSERT_TRUE(client.shows("touchedLine")) << client.text("borderRefusal").toStdString();
    ASSERT_TRUE(client.shows("newName_0"));
    ASSERT_NO_FATAL_FAILURE(save());
    EXPECT_GT(borders().size(), before.size());
    expectTiled();

    client.client.project()->close();
    ASSERT_TRUE(client.open(file));
    EXPECT_GT(borders().size(), before.size());
    QSignalSpy takenBack(client.client.project(), &app::ProjectObject::changeTakenBack);
    ASSERT_TRUE(waitUntil([&] { return client.client.project()->canUndo(); }));
    client.key(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return takenBack.count() == 1; }));
    EXPECT_EQ(borders(), before);
}

TEST_F(BorderTest, ADayToComeMakesAPlanAndChangesNothingToday) {
    const auto before = borders();
    ASSERT_NO_FATAL_FAILURE(begin("task_split"));
    drawAcross();
    ASSERT_TRUE(client.shows("borderDay")) << client.text("borderRefusal").toStdString();
    QQuickItem* day = client.find(QStringLiteral("borderDay"));
    ASSERT_NE(day, nullptr);
    day->forceActiveFocus();
    const std::string wanted = base::Date{base::Date::today().days + 30}.iso();
    for (const char c : wanted) QTest::keyClick(client.window, c);
    QSignalSpy planned(client.client.project(), &app::ProjectObject::planSaved);
    ASSERT_TRUE(client.click(QStringLiteral("borderSave")));
    ASSERT_TRUE(waitUntil([&] { return planned.count() == 1; })) << client.text("borderRefusal").toStdString();
    EXPECT_TRUE(client.hides("borderCard"));
    EXPECT_EQ(borders(), before);

    client.client.project()->close();
    const auto plans = store::open(file.toStdString(), store::OpenMode::readOnly)->plannedEdits();
    ASSERT_EQ(plans.size(), 1u);
    EXPECT_EQ(plans.front().day.iso(), wanted);
    EXPECT_EQ(plans.front().state, "planned");
}

TEST_F(BorderTest, ALineThatStopsInsideIsRefusedAndMendedByTheOffer) {
    const auto box = client.snapshot().table(Level::grid).shapes.box(grid.row);
    ASSERT_NO_FATAL_FAILURE(begin("task_split"));
    const auto at = client.map()->geometry()->labelPoint(grid).at;
    // From outside nearly across: the last place inside on this row of the lattice, a little back.
    const auto& shapes = client.snapshot().table(Level::grid).shapes;
    std::int32_t x = at.x;
    while (geom::contains(shapes, grid.row, {x, at.y})) x += 100;
    const std::int32_t width = box.max.x - box.min.x;
    tap(client.onScreen({box.min.x - width / 12, at.y}));
    tap(client.onScreen({x - width / 12, at.y}));
    client.key(Qt::Key_Return);
    ASSERT_TRUE(waitUntil([&] { return !client.text("borderRefusal").isEmpty(); }));
    const QQuickItem* button = client.find(QStringLiteral("borderSave"));
    ASSERT_NE(button, nullptr);
    EXPECT_FALSE(button->isEnabled());
    ASSERT_TRUE(client.click(QStringLiteral("borderOffer")));
    ASSERT_TRUE(client.shows("touchedLine")) << client.text("borderRefusal").toStdString();
    ASSERT_NO_FATAL_FAILURE(save());
    expectTiled();
}

TEST_F(BorderTest, ACornerIsDraggedAndEveryNeighbourFollows) {
    const auto before = borders();
    ASSERT_NO_FATAL_FAILURE(begin("task_vertices"));
    ASSERT_TRUE(client.settle());
    // A corner of the cell in the free part of the map.
    const auto ring = client.snapshot()
                          .table(Level::grid)
                          .shapes.ring(client.snapshot().table(Level::grid).shapes.firstRing(grid.row));
    const QQuickItem* card = client.find(QStringLiteral("borderCard"));
    const double free = card->mapToScene({0, 0}).x() - 60;
    QPointF corner;
    for (const geom::GridPoint p : ring) {
        const QPointF at = client.onScreen(p);
        if (at.x() > 120 && at.x() < free && at.y() > 120 && at.y() < client.window->height() - 120) corner = at;
    }
    ASSERT_FALSE(corner.isNull());
    QTest::mousePress(client.window, Qt::LeftButton, {}, corner.toPoint());
    for (int i = 1; i <= 6; ++i) QTest::mouseMove(client.window, corner.toPoint() + QPoint(i * 2, i), 5);
    QTest::mouseRelease(client.window, Qt::LeftButton, {}, corner.toPoint() + QPoint(12, 6));
    ASSERT_TRUE(waitUntil(
        [&] { return client.find(QStringLiteral("touchedLine")) || !client.text("borderRefusal").isEmpty(); }));
    ASSERT_TRUE(client.shows("touchedLine")) << client.text("borderRefusal").toStdString();
    ASSERT_NO_FATAL_FAILURE(save());
    const auto after = borders();
    const auto changed =
        std::ranges::count_if(after, [&](const auto& each) { return before.at(each.first) != each.second; });
    EXPECT_GE(changed, 2) << "a shared corner moves for all who share it";
    expectTiled();
}

TEST_F(BorderTest, TwoCellsBecomeOne) {
    const auto before = borders();
    const auto& topology = *client.client.project()->state().topology;
    model::UnitRef other;
    for (const std::uint32_t row : topology.neighbours(std::size_t(Level::grid), grid.row)) {
        const model::UnitRef each{Level::grid, row};
        if (client.snapshot().unit(each).parent == client.snapshot().unit(grid).parent) other = each;
    }
    ASSERT_TRUE(other.valid());
    client.map()->zoomOut();
    ASSERT_TRUE(client.settle());
    tap(client.onScreen(client.map()->geometry()->labelPoint(grid).at), Qt::ControlModifier);
    ASSERT_TRUE(client.shows("chosenCard"));
    tap(client.onScreen(client.map()->geometry()->labelPoint(other).at));
    ASSERT_TRUE(waitUntil([&] { return client.map()->highlightedCodes().size() == 2; }));
    ASSERT_TRUE(client.settle());
    ASSERT_TRUE(client.click(QStringLiteral("chosenMerge")));
    ASSERT_TRUE(client.shows("touchedLine")) << client.text("borderRefusal").toStdString();
    ASSERT_NO_FATAL_FAILURE(save());
    EXPECT_EQ(borders().size(), before.size() - 1);
    expectTiled();
}

}  // namespace
}  // namespace xiangtu::e2e
