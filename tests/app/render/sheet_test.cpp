// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/sheet.h"

#include "golden/golden_image.h"
#include "golden/scene_county.h"

#include <gtest/gtest.h>

namespace xiangtu::app {
namespace {

class SheetTest : public ::testing::Test {
protected:
    QImage sheet() const { return paintSheet(*geometry, geometry->snapshot(), styleSheet, options, request); }

    std::shared_ptr<const scene::Geometry> geometry = golden::geometryOf([] {
        model::Snapshot snapshot = golden::county();
        snapshot.info.demo = true;
        snapshot.day = base::Date::of(2024, 5, 1);
        return snapshot;
    }());
    style::StyleSheet styleSheet = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "light");
    scene::Options options;
    SheetRequest request{.box = {}, .widthPx = 640, .heightPx = 440, .title = {}, .language = SheetLanguage::chinese};
};

TEST_F(SheetTest, LooksAsReviewed) { golden::expectImage("sheet.png", sheet()); }

TEST_F(SheetTest, DemonstrationDataAreMarkedAndRealOnesAreNot) {
    const QImage demo = sheet();
    model::Snapshot real = geometry->snapshot();
    real.info.demo = false;
    const QImage plain = paintSheet(*geometry, real, styleSheet, options, request);
    const QRect head(320, 0, 320, 52);
    EXPECT_NE(demo.copy(head), plain.copy(head));
    EXPECT_EQ(golden::difference(demo.copy(0, 60, 640, 380), plain.copy(0, 60, 640, 380)).mean, 0);
}

TEST_F(SheetTest, LanguageChangesTheWordsNotTheMap) {
    const QImage chinese = sheet();
    request.language = SheetLanguage::english;
    const QImage english = sheet();
    EXPECT_NE(chinese, english);
    const QRect middle(250, 150, 120, 120);
    EXPECT_EQ(chinese.copy(middle), english.copy(middle));
}

TEST_F(SheetTest, PlainFillsThePictureWithTheMap) {
    const QImage plain = paintPlain(*geometry, geometry->snapshot(), styleSheet, options, request);
    EXPECT_EQ(plain.size(), QSize(640, 440));
    EXPECT_EQ(plain.pixel(1, 1), styleSheet.background);
}

}  // namespace
}  // namespace xiangtu::app
