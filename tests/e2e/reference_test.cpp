// SPDX-License-Identifier: GPL-3.0-or-later
// A layer of another map stands on this one, can be switched off, and drawn points hold on to it.
#include "e2e/border_fixture.h"

#include <QColor>
#include <QImage>
#include <QProcess>

namespace xiangtu::e2e {
namespace {

class ReferenceTest : public BorderTest {
protected:
    /// A line across the grid at a third of its height, off all borders, put in by the command line.
    void SetUp() override {
        ASSERT_NO_FATAL_FAILURE(BorderTest::SetUp());
        const auto at = client.map()->geometry()->labelPoint(grid).at;
        const auto box = client.snapshot().table(Level::grid).shapes.box(grid.row);
        const std::int32_t w = (box.max.x - box.min.x) / 8;
        from = geom::toGeo(geom::GridPoint{at.x - w, at.y});
        to = geom::toGeo(geom::GridPoint{at.x + w, at.y});
        char text[300];
        std::snprintf(text, sizeof text,
                      R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":)"
                      R"({"type":"LineString","coordinates":[[%.7f,%.7f],[%.7f,%.7f]]}}]})",
                      from.lon, from.lat, to.lon, to.lat);
        support::writeFile(client.dir / "勘界.geojson", text);
        QProcess program;
        program.start(QStringLiteral(XIANGTU_BINARY),
                      {"reference", file, "add", QString::fromStdString((client.dir / "勘界.geojson").string()),
                       "--name", "勘界图"});
        ASSERT_TRUE(program.waitForFinished(60000) && program.exitCode() == 0)
            << program.readAllStandardError().toStdString();
        client.client.project()->close();
        ASSERT_TRUE(client.open(file));
        client.map()->goTo(code);
        ASSERT_TRUE(client.settle());
        ASSERT_TRUE(waitUntil([&] { return client.map()->references() != nullptr; }));
    }
    /// A corner of the cell in the part of the map that no card covers.
    [[nodiscard]] QPointF freeCorner() {
        const auto& shapes = client.snapshot().table(Level::grid).shapes;
        const double free = client.find(QStringLiteral("borderCard"))->mapToScene({0, 0}).x() - 60;
        for (const geom::GridPoint p : shapes.ring(shapes.firstRing(grid.row))) {
            const QPointF at = client.onScreen(p);
            if (at.x() > 120 && at.x() < free && at.y() > 120 && at.y() < client.window->height() - 120) return at;
        }
        return {};
    }
    [[nodiscard]] QPointF onScreenAt(geom::GeoPoint p) const { return client.onScreen(geom::snapToGrid(p)); }

    geom::GeoPoint from, to;
};

TEST_F(ReferenceTest, StandsOnTheMapUntilItIsSwitchedOff) {
    const QPoint middle = ((onScreenAt(from) + onScreenAt(to)) / 2).toPoint();
    // The line lies between two rows of pixels mostly: the strongest of those around tells.
    const auto drawn = [&] {
        const QImage image = client.window->grabWindow();
        const double ratio = image.devicePixelRatio();
        for (int dy = -3; dy <= 3; ++dy) {
            const QColor seen = image.pixelColor(((QPointF(middle) + QPointF(0, dy)) * ratio).toPoint());
            if (seen.red() > seen.green() + 80 && seen.blue() > seen.green() + 50) return true;
        }
        return false;
    };
    EXPECT_TRUE(waitUntil(drawn)) << client.colourAt(middle).name().toStdString();
    ASSERT_TRUE(client.click(QStringLiteral("layersButton")));
    ASSERT_TRUE(client.shows("reference_0"));
    EXPECT_EQ(client.text(QStringLiteral("reference_0")), QStringLiteral("勘界图"));
    ASSERT_TRUE(client.click(QStringLiteral("reference_0")));
    EXPECT_TRUE(waitUntil([&] { return !drawn(); }));
    EXPECT_EQ(client.map()->references(), nullptr);
}

TEST_F(ReferenceTest, HoldsDrawnPoints) {
    tap(client.onScreen(client.map()->geometry()->labelPoint(grid).at));
    ASSERT_TRUE(client.shows("dossierName"));
    ASSERT_NO_FATAL_FAILURE(begin("task_split"));
    ASSERT_TRUE(waitUntil([&] { return client.map()->drawing(); }));
    ASSERT_TRUE(client.settle());
    QTest::mouseMove(client.window, (onScreenAt(from) + QPointF(3, 3)).toPoint());
    EXPECT_TRUE(waitUntil([&] { return client.map()->snappedTo() == QLatin1String("reference"); }));
    EXPECT_TRUE(waitUntil([&] { return client.text("drawWords").contains(QStringLiteral("参考")); }))
        << client.text("drawWords").toStdString();
    QTest::mouseMove(client.window, (onScreenAt(from) + QPointF(3, 60)).toPoint());
    EXPECT_TRUE(waitUntil([&] { return client.map()->snappedTo() != QLatin1String("reference"); }));
}

TEST_F(ReferenceTest, HoldsACornerThatIsDraggedButNotWithShift) {
    tap(client.onScreen(client.map()->geometry()->labelPoint(grid).at));
    ASSERT_TRUE(client.shows("dossierName"));
    ASSERT_NO_FATAL_FAILURE(begin("task_vertices"));
    ASSERT_TRUE(client.settle());
    ASSERT_TRUE(waitUntil([&] { return client.text("borderSnap").contains(QStringLiteral("Shift")); }));
    const QPointF corner = freeCorner();
    ASSERT_FALSE(corner.isNull());
    QSignalSpy moved(client.map(), &app::MapItem::handleMoved);
    const auto carry = [&](Qt::KeyboardModifiers atTheEnd) {
        const QPoint near = (onScreenAt(from) + QPointF(4, 5)).toPoint();
        moved.clear();
        QTest::mousePress(client.window, Qt::LeftButton, {}, corner.toPoint());
        for (int i = 1; i <= 8; ++i)
            QTest::mouseMove(client.window, corner.toPoint() + (near - corner.toPoint()) * i / 8, 5);
        EXPECT_TRUE(waitUntil([&] { return client.map()->snappedTo() == QLatin1String("reference"); }));
        EXPECT_TRUE(client.reads("borderSnap", QStringLiteral("吸附到参考线")));
        QTest::mouseRelease(client.window, Qt::LeftButton, atTheEnd, near);
        EXPECT_TRUE(waitUntil([&] { return !moved.empty() && moved.back().at(3).toBool(); }));
        EXPECT_EQ(client.map()->snappedTo(), QString());
    };
    // The end of the line lies nearest: corners of lines come before places on them.
    carry(Qt::NoModifier);
    ASSERT_FALSE(moved.empty());
    EXPECT_DOUBLE_EQ(moved.back().at(1).toDouble(), from.lon);
    EXPECT_DOUBLE_EQ(moved.back().at(2).toDouble(), from.lat);
    ASSERT_TRUE(client.click(QStringLiteral("borderAgain")));
    ASSERT_TRUE(client.settle());
    carry(Qt::ShiftModifier);
    ASSERT_FALSE(moved.empty());
    EXPECT_NE(moved.back().at(2).toDouble(), from.lat) << "with Shift it stands where it was let go";
}

TEST_F(ReferenceTest, StandsInTheLogAndGoesWithUndo) {
    ASSERT_TRUE(client.click(QStringLiteral("nav_history")));
    EXPECT_TRUE(waitUntil([&] { return client.text("logSentence").contains(QStringLiteral("勘界图")); }))
        << client.text("logSentence").toStdString();
    QSignalSpy takenBack(client.client.project(), &app::ProjectObject::changeTakenBack);
    ASSERT_TRUE(client.click(QStringLiteral("historyUndo")));
    ASSERT_TRUE(waitUntil([&] { return takenBack.count() == 1; }));
    EXPECT_TRUE(waitUntil([&] { return client.map()->references() == nullptr; }));
}

}  // namespace
}  // namespace xiangtu::e2e
