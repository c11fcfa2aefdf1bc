// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/project_object.h"
#include "app/registers/figures_source.h"
#include "app/registers/report_model.h"
#include "e2e/client_window.h"
#include "indicators/checks.h"
#include "indicators/tables.h"

#include <gtest/gtest.h>

#include <QAbstractItemModel>
#include <QDate>
#include <QFile>

#include <algorithm>

namespace xiangtu::e2e {
namespace {

using model::Level;

/// The board of a demo county: figures of two days, reports, findings; and several matters moved at once.
class BoardTest : public DemoWindow {
protected:
    /// Clicks what may still be on its way.
    [[nodiscard]] bool press(const QString& name) {
        return waitUntil([&] { return client.find(name) != nullptr; }) && client.click(name);
    }
    [[nodiscard]] int lines(const char* list) {
        const QQuickItem* item = client.find(QLatin1String(list));
        return item ? item->property("count").toInt() : -1;
    }
    [[nodiscard]] bool waitForLines(const char* list, int count) {
        return waitUntil([&] { return lines(list) == count; });
    }
    /// Opens a tab of the board and waits until what it counts is there.
    [[nodiscard]] bool openTab(const QString& tab) {
        return press(QStringLiteral("nav_board")) && press(QStringLiteral("choice_") + tab) && client.settle();
    }
    template <class Model>
    [[nodiscard]] Model* model() {
        return client.window->findChild<Model*>();
    }
    [[nodiscard]] bool save(const edit::Command& command) {
        bool saved = false, answered = false;
        client.client.project()->apply(command, client.window, [&](const auto& answer) {
            answered = true;
            saved = answer.saved();
        });
        return waitUntil([&] { return answered; }) && saved;
    }
    [[nodiscard]] edit::AddRecord item(std::uint32_t village, const std::string& title) {
        edit::AddRecord add;
        add.registerId = "important_item";
        add.unit = client.snapshot().unit({Level::village, village}).code;
        const model::RegisterDef& def = client.snapshot().findRegister("important_item")->def;
        add.values = {{"title_text", title}, {"list_kind", def.findField("list_kind")->choices[0].code}};
        return add;
    }
};

TEST_F(BoardTest, FiguresOfTwoDaysAreCompared) {
    ASSERT_TRUE(save(item(0, "Well pump")));
    ASSERT_TRUE(press(QStringLiteral("nav_board")));
    ASSERT_TRUE(client.settle());
    const auto deltas = [this] {
        int count = 0;
        const QQuickItem* cards = client.find(QStringLiteral("cards"));
        const auto* model = cards ? cards->property("model").value<QAbstractItemModel*>() : nullptr;
        if (!model) return -1;
        const int role = model->roleNames().key("delta");
        for (int row = 0; row < model->rowCount(); ++row)
            count += !model->index(row, 0).data(role).toString().isEmpty();
        return count;
    };
    EXPECT_EQ(deltas(), 0) << "nothing to compare with yet";
    ASSERT_TRUE(press(QStringLiteral("compareChoice")));
    for (int i = 0; i < 4; ++i) client.key(Qt::Key_Down);
    client.key(Qt::Key_Return);
    ASSERT_TRUE(press(QStringLiteral("compareDay")));
    client.type(QDate::currentDate().addDays(-1).toString(Qt::ISODate));
    client.key(Qt::Key_Return);
    EXPECT_TRUE(waitUntil([&] { return deltas() > 0; })) << "one item is of today";
    ASSERT_TRUE(client.settle());
}

TEST_F(BoardTest, AReportIsOpenedNarrowedWrittenAndLeadsToTheMap) {
    ASSERT_TRUE(openTab(QStringLiteral("reports")));
    ASSERT_TRUE(press(QStringLiteral("report_monthly_ranking")));
    const int townships = int(client.snapshot().table(Level::township).units.size());
    ASSERT_TRUE(waitForLines("reportLines", townships));
    ASSERT_TRUE(client.settle());

    auto* source = model<app::FiguresSource>();
    auto* report = model<app::ReportModel>();
    ASSERT_NE(source, nullptr);
    ASSERT_NE(report, nullptr);
    const auto& figures = *source->figures();
    const auto* def = figures.snapshot().catalogue->findReport("monthly_ranking");
    auto tables = indicators::reportTables(figures, *def);
    for (auto& table : tables) indicators::mask(table);
    const QString path = QString::fromStdString((client.dir / "月报.csv").string());
    report->exportTable(QUrl::fromLocalFile(path));
    ASSERT_TRUE(waitUntil([&] { return QFile::exists(path); }));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll().toStdString(),
              indicators::csv(figures.snapshot(), tables.front(), indicators::Language::chinese));
    EXPECT_TRUE(client.shows("toast")) << "where it was written is said";

    // A line leads to its unit, which the map selects.
    ASSERT_TRUE(press(QStringLiteral("reportLine")));
    const QString first = report->data(report->index(0), app::ReportModel::UnitRole).toString();
    EXPECT_TRUE(waitUntil([&] { return client.map()->selectedCode() == first; }));

    // Another table, and one township.
    ASSERT_TRUE(press(QStringLiteral("reportUnit")));
    client.key(Qt::Key_Down);
    client.key(Qt::Key_Return);
    EXPECT_TRUE(waitForLines("reportLines", 1));
    ASSERT_TRUE(press(QStringLiteral("pageBack")));
    EXPECT_TRUE(client.shows("reportList"));
}

TEST_F(BoardTest, AFindingLeadsToTheMapAndToItsRecords) {
    ASSERT_TRUE(openTab(QStringLiteral("findings")));
    const auto* source = model<app::FiguresSource>();
    ASSERT_NE(source, nullptr);
    const auto all = indicators::checkAll(*source->figures());
    ASSERT_FALSE(all.empty());
    const auto plain = std::ranges::find_if(all, [](const auto& finding) { return finding.units.empty(); });
    ASSERT_NE(plain, all.end());
    const auto& snapshot = source->figures()->snapshot();
    const QString rule = QString::fromStdString(snapshot.catalogue->rules[plain->rule].id);
    const QString unit = QString::fromStdString(snapshot.unit(plain->unit).code.text());
    ASSERT_TRUE(waitUntil([&] { return lines("findings") > 0; }));
    const int headings = lines("findings");
    ASSERT_TRUE(press(QStringLiteral("rule_") + rule));
    ASSERT_TRUE(waitUntil([&] { return lines("findings") > headings; }));
    ASSERT_TRUE(press(QStringLiteral("finding")));
    EXPECT_TRUE(waitUntil([&] { return client.map()->selectedCode() == unit; }));
    ASSERT_TRUE(client.settle());
    ASSERT_TRUE(press(QStringLiteral("findingRecords")));
    EXPECT_TRUE(client.shows("recordTable"));
}

TEST_F(BoardTest, SeveralMattersAreMovedWithEvidenceThatIsAskedForOnce) {
    ASSERT_TRUE(save(item(0, "Well pump one")));
    ASSERT_TRUE(save(item(1, "Well pump two")));
    ASSERT_TRUE(press(QStringLiteral("nav_worklist")));
    ASSERT_TRUE(press(QStringLiteral("worklistSearch")));
    client.type(QStringLiteral("wellpump"));
    ASSERT_TRUE(waitForLines("worklist", 2));
    ASSERT_TRUE(client.settle());
    ASSERT_TRUE(press(QStringLiteral("tick")));
    QQuickItem* list = client.find(QStringLiteral("worklist"));
    ASSERT_NE(list, nullptr);
    auto* work = list->property("model").value<QAbstractItemModel*>();
    ASSERT_TRUE(QMetaObject::invokeMethod(work, "choose", Q_ARG(int, 1), Q_ARG(bool, true)));
    ASSERT_TRUE(press(QStringLiteral("batch_pledge")));
    ASSERT_TRUE(press(QStringLiteral("batchGo")));
    EXPECT_TRUE(waitUntil([&] { return !client.text(QStringLiteral("error_pledge")).isEmpty(); })) << "it is needed";
    ASSERT_TRUE(press(QStringLiteral("area_pledge")));
    client.type(QStringLiteral("done by autumn"));
    ASSERT_TRUE(press(QStringLiteral("batchGo")));
    const auto pledged = [this] {
        const auto* table = client.snapshot().findRegister("important_item");
        const std::size_t at = *table->def.fieldAt("pledge");
        return std::ranges::count_if(
            table->records, [at](const auto& record) { return model::toText(record->values[at]) == "done by autumn"; });
    };
    EXPECT_TRUE(waitUntil([&] { return pledged() == 2; }));
    EXPECT_TRUE(waitUntil([&] { return !client.text(QStringLiteral("batchOutcome")).isEmpty(); }));
}

TEST_F(BoardTest, SensitiveFieldsAreCoveredUntilAskedFor) {
    edit::AddRecord add;
    add.registerId = "talent";
    add.unit = client.snapshot().unit({Level::village, 0}).code;
    add.values = {{"person", std::string("Lee")}, {"source", std::string("local")}, {"speciality", std::string("tea")}};
    ASSERT_TRUE(save(add));
    ASSERT_TRUE(press(QStringLiteral("nav_registers")));
    ASSERT_TRUE(press(QStringLiteral("registerSearch")));
    client.type(QStringLiteral("rencaiku"));
    ASSERT_TRUE(press(QStringLiteral("register_talent")));
    ASSERT_TRUE(client.shows("tableList"));
    ASSERT_TRUE(client.settle());
    const auto named = [this] {
        const QQuickItem* list = client.find(QStringLiteral("tableList"));
        const auto* rows = list ? list->property("model").value<QAbstractItemModel*>() : nullptr;
        for (int row = 0; rows && row < rows->rowCount(); ++row) {
            if (rows->index(row, 0).data(rows->roleNames().key("cells")).toStringList().contains("Lee")) return row;
        }
        return -1;
    };
    EXPECT_EQ(named(), -1);
    ASSERT_TRUE(press(QStringLiteral("coverButton")));
    ASSERT_TRUE(waitUntil([&] { return named() >= 0; }));
    ASSERT_TRUE(press(QStringLiteral("coverButton")));
    EXPECT_TRUE(waitUntil([&] { return named() == -1; }));

    // In the form of a record they cannot be read or changed before that.
    ASSERT_TRUE(press(QStringLiteral("tableLine")));
    ASSERT_TRUE(press(QStringLiteral("editRecord")));
    ASSERT_TRUE(client.shows("uncover_person"));
    EXPECT_EQ(client.find(QStringLiteral("input_person")), nullptr);
    ASSERT_TRUE(client.settle());
    ASSERT_TRUE(press(QStringLiteral("uncover_person")));
    EXPECT_TRUE(client.shows("input_person"));
}

}  // namespace
}  // namespace xiangtu::e2e
