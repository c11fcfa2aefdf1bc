// SPDX-License-Identifier: GPL-3.0-or-later
// Real mouse, wheel, touch and key events sent to a window with the map in it.
#include "app/map/map_fixture.h"

#include "geodesy/mercator.h"

#include <QGuiApplication>
#include <QStyleHints>
#include <QtTest/QTest>

#include <array>
#include <cmath>

namespace xiangtu::app {
namespace {

using test::waitUntil;

class MapInputOfWindow : public test::MapWindow {
protected:
    struct Tap {
        double lon;
        double lat;
    };
    void SetUp() override {
        QObject::connect(map, &MapItem::tapped, [this](double lon, double lat) { taps.push_back({lon, lat}); });
        QObject::connect(map, &MapItem::longPressed, [this](double lon, double lat) { holds.push_back({lon, lat}); });
        open();
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::mousePress(&window, Qt::LeftButton, modifiers, from);
        for (int i = 1; i <= 10; ++i) QTest::mouseMove(&window, from + (to - from) * i / 10, 10);
        QTest::qWait(150);  // the hand rests before it lets go: no fling
        QTest::mouseRelease(&window, Qt::LeftButton, modifiers, to);
    }
    [[nodiscard]] geom::GeoPoint groundAt(QPoint at) const {
        return geodesy::fromWorld(map->view().toWorld({double(at.x()), double(at.y())}));
    }
    std::vector<Tap> taps;
    std::vector<Tap> holds;
};

TEST_F(MapInputOfWindow, TapsTellThePlace) {
    const geom::GeoPoint cell = middleOf("990000001001001001");
    QTest::mouseClick(&window, Qt::LeftButton, {}, onScreen(cell));
    ASSERT_EQ(taps.size(), 1u);
    EXPECT_NEAR(taps[0].lon, cell.lon, 2e-4);
    EXPECT_NEAR(taps[0].lat, cell.lat, 2e-4);
}

TEST_F(MapInputOfWindow, DragsMoveTheGroundAndAreNoTaps) {
    wheel({320, 240}, 4);
    ASSERT_TRUE(waitComplete());
    const geom::GeoPoint grabbed = groundAt({320, 240});
    drag({320, 240}, {400, 200});
    ASSERT_TRUE(waitComplete());
    const QPoint now = onScreen(grabbed);
    const int slop = QGuiApplication::styleHints()->startDragDistance();
    EXPECT_NEAR(now.x(), 400, slop + 10);
    EXPECT_NEAR(now.y(), 200, slop + 10);
    EXPECT_TRUE(taps.empty());
}

TEST_F(MapInputOfWindow, WheelZoomsAboutThePointer) {
    const QPoint pointer(200, 300);
    const geom::GeoPoint ground = groundAt(pointer);
    const int before = map->zoomStep();
    wheel(pointer, 2);
    ASSERT_TRUE(waitUntil([&] { return map->zoomStep() == before + 4; }));
    ASSERT_TRUE(waitComplete());
    EXPECT_NEAR(onScreen(ground).x(), pointer.x(), 1);
    EXPECT_NEAR(onScreen(ground).y(), pointer.y(), 1);
    EXPECT_DOUBLE_EQ(map->view().scale, scene::scaleOfStep(before + 4));
}

TEST_F(MapInputOfWindow, DoubleClickZoomsIn) {
    const int before = map->zoomStep();
    QTest::mouseDClick(&window, Qt::LeftButton, {}, {320, 240});
    ASSERT_TRUE(waitUntil([&] { return map->zoomStep() == before + 4; }));
    EXPECT_LE(taps.size(), 1u) << "only the first click of the two";
}

TEST_F(MapInputOfWindow, ShiftDragZoomsToTheBox) {
    const geom::GeoPoint corner = groundAt({260, 200});
    const geom::GeoPoint opposite = groundAt({380, 290});
    drag({260, 200}, {380, 290}, Qt::ShiftModifier);
    ASSERT_TRUE(waitComplete());
    EXPECT_GE(onScreen(corner).x(), -80);
    EXPECT_LE(onScreen(opposite).x(), 640 + 80);
    EXPECT_GT(onScreen(opposite).x() - onScreen(corner).x(), 400) << "the box nearly fills the window";
}

TEST_F(MapInputOfWindow, BoxToolZoomsWithoutAModifier) {
    map->setTool("boxZoom");
    const int before = map->zoomStep();
    drag({260, 200}, {380, 290});
    ASSERT_TRUE(waitComplete());
    EXPECT_GT(map->zoomStep(), before + 4);
    EXPECT_TRUE(map->canGoBack());
}

TEST_F(MapInputOfWindow, KeysPanZoomAndGoHome) {
    map->forceActiveFocus();
    const int home = map->zoomStep();
    QTest::keyClick(&window, Qt::Key_Plus);
    ASSERT_TRUE(waitUntil([&] { return map->zoomStep() == home + 2; }));
    ASSERT_TRUE(waitComplete());
    const double lon = map->centreLon();
    QTest::keyClick(&window, Qt::Key_Right);
    ASSERT_TRUE(waitComplete());
    EXPECT_GT(map->centreLon(), lon);
    const double lat = map->centreLat();
    QTest::keyClick(&window, Qt::Key_Up);
    ASSERT_TRUE(waitComplete());
    EXPECT_GT(map->centreLat(), lat);
    QTest::keyClick(&window, Qt::Key_Home);
    ASSERT_TRUE(waitUntil([&] { return map->zoomStep() == home && map->complete(); }));
    QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
    ASSERT_TRUE(waitUntil([&] { return map->zoomStep() == home + 2; }));
    ASSERT_TRUE(map->canGoForward());
    QTest::keyClick(&window, Qt::Key_Right, Qt::AltModifier);
    ASSERT_TRUE(waitUntil([&] { return map->zoomStep() == home; }));
}

TEST_F(MapInputOfWindow, HoldingStillIsALongPressNotATap) {
    QTest::mousePress(&window, Qt::LeftButton, {}, {320, 240});
    ASSERT_TRUE(waitUntil([this] { return !holds.empty(); }));
    QTest::mouseRelease(&window, Qt::LeftButton, {}, {320, 240});
    EXPECT_TRUE(taps.empty());
    EXPECT_NEAR(holds[0].lon, groundAt({320, 240}).lon, 1e-6);
}

TEST_F(MapInputOfWindow, TwoFingersZoomAboutTheirMiddle) {
    QPointingDevice* screen = QTest::createTouchDevice();
    const int before = map->zoomStep();
    const geom::GeoPoint middle = groundAt({320, 240});
    QTest::touchEvent(&window, screen).press(0, QPoint(270, 240), &window).press(1, QPoint(370, 240), &window);
    for (int i = 1; i <= 10; ++i) {
        QTest::touchEvent(&window, screen)
            .move(0, QPoint(270 - 5 * i, 240), &window)
            .move(1, QPoint(370 + 5 * i, 240), &window);
    }
    QTest::touchEvent(&window, screen).release(0, QPoint(220, 240), &window).release(1, QPoint(420, 240), &window);
    ASSERT_TRUE(waitComplete());
    EXPECT_EQ(map->zoomStep(), before + 4) << "twice the distance is twice the scale";
    EXPECT_NEAR(onScreen(middle).x(), 320, 2);
    EXPECT_TRUE(taps.empty());
}

TEST_F(MapInputOfWindow, OneFingerTapsAndTappingTwiceZoomsIn) {
    QPointingDevice* screen = QTest::createTouchDevice();
    const int before = map->zoomStep();
    const auto tap = [&] {
        QTest::touchEvent(&window, screen).press(0, QPoint(300, 200), &window);
        QTest::touchEvent(&window, screen).release(0, QPoint(300, 200), &window);
    };
    tap();
    EXPECT_EQ(taps.size(), 1u);
    tap();
    ASSERT_TRUE(waitUntil([&] { return map->zoomStep() == before + 4; }));
    EXPECT_EQ(taps.size(), 1u);
}

TEST_F(MapInputOfWindow, MeasuresByTapsAndShowsTheLine) {
    map->setTool("measureLength");
    const QImage before = grab();
    QTest::mouseClick(&window, Qt::LeftButton, {}, {200, 200});
    QTest::qWait(QGuiApplication::styleHints()->mouseDoubleClickInterval() + 50);
    QTest::mouseClick(&window, Qt::LeftButton, {}, {400, 200});
    EXPECT_EQ(map->measurePointCount(), 2);
    EXPECT_NEAR(map->measureLengthM(), 200 * map->metresPerPixel(), 0.01 * map->measureLengthM());
    EXPECT_TRUE(taps.empty()) << "taps belong to the tool";
    EXPECT_NE(grab().pixel(300, 200), before.pixel(300, 200));

    map->forceActiveFocus();
    QTest::keyClick(&window, Qt::Key_Backspace);
    EXPECT_EQ(map->measurePointCount(), 1);
    QTest::keyClick(&window, Qt::Key_Escape);
    EXPECT_EQ(map->measurePointCount(), 0);
    EXPECT_EQ(map->measureLengthM(), 0);
}

TEST_F(MapInputOfWindow, MeasuresAnAreaUntilADoubleClick) {
    map->setTool("measureArea");
    for (const QPoint at : {QPoint(200, 150), QPoint(400, 150), QPoint(400, 350)}) {
        QTest::mouseClick(&window, Qt::LeftButton, {}, at);
        QTest::qWait(QGuiApplication::styleHints()->mouseDoubleClickInterval() + 50);
    }
    const double triangle = 200 * 200 / 2 * map->metresPerPixel() * map->metresPerPixel();
    EXPECT_NEAR(map->measureAreaM2(), triangle, 0.01 * triangle);
    QTest::mouseDClick(&window, Qt::LeftButton, {}, {200, 350});
    EXPECT_EQ(map->measurePointCount(), 4);
    EXPECT_NEAR(map->measureAreaM2(), 2 * triangle, 0.02 * triangle);
}

TEST_F(MapInputOfWindow, ALassoTellsWhatItWentAroundAndMovesNothing) {
    QList<double> ring;
    int lassos = 0;
    QObject::connect(map, &MapItem::lassoed, [&](const QList<double>& places) {
        ring = places;
        ++lassos;
    });
    map->setTool(QStringLiteral("lasso"));
    const auto before = map->view().centre;
    const std::array<QPoint, 4> corners{QPoint(200, 150), QPoint(400, 150), QPoint(400, 350), QPoint(200, 350)};
    QTest::mousePress(&window, Qt::LeftButton, {}, corners[0]);
    for (std::size_t c = 1; c < corners.size(); ++c) {
        for (int i = 1; i <= 10; ++i)
            QTest::mouseMove(&window, corners[c - 1] + (corners[c] - corners[c - 1]) * i / 10);
    }
    QTest::mouseRelease(&window, Qt::LeftButton, {}, corners[3]);
    ASSERT_EQ(lassos, 1);
    ASSERT_GT(ring.size(), 40);
    const geom::GeoPoint first = groundAt(corners[0]);
    EXPECT_NEAR(ring[0], first.lon, 1e-6);
    EXPECT_NEAR(ring[1], first.lat, 1e-6);
    EXPECT_EQ(map->view().centre, before);
    EXPECT_TRUE(taps.empty());
    // A tap is no lasso.
    QTest::mouseClick(&window, Qt::LeftButton, {}, corners[0]);
    EXPECT_EQ(lassos, 1);
    EXPECT_EQ(taps.size(), 1u);
}

TEST_F(MapInputOfWindow, AControlTapMeansOneOfSeveral) {
    const geom::GeoPoint cell = middleOf("990000001001001001");
    QTest::mouseClick(&window, Qt::LeftButton, Qt::ControlModifier, onScreen(cell));
    ASSERT_EQ(holds.size(), 1u);
    EXPECT_NEAR(holds[0].lon, cell.lon, 2e-4);
    EXPECT_TRUE(taps.empty());
}

}  // namespace
}  // namespace xiangtu::app
