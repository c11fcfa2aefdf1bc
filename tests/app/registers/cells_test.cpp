// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/cell_list_model.h"

#include "app/made_county.h"
#include "app/wait.h"
#include "geodesy/area.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace xiangtu::app {
namespace {

using model::Level;
using test::waitUntil;

class CellsTest : public testing::Test {
protected:
    void SetUp() override {
        project.open(QUrl::fromLocalFile(test::makeCounty(dir / "county.sqlite")));
        ASSERT_TRUE(waitUntil([&] { return project.phase() == ProjectObject::Phase::Ready; }));
        project.setAuthor(QStringLiteral("田春花"));
        cells.setProject(&project);
        cells.setScheme(int(*snapshot().findScheme("risk5")));
        const geom::GeoPoint centre = middle(100);
        cells.setCentre(centre.lon, centre.lat);
        cells.setActive(true);
        ASSERT_TRUE(settled());
    }
    [[nodiscard]] bool settled() {
        return waitUntil([&] { return !cells.busy(); });
    }
    [[nodiscard]] const model::Snapshot& snapshot() { return *project.state().snapshot; }
    [[nodiscard]] geom::GeoPoint middle(std::uint32_t grid) {
        return geom::toGeo(snapshot().table(Level::grid).shapes.centroid(grid));
    }
    [[nodiscard]] QString text(int row, int role) { return cells.index(row).data(role).toString(); }
    [[nodiscard]] QString codeOf(model::UnitRef unit) {
        return QString::fromStdString(snapshot().unit(unit).code.text());
    }
    [[nodiscard]] bool add(edit::AddRecord record) {
        bool answered = false, saved = false;
        project.apply(record, &project, [&](const auto& answer) {
            answered = true;
            saved = answer.saved();
            if (answer.refusal) ADD_FAILURE() << answer.refusal->detail;
        });
        return waitUntil([&] { return answered; }) && saved && settled();
    }
    support::TempDir dir;
    ProjectObject project;
    CellListModel cells;
    QAbstractItemModelTester tester{&cells, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(CellsTest, TheNearestComesFirst) {
    EXPECT_EQ(cells.count(), 0) << "nobody made the author answer for anything";
    cells.setScope(QStringLiteral("all"));
    ASSERT_TRUE(settled());
    ASSERT_EQ(cells.count(), 256);
    EXPECT_EQ(cells.codeAt(0), codeOf({Level::grid, 100}));
    const geom::GeoPoint centre = middle(100);
    double last = 0;
    for (int row = 0; row < cells.count(); ++row) {
        const auto code = model::Code::parse(cells.codeAt(row).toStdString());
        const double metres = geodesy::distance(centre, middle(snapshot().findUnit(Level::grid, *code).row));
        EXPECT_GE(metres, last * 0.998) << row;
        last = metres;
    }
    cells.setCentre(middle(7).lon, middle(7).lat);
    ASSERT_TRUE(settled());
    EXPECT_EQ(cells.codeAt(0), codeOf({Level::grid, 7}));
}

TEST_F(CellsTest, MineAreThoseOfTheUnitsIAnswerFor) {
    edit::AddRecord duty;
    duty.registerId = "responsibility";
    duty.unit = snapshot().unit({Level::village, 3}).code;
    const auto& def = snapshot().findRegister("responsibility")->def;
    duty.values = {{"person", std::string("田春花")}, {"role", def.findField("role")->choices.front().code}};
    ASSERT_TRUE(add(duty));
    ASSERT_EQ(cells.count(), 16);
    for (int row = 0; row < cells.count(); ++row) {
        EXPECT_TRUE(cells.codeAt(row).startsWith(codeOf({Level::village, 3}))) << row;
    }
    project.setAuthor(QStringLiteral("别人"));
    ASSERT_TRUE(settled());
    EXPECT_EQ(cells.count(), 0);
}

TEST_F(CellsTest, ColoursAreCountedAndFilterTheList) {
    cells.setScope(QStringLiteral("within"));
    cells.setWithin(codeOf({Level::township, 1}));
    ASSERT_TRUE(settled());
    ASSERT_EQ(cells.count(), 64);
    int all = 0;
    for (const QVariant& each : cells.classes()) all += each.toMap()["count"].toInt();
    EXPECT_LE(all, 64);
    cells.setOnlyClass(2);
    ASSERT_TRUE(settled());
    EXPECT_EQ(cells.count(), cells.classes()[2].toMap()["count"].toInt());
    EXPECT_GT(cells.count(), 0);
    cells.setOnlyClass(-1);
    cells.setOrder(QStringLiteral("colour"));
    ASSERT_TRUE(settled());
    EXPECT_EQ(text(0, CellListModel::ClassNameRole), cells.classes()[0].toMap()["meaning"].toString());
    // A cell that changes its colour changes it in the list.
    QSignalSpy saved(&project, &ProjectObject::changeSaved);
    const QString first = cells.codeAt(0);
    project.setClass({first}, QStringLiteral("risk5"),
                     QString::fromStdString((*snapshot().schemes)[std::size_t(cells.scheme())].classes[4].code),
                     QStringLiteral("走访"));
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    ASSERT_TRUE(settled());
    EXPECT_NE(cells.codeAt(0), first);
}

TEST_F(CellsTest, WhatIsDueFirstComesFirst) {
    const auto& registers = snapshot().catalogue->registers;
    const auto def = std::ranges::find_if(registers, [&](const model::RegisterDef& each) {
        if (each.anchor != model::Anchor::point || each.lifecycle.empty()) return false;
        const model::Lifecycle* lifecycle = snapshot().catalogue->findLifecycle(each.lifecycle);
        return lifecycle->states.front().days.has_value();
    });
    ASSERT_NE(def, registers.end()) << "no register of matters with a place";
    edit::AddRecord matter;
    matter.registerId = def->id;
    const geom::GeoPoint place = middle(200);
    matter.shape = place;
    for (const model::FieldDef& field : def->fields) {
        if (!field.required) continue;
        if (!field.choices.empty())
            matter.values.push_back({field.name, field.choices.front().code});
        else if (field.type == model::FieldType::integer || field.type == model::FieldType::year)
            matter.values.push_back({field.name, std::int64_t{2026}});
        else
            matter.values.push_back({field.name, std::string("雨后查看")});
    }
    ASSERT_TRUE(add(matter));
    cells.setScope(QStringLiteral("all"));
    cells.setOrder(QStringLiteral("due"));
    ASSERT_TRUE(settled());
    EXPECT_EQ(cells.codeAt(0), codeOf({Level::grid, 200}));
    EXPECT_FALSE(text(0, CellListModel::DueRole).isEmpty());
    EXPECT_TRUE(text(1, CellListModel::DueRole).isEmpty());
}

TEST_F(CellsTest, ACellIsFoundByNamePinyinAndCode) {
    cells.setScope(QStringLiteral("all"));
    cells.setQuery(codeOf({Level::grid, 5}));
    ASSERT_TRUE(settled());
    ASSERT_EQ(cells.count(), 1);
    EXPECT_EQ(cells.codeAt(0), codeOf({Level::grid, 5}));
    project.close();
    EXPECT_TRUE(waitUntil([&] { return cells.count() == 0; }));
}

}  // namespace
}  // namespace xiangtu::app
