// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/day_map.h"

#include "app/made_county.h"
#include "app/wait.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <QDate>
#include <QSignalSpy>

namespace xiangtu::app {
namespace {

using model::Level;
using test::waitUntil;

class DayMapTest : public testing::Test {
protected:
    void SetUp() override {
        project.open(QUrl::fromLocalFile(test::makeCounty(dir / "county.sqlite")));
        ASSERT_TRUE(waitUntil([&] { return project.phase() == ProjectObject::Phase::Ready; }));
        days.setProject(&project);
        code = project.state().snapshot->unit({Level::grid, 0}).code;
        project.setClass({QString::fromStdString(code.text())}, "risk5", "red", "because");
        ASSERT_TRUE(waitUntil([&] { return classIn(project) == "red"; }));
    }
    [[nodiscard]] std::string classIn(const ProjectObject& file) const {
        const model::Snapshot& snapshot = *file.state().snapshot;
        const auto scheme = *snapshot.findScheme("risk5");
        const auto position = snapshot.classOf(scheme, snapshot.findUnit(Level::grid, code));
        return position == model::ClassColumn::kUnset ? "" : (*snapshot.schemes)[scheme].classes[position].code;
    }
    [[nodiscard]] static QString daysAgo(int days) { return QDate::currentDate().addDays(-days).toString(Qt::ISODate); }

    support::TempDir dir;
    ProjectObject project;
    DayMap days;
    model::Code code;
};

TEST_F(DayMapTest, AnotherDayIsShownOnceItIsReadAndTodayStaysOpen) {
    EXPECT_EQ(days.shown(), &project);
    ASSERT_TRUE(days.open(daysAgo(1)));
    EXPECT_EQ(days.shown(), &project) << "not before all of it is there";
    EXPECT_TRUE(days.loading());
    ASSERT_TRUE(waitUntil([&] { return days.active(); }));
    EXPECT_FALSE(days.loading());
    EXPECT_EQ(days.shown(), days.past());
    EXPECT_EQ(days.shown()->day().iso(), daysAgo(1).toStdString());
    EXPECT_NE(classIn(*days.shown()), "red");
    EXPECT_EQ(classIn(project), "red");
    EXPECT_TRUE(days.shown()->readOnly());
    EXPECT_FALSE(days.shown()->canUndo());

    days.leave();
    EXPECT_EQ(days.shown(), &project);
    EXPECT_TRUE(days.day().isEmpty());
}

TEST_F(DayMapTest, NothingCanBeChangedOnAnotherDay) {
    ASSERT_TRUE(days.open(daysAgo(1)));
    ASSERT_TRUE(waitUntil([&] { return days.active(); }));
    QSignalSpy refused(days.shown(), &ProjectObject::refused);
    days.shown()->setClass({QString::fromStdString(code.text())}, "risk5", "blue", "because");
    ASSERT_TRUE(waitUntil([&] { return refused.count() == 1; }));
    EXPECT_EQ(refused.front().front().toString(), QStringLiteral("readOnly"));
}

TEST_F(DayMapTest, TodayTheFutureAndWhatIsNoDayAreNotOpened) {
    for (const QString& day : {daysAgo(0), daysAgo(-1), QStringLiteral("2026-02-30"), QString()})
        EXPECT_FALSE(days.open(day)) << day.toStdString();
    EXPECT_EQ(days.past()->phase(), ProjectObject::Phase::Closed);
}

TEST_F(DayMapTest, ReadingCanBeLeftAndAnotherFileForgetsTheDay) {
    ASSERT_TRUE(days.open(daysAgo(1)));
    days.leave();
    EXPECT_FALSE(days.loading());
    ASSERT_TRUE(days.open(daysAgo(2)));
    ASSERT_TRUE(waitUntil([&] { return days.active(); }));
    EXPECT_EQ(days.day(), daysAgo(2));
    project.close();
    EXPECT_FALSE(days.active());
    EXPECT_TRUE(days.day().isEmpty());
}

}  // namespace
}  // namespace xiangtu::app
