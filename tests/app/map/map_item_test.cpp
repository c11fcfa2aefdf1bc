// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_fixture.h"

#include "geodesy/mercator.h"

namespace xiangtu::app {
namespace {

using test::waitUntil;

class MapItemOfWindow : public test::MapWindow {
protected:
    /// Where the unit's box stands in the item.
    [[nodiscard]] QRectF onScreenBox(const char* code) const {
        const model::UnitRef unit = state.snapshot->findUnit(*model::Code::parse(code));
        const geom::GridBox& box = state.snapshot->table(unit.level).shapes.box(unit.row);
        const scene::ScreenPoint a = map->view().toScreen(geodesy::toWorld(geom::GridPoint{box.min.x, box.max.y}));
        const scene::ScreenPoint b = map->view().toScreen(geodesy::toWorld(geom::GridPoint{box.max.x, box.min.y}));
        return {QPointF(a.x, a.y), QPointF(b.x, b.y)};
    }
};

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

TEST_F(MapItemOfWindow, FramesEveryUnitInThePartThatPanelsLeave) {
    open();
    map->setProperty("insetLeft", 120);
    map->setProperty("insetRight", 260);
    map->setProperty("insetBottom", 90);
    const QRectF left(QPointF(120, 0), QPointF(640 - 260, 480 - 90));
    for (const model::Level level : {model::Level::township, model::Level::village}) {
        for (const model::Unit& unit : state.snapshot->table(level).units) {
            const std::string code = unit.code.text();
            map->goTo(QString::fromStdString(code));
            ASSERT_TRUE(waitComplete());
            const QRectF box = onScreenBox(code.c_str());
            EXPECT_TRUE(left.contains(box)) << code << " stands at " << box.left() << "…" << box.right() << ", "
                                            << box.top() << "…" << box.bottom();
            EXPECT_GT(std::max(box.width() / left.width(), box.height() / left.height()), 0.3) << code;
        }
    }
    map->fitAll();
    ASSERT_TRUE(waitComplete());
    EXPECT_TRUE(left.contains(onScreenBox("990000")));
}

TEST_F(MapItemOfWindow, APanelThatOpensMovesNothing) {
    open();
    const scene::View before = map->view();
    map->setProperty("insetRight", 300);
    ASSERT_TRUE(waitComplete());
    EXPECT_EQ(map->view().centre, before.centre);
    EXPECT_EQ(map->view().scale, before.scale);
}

TEST_F(MapItemOfWindow, ALayoutFitsAgainInsideItsPanels) {
    open();
    window.resize(600, 400);
    map->setSize(QSizeF(600, 400));
    map->setProperty("insetLeft", 200);
    ASSERT_TRUE(waitComplete());
    EXPECT_TRUE(QRectF(200, 0, 400, 400).contains(onScreenBox("990000")));
}

TEST_F(MapItemOfWindow, PanelsThatLeaveNothingCountForNothing) {
    open();
    map->setProperty("insetLeft", 300);
    map->setProperty("insetRight", 300);
    map->goTo("990000001001001");
    ASSERT_TRUE(waitComplete());
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
    map->setTool("compass");
    EXPECT_EQ(map->tool(), "pan");
    map->setTool("measureArea");
    EXPECT_EQ(map->tool(), "measureArea");
}

}  // namespace
}  // namespace xiangtu::app
