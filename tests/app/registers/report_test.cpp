// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/made_county.h"
#include "app/registers/finding_model.h"
#include "app/registers/report_model.h"
#include "app/wait.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QSignalSpy>

namespace xiangtu::app {
namespace {

using model::Level;
using test::waitUntil;

class ReportTest : public testing::Test {
protected:
    void SetUp() override {
        project.open(QUrl::fromLocalFile(test::makeCounty(dir / "county.sqlite")));
        ASSERT_TRUE(waitUntil([&] { return project.phase() == ProjectObject::Phase::Ready; }));
        source.setProject(&project);
        source.setActive(true);
        report.setSource(&source);
        findings.setSource(&source);
        ASSERT_TRUE(settled());
    }
    [[nodiscard]] bool settled() {
        return waitUntil([&] { return source.figures() && !report.busy() && !findings.busy(); });
    }
    [[nodiscard]] QString code(Level level, std::uint32_t row) {
        return QString::fromStdString(project.state().snapshot->unit({level, row}).code.text());
    }
    [[nodiscard]] std::string bytesOf(const QString& path) {
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
        return file.readAll().toStdString();
    }
    [[nodiscard]] bool add(const edit::AddRecord& record) {
        bool answered = false, saved = false;
        project.apply(record, &project, [&](const auto& answer) {
            answered = true;
            saved = answer.saved();
        });
        return waitUntil([&] { return answered; }) && saved && settled();
    }
    [[nodiscard]] edit::AddRecord item(std::uint32_t village) {
        edit::AddRecord add;
        add.registerId = "important_item";
        const auto& snapshot = *project.state().snapshot;
        add.unit = snapshot.unit({Level::village, village}).code;
        add.values = {
            {"title_text", std::string("修水渠")},
            {"list_kind", snapshot.findRegister("important_item")->def.findField("list_kind")->choices[0].code}};
        return add;
    }
    /// Position of the rule's heading; -1 = it holds.
    [[nodiscard]] int heading(const QString& rule) {
        for (int row = 0; row < findings.rowCount(); ++row) {
            const auto at = findings.index(row);
            if (at.data(FindingModel::HeadingRole).toBool() && at.data(FindingModel::RuleRole) == rule) return row;
        }
        return -1;
    }
    support::TempDir dir;
    ProjectObject project;
    FiguresSource source;
    ReportModel report;
    FindingModel findings;
};

TEST_F(ReportTest, ListsTheReportsByTheirRhythm) {
    QStringList headings;
    for (const QVariant& each : report.reports()) {
        const QString heading = each.toMap()["heading"].toString();
        if (!heading.isEmpty()) headings << heading;
    }
    EXPECT_EQ(headings.size(), 4) << headings.join(' ').toStdString();
    EXPECT_EQ(std::size_t(report.reports().size()), project.state().snapshot->catalogue->reports.size());
    EXPECT_EQ(report.count(), 0) << "none is open";
}

TEST_F(ReportTest, EveryShippedReportCanBeMade) {
    const auto& figures = *source.figures();
    for (const model::ReportDef& def : figures.snapshot().catalogue->reports) {
        EXPECT_NO_THROW((void)indicators::reportTables(figures, def)) << def.id;
    }
}

TEST_F(ReportTest, WritesWhatTheCoreSaysOfTheSameTables) {
    ASSERT_TRUE(add(item(0)));
    report.setReportId(QStringLiteral("item_lists"));
    ASSERT_TRUE(waitUntil([&] { return !report.tables().isEmpty(); }));
    const auto& figures = *source.figures();
    const model::ReportDef& def = *figures.snapshot().catalogue->findReport("item_lists");
    std::vector<indicators::Table> tables = indicators::reportTables(figures, def);
    for (auto& table : tables) indicators::mask(table);
    ASSERT_EQ(report.tables().size(), int(tables.size()));

    QSignalSpy exported(&report, &ReportModel::exported);
    const QString one = QString::fromStdString((dir / "one.csv").string());
    const QString all = QString::fromStdString((dir / "all.csv").string());
    for (int t = 0; t < int(tables.size()); ++t) {
        report.setTable(t);
        EXPECT_EQ(std::size_t(report.count()), tables[std::size_t(t)].rows.size());
        exported.clear();
        report.exportTable(QUrl::fromLocalFile(one));
        ASSERT_TRUE(waitUntil([&] { return exported.count() == 1; }));
        EXPECT_EQ(bytesOf(one),
                  indicators::csv(figures.snapshot(), tables[std::size_t(t)], indicators::Language::english));
    }
    exported.clear();
    report.exportReport(QUrl::fromLocalFile(all));
    ASSERT_TRUE(waitUntil([&] { return exported.count() == 1; }));
    EXPECT_EQ(bytesOf(all), indicators::reportCsv(figures.snapshot(), def, tables, indicators::Language::english));
    QSignalSpy failed(&report, &ReportModel::failed);
    report.exportReport(QUrl::fromLocalFile(QString::fromStdString((dir / "none" / "x.csv").string())));
    EXPECT_TRUE(waitUntil([&] { return failed.count() == 1; }));
}

TEST_F(ReportTest, KeepsToAUnitAndLeadsToItsUnits) {
    report.setReportId(QStringLiteral("monthly_ranking"));
    ASSERT_TRUE(waitUntil([&] { return report.count() > 1; }));
    const int all = report.count();
    EXPECT_EQ(all, int(project.state().snapshot->table(Level::township).units.size()));
    report.setWithin(code(Level::township, 1));
    ASSERT_TRUE(waitUntil([&] { return report.count() == 1; }));
    EXPECT_EQ(report.data(report.index(0), ReportModel::UnitRole).toString(), code(Level::township, 1));
    EXPECT_FALSE(report.withinName().isEmpty());
    EXPECT_EQ(report.units().size(), all + 1) << "the county and its townships";
}

TEST_F(ReportTest, IsOfTheDayThatIsAskedFor) {
    ASSERT_TRUE(add(item(0)));
    report.setReportId(QStringLiteral("item_lists"));
    const auto rows = [&] {
        int sum = 0;
        for (int t = 0; t < report.tables().size(); ++t) {
            report.setTable(t);
            sum += report.count();
        }
        return sum;
    };
    ASSERT_TRUE(waitUntil([&] { return !report.busy() && !report.tables().isEmpty(); }));
    EXPECT_EQ(rows(), 1);
    report.setDay(QStringLiteral("2001-02-29"));
    EXPECT_TRUE(report.dayWrong());
    EXPECT_EQ(rows(), 1) << "the tables stay";
    report.setDay(QStringLiteral("2001-02-28"));
    EXPECT_FALSE(report.dayWrong());
    ASSERT_TRUE(waitUntil([&] { return report.dayShown() == QStringLiteral("2001-02-28"); }));
    EXPECT_EQ(rows(), 0) << "nobody had recorded anything then";
    report.setDay(QString());
    ASSERT_TRUE(waitUntil([&] { return report.dayShown() != QStringLiteral("2001-02-28"); }));
    EXPECT_EQ(rows(), 1);
}

TEST_F(ReportTest, FindingsAreThoseOfTheCoreAndFollowAnEdit) {
    std::size_t expected = indicators::checkAll(*source.figures()).size();
    EXPECT_EQ(std::size_t(findings.total()), expected);
    const QString rule = QStringLiteral("township_without_leading_group");
    const int at = heading(rule);
    ASSERT_GE(at, 0);
    const int before = findings.index(at).data(FindingModel::CountRole).toInt();
    ASSERT_GT(before, 0);
    const int rows = findings.rowCount();
    findings.setOpen(rule, true);
    ASSERT_EQ(findings.rowCount(), rows + before);
    const QString unit = findings.index(at + 1).data(FindingModel::UnitRole).toString();
    EXPECT_EQ(findings.index(at + 1).data(FindingModel::RegisterRole).toString(), QStringLiteral("leading_group"));

    edit::AddRecord group;
    group.registerId = "leading_group";
    group.unit = model::Code::parse(unit.toStdString());
    const model::RegisterDef& def = project.state().snapshot->findRegister("leading_group")->def;
    for (const model::FieldDef& field : def.fields) {
        if (field.name == "part") group.values.emplace_back("part", std::string("head"));
        if (field.name != "part" && field.required && field.type == model::FieldType::choice)
            group.values.emplace_back(field.name, field.choices[0].code);
        if (field.required && (field.type == model::FieldType::text || field.type == model::FieldType::person))
            group.values.emplace_back(field.name, std::string("李某"));
        if (field.required && field.type == model::FieldType::date)
            group.values.emplace_back(field.name, std::string("2026-01-05"));
    }
    ASSERT_TRUE(add(group));
    expected = indicators::checkAll(*source.figures()).size();
    EXPECT_EQ(std::size_t(findings.total()), expected);
    const int after = heading(rule);
    EXPECT_EQ(after < 0 ? 0 : findings.index(after).data(FindingModel::CountRole).toInt(), before - 1);
    EXPECT_EQ(
        findings.rules(), findings.holding() + [&] {
            int headings = 0;
            for (int row = 0; row < findings.rowCount(); ++row)
                headings += findings.index(row).data(FindingModel::HeadingRole).toBool();
            return headings;
        }());
}

TEST_F(ReportTest, FindingsKeepToAUnit) {
    findings.setWithin(code(Level::township, 0));
    ASSERT_TRUE(settled());
    const auto& snapshot = source.figures()->snapshot();
    std::size_t expected = 0;
    for (const auto& finding : indicators::checkAll(*source.figures())) {
        expected += snapshot.ancestor(finding.unit, Level::township) == model::UnitRef{Level::township, 0};
    }
    EXPECT_GT(expected, 0u);
    EXPECT_EQ(std::size_t(findings.total()), expected);
}

}  // namespace
}  // namespace xiangtu::app
