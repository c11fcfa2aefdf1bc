// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/label_painter.h"
#include "app/render/mark_painter.h"

#include <gtest/gtest.h>

#include <thread>

namespace xiangtu::app {
namespace {

const style::StyleSheet& sheet() {
    static const style::StyleSheet loaded = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "light");
    return loaded;
}

scene::Label label(const std::string& text) {
    scene::Label l;
    l.text = text;
    l.textPx = 15;
    l.widthPx = 45;
    l.heightPx = 19;
    l.styleLevel = model::Level::township;
    return l;
}

/// The box of what is not transparent.
QRect inked(const QImage& image) {
    QRect box;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > 0) box |= QRect(x, y, 1, 1);
        }
    }
    return box;
}

TEST(LabelPainter, TheTextStandsInTheMiddleOfItsImage) {
    const QImage image = paintLabel(label("樟木镇"), sheet(), {});
    const QRect box = inked(image);
    ASSERT_FALSE(box.isEmpty());
    EXPECT_NEAR(box.center().x(), image.width() / 2.0, 2);
    EXPECT_NEAR(box.center().y(), image.height() / 2.0, 2);
    EXPECT_GT(box.left(), 0);
    EXPECT_LT(box.right(), image.width() - 1);
    EXPECT_GE(box.top(), 0);
    EXPECT_LT(box.bottom(), image.height());
}

TEST(LabelPainter, TheEstimatedWidthIsThatOfTheFont) {
    const QRect box = inked(paintLabel(label("樟木镇"), sheet(), {}));
    const double halo = sheet().labels[1].haloPx;
    EXPECT_NEAR(box.width() - 2 * halo, 45, 4);
}

TEST(LabelPainter, WorksOnAnyThread) {
    const QImage here = paintLabel(label("凤凰古城"), sheet(), {});
    QImage there;
    std::thread([&] { there = paintLabel(label("凤凰古城"), sheet(), {}); }).join();
    EXPECT_EQ(here, there);
}

TEST(MarkPainter, EveryShapeIsDrawnCentredAndDifferent) {
    std::vector<QImage> seen;
    for (const auto& [name, look] : sheet().marks) {
        scene::Mark mark;
        mark.symbol = name;
        mark.sizePx = 20;
        const QImage image = paintMark(mark, sheet());
        const QRect box = inked(image);
        EXPECT_NEAR(box.center().x(), image.width() / 2.0, 3) << name;
        EXPECT_NEAR(box.center().y(), image.height() / 2.0, 3) << name;
        EXPECT_TRUE(image.rect().adjusted(1, 1, -1, -1).contains(box)) << name;
        seen.push_back(image);
    }
    scene::Mark star, house;
    star.symbol = "star";
    house.symbol = "house";
    star.sizePx = house.sizePx = 20;
    EXPECT_NE(paintMark(star, sheet()), paintMark(house, sheet()));
}

}  // namespace
}  // namespace xiangtu::app
