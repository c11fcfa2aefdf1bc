// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/style_sheet.h"

#include "golden/golden.h"
#include "model/catalogue_json.h"

#include <gtest/gtest.h>

#include <set>

namespace xiangtu::style {
namespace {

const std::filesystem::path kStyles = std::filesystem::path(XIANGTU_DATA_DIR) / "styles";

TEST(StyleSheet, ShippedSheetsLookAsReviewed) {
    for (const char* name : {"light", "dark"}) {
        golden::expectText(std::string(name) + ".style.txt", dump(load(kStyles, name)));
    }
}

TEST(StyleSheet, BordersRankByWidthAtEveryScale) {
    for (const char* name : {"light", "dark"}) {
        const StyleSheet sheet = load(kStyles, name);
        for (double scale = 0.5; scale < 500; scale *= 1.7) {
            for (std::size_t l = 1; l < model::kLevelCount; ++l) {
                EXPECT_GT(sheet.borders[l - 1].widthAt(scale), sheet.borders[l].widthAt(scale)) << name << " " << scale;
            }
        }
        for (std::size_t l = 1; l < model::kLevelCount; ++l) {
            EXPECT_GT(sheet.borders[l - 1].maxMetresPerPixel, sheet.borders[l].maxMetresPerPixel);
            EXPECT_GE(sheet.borders[l - 1].colour >> 24, sheet.borders[l].colour >> 24);
            EXPECT_GT(sheet.labels[l - 1].sizePx, sheet.labels[l].sizePx);
        }
    }
}

TEST(StyleSheet, BorderWidthRunsFromFarToNear) {
    const BorderStyle border{.widthFar = 1, .widthNear = 3, .maxMetresPerPixel = 100};
    EXPECT_DOUBLE_EQ(border.widthAt(100), 1);
    EXPECT_DOUBLE_EQ(border.widthAt(1), 3);
    EXPECT_DOUBLE_EQ(border.widthAt(10), 2);
    EXPECT_DOUBLE_EQ(border.widthAt(0.01), 3);
    EXPECT_DOUBLE_EQ(border.widthAt(1000), 1);
}

TEST(StyleSheet, KnowsEverySymbolOfTheShippedRegisters) {
    const model::Catalogue catalogue = model::loadCatalogue(std::filesystem::path(XIANGTU_DATA_DIR) / "catalogue");
    for (const char* name : {"light", "dark"}) {
        const StyleSheet sheet = load(kStyles, name);
        for (const model::RegisterDef& def : catalogue.registers) {
            const model::FieldDef* field = def.findField(def.symbolField);
            if (!field) continue;
            for (const model::Choice& choice : field->choices) {
                const bool polygon = def.anchor == model::Anchor::polygon;
                EXPECT_TRUE(polygon ? sheet.overlays.contains(choice.symbol) : sheet.marks.contains(choice.symbol))
                    << choice.symbol;
            }
        }
    }
}

TEST(StyleSheet, CropsDifferWithoutColour) {
    const StyleSheet sheet = load(kStyles, "light");
    std::set<Pattern> seen;
    for (const auto& [crop, look] : sheet.overlays) {
        if (crop == "default" || crop == "other" || crop == "understorey") continue;  // share the quiet one
        EXPECT_TRUE(seen.insert(look.pattern).second) << crop;
    }
}

TEST(StyleSheet, TheRampGoesFromItsWeakToItsStrongEndByLightnessAlone) {
    const auto lightness = [](std::uint32_t c) {
        return 0.299 * ((c >> 16) & 255) + 0.587 * ((c >> 8) & 255) + 0.114 * (c & 255);
    };
    for (const char* name : {"light", "dark"}) {
        const StyleSheet sheet = load(kStyles, name);
        ASSERT_GE(sheet.ramp.size(), 2u);
        EXPECT_EQ(sheet.rampAt(0), sheet.ramp.front());
        EXPECT_EQ(sheet.rampAt(1), sheet.ramp.back());
        EXPECT_EQ(sheet.rampAt(7), sheet.ramp.back());
        const bool darkens = lightness(sheet.ramp.front()) > lightness(sheet.ramp.back());
        EXPECT_EQ(darkens, std::string(name) == "light");
        for (int i = 0; i < 4; ++i) {
            const double step = lightness(sheet.rampAt(i / 4.0)) - lightness(sheet.rampAt((i + 1) / 4.0));
            EXPECT_GT(darkens ? step : -step, 15) << name << " class " << i;
        }
    }
    EXPECT_EQ(StyleSheet{}.rampAt(0.5), StyleSheet{}.unclassed);
}

TEST(StyleSheet, UnknownSymbolsFallBackToDefault) {
    const StyleSheet sheet = load(kStyles, "light");
    EXPECT_EQ(sheet.overlay("no such crop"), sheet.overlays.at("default"));
    EXPECT_EQ(sheet.mark(""), sheet.marks.at("default"));
    EXPECT_EQ(StyleSheet{}.overlay("anything"), OverlayStyle{});
}

TEST(Pattern, NamesAreTheirOwnInverse) {
    for (std::size_t i = 0; i < kPatternCount; ++i) EXPECT_EQ(parsePattern(patternName(Pattern(i))), Pattern(i));
    EXPECT_FALSE(parsePattern("tartan"));
}

}  // namespace
}  // namespace xiangtu::style
