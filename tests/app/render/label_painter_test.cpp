// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/label_painter.h"
#include "app/render/label_glyphs.h"
#include "app/render/mark_painter.h"
#include "app/render/text_halo.h"

#include <gtest/gtest.h>

#include <cmath>
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

TEST(LabelGlyphs, ATextOfGlyphsPaintedOnceLooksAsOnePaintedWhole) {
    LabelGlyphs glyphs;
    // Letters and digits may stand a part of a pixel aside.
    const std::pair<const char*, double> texts[]{
        {"樟木镇", 0.03}, {"凤凰古城凤凰", 0.03}, {"𠮷里村（东）", 0.03}, {"第12网格", 0.1}, {"A区3号楼", 0.1}};
    for (const auto& [text, most] : texts) {
        const scene::Label each = label(text);
        const QImage whole = paintLabel(each, sheet(), {});
        for (int turn = 0; turn < 2; ++turn) {  // painted, then kept
            const QImage made = glyphs.paint(each, scene::styleOf(each, sheet()), 1);
            ASSERT_EQ(made.size(), whole.size()) << text;
            double apart = 0, inkOfWhole = 0;
            for (int y = 0; y < whole.height(); ++y) {
                for (int x = 0; x < whole.width(); ++x) {
                    const QRgb a = made.pixel(x, y), b = whole.pixel(x, y);
                    apart += std::abs(qGray(a) - qGray(b)) + std::abs(qAlpha(a) - qAlpha(b));
                    inkOfWhole += qAlpha(b);
                }
            }
            EXPECT_LT(apart, most * inkOfWhole) << text;
        }
    }
}

TEST(LabelGlyphs, CharactersThatAreShapedTogetherAreLeftToTheFont) {
    LabelGlyphs glyphs;
    for (const char* text : {"བོད", "e\u0301", "عرب"}) {
        EXPECT_TRUE(glyphs.paint(label(text), scene::styleOf(label(text), sheet()), 1).isNull()) << text;
    }
}

TEST(TextHalo, CoversWhatLiesWithinItsRadiusOfTheInk) {
    QImage mask(21, 21, QImage::Format_Alpha8);
    mask.fill(0);
    mask.scanLine(10)[10] = 255;
    const QImage halo = haloOf(mask, 3);
    for (int y = 0; y < 21; ++y) {
        for (int x = 0; x < 21; ++x) {
            const double distance = std::hypot(x - 10, y - 10);
            const int cover = halo.constScanLine(y)[x];
            if (distance <= 2.5) { EXPECT_EQ(cover, 255) << x << ", " << y; }
            if (distance >= 3.5) { EXPECT_EQ(cover, 0) << x << ", " << y; }
        }
    }
    const QImage both = withHalo(mask, halo, 0xFF102030, 0x80FFFFFF);
    EXPECT_EQ(both.pixel(10, 10), 0xFF102030);
    EXPECT_EQ(qAlpha(both.pixel(12, 10)), 0x80);
    EXPECT_EQ(qAlpha(both.pixel(14, 10)), 0);
    EXPECT_EQ(haloOf(mask, 40).size(), mask.size()) << "wider than the image";
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
