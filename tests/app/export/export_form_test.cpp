// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_form.h"

#include "app/made_county.h"
#include "app/wait.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

namespace xiangtu::app {
namespace {

using test::waitUntil;

class ExportFormTest : public testing::Test {
protected:
    void SetUp() override {
        project.open(QUrl::fromLocalFile(test::makeCounty(dir / "county.sqlite")));
        ASSERT_TRUE(waitUntil([&] { return project.phase() == ProjectObject::Phase::Ready; }));
        form.setProject(&project);
    }
    [[nodiscard]] static QStringList keys(const QVariantList& choices) {
        QStringList list;
        for (const QVariant& each : choices) list << each.toMap()["key"].toString();
        return list;
    }
    support::TempDir dir;
    ProjectObject project;
    ExportForm form;
};

TEST_F(ExportFormTest, BeginsWithGridsAndOffersWhatTheFileHas) {
    EXPECT_EQ(form.layer(), QStringLiteral("level:grid"));
    EXPECT_TRUE(keys(form.layers()).contains(QStringLiteral("level:township")));
    EXPECT_TRUE(keys(form.layers()).contains(QStringLiteral("organisations")));
    EXPECT_EQ(form.formats().size(), qsizetype(exchange::kExportFormats.size()));
    for (const QVariant& each : form.formats()) EXPECT_FALSE(each.toMap()["note"].toString().isEmpty());
    const std::size_t townships = project.state().snapshot->table(model::Level::township).units.size();
    EXPECT_EQ(form.places().size(), qsizetype(townships) + 1) << "all of the county, and each of them";
    EXPECT_TRUE(form.target().endsWith(QStringLiteral(".shp"))) << form.target().toStdString();
}

TEST_F(ExportFormTest, ZonesAreNamedByWhereTheDataLie) {
    // 110 degrees east lies in zone 37, round 111.
    QString zone;
    for (const QVariant& each : form.systems()) {
        if (each.toMap()["key"] == QStringLiteral("zone3")) zone = each.toMap()["text"].toString();
    }
    EXPECT_TRUE(zone.contains(QStringLiteral("37")) && zone.contains(QStringLiteral("111"))) << zone.toStdString();
    form.setFormat(QStringLiteral("kml"));
    EXPECT_EQ(keys(form.systems()), (QStringList{"wgs84", "geographic"}));
    EXPECT_EQ(form.system(), QStringLiteral("wgs84"));
    form.setFormat(QStringLiteral("gtxt"));
    EXPECT_EQ(form.system(), QStringLiteral("zone3-prefix"));
    EXPECT_TRUE(form.target().endsWith(QStringLiteral(".txt")));
}

TEST_F(ExportFormTest, WhatAFormatDoesNotHaveGoesBackToTheUsual) {
    form.setEncoding(QStringLiteral("GB18030"));
    form.setFormat(QStringLiteral("mapinfo"));
    EXPECT_EQ(form.encoding(), QStringLiteral("UTF-8")) << "MapInfo knows no GB18030";
    form.setNaming(QStringLiteral("title"));
    form.setFormat(QStringLiteral("shp"));
    EXPECT_EQ(form.naming(), QStringLiteral("pinyin")) << "ten bytes are three Chinese characters";
    form.setFormat(QStringLiteral("gpkg"));
    EXPECT_TRUE(form.encodings().isEmpty());
}

TEST_F(ExportFormTest, ARecipeMakesTheFormWhatItWas) {
    form.setLayer(QStringLiteral("level:village"));
    form.setFormat(QStringLiteral("shp"));
    form.setEncoding(QStringLiteral("GBK"));
    form.setSystem(QStringLiteral("zone3-prefix"));
    form.setNaming(QStringLiteral("pinyin"));
    form.setCondition(QStringLiteral("households >= 3"));
    form.toggleClass(QStringLiteral("red"));
    const QVariantMap recipe = form.recipeMap();
    const QUrl file = QUrl::fromLocalFile(QString::fromStdString((dir / "方案.json").string()));
    ASSERT_EQ(form.save(file), QString());
    EXPECT_NO_THROW(static_cast<void>(exchange::loadExportRecipe((dir / "方案.json"))));

    for (const bool byFile : {false, true}) {
        ExportForm other;
        other.setProject(&project);
        EXPECT_EQ(byFile ? other.load(file) : other.take(recipe), QString());
        EXPECT_EQ(other.recipeMap(), recipe);
    }
    EXPECT_NE(form.take({{"level", "grid"}, {"format", "dwg"}}), QString());
    EXPECT_EQ(form.recipeMap(), recipe) << "what cannot be read changes nothing";
}

TEST_F(ExportFormTest, ThePublicGetsNothingSensitiveAndAnAnswerIsNotPublic) {
    form.setPublicUse(true);
    form.setSensitive(true);
    EXPECT_FALSE(form.sensitive());
    const QVariantMap holes{{"id", "holes"}, {"params", QVariantMap{{"level", "grid"}}}};
    form.setQuestions({QVariantMap{{"name", "空白"}, {"question", holes}}});
    form.begin({{"name", "空白"}, {"question", holes}});
    EXPECT_EQ(form.layer(), QStringLiteral("question:0"));
    EXPECT_TRUE(form.ofAnswer());
    EXPECT_FALSE(form.publicUse());
    EXPECT_TRUE(form.target().contains(QStringLiteral("空白"))) << form.target().toStdString();
}

TEST_F(ExportFormTest, ATargetThatWasGivenStaysAndOthersFollowWhatIsExported) {
    form.setLayer(QStringLiteral("level:village"));
    const QString suggested = form.target();
    form.setLayer(QStringLiteral("level:township"));
    EXPECT_NE(form.target(), suggested);
    form.setTarget(QStringLiteral("/data/交付.shp"));
    form.setLayer(QStringLiteral("level:grid"));
    EXPECT_EQ(form.target(), QStringLiteral("/data/交付.shp"));
    form.setFormat(QStringLiteral("gpkg"));
    EXPECT_EQ(form.target(), QStringLiteral("/data/交付.gpkg")) << "with the ending of the format";
    form.pickTarget(QUrl::fromLocalFile(QStringLiteral("/data/x.gpkg")));
    EXPECT_TRUE(form.replace()) << "the dialog has asked";
    form.setTarget(QStringLiteral("/data/y.gpkg"));
    EXPECT_FALSE(form.replace());
}

}  // namespace
}  // namespace xiangtu::app
