// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_fixture.h"

#include "geodesy/mercator.h"

namespace xiangtu::app {
namespace {

using test::waitUntil;

class MapItemOfWindow : public test::MapWindow {};

TEST_F(MapItemOfWindow, GoesToAUnitByItsCode) {
    open();
    map->goTo("990000001001001");
    ASSERT_TRUE(waitComplete());
    const QPoint middle = onScreen(middleOf("990000001001001"));
    EXPECT_NEAR(middle.x(), 320, 60);
    EXPECT_NEAR(middle.y(), 240, 60);
    EXPECT_TRUE(map->canGoBack());
}

TEST_F(MapItemOfWindow, GoesToAUnitAskedForBeforeItWasLoaded) {
    map->goTo("990000001001001");
    open();
    ASSERT_TRUE(waitUntil([this] { return map->complete() && map->canGoBack(); }));
    EXPECT_NEAR(onScreen(middleOf("990000001001001")).x(), 320, 60);
}

TEST_F(MapItemOfWindow, StaysWhereItIsForAnUnknownCode) {
    open();
    const scene::View before = map->view();
    map->goTo("123456789");
    map->goTo("no code");
    map->goTo("");
    EXPECT_TRUE(map->complete());
    EXPECT_EQ(map->view().centre, before.centre);
}

TEST_F(MapItemOfWindow, GoesToAPlaceAtAScale) {
    open();
    map->goToPlace(110.01, 36.51, 2.0);
    ASSERT_TRUE(waitComplete());
    EXPECT_NEAR(map->centreLon(), 110.01, 1e-5);
    EXPECT_NEAR(map->centreLat(), 36.51, 1e-5);
    EXPECT_NEAR(map->metresPerPixel(), 2.0, 0.2) << "the nearest quarter zoom";
    map->goBack();
    ASSERT_TRUE(waitComplete());
    EXPECT_FALSE(map->canGoBack());
    EXPECT_TRUE(map->canGoForward());
}

TEST_F(MapItemOfWindow, TellsEveryChangeOfTheView) {
    open();
    int told = 0;
    QObject::connect(map, &MapItem::viewChanged, [&] { ++told; });
    map->zoomIn();
    ASSERT_TRUE(waitComplete());
    EXPECT_GT(told, 1);
    const int after = told;
    options.setHatching(true);
    ASSERT_TRUE(waitComplete());
    EXPECT_EQ(told, after) << "colours are no matter of the view";
}

TEST_F(MapItemOfWindow, SaysWhenItIsCompleteAndWhenNoMore) {
    std::vector<bool> told;
    QObject::connect(map, &MapItem::completeChanged, [&] { told.push_back(map->complete()); });
    open();
    map->zoomIn();
    EXPECT_FALSE(map->complete()) << "a view on its way is not final";
    ASSERT_TRUE(waitComplete());
    EXPECT_EQ(told, (std::vector<bool>{true, false, true}));
}

TEST_F(MapItemOfWindow, KeepsToItsWindow) {
    open();
    map->setSize(QSizeF(320, 240));
    window.resize(320, 240);
    ASSERT_TRUE(waitComplete());
    EXPECT_EQ(map->view().widthPx, 320);
    const geom::GridBox extent = map->geometry()->extent();
    EXPECT_GE(onScreen(geom::toGeo(extent.min)).x(), 0) << "a map that shows all goes on showing all";
    EXPECT_LE(onScreen(geom::toGeo(extent.max)).x(), 320);
}

TEST_F(MapItemOfWindow, RefusesAnUnknownTool) {
    map->setTool("lasso");
    EXPECT_EQ(map->tool(), "pan");
    map->setTool("measureArea");
    EXPECT_EQ(map->tool(), "measureArea");
}

}  // namespace
}  // namespace xiangtu::app
