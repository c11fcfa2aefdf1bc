// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/furniture.h"
#include "app/render/legend_painter.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QPainter>

#include <filesystem>

namespace xiangtu::app {
namespace {

TEST(ScaleBar, HasARoundLengthThatFits) {
    for (double metresPerPixel = 0.11; metresPerPixel < 900; metresPerPixel *= 1.37) {
        const BarLength bar = barLength(metresPerPixel, 160);
        EXPECT_LE(bar.widthPx, 160 + 1e-9);
        EXPECT_GT(bar.widthPx, 60);
        EXPECT_NEAR(bar.widthPx * metresPerPixel, bar.metres, 1e-6 * bar.metres);
        const double lead = bar.metres / std::pow(10, std::floor(std::log10(bar.metres) + 1e-9));
        EXPECT_TRUE(std::abs(lead - 1) < 1e-9 || std::abs(lead - 2) < 1e-9 || std::abs(lead - 5) < 1e-9) << bar.metres;
    }
}

TEST(ScaleBar, SpeaksBothLanguages) {
    EXPECT_EQ(lengthText(500, SheetLanguage::chinese), QStringLiteral("500 米"));
    EXPECT_EQ(lengthText(2000, SheetLanguage::chinese), QStringLiteral("2 公里"));
    EXPECT_EQ(lengthText(500, SheetLanguage::english), QStringLiteral("500 m"));
    EXPECT_EQ(lengthText(20000, SheetLanguage::english), QStringLiteral("20 km"));
}

TEST(Title, ALongOneKeepsClearOfWhatTheDataAre) {
    const style::StyleSheet style = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "light");
    const QRectF band(20, 0, 560, 60);
    const auto painted = [&](const QString& title) {
        QImage image(600, 60, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawTitle(painter, band, title, QStringLiteral("Demonstration data"), style, 1);
        return image;
    };
    const QImage none = painted({});
    int noteLeft = 0;
    while (noteLeft < none.width() && none.pixel(noteLeft, 30) == none.pixel(0, 0)) ++noteLeft;
    ASSERT_LT(noteLeft, none.width());
    for (const int words : {1, 8, 40}) {
        const QImage image = painted(QStringLiteral("Which units have none? ").repeated(words));
        EXPECT_NE(image, none);
        const QRect note(noteLeft - 4, 0, none.width() - noteLeft + 4, none.height());
        EXPECT_EQ(image.copy(note), none.copy(note)) << words;
    }
}

TEST(Legend, ValuesSayCountShareAreaAndWhatWasStated) {
    scene::LegendEntry entry;
    entry.count = 14735;
    EXPECT_EQ(legendValue(entry, SheetLanguage::chinese), QStringLiteral("14,735"));
    entry.key = "level:village";
    entry.count = 270;
    entry.total = 280;
    EXPECT_EQ(legendValue(entry, SheetLanguage::chinese), QStringLiteral("270/280  96.4%"));
    scene::LegendEntry crop;
    crop.count = 3;
    crop.quantity = 2000.04;
    crop.stated = {{2000, "亩"}, {35000, "棒"}};
    EXPECT_EQ(legendValue(crop, SheetLanguage::chinese), QStringLiteral("2,000.0 亩 · 3 处 · 35,000 棒"));
}

}  // namespace
}  // namespace xiangtu::app
