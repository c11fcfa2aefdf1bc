// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/link_painter.h"

#include "geodesy/mercator.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>

namespace xiangtu::app {
namespace {

class LinkPainterTest : public ::testing::Test {
protected:
    LinkPainterTest() {
        view.centre = geodesy::toWorld(geom::GeoPoint{110, 36});
        view.scale = scene::scaleOfStep(44);
        view.widthPx = 400;
        view.heightPx = 300;
    }
    geom::GeoPoint at(double x, double y) const { return geodesy::fromWorld(view.toWorld({x, y})); }
    scene::Link link(geom::GeoPoint from, geom::GeoPoint to, scene::LinkKind kind) const {
        scene::Link made;
        made.from = from;
        made.to = to;
        made.kind = kind;
        return made;
    }
    QImage draw(const scene::Links& links) const {
        QImage image(view.widthPx, view.heightPx, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        drawLinks(painter, links, view, styleSheet, 1);
        return image;
    }
    QRgb colourOf(scene::LinkKind kind) const { return styleSheet.link(scene::linkKindName(kind)); }

    style::StyleSheet styleSheet = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "light");
    scene::View view;
};

TEST_F(LinkPainterTest, ALinkIsALineOfItsKindsColourWithADotAtItsEnd) {
    const QImage image = draw({link(at(50, 100.5), at(350, 100.5), scene::LinkKind::firstSecretary)});
    EXPECT_EQ(image.pixel(350, 100), colourOf(scene::LinkKind::firstSecretary));
    int along = 0;
    for (int y = 97; y <= 103; ++y) along += image.pixel(200, y) == colourOf(scene::LinkKind::firstSecretary);
    EXPECT_GT(along, 0);
    EXPECT_EQ(qAlpha(image.pixel(200, 120)), 0);
    EXPECT_EQ(image.pixel(50, 100), styleSheet.background) << "an open ring where it starts";
}

TEST_F(LinkPainterTest, AUnitWithoutAnybodyIsRingedAndNotLinked) {
    const QImage image = draw({link(at(200, 150), at(200, 150), scene::LinkKind::vacant)});
    EXPECT_EQ(qAlpha(image.pixel(200, 150)), 0) << "the unit shows through";
    int ring = 0;
    for (int x = 190; x <= 200; ++x) ring += image.pixel(x, 150) == colourOf(scene::LinkKind::vacant);
    EXPECT_GT(ring, 0);
}

TEST_F(LinkPainterTest, NothingIsDrawnOutsideTheRectangleItNames) {
    const scene::Links links{link(at(80, 60), at(300, 220), scene::LinkKind::samePerson),
                             link(at(120, 200), at(120, 200), scene::LinkKind::vacant)};
    const QRectF rect = linksRect(links, view, 1);
    const QImage image = draw(links);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            ASSERT_TRUE(qAlpha(image.pixel(x, y)) == 0 || rect.contains(x + 0.5, y + 0.5)) << x << ", " << y;
        }
    }
    EXPECT_TRUE(linksRect({}, view, 1).isNull());
}

}  // namespace
}  // namespace xiangtu::app
