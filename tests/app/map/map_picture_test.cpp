// SPDX-License-Identifier: GPL-3.0-or-later
// What the map looks like while it loads, recolours, zooms and pans, read from the window's pixels.
#include "app/map/map_fixture.h"

#include "geodesy/mercator.h"
#include "style/style_sheet.h"

#include <QColor>

namespace xiangtu::app {
namespace {

using test::Part;
using test::stateOf;
using test::waitUntil;

class MapPicture : public test::MapWindow {
protected:
    [[nodiscard]] QRgb pixelAt(const char* code) { return grab().pixel(onScreen(middleOf(code))); }
};

TEST_F(MapPicture, LeavesNoHoleInACoveredCounty) {
    open();
    EXPECT_EQ(backgroundInside(grab()), 0);
    EXPECT_GT(map->work().rasterised, 0);
}

TEST_F(MapPicture, ShowsTheOverviewFirstAndIsCompleteOnlyWithEverything) {
    map->showState(stateOf(Part::overview));
    ASSERT_TRUE(waitUntil([this] { return map->geometry() != nullptr && map->work().coloured > 0; }));
    ASSERT_TRUE(waitUntil([this] { return backgroundInside(grab()) == 0; })) << "the overview covers the county";
    EXPECT_FALSE(map->complete());

    // The whole file takes its place without a moment of emptiness.
    state = stateOf(Part::whole);
    map->showState(state);
    int frames = 0;
    while (!map->complete() && frames < 2000) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        ASSERT_EQ(backgroundInside(grab()), 0) << "frame " << frames;
        ++frames;
    }
    EXPECT_TRUE(map->complete());
    EXPECT_EQ(backgroundInside(grab()), 0);
}

TEST_F(MapPicture, RecoloursForAnotherThemeWithoutDrawingATile) {
    open();
    const QImage before = grab();
    const int drawn = map->work().rasterised;
    options.setTheme("party_coverage");
    EXPECT_FALSE(map->complete());
    ASSERT_TRUE(waitComplete());
    EXPECT_NE(grab(), before);
    EXPECT_EQ(map->work().rasterised, drawn);
    options.setTheme("five_colour");
    ASSERT_TRUE(waitComplete());
    EXPECT_EQ(grab(), before);
    EXPECT_EQ(map->work().rasterised, drawn);
}

TEST_F(MapPicture, RecoloursForClassesHatchingOpacityAndDarkness) {
    open();
    const int drawn = map->work().rasterised;
    QImage before = grab();
    const auto expectOtherPicture = [&](const char* after) {
        ASSERT_TRUE(waitComplete()) << after;
        const QImage now = grab();
        EXPECT_NE(now, before) << after;
        before = now;
    };
    options.setClassShown(0, false);
    expectOtherPicture("a hidden class");
    options.setHatching(true);
    expectOtherPicture("hatching");
    options.setLayerOpacity("fill", 0.4);
    expectOtherPicture("opacity");
    options.setDark(true);
    expectOtherPicture("darkness");
    EXPECT_EQ(map->work().rasterised, drawn);
}

TEST_F(MapPicture, ShowsANewClassWithoutDrawingATile) {
    open();
    const int drawn = map->work().rasterised;
    map->showState(test::withClasses(state, 0));
    ASSERT_TRUE(waitComplete());
    const QRgb red = pixelAt("990000001001001001");
    map->showState(test::withClasses(state, 4));
    ASSERT_TRUE(waitComplete());
    EXPECT_NE(pixelAt("990000001001001001"), red);
    EXPECT_EQ(map->work().rasterised, drawn);
}

/// A square in the middle of a grid that covers a few pixels of it.
geom::GeoMultiPolygon squareAt(geom::GeoPoint centre) {
    constexpr double kHalf = 0.0006;
    return {{{{centre.lon - kHalf, centre.lat - kHalf},
              {centre.lon + kHalf, centre.lat - kHalf},
              {centre.lon + kHalf, centre.lat + kHalf},
              {centre.lon - kHalf, centre.lat + kHalf}},
             {}}};
}

TEST_F(MapPicture, AnEditedBaseRedrawsWhatShowsItAndNothingElse) {
    open();
    const auto first = squareAt(middleOf("990000001001001001"));
    const geom::GeoPoint other = middleOf("990000004004004004");
    const project::State before = test::withBases(state, {first, squareAt(other)});
    map->showState(before);
    ASSERT_TRUE(waitAtRest());
    const int all = map->work().rasterised;
    const QRgb bare = grab().pixel(onScreen(middleOf("990000001001001004")));

    const project::State moved = test::withBases(before, {squareAt(middleOf("990000001001001004")), squareAt(other)});
    map->showState(moved);
    ASSERT_TRUE(waitAtRest());
    EXPECT_NE(grab().pixel(onScreen(middleOf("990000001001001004"))), bare) << "the base is where it went";
    const int redrawn = map->work().rasterised - all;
    EXPECT_GT(redrawn, 0);
    EXPECT_LT(redrawn * 2, all) << "tiles far from the base stay";
    // The picture is that of a map which never saw another state.
    const QImage now = grab();
    map->showState(test::stateOf(Part::overview));
    ASSERT_TRUE(waitUntil([this] { return !map->work().running; }));
    map->showState(moved);
    ASSERT_TRUE(waitAtRest());
    EXPECT_EQ(grab(), now);
}

TEST_F(MapPicture, ARecordWithoutShapeDrawsNoTile) {
    open();
    const project::State one = test::withUnitRecords(state, 1);
    map->showState(one);
    ASSERT_TRUE(waitAtRest());
    const int drawn = map->work().rasterised;
    const auto geometry = map->geometry();
    map->showState(test::withUnitRecords(one, 2));
    ASSERT_TRUE(waitComplete());
    EXPECT_EQ(map->work().rasterised, drawn);
    EXPECT_EQ(map->geometry(), geometry);
}

TEST_F(MapPicture, LinksRunFromTheUnitAskedForWithoutDrawingATile) {
    open();
    map->showState(test::withDuties(state, {{model::Level::village, 0}, {model::Level::village, 15}}));
    ASSERT_TRUE(waitAtRest());
    const QImage before = grab();
    const int drawn = map->work().rasterised;
    map->setLinksFrom(QString::fromStdString(state.snapshot->unit({model::Level::village, 0}).code.text()));
    ASSERT_TRUE(waitComplete());
    const QPoint from = onScreen(geom::toGeo(map->geometry()->labelPoint({model::Level::village, 0}).at));
    const QPoint to = onScreen(geom::toGeo(map->geometry()->labelPoint({model::Level::village, 15}).at));
    const QPoint middle = (from + to) / 2;
    const QImage linked = grab();
    EXPECT_NE(linked.copy(middle.x() - 3, middle.y() - 3, 7, 7), before.copy(middle.x() - 3, middle.y() - 3, 7, 7));
    map->setLinksFrom({});
    ASSERT_TRUE(waitComplete());
    EXPECT_EQ(grab(), before);
    EXPECT_EQ(map->work().rasterised, drawn);
}

TEST_F(MapPicture, AnIndicatorOnlyRecolours) {
    open();
    const QImage before = grab();
    const int drawn = map->work().rasterised;
    model::IndicatorDef def;
    def.thresholds = {2};
    const std::vector<double> column{1, 2, 3, 4};
    options.setFigures(
        std::make_shared<const scene::FigureTheme>(scene::figureTheme(def, model::Level::township, column)));
    options.setTheme("indicator");
    ASSERT_TRUE(waitComplete());
    EXPECT_NE(grab(), before);
    EXPECT_EQ(pixelAt("990000002001001001"), pixelAt("990000003001001001"));
    EXPECT_NE(pixelAt("990000001001001001"), pixelAt("990000002001001001"));
    EXPECT_EQ(map->work().rasterised, drawn);
}

TEST_F(MapPicture, DrawsTilesAnewWhenABorderLevelIsSwitched) {
    open();
    const QImage before = grab();
    const int drawn = map->work().rasterised;
    options.setBorderShown("township", false);
    ASSERT_TRUE(waitComplete());
    EXPECT_GT(map->work().rasterised, drawn);
    EXPECT_NE(grab(), before);
}

TEST_F(MapPicture, IsNeverBlankWhileZooming) {
    open();
    int frames = 0;
    for (const int notches : {2, 3, -4, -2}) {
        wheel({300, 260}, notches);
        do {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
            ASSERT_EQ(backgroundInside(grab()), 0) << "frame " << frames << ", step " << map->zoomStep();
            ++frames;
        } while (!map->complete() && frames < 5000);
    }
    EXPECT_GT(frames, 8);
}

TEST_F(MapPicture, OutlinesTheSelectedUnit) {
    open();
    const QImage before = grab();
    map->setSelectedCode("990000001001");
    ASSERT_TRUE(waitComplete());
    const QImage after = grab();
    const style::StyleSheet sheet = style::load(XIANGTU_DATA_DIR "/styles", "light");
    const QColor line = QColor::fromRgba(sheet.selection);
    const model::UnitRef unit = state.snapshot->findUnit(*model::Code::parse("990000001001"));
    const auto ring =
        state.snapshot->table(unit.level).shapes.ring(state.snapshot->table(unit.level).shapes.firstRing(unit.row));
    int marked = 0;
    for (const geom::GridPoint& point : ring) {
        const QColor pixel = after.pixelColor(onScreen(geom::toGeo(point)));
        marked += std::abs(pixel.red() - line.red()) + std::abs(pixel.green() - line.green()) +
                      std::abs(pixel.blue() - line.blue()) <
                  90;
    }
    EXPECT_GT(marked, int(ring.size() * 8 / 10)) << "of " << ring.size() << " vertices";
    map->setSelectedCode("");
    ASSERT_TRUE(waitComplete());
    EXPECT_EQ(grab(), before);
}

TEST_F(MapPicture, WritesNamesIntoTheMap) {
    open();
    const QImage before = grab();
    options.setLayerVisible("labels", true);
    ASSERT_TRUE(waitComplete());
    const QImage labelled = grab();
    EXPECT_NE(labelled, before);
    options.setLayerOpacity("labels", 0.3);
    ASSERT_TRUE(waitComplete());
    EXPECT_NE(grab(), labelled);
    EXPECT_NE(grab(), before);
}

TEST_F(MapPicture, ShowsNothingOfAClosedFile) {
    open();
    map->showState({});
    ASSERT_TRUE(waitUntil([this] { return map->geometry() == nullptr; }));
    EXPECT_FALSE(map->complete());
    map->showState(state);
    ASSERT_TRUE(waitComplete());
    EXPECT_EQ(backgroundInside(grab()), 0);
}

TEST_F(MapPicture, SaysWhenAStyleSheetCannotBeRead) {
    QString said;
    QObject::connect(map, &MapItem::failed, [&](const QString& text) { said = text; });
    map->setStyleDir("/nonexistent");
    map->showState(stateOf(Part::whole));
    ASSERT_TRUE(waitUntil([&] { return !said.isEmpty(); }));
    EXPECT_TRUE(said.contains("nonexistent")) << said.toStdString();
    EXPECT_FALSE(map->complete());
}

}  // namespace
}  // namespace xiangtu::app
