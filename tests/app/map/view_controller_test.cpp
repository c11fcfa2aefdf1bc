// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/view_controller.h"

#include <gtest/gtest.h>

#include <cmath>

namespace xiangtu::app {
namespace {

constexpr geom::GridBox kCounty{{1100000000, 365000000}, {1104000000, 368000000}};

/// Runs the motion to its end at 60 frames a second; returns the time of the end.
double settle(ViewController& controller, double now) {
    for (int frame = 0; frame < 600 && controller.moving(); ++frame) controller.advance(now += 1 / 60.0);
    EXPECT_FALSE(controller.moving()) << "the motion never ends";
    return now;
}

ViewController placed() {
    ViewController controller;
    controller.resize(1280, 800, 1);
    controller.setExtent(kCounty);
    return controller;
}

void expectOnStep(const scene::View& view) {
    EXPECT_DOUBLE_EQ(view.scale, scene::scaleOfStep(scene::nearestStep(view.scale)));
    const double left = view.widthPx / 2.0 - view.centre.x * view.scale;
    EXPECT_NEAR(left, std::round(left), 1e-4) << "tile edges must fall on device pixels";
}

TEST(ViewController, ShowsTheWholeExtentAtFirst) {
    const ViewController controller = placed();
    ASSERT_TRUE(controller.placed());
    const scene::View& view = controller.view();
    const scene::ScreenPoint southWest = view.toScreen(geodesy::toWorld(kCounty.min));
    const scene::ScreenPoint northEast = view.toScreen(geodesy::toWorld(kCounty.max));
    EXPECT_GE(southWest.x, 0);
    EXPECT_LE(southWest.y, 800);
    EXPECT_LE(northEast.x, 1280);
    EXPECT_GE(northEast.y, 0);
    // As large as a quarter zoom allows.
    EXPECT_GT(std::max((northEast.x - southWest.x) / 1280, (southWest.y - northEast.y) / 800), 0.75);
    expectOnStep(view);
}

TEST(ViewController, FollowsTheWindowWhileItShowsAll) {
    ViewController controller = placed();
    controller.resize(640, 400, 1);
    EXPECT_GE(controller.view().toScreen(geodesy::toWorld(kCounty.min)).x, 0);
    EXPECT_LE(controller.view().toScreen(geodesy::toWorld(kCounty.max)).x, 640);
}

TEST(ViewController, KeepsThePlaceWhenResizedAfterMoving) {
    ViewController controller = placed();
    controller.zoomAbout({400, 300}, 8, 0);
    settle(controller, 0);
    const scene::View before = controller.view();
    controller.resize(1000, 700, 1);
    EXPECT_DOUBLE_EQ(controller.view().scale, before.scale);
    EXPECT_NEAR(controller.view().centre.x, before.centre.x, 1 / before.scale);
}

TEST(ViewController, KeepsTheGroundUnderThePointerWhileZooming) {
    ViewController controller = placed();
    const scene::ScreenPoint pointer{411, 297};
    const geodesy::WorldPoint ground = controller.view().toWorld(pointer);
    controller.zoomAbout(pointer, 6, 0);
    double now = 0;
    int frames = 0;
    while (controller.moving()) {
        controller.advance(now += 1 / 60.0);
        const scene::ScreenPoint at = controller.view().toScreen(ground);
        ASSERT_NEAR(at.x, pointer.x, 1.0);
        ASSERT_NEAR(at.y, pointer.y, 1.0);
        ASSERT_LT(++frames, 120);
    }
    EXPECT_GT(frames, 3) << "the zoom is animated";
    expectOnStep(controller.view());
}

TEST(ViewController, AddsUpNotchesOfTheWheel) {
    ViewController controller = placed();
    const int before = scene::nearestStep(controller.view().scale);
    controller.zoomAbout({640, 400}, 2, 0);
    controller.advance(0.02);
    controller.zoomAbout({640, 400}, 2, 0.03);
    settle(controller, 0.03);
    EXPECT_EQ(scene::nearestStep(controller.view().scale), before + 4);
}

TEST(ViewController, RestsOnAWholeStepAfterFractionsOfATouchpad) {
    ViewController controller = placed();
    double now = 0;
    for (int i = 0; i < 10; ++i) {
        controller.zoomAbout({200, 200}, 0.37, now);
        controller.advance(now += 1 / 60.0);
    }
    EXPECT_TRUE(controller.moving());
    settle(controller, now);
    expectOnStep(controller.view());
}

TEST(ViewController, AnnouncesWhereAMotionWillEnd) {
    ViewController controller = placed();
    controller.zoomAbout({100, 700}, 5, 0);
    controller.advance(0.016);
    const scene::View end = controller.destination();
    settle(controller, 0.016);
    EXPECT_DOUBLE_EQ(controller.view().scale, end.scale);
    EXPECT_NEAR(controller.view().centre.x, end.centre.x, 1.5 / end.scale);
    EXPECT_NEAR(controller.view().centre.y, end.centre.y, 1.5 / end.scale);
}

TEST(ViewController, DragsTheGroundWithTheHand) {
    ViewController controller = placed();
    controller.zoomAbout({640, 400}, 12, 0);
    double now = settle(controller, 0);
    const geodesy::WorldPoint grabbed = controller.view().toWorld({600, 400});
    controller.press({600, 400}, now);
    controller.drag({550, 420}, now + 0.3);
    const scene::ScreenPoint at = controller.view().toScreen(grabbed);
    EXPECT_NEAR(at.x, 550, 1e-6);
    EXPECT_NEAR(at.y, 420, 1e-6);
    EXPECT_FALSE(controller.atRest());
}

TEST(ViewController, FlingsOnAndComesToRest) {
    ViewController controller = placed();
    controller.zoomAbout({640, 400}, 16, 0);
    double now = settle(controller, 0);
    controller.press({600, 400}, now);
    for (int i = 1; i <= 6; ++i) controller.drag({600.0 - 15 * i, 400}, now += 0.016);
    const double released = controller.view().centre.x;
    controller.release(now);
    ASSERT_TRUE(controller.moving());
    const double announced = controller.destination().centre.x;
    settle(controller, now);
    EXPECT_GT(controller.view().centre.x, released);
    EXPECT_NEAR(controller.view().centre.x, announced, 2 / controller.view().scale);
    expectOnStep(controller.view());
}

TEST(ViewController, TravelsAsFarAtAnyFrameRate) {
    const auto travelled = [](double frame) {
        ViewController controller = placed();
        controller.zoomAbout({640, 400}, 16, 0);
        double now = settle(controller, 0);
        controller.press({600, 400}, now);
        for (int i = 1; i <= 6; ++i) controller.drag({600.0 - 15 * i, 400}, now += 0.016);
        const double from = controller.view().centre.x;
        controller.release(now);
        while (controller.moving()) controller.advance(now += frame);
        return (controller.view().centre.x - from) * controller.view().scale;
    };
    EXPECT_NEAR(travelled(1 / 240.0), travelled(1 / 20.0), 2.0);
}

TEST(ViewController, StopsAFlingWhenPressed) {
    ViewController controller = placed();
    controller.zoomAbout({640, 400}, 16, 0);
    double now = settle(controller, 0);
    controller.press({600, 400}, now);
    for (int i = 1; i <= 6; ++i) controller.drag({600.0 - 15 * i, 400}, now += 0.016);
    controller.release(now);
    controller.advance(now += 0.05);
    controller.press({300, 300}, now);
    EXPECT_FALSE(controller.moving());
    const double stopped = controller.view().centre.x;
    controller.advance(now + 1);
    EXPECT_EQ(controller.view().centre.x, stopped);
}

TEST(ViewController, DoesNotFlingAfterTheHandHasPaused) {
    ViewController controller = placed();
    controller.zoomAbout({640, 400}, 16, 0);
    double now = settle(controller, 0);
    controller.press({600, 400}, now);
    for (int i = 1; i <= 6; ++i) controller.drag({600.0 - 15 * i, 400}, now += 0.016);
    controller.release(now + 0.5);
    EXPECT_TRUE(controller.atRest());
}

TEST(ViewController, PinchingKeepsTheGroundUnderBothFingers) {
    ViewController controller = placed();
    controller.zoomAbout({640, 400}, 8, 0);
    const double now = settle(controller, 0);
    const geodesy::WorldPoint left = controller.view().toWorld({500, 400});
    const geodesy::WorldPoint right = controller.view().toWorld({700, 400});
    controller.beginPinch({500, 400}, {700, 400}, now);
    for (int i = 1; i <= 10; ++i) controller.pinch({500.0 - 10 * i, 400}, {700.0 + 10 * i, 400});
    EXPECT_NEAR(controller.view().toScreen(left).x, 400, 0.5);
    EXPECT_NEAR(controller.view().toScreen(right).x, 800, 0.5);
    controller.endPinch(now);
    settle(controller, now);
    expectOnStep(controller.view());
}

TEST(ViewController, NeverLosesTheCounty) {
    ViewController controller = placed();
    double now = 0;
    for (int i = 0; i < 40; ++i) {
        controller.zoomAbout({10, 10}, -4, now);
        now = settle(controller, now) + 1;
    }
    EXPECT_EQ(scene::nearestStep(controller.view().scale), controller.minStep());
    for (int i = 0; i < 40; ++i) {
        controller.panBy(1000, 1000, now);
        now = settle(controller, now) + 1;
    }
    const geom::GeoPoint centre = geodesy::fromWorld(controller.view().centre);
    EXPECT_LE(centre.lon, geom::toGeo(kCounty.max).lon + 0.01);
    EXPECT_GE(centre.lat, geom::toGeo(kCounty.min).lat - 0.01);
}

TEST(ViewController, EndsZoomingInWhereADoorIsLarge) {
    ViewController controller = placed();
    double now = 0;
    for (int i = 0; i < 60; ++i) {
        controller.zoomAbout({640, 400}, 4, now);
        now = settle(controller, now) + 1;
    }
    EXPECT_EQ(scene::nearestStep(controller.view().scale), controller.maxStep());
    EXPECT_NEAR(controller.view().metresPerPixel(), 0.05, 0.02);
}

TEST(ViewController, GoesBackToWhereTheUserWas) {
    ViewController controller = placed();
    const scene::View first = controller.view();
    EXPECT_FALSE(controller.canGoBack());
    controller.flyTo(geom::GridBox{{1101000000, 366000000}, {1101200000, 366200000}}, 40, 10);
    double now = settle(controller, 10);
    const scene::View second = controller.view();
    ASSERT_TRUE(controller.canGoBack());
    controller.goBack(now);
    now = settle(controller, now);
    EXPECT_DOUBLE_EQ(controller.view().scale, first.scale);
    EXPECT_NEAR(controller.view().centre.x, first.centre.x, 1 / first.scale);
    EXPECT_FALSE(controller.canGoBack());
    ASSERT_TRUE(controller.canGoForward());
    controller.goForward(now);
    settle(controller, now);
    EXPECT_DOUBLE_EQ(controller.view().scale, second.scale);
}

TEST(ViewController, CountsQuickGesturesAsOneStepOfTheHistory) {
    ViewController controller = placed();
    const scene::View first = controller.view();
    double now = 10;
    for (int i = 0; i < 5; ++i) {
        controller.zoomAbout({640, 400}, 2, now);
        now = settle(controller, now) + 0.1;
    }
    ASSERT_TRUE(controller.canGoBack());
    controller.goBack(now);
    settle(controller, now);
    EXPECT_DOUBLE_EQ(controller.view().scale, first.scale);
    EXPECT_FALSE(controller.canGoBack());
}

TEST(ViewController, FitsAUnitWithItsSurroundings) {
    ViewController controller = placed();
    const geom::GridBox unit{{1101000000, 366000000}, {1101200000, 366200000}};
    controller.flyTo(unit, 48, 0);
    settle(controller, 0);
    const scene::ScreenPoint southWest = controller.view().toScreen(geodesy::toWorld(unit.min));
    const scene::ScreenPoint northEast = controller.view().toScreen(geodesy::toWorld(unit.max));
    EXPECT_GE(southWest.x, 47);
    EXPECT_LE(southWest.y, 800 - 47);
    EXPECT_LE(northEast.x, 1280 - 47);
    EXPECT_GE(northEast.y, 47);
}

TEST(ViewController, ShowsTheSameGroundOnAFinerScreen) {
    ViewController controller = placed();
    controller.zoomAbout({640, 400}, 8, 0);
    settle(controller, 0);
    const double metres = controller.view().metresPerPixel();
    controller.resize(2560, 1600, 2);
    EXPECT_NEAR(controller.view().metresPerPixel(), metres / 2, metres * 1e-3);
}

TEST(ViewController, LetsTheMapStayWhereAClosedPanelLeftIt) {
    ViewController controller = placed();
    controller.setInsets({0, 0, 500, 0});
    // The county's eastern rim, beside the panel: the middle of the view is east of the county.
    controller.flyTo(geom::GridBox{{1103900000, 366000000}, kCounty.max}, 20, 0);
    double now = settle(controller, 0);
    const geodesy::WorldPoint centre = controller.view().centre;
    ASSERT_GT(centre.x, geodesy::toWorld(kCounty.max).x);
    controller.setInsets({});
    controller.zoomAbout({640, 400}, 1, now += 2);
    now = settle(controller, now);
    EXPECT_NEAR(controller.view().centre.x, centre.x, 2 / controller.view().scale);
    // By hand it goes back, and not out again.
    controller.press({640, 400}, now += 2);
    for (int i = 1; i <= 40; ++i) controller.drag({640 - i * 20.0, 400}, now += 0.02);
    EXPECT_NEAR(controller.view().centre.x, centre.x, 2 / controller.view().scale);
    for (int i = 1; i <= 100; ++i) controller.drag({-160 + i * 20.0, 400}, now += 0.02);
    for (int i = 1; i <= 200; ++i) controller.drag({1840 - i * 20.0, 400}, now += 0.02);
    EXPECT_NEAR(controller.view().centre.x, geodesy::toWorld(kCounty.max).x, 2 / controller.view().scale);
}

}  // namespace
}  // namespace xiangtu::app
