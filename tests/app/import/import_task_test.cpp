// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/import_task.h"

#include "app/import/made_delivery.h"
#include "app/made_county.h"
#include "app/wait.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace xiangtu::app {
namespace {

using test::waitUntil;

class ImportTaskTest : public testing::Test {
protected:
    void SetUp() override {
        project.open(QUrl::fromLocalFile(test::makeCounty(dir / "county.sqlite")));
        ASSERT_TRUE(waitUntil([&] { return project.phase() == ProjectObject::Phase::Ready; }));
        task.setProject(&project);
    }
    void open(const std::filesystem::path& file) {
        task.open(QUrl::fromLocalFile(QString::fromStdString(file.string())));
    }
    [[nodiscard]] bool comesTo(const char* phase) {
        return waitUntil([&] { return task.phase() == QLatin1String(phase); });
    }
    [[nodiscard]] const model::Snapshot& county() const { return *project.state().snapshot; }
    [[nodiscard]] std::filesystem::path orchards(const std::string& stem, const std::string& keeper = "王芳") {
        return test::orchards(county(), places, keeper).write(dir.path(), stem);
    }
    [[nodiscard]] std::size_t bases() const { return county().findRegister("industry_base")->records.size(); }
    [[nodiscard]] QString sample(int field, int row) const {
        return task.found()["samples"].toList()[field].toMap()["samples"].toStringList().value(row);
    }
    [[nodiscard]] int counted(const char* what) const { return task.counts()[QLatin1String(what)].toInt(); }
    void takeIn() {
        ASSERT_TRUE(comesTo("checked")) << task.problem().toStdString();
        task.take();
        ASSERT_TRUE(comesTo("done")) << task.problem().toStdString();
    }

    support::TempDir dir;
    ProjectObject project;
    ImportTask task;
    std::vector<geom::GeoPoint> places{{110.003, 36.503}, {110.011, 36.503}, {110.019, 36.511}};
};

TEST_F(ImportTaskTest, AGbkShapefileThatSaysNothingFillsThePageItself) {
    open(orchards("果园"));
    ASSERT_TRUE(comesTo("checked")) << task.problem().toStdString() << task.technical().toStdString();
    EXPECT_EQ(task.found()["goal"].toString(), "register:industry_base");
    EXPECT_EQ(sample(0, 0), "东山果园1号");
    EXPECT_TRUE(task.found()["encodingReason"].toString().startsWith("not UTF-8"));
    EXPECT_EQ(counted("inserted"), 3);
    EXPECT_EQ(bases(), 0u);
}

TEST_F(ImportTaskTest, AnEncodingChosenByHandIsReadAtOnce) {
    open(orchards("果园"));
    ASSERT_TRUE(comesTo("checked"));
    task.choose("encoding", "BIG5");
    ASSERT_TRUE(waitUntil([&] { return !task.busy() && sample(0, 0) != "东山果园1号"; }));
    task.choose("encoding", "");
    EXPECT_TRUE(waitUntil([&] { return !task.busy() && sample(0, 0) == "东山果园1号"; }));
}

TEST_F(ImportTaskTest, MetresWithoutAZoneAreAskedForAndNothingGoesOnBefore) {
    const model::Unit& home = county().unit({model::Level::naturalVillage, 0});
    open(test::grids(home.code, {places[0]}, 0.0004).write(dir.path(), "网格"));
    ASSERT_TRUE(comesTo("asking"));
    EXPECT_EQ(task.found()["asks"].toString(), "crs");
    EXPECT_FALSE(task.problem().isEmpty());
    task.take();
    EXPECT_EQ(task.phase(), "asking");
    task.choose("crs", "4546");
    ASSERT_TRUE(comesTo("checked")) << task.problem().toStdString();
    EXPECT_EQ(task.found()["goal"].toString(), "level:grid");
    EXPECT_EQ(counted("inserted"), 1);
}

TEST_F(ImportTaskTest, WhatWasCheckedGoesInAndComesBackWithUndo) {
    QSignalSpy saved(&project, &ProjectObject::changeSaved);
    open(orchards("果园"));
    ASSERT_NO_FATAL_FAILURE(takeIn());
    EXPECT_EQ(bases(), 3u);
    EXPECT_EQ(saved.count(), 1);
    EXPECT_TRUE(project.canUndo());
    project.undo();
    ASSERT_TRUE(waitUntil([&] { return bases() == 0; }));
    EXPECT_TRUE(comesTo("ready"));
    project.redo();
    EXPECT_TRUE(waitUntil([&] { return bases() == 3; }));
}

TEST_F(ImportTaskTest, UnitsAreInTheSnapshotAndGoAgain) {
    const model::Unit& home = county().unit({model::Level::naturalVillage, 0});
    const std::size_t before = county().table(model::Level::grid).units.size();
    open(test::grids(home.code, {places[0]}, 0.0004).write(dir.path(), "网格"));
    ASSERT_TRUE(comesTo("asking"));
    task.choose("crs", "4546");
    ASSERT_NO_FATAL_FAILURE(takeIn());
    EXPECT_EQ(county().table(model::Level::grid).units.size(), before + 1);
    project.undo();
    EXPECT_TRUE(waitUntil([&] { return county().table(model::Level::grid).units.size() == before; }));
}

TEST_F(ImportTaskTest, RecordsKnownByTheirNameAreUpdated) {
    open(orchards("一月"));
    ASSERT_NO_FATAL_FAILURE(takeIn());
    open(orchards("二月", "李强"));
    ASSERT_TRUE(comesTo("checked"));
    EXPECT_EQ(counted("inserted"), 3);
    task.choose("key", "name");
    ASSERT_TRUE(waitUntil([&] { return !task.busy() && counted("changed") == 3; }));
    EXPECT_EQ(counted("inserted"), 0);
    ASSERT_NO_FATAL_FAILURE(takeIn());
    EXPECT_EQ(bases(), 3u);
}

TEST_F(ImportTaskTest, WhatIsNoMapIsSaidAndChangesNothing) {
    support::writeFile(dir / "letter.shp", "Dear colleagues, this is no map at all.");
    open(dir / "letter.shp");
    ASSERT_TRUE(comesTo("unreadable"));
    EXPECT_FALSE(task.problem().isEmpty());
    EXPECT_TRUE(task.technical().contains("letter.shp")) << task.technical().toStdString();
}

TEST_F(ImportTaskTest, ParametersThatAreNoneAreSaidAndCanBeTakenBack) {
    open(orchards("果园"));
    ASSERT_TRUE(comesTo("checked"));
    task.choose("datum", "1,2");
    ASSERT_TRUE(comesTo("unreadable"));
    EXPECT_TRUE(task.technical().contains("1,2"));
    task.choose("datum", "");
    EXPECT_TRUE(comesTo("checked"));
}

TEST_F(ImportTaskTest, KeptChoicesAreOfferedForTheSameFieldsAndUsed) {
    open(orchards("一月"));
    ASSERT_TRUE(comesTo("checked"));
    task.setField("operator", "");
    task.choose("key", "name");
    ASSERT_TRUE(comesTo("checked"));
    task.setKept({task.recipe("每月果园")});
    open(orchards("二月"));
    ASSERT_TRUE(comesTo("checked"));
    EXPECT_EQ(task.found()["recipes"].toStringList(), QStringList("每月果园"));
    EXPECT_EQ(task.found()["key"].toString(), "");
    task.useKept("每月果园");
    ASSERT_TRUE(waitUntil([&] { return !task.busy() && task.found()["key"].toString() == "name"; }));
    for (const QVariant& target : task.found()["targets"].toList()) {
        if (target.toMap()["key"] == "operator") { EXPECT_EQ(target.toMap()["field"].toString(), ""); }
    }
}

TEST_F(ImportTaskTest, FindingsStandUnderTheirRuleAndOpenToTheirRecords) {
    auto made = test::orchards(county(), places);
    made.rows[1].texts[0].clear();  // the name is required
    QAbstractItemModelTester tester(task.findings(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    open(made.write(dir.path(), "缺名"));
    ASSERT_TRUE(comesTo("checked"));
    EXPECT_EQ(counted("rejected"), 1);
    ImportFindings* findings = task.findings();
    const int headings = findings->count();
    ASSERT_GT(headings, 0);
    // What keeps records out stands first.
    EXPECT_EQ(findings->data(findings->index(0), ImportFindings::SeverityRole).toString(), "error");
    findings->toggle(0);
    ASSERT_EQ(findings->count(), headings + 1);
    EXPECT_TRUE(findings->data(findings->index(1), ImportFindings::TextRole).toString().contains("Record 2"));
    findings->toggle(0);
    EXPECT_EQ(findings->count(), headings);
}

TEST_F(ImportTaskTest, AnEditMeanwhileMakesTheCheckStale) {
    open(orchards("果园"));
    ASSERT_TRUE(comesTo("checked"));
    const QString grid = QString::fromStdString(county().unit({model::Level::grid, 0}).code.text());
    project.setClass({grid}, "risk5", "red", "because");
    EXPECT_TRUE(comesTo("ready"));
    task.take();
    EXPECT_EQ(task.phase(), "ready");
    task.check();
    EXPECT_TRUE(comesTo("checked"));
}

TEST_F(ImportTaskTest, ClosingTheFileEndsTheImport) {
    open(orchards("果园"));
    ASSERT_TRUE(comesTo("checked"));
    project.close();
    EXPECT_TRUE(comesTo(""));
    EXPECT_FALSE(task.found()["known"].toBool());
}

}  // namespace
}  // namespace xiangtu::app
