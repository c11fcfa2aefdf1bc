// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_run.h"

#include "app/export/export_preview.h"
#include "app/made_county.h"
#include "app/wait.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QSignalSpy>

namespace xiangtu::app {
namespace {

using test::waitUntil;

class ExportRunTest : public testing::Test {
protected:
    void SetUp() override {
        project.open(QUrl::fromLocalFile(test::makeCounty(dir / "county.sqlite")));
        ASSERT_TRUE(waitUntil([&] { return project.phase() == ProjectObject::Phase::Ready; }));
        form.setProject(&project);
        preview.setForm(&form);
        preview.setProperty("styleDir", QStringLiteral(XIANGTU_DATA_DIR "/styles"));
        run.setForm(&form);
        run.setProperty("styleDir", QStringLiteral(XIANGTU_DATA_DIR "/styles"));
        QDir().mkpath(out.path());
    }
    [[nodiscard]] bool looked() {
        preview.setActive(true);
        return waitUntil([&] { return !preview.busy(); });
    }
    [[nodiscard]] bool ran() {
        run.start();
        return waitUntil([&] { return !run.busy(); });
    }
    [[nodiscard]] QStringList left() const { return out.entryList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot); }
    [[nodiscard]] std::size_t units(model::Level level) const {
        return project.state().snapshot->table(level).units.size();
    }

    support::TempDir dir;
    QDir out{QString::fromStdString((dir / "导出").string())};
    ProjectObject project;
    ExportForm form;
    ExportPreview preview;
    ExportRun run;
};

TEST_F(ExportRunTest, IsCheckedThenWrittenAndSaysWhatItWrote) {
    form.setLayer(QStringLiteral("level:village"));
    form.setEncoding(QStringLiteral("GBK"));
    form.setNaming(QStringLiteral("pinyin"));
    form.setTarget(out.filePath(QStringLiteral("村.shp")));
    ASSERT_TRUE(looked());
    ASSERT_TRUE(preview.ready()) << preview.detail().toStdString();
    EXPECT_TRUE(preview.summary().startsWith(QString::number(units(model::Level::village))));
    ASSERT_FALSE(preview.fields().isEmpty());
    for (const QVariant& field : preview.fields()) EXPECT_LE(field.toMap()["name"].toString().toUtf8().size(), 10);
    EXPECT_TRUE(left().isEmpty()) << "looking writes nothing";

    QSignalSpy written(&run, &ExportRun::written);
    ASSERT_TRUE(ran());
    EXPECT_EQ(run.outcome(), QStringLiteral("done")) << run.detail().toStdString();
    EXPECT_EQ(written.count(), 1);
    QStringList files = run.files();
    files.sort();
    EXPECT_EQ(files, left()) << "the sheets, too";
    EXPECT_TRUE(files.contains(QStringLiteral("村.metadata.csv")));
    EXPECT_EQ(run.folder().toLocalFile(), out.path());

    // The same once more is in the way.
    run.clear();
    form.setTarget(QString());
    form.setTarget(out.filePath(QStringLiteral("村.shp")));
    ASSERT_TRUE(looked());
    EXPECT_TRUE(waitUntil([&] { return preview.inTheWay(); }));
    EXPECT_FALSE(preview.ready());
    EXPECT_FALSE(preview.problem().isEmpty());
    form.setReplace(true);
    EXPECT_TRUE(waitUntil([&] { return preview.ready(); }));
}

TEST_F(ExportRunTest, WhatCannotBeMadeIsRefusedWithTheReason) {
    form.setTarget(out.filePath(QStringLiteral("a.shp")));
    form.setCondition(QStringLiteral("households >"));
    ASSERT_TRUE(looked());
    EXPECT_FALSE(preview.ready());
    EXPECT_FALSE(preview.problem().isEmpty());
    ASSERT_TRUE(ran());
    EXPECT_EQ(run.outcome(), QStringLiteral("refused"));
    EXPECT_FALSE(run.problem().isEmpty());
    form.setCondition(QStringLiteral("households > 100000"));
    ASSERT_TRUE(ran());
    EXPECT_EQ(run.outcome(), QStringLiteral("refused"));
    EXPECT_TRUE(left().isEmpty());
    form.setCondition(QString());
    EXPECT_TRUE(waitUntil([&] { return preview.ready(); })) << preview.detail().toStdString();
}

TEST_F(ExportRunTest, StoppingLeavesNothingBehind) {
    form.setTarget(out.filePath(QStringLiteral("a.gpkg")));
    form.setFormat(QStringLiteral("gpkg"));
    run.start();
    run.stop();
    ASSERT_TRUE(waitUntil([&] { return !run.busy(); }));
    EXPECT_EQ(run.outcome(), QStringLiteral("stopped"));
    EXPECT_TRUE(left().isEmpty());
}

TEST_F(ExportRunTest, AnswersAndSelectionsAreExportedWithTheirLand) {
    const QVariantMap reds{
        {"id", "select"},
        {"params",
         QVariantMap{{"level", "grid"}, {"conditions", R"([{"kind":"class","op":"is","what":"red","of":"risk5"}])"}}}};
    const QVariantMap holes{{"id", "holes"}, {"params", QVariantMap{{"level", "natural_village"}}}};
    for (const auto& [name, question] : {std::pair("reds", reds), std::pair("holes", holes)}) {
        form.begin({{"name", name}, {"question", question}});
        form.setFormat(QStringLiteral("geojson"));
        form.setTarget(out.filePath(QLatin1String(name) + QStringLiteral(".geojson")));
        ASSERT_TRUE(ran());
        EXPECT_EQ(run.outcome(), QStringLiteral("done")) << run.detail().toStdString();
        EXPECT_GT(support::readFile(std::filesystem::path(form.target().toStdString())).size(), 1000u);
    }
}

TEST_F(ExportRunTest, OneFilePerTownship) {
    form.setLayer(QStringLiteral("level:grid"));
    form.setSplit(true);
    form.setTarget(out.filePath(QStringLiteral("分镇")));
    ASSERT_TRUE(ran());
    ASSERT_EQ(run.outcome(), QStringLiteral("done")) << run.detail().toStdString();
    const QDir folder(out.filePath(QStringLiteral("分镇")));
    EXPECT_EQ(std::size_t(folder.entryList({QStringLiteral("*.shp")}).size()), units(model::Level::township));
    EXPECT_EQ(run.folder().toLocalFile(), folder.path());
}

TEST_F(ExportRunTest, AnotherDayIsReadFromTheFile) {
    form.setLayer(QStringLiteral("level:village"));
    form.setDay(QStringLiteral("1990-01-01"));
    form.setTarget(out.filePath(QStringLiteral("a.shp")));
    ASSERT_TRUE(looked());
    EXPECT_FALSE(preview.ready()) << "no unit was there on that day";
    form.setDay(QString());
    EXPECT_TRUE(waitUntil([&] { return preview.ready(); }));
}

}  // namespace
}  // namespace xiangtu::app
