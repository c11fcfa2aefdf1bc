// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_options.h"

#include <gtest/gtest.h>

namespace xiangtu::app {
namespace {

struct Counted {
    MapOptions options;
    int changed = 0;
    int structure = 0;
    Counted() {
        QObject::connect(&options, &MapOptions::changed, [this] { ++changed; });
        QObject::connect(&options, &MapOptions::structureChanged, [this] { ++structure; });
    }
};

TEST(MapOptions, ThemesAndClassesOnlyRecolour) {
    Counted counted;
    counted.options.setTheme("party_coverage");
    counted.options.setClassShown(2, false);
    counted.options.setLayerOpacity("fill", 0.5);
    counted.options.setHatching(true);
    counted.options.setDark(true);
    EXPECT_EQ(counted.changed, 5);
    EXPECT_EQ(counted.structure, 0);
    EXPECT_EQ(counted.options.options().theme, scene::Theme::partyCoverage);
    EXPECT_FALSE(counted.options.classShown(2));
    EXPECT_EQ(counted.options.layerOpacity("fill"), 0.5);
}

TEST(MapOptions, BordersDrawTilesAnew) {
    Counted counted;
    counted.options.setBorderShown("village", false);
    EXPECT_EQ(counted.structure, 1);
    EXPECT_EQ(counted.changed, 0);
    EXPECT_FALSE(counted.options.borderShown("village"));
}

TEST(MapOptions, ChosenRegistersDrawTilesAnewAndFiguresOnlyRecolour) {
    Counted counted;
    EXPECT_TRUE(counted.options.registerShown("industry_base"));
    counted.options.setRegistersShown({"event", "route"});
    EXPECT_EQ(counted.structure, 1);
    EXPECT_TRUE(counted.options.registerShown("event"));
    EXPECT_FALSE(counted.options.registerShown("industry_base"));
    counted.options.setRegistersShown({"route", "event"});  // the same set
    EXPECT_EQ(counted.structure, 1);
    counted.options.showRegistersOfTheme();
    EXPECT_EQ(counted.structure, 2);
    EXPECT_TRUE(counted.options.registerShown("industry_base"));
    counted.options.setFigures(std::make_shared<const scene::FigureTheme>());
    EXPECT_EQ(counted.changed, 0) << "another theme is shown";
    counted.options.setTheme("indicator");
    counted.options.setFigures(std::make_shared<const scene::FigureTheme>());
    EXPECT_EQ(counted.changed, 2);
    EXPECT_EQ(counted.structure, 2);
}

TEST(MapOptions, SaysNothingWhenNothingChanges) {
    Counted counted;
    counted.options.setTheme("five_colour");
    counted.options.setLayerVisible("labels", true);
    counted.options.setBorderShown("grid", true);
    counted.options.moveLayer("fill", 0);
    EXPECT_EQ(counted.changed + counted.structure, 0);
}

TEST(MapOptions, IgnoresNamesThatDoNotExist) {
    Counted counted;
    counted.options.setTheme("rainbow");
    counted.options.setLayerVisible("clouds", false);
    counted.options.setBorderShown("street", false);
    counted.options.setClassShown(-1, false);
    counted.options.setClassShown(1000, false);
    EXPECT_EQ(counted.changed + counted.structure, 0);
    EXPECT_EQ(counted.options.theme(), "five_colour");
}

TEST(MapOptions, MovesALayerToItsNewPlace) {
    MapOptions options;
    options.moveLayer("fill", 2);
    EXPECT_EQ(options.layerOrder(), QStringList({"bases", "borders", "fill", "marks", "labels"}));
    options.moveLayer("labels", 0);
    EXPECT_EQ(options.layerOrder(), QStringList({"labels", "bases", "borders", "fill", "marks"}));
    options.moveLayer("bases", 99);
    EXPECT_EQ(options.layerOrder().last(), "bases");
}

TEST(MapOptions, ChoosesTheLevelOfCoverage) {
    MapOptions options;
    EXPECT_EQ(options.coverageLevel(), "");
    options.setCoverageLevel("natural_village");
    EXPECT_EQ(options.options().coverageLevel, model::Level::naturalVillage);
    options.setCoverageLevel("");
    EXPECT_FALSE(options.options().coverageLevel.has_value());
}

}  // namespace
}  // namespace xiangtu::app
