// SPDX-License-Identifier: GPL-3.0-or-later
// A grid worker's hands: several cells at once, reasons given before, the list of cells to go round.
#include "e2e/client_window.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>
#include <array>
#include <vector>

namespace xiangtu::e2e {
namespace {

using model::Level;

class ChooseTest : public DemoWindow {
protected:
    void SetUp() override {
        ASSERT_NO_FATAL_FAILURE(DemoWindow::SetUp());
        scheme = std::size_t(client.options()->scheme());
        // Close enough for the grids of one natural village to be hit one by one.
        village = client.snapshot().unit({Level::grid, 0}).parent;
        ASSERT_TRUE(village.valid());
        client.map()->goTo(codeOf(village));
        ASSERT_TRUE(client.settle());
        for (std::uint32_t row = 0; row < client.snapshot().table(Level::grid).units.size(); ++row) {
            if (client.snapshot().unit({Level::grid, row}).parent == village) grids.push_back({Level::grid, row});
        }
        ASSERT_GE(grids.size(), 2u);
    }
    [[nodiscard]] QString codeOf(model::UnitRef unit) {
        return QString::fromStdString(client.snapshot().unit(unit).code.text());
    }
    [[nodiscard]] QPointF placeOf(model::UnitRef unit) {
        return client.onScreen(client.map()->geometry()->labelPoint(unit).at);
    }
    void tap(QPointF at, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::mouseClick(client.window, Qt::LeftButton, modifiers, at.toPoint());
    }
    [[nodiscard]] std::uint8_t classOf(model::UnitRef unit) { return client.snapshot().classOf(scheme, unit); }
    /// A class that none of them has.
    [[nodiscard]] std::uint8_t otherThan(const std::vector<model::UnitRef>& units) {
        std::uint8_t wanted = 0;
        while (std::ranges::any_of(units, [&](model::UnitRef u) { return classOf(u) == wanted; })) ++wanted;
        return wanted;
    }
    std::size_t scheme = 0;
    model::UnitRef village;
    std::vector<model::UnitRef> grids;
};

TEST_F(ChooseTest, TwoCellsGetOneClassByOneKey) {
    const std::vector<model::UnitRef> two{grids[0], grids[1]};
    const QPointF first = placeOf(two[0]), second = placeOf(two[1]);
    tap(first, Qt::ControlModifier);
    ASSERT_TRUE(client.shows("chosenCard"));
    tap(second);
    ASSERT_TRUE(waitUntil([&] { return client.map()->highlightedCodes().size() == 2; }));
    const std::uint8_t wanted = otherThan(two);
    QSignalSpy saved(client.client.project(), &app::ProjectObject::changeSaved);
    client.key(Qt::Key_1 + wanted);
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    EXPECT_EQ(classOf(two[0]), wanted);
    EXPECT_EQ(classOf(two[1]), wanted);
    client.key(Qt::Key_Escape);
    EXPECT_TRUE(client.hides("chosenCard"));
    EXPECT_TRUE(client.map()->highlightedCodes().isEmpty());
}

TEST_F(ChooseTest, HoldingACellBeginsToChoose) {
    const QPointF place = placeOf(grids[0]);
    QTest::mousePress(client.window, Qt::LeftButton, {}, place.toPoint());
    EXPECT_TRUE(client.shows("chosenCard"));
    QTest::mouseRelease(client.window, Qt::LeftButton, {}, place.toPoint());
    EXPECT_EQ(client.map()->highlightedCodes(), QStringList{codeOf(grids[0])});
    tap(place);
    EXPECT_TRUE(client.hides("chosenCard")) << "the last one was taken away";
}

TEST_F(ChooseTest, ALassoChoosesWhatItGoesAround) {
    ASSERT_TRUE(client.click(QStringLiteral("tool_lasso")));
    QRectF around;
    for (const model::UnitRef grid : {grids[0], grids[1]}) {
        const geom::GridPoint centre = client.snapshot().table(Level::grid).shapes.centroid(grid.row);
        around |= QRectF(client.onScreen(centre) - QPointF(9, 9), QSizeF(18, 18));
    }
    const std::array<QPoint, 5> corners{around.topLeft().toPoint(), around.topRight().toPoint(),
                                        around.bottomRight().toPoint(), around.bottomLeft().toPoint(),
                                        around.topLeft().toPoint() + QPoint(2, 2)};
    QTest::mousePress(client.window, Qt::LeftButton, {}, corners[0]);
    for (std::size_t c = 1; c < corners.size(); ++c) {
        for (int i = 1; i <= 8; ++i)
            QTest::mouseMove(client.window, corners[c - 1] + (corners[c] - corners[c - 1]) * i / 8);
    }
    QTest::mouseRelease(client.window, Qt::LeftButton, {}, corners.back());
    ASSERT_TRUE(client.shows("chosenCard"));
    const QStringList chosen = client.map()->highlightedCodes();
    EXPECT_TRUE(chosen.contains(codeOf(grids[0])));
    EXPECT_TRUE(chosen.contains(codeOf(grids[1])));
    QSignalSpy saved(client.client.project(), &app::ProjectObject::changeSaved);
    QSignalSpy refused(client.client.project(), &app::ProjectObject::refused);
    ASSERT_TRUE(client.click(QStringLiteral("classButton_1")));
    ASSERT_TRUE(waitUntil([&] { return saved.count() + refused.count() == 1; }));
    for (const QString& code : chosen) {
        EXPECT_EQ(classOf(client.snapshot().findUnit(Level::grid, *model::Code::parse(code.toStdString()))), 1);
    }
}

TEST_F(ChooseTest, AReasonGivenBeforeIsOneTapAway) {
    tap(placeOf(grids[0]));
    ASSERT_TRUE(client.shows("crumb_4"));
    // What comes in later moves the field.
    ASSERT_TRUE(client.settle());
    ASSERT_TRUE(client.click(QStringLiteral("reasonField")));
    client.type(QStringLiteral("roof leaks"));
    ASSERT_TRUE(client.reads("reasonField", QStringLiteral("roof leaks")));
    QSignalSpy saved(client.client.project(), &app::ProjectObject::changeSaved);
    ASSERT_TRUE(client.click(QStringLiteral("classButton_%1").arg(otherThan({grids[0]}))));
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    ASSERT_TRUE(client.reads("reasonField", QString()));
    ASSERT_TRUE(client.reads("reasonChip", QStringLiteral("roof leaks"))) << "the newest one stands first";
    ASSERT_TRUE(client.click(QStringLiteral("reasonChip")));
    ASSERT_TRUE(client.reads("reasonField", QStringLiteral("roof leaks")));
    const std::uint8_t next = otherThan({grids[0]});
    ASSERT_TRUE(client.click(QStringLiteral("classButton_%1").arg(next)));
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 2; }));
    EXPECT_TRUE(client.reads("classReason", QStringLiteral("roof leaks")));
}

TEST_F(ChooseTest, AStatusIsThreeTapsInTheListOfCells) {
    ASSERT_TRUE(client.click(QStringLiteral("nav_worklist")));
    ASSERT_TRUE(client.click(QStringLiteral("choice_cells")));
    ASSERT_TRUE(client.click(QStringLiteral("choice_all")));
    ASSERT_TRUE(client.shows("cellLine"));
    ASSERT_TRUE(client.settle());
    ASSERT_TRUE(client.click(QStringLiteral("cellLine")));
    ASSERT_TRUE(client.shows("padUnit"));
    ASSERT_TRUE(client.settle());
    const QString code = client.map()->selectedCode();
    const model::UnitRef cell = client.snapshot().findUnit(Level::grid, *model::Code::parse(code.toStdString()));
    ASSERT_TRUE(cell.valid()) << code.toStdString();
    const std::uint8_t wanted = otherThan({cell});
    QSignalSpy saved(client.client.project(), &app::ProjectObject::changeSaved);
    ASSERT_TRUE(client.click(QStringLiteral("classButton_%1").arg(wanted)));
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    EXPECT_EQ(classOf(cell), wanted);
}

}  // namespace
}  // namespace xiangtu::e2e
