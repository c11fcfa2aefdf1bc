// SPDX-License-Identifier: GPL-3.0-or-later
// Handing data on from the window: grids of a township as a GBK shapefile in a zone, a recipe used after a restart, a
// refusal, an answer and a register in other formats.
#include "app/export/export_form.h"
#include "app/export/export_preview.h"
#include "app/export/export_run.h"
#include "e2e/client_window.h"
#include "geodesy/projector.h"

#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <filesystem>
#include <set>
#include <string>

namespace xiangtu::e2e {
namespace {

using model::Level;

/// The export page of a window.
class ExportPage {
public:
    explicit ExportPage(ClientWindow& client) : m_client(client) {}

    [[nodiscard]] app::ExportForm* form() const { return m_client.window->findChild<app::ExportForm*>(); }
    [[nodiscard]] app::ExportPreview* preview() const { return m_client.window->findChild<app::ExportPreview*>(); }
    [[nodiscard]] app::ExportRun* run() const { return m_client.window->findChild<app::ExportRun*>(); }

    [[nodiscard]] bool open() {
        return m_client.click(QStringLiteral("menuButton")) && m_client.click(QStringLiteral("menuExport")) &&
               m_client.shows("exportStart");
    }
    /// Chooses the entry of that key in a box, by the keys a person uses.
    [[nodiscard]] bool choose(const char* box, const QVariantList& choices, const QString& key) {
        const auto rowOf = [&](const QString& wanted) {
            for (int i = 0; i < choices.size(); ++i) {
                if (choices[i].toMap()[QStringLiteral("key")] == wanted) return i;
            }
            return -1;
        };
        const int row = rowOf(key);
        if (row < 0 || !m_client.click(QLatin1String(box))) return false;
        m_client.key(Qt::Key_Home);
        for (int i = 0; i < row; ++i) m_client.key(Qt::Key_Down);
        m_client.key(Qt::Key_Return);
        return true;
    }
    /// As the dialog of files answers.
    void target(const QString& path) { form()->pickTarget(QUrl::fromLocalFile(path)); }
    [[nodiscard]] bool write() {
        return waitUntil([&] { return preview()->ready(); }) && m_client.click(QStringLiteral("exportStart")) &&
               waitUntil([&] { return !run()->busy() && !run()->outcome().isEmpty(); });
    }

private:
    ClientWindow& m_client;
};

class ExportTest : public DemoWindow {
protected:
    [[nodiscard]] QString made(const char* name) { return QString::fromStdString((client.dir / name).string()); }
};

TEST_F(ExportTest, GridsOfOneTownshipGoOutAsAGbkShapefileInAZoneThatGdalReads) {
    ExportPage page(client);
    ASSERT_TRUE(page.open());
    const model::Unit& township = client.snapshot().table(Level::township).units[1];
    const QString code = QString::fromStdString(township.code.text());
    ASSERT_TRUE(page.choose("exportPlace", page.form()->places(), code));
    ASSERT_TRUE(waitUntil([&] { return page.form()->within() == code; }));
    ASSERT_TRUE(client.click(QStringLiteral("choice_GBK")));
    ASSERT_TRUE(client.click(QStringLiteral("choice_pinyin")));
    ASSERT_TRUE(page.choose("exportSystem", page.form()->systems(), QStringLiteral("zone3")));
    ASSERT_TRUE(waitUntil([&] { return page.form()->system() == QLatin1String("zone3"); }));
    page.target(made("grids.shp"));
    ASSERT_TRUE(page.write());
    ASSERT_TRUE(client.reads("exportOutcome", page.run()->summary()));
    EXPECT_TRUE(client.shows("exportOpenFolder"));

    int grids = 0;
    const auto& units = client.snapshot().table(Level::grid).units;
    const model::UnitRef in = client.snapshot().findUnit(Level::township, township.code);
    for (std::uint32_t row = 0; row < units.size(); ++row)
        grids += client.snapshot().ancestor({Level::grid, row}, Level::township) == in;
    GDALAllRegister();
    const GDALDatasetUniquePtr data(GDALDataset::Open(made("grids.shp").toUtf8().constData(), GDAL_OF_VECTOR));
    ASSERT_NE(data, nullptr);
    OGRLayer* layer = data->GetLayer(0);
    EXPECT_EQ(layer->GetFeatureCount(), grids);
    ASSERT_NE(layer->GetSpatialRef(), nullptr);
    EXPECT_TRUE(layer->GetSpatialRef()->IsProjected());
    const int name = layer->GetLayerDefn()->GetFieldIndex("MC");
    const auto feature = layer->GetNextFeature();
    ASSERT_NE(feature, nullptr);
    std::set<std::string> names;
    for (const model::Unit& unit : units) names.insert(unit.name);
    bool found = false;
    for (int i = 0; i < feature->GetFieldCount(); ++i) found |= names.contains(feature->GetFieldAsString(i));
    EXPECT_TRUE(found) << "Chinese names read as they were: " << name;
    OGREnvelope box;
    feature->GetGeometryRef()->getEnvelope(&box);
    EXPECT_GT(box.MinX, 200'000);
    EXPECT_LT(box.MaxX, 800'000) << "metres of a zone without its number in front";
    OGRFeature::DestroyFeature(feature);
    ASSERT_TRUE(client.click(QStringLiteral("exportDone")));
    EXPECT_TRUE(client.hides("exportStart"));
}

TEST_F(ExportTest, ARecipeKeptUnderANameIsUsedAfterARestart) {
    {
        ExportPage page(client);
        ASSERT_TRUE(page.open());
        ASSERT_TRUE(page.choose("exportLayer", page.form()->layers(), QStringLiteral("level:village")));
        ASSERT_TRUE(page.choose("exportFormat", page.form()->formats(), QStringLiteral("gpkg")));
        ASSERT_TRUE(waitUntil([&] { return page.form()->format() == QLatin1String("gpkg"); }));
        ASSERT_TRUE(client.click(QStringLiteral("recipeName")));
        client.type(QStringLiteral("villages"));
        ASSERT_TRUE(client.click(QStringLiteral("keepRecipe")));
        ASSERT_TRUE(client.shows("recipe_0"));
        client.settings.sync();
    }
    ClientWindow again({}, client.settings.fileName());
    ASSERT_NE(again.window, nullptr);
    ASSERT_TRUE(again.open(file));
    ExportPage page(again);
    ASSERT_TRUE(page.open());
    EXPECT_EQ(page.form()->layer(), QStringLiteral("level:grid"));
    ASSERT_TRUE(again.click(QStringLiteral("recipe_0")));
    ASSERT_TRUE(waitUntil([&] { return page.form()->layer() == QLatin1String("level:village"); }));
    EXPECT_EQ(page.form()->format(), QStringLiteral("gpkg"));
    page.target(made("villages.gpkg"));
    ASSERT_TRUE(page.write());
    EXPECT_EQ(page.run()->outcome(), QStringLiteral("done")) << page.run()->detail().toStdString();
    EXPECT_TRUE(std::filesystem::exists(client.dir / "villages.gpkg"));
    EXPECT_TRUE(std::filesystem::exists(client.dir / "villages.metadata.csv"));
}

TEST_F(ExportTest, WhatCannotBeMadeIsSaidBeforeAnythingIsWritten) {
    ExportPage page(client);
    ASSERT_TRUE(page.open());
    page.target(made("none.shp"));
    ASSERT_TRUE(client.click(QStringLiteral("exportCondition")));
    client.type(QStringLiteral("households > 100000"));
    client.key(Qt::Key_Tab);
    EXPECT_TRUE(client.shows("exportProblem"));
    EXPECT_FALSE(page.preview()->ready());
    EXPECT_FALSE(client.find(QStringLiteral("exportStart"))->isEnabled());
    EXPECT_FALSE(std::filesystem::exists(client.dir / "none.shp"));
    page.form()->setCondition({});
    EXPECT_TRUE(client.hides("exportProblem"));
    EXPECT_TRUE(waitUntil([&] { return page.preview()->ready(); }));
}

TEST_F(ExportTest, AnAnswerAndARegisterAreReachedFromWhereTheyAreShown) {
    client.key(Qt::Key_Q);
    ASSERT_TRUE(client.click(QStringLiteral("ready_holes")));
    ASSERT_TRUE(client.click(QStringLiteral("exportMore")));
    ExportPage page(client);
    ASSERT_TRUE(client.shows("exportStart"));
    EXPECT_TRUE(page.form()->ofAnswer());
    EXPECT_EQ(page.form()->layer(), QStringLiteral("question:0"));
    EXPECT_TRUE(waitUntil([&] { return page.preview()->ready() || !page.preview()->problem().isEmpty(); }));
    ASSERT_TRUE(client.click(QStringLiteral("exportCancel")));
    ASSERT_TRUE(client.hides("exportStart"));

    ASSERT_TRUE(client.click(QStringLiteral("nav_registers")));
    ASSERT_TRUE(client.click(QStringLiteral("registerSearch")));
    client.type(QStringLiteral("industry"));
    ASSERT_TRUE(client.click(QStringLiteral("register_industry_base")));
    ASSERT_TRUE(client.click(QStringLiteral("exportRegister")));
    ASSERT_TRUE(client.shows("exportStart"));
    EXPECT_EQ(page.form()->layer(), QStringLiteral("register:industry_base"));
}

}  // namespace
}  // namespace xiangtu::e2e
