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
