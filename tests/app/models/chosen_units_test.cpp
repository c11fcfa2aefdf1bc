// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/chosen_units.h"

#include "app/made_county.h"
#include "app/models/class_reason.h"
#include "app/wait.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QSignalSpy>

#include <set>

namespace xiangtu::app {
namespace {

using model::Level;
using test::waitUntil;

class ChosenUnitsTest : public testing::Test {
protected:
    void SetUp() override {
        project.open(QUrl::fromLocalFile(test::makeCounty(dir / "county.sqlite")));
        ASSERT_TRUE(waitUntil([&] { return project.phase() == ProjectObject::Phase::Ready; }));
        scheme = *snapshot().findScheme("risk5");
        chosen.setProject(&project);
        chosen.setScheme(int(scheme));
    }
    [[nodiscard]] const model::Snapshot& snapshot() { return *project.state().snapshot; }
    [[nodiscard]] QString code(Level level, std::uint32_t row) {
        return QString::fromStdString(snapshot().unit({level, row}).code.text());
    }
    [[nodiscard]] geom::GeoPoint middle(Level level, std::uint32_t row) {
        return geom::toGeo(snapshot().table(level).shapes.centroid(row));
    }
    /// A ring around a box, a little larger than it.
    [[nodiscard]] static QList<double> around(const geom::GridBox& box) {
        const geom::GeoPoint a = geom::toGeo(box.min), b = geom::toGeo(box.max);
        constexpr double kMore = 1e-4;
        return {a.lon - kMore, a.lat - kMore, b.lon + kMore, a.lat - kMore,
                b.lon + kMore, b.lat + kMore, a.lon - kMore, b.lat + kMore};
    }
    [[nodiscard]] int having(int index) { return chosen.classes()[index].toMap()["count"].toInt(); }

    support::TempDir dir;
    ProjectObject project;
    ChosenUnits chosen;
    std::size_t scheme = 0;
};

TEST_F(ChosenUnitsTest, TheFirstOneDecidesTheLevel) {
    const geom::GeoPoint first = middle(Level::grid, 3), second = middle(Level::grid, 40);
    chosen.toggleAt(first.lon, first.lat);
    EXPECT_EQ(chosen.codes(), QStringList{code(Level::grid, 3)});
    chosen.toggle(code(Level::village, 0));
    EXPECT_EQ(chosen.count(), 1) << "a village is not one of several grids";
    chosen.toggleAt(second.lon, second.lat);
    EXPECT_EQ(chosen.count(), 2);
    chosen.toggleAt(first.lon, first.lat);
    EXPECT_EQ(chosen.codes(), QStringList{code(Level::grid, 40)});
    chosen.clear();
    chosen.toggle(code(Level::village, 0));
    chosen.toggleAt(second.lon, second.lat);
    for (const QString& each : chosen.codes()) EXPECT_EQ(each.size(), 12);
}

TEST_F(ChosenUnitsTest, ALassoTakesTheUnitsWhoseCentreLiesInside) {
    QSignalSpy changed(&chosen, &ChosenUnits::chosenChanged);
    chosen.addWithin(around(snapshot().table(Level::village).shapes.box(2)));
    ASSERT_TRUE(waitUntil([&] { return changed.count() == 1; }));
    std::set<QString> inside;
    const auto& grids = snapshot().table(Level::grid);
    for (std::uint32_t row = 0; row < grids.units.size(); ++row) {
        if (snapshot().ancestor({Level::grid, row}, Level::village).row == 2) inside.insert(code(Level::grid, row));
    }
    ASSERT_EQ(inside.size(), 16u);
    const QStringList codes = chosen.codes();
    EXPECT_EQ(std::set<QString>(codes.begin(), codes.end()), inside);
    // What they add up to: the village they tile.
    const auto households = snapshot().unit({Level::village, 2}).households;
    ASSERT_TRUE(waitUntil([&] { return chosen.households().contains(QString::number(households)); }))
        << chosen.households().toStdString();
    int all = 0;
    for (int i = 0; i < chosen.classes().size(); ++i) all += having(i);
    EXPECT_GT(all, 0);
    EXPECT_LE(all, 16) << "one grid in six has no class of its own";

    QSignalSpy nothing(&chosen, &ChosenUnits::foundNothing);
    chosen.addWithin({0, 0, 0.001, 0, 0.001, 0.001});
    ASSERT_TRUE(waitUntil([&] { return nothing.count() == 1; }));
    EXPECT_EQ(chosen.count(), 16) << "what was chosen stays";
}

TEST_F(ChosenUnitsTest, OneClassForAllIsOneChange) {
    for (const std::uint32_t row : {0u, 1u, 2u, 3u, 4u, 5u}) chosen.toggle(code(Level::grid, row));
    std::vector<std::uint8_t> before;
    for (std::uint32_t row = 0; row < 6; ++row) before.push_back(snapshot().classOf(scheme, {Level::grid, row}));
    QSignalSpy saved(&project, &ProjectObject::changeSaved);
    chosen.setClass(2, QStringLiteral("汛期排查"));
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    for (std::uint32_t row = 0; row < 6; ++row) EXPECT_EQ(snapshot().classOf(scheme, {Level::grid, row}), 2);
    ASSERT_TRUE(waitUntil([&] { return having(2) == 6; }));
    EXPECT_TRUE(chosen.classes()[2].toMap()["current"].toBool());

    QSignalSpy takenBack(&project, &ProjectObject::changeTakenBack);
    project.undo();
    ASSERT_TRUE(waitUntil([&] { return takenBack.count() == 1; }));
    for (std::uint32_t row = 0; row < 6; ++row) {
        EXPECT_EQ(snapshot().classOf(scheme, {Level::grid, row}), before[row]) << row;
    }
    EXPECT_EQ(chosen.count(), 6);
    project.close();
    EXPECT_EQ(chosen.count(), 0);
}

TEST_F(ChosenUnitsTest, ReasonsGivenLatelyAreOfferedNewestFirst) {
    ClassReason reason;
    reason.setScheme(int(scheme));
    reason.setProject(&project);
    for (const char* words : {"走访", "汛期漏雨", "走访"}) {
        QSignalSpy saved(&project, &ProjectObject::changeSaved);
        chosen.clear();
        chosen.toggle(code(Level::grid, 7));
        chosen.setClass(snapshot().classOf(scheme, {Level::grid, 7}) == 1 ? 0 : 1, QString::fromUtf8(words));
        ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    }
    ASSERT_TRUE(waitUntil([&] { return reason.recent().startsWith(QStringLiteral("走访")); }));
    EXPECT_EQ(reason.recent().value(1), QStringLiteral("汛期漏雨"));
    EXPECT_EQ(reason.recent().count(QStringLiteral("走访")), 1);
}

TEST_F(ChosenUnitsTest, APhotoGoesWithTheClassIntoTheHistory) {
    const QString file = QString::fromStdString((dir / "院落.png").string());
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    ASSERT_TRUE(image.save(file));
    ClassReason reason;
    reason.setProject(&project);
    reason.addPhoto(QUrl::fromLocalFile(file));
    ASSERT_TRUE(waitUntil([&] { return !reason.busy(); }));
    ASSERT_EQ(reason.photo().size(), 64);

    chosen.toggle(code(Level::grid, 9));
    QSignalSpy saved(&project, &ProjectObject::changeSaved);
    chosen.setClass(snapshot().classOf(scheme, {Level::grid, 9}) == 1 ? 0 : 1, QStringLiteral("走访"), reason.photo());
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    QString kept;
    QObject::connect(&project, &ProjectObject::historyLoaded, &chosen,
                     [&](const QString&, const std::vector<store::ClassRecord>& records) {
                         kept = QString::fromStdString(records.front().photo);
                     });
    project.loadHistory({Level::grid, 9});
    ASSERT_TRUE(waitUntil([&] { return !kept.isEmpty(); }));
    EXPECT_EQ(kept, reason.photo());

    reason.addPhoto(QUrl::fromLocalFile(file + QStringLiteral(".gone")));
    QSignalSpy failed(&project, &ProjectObject::failed);
    ASSERT_TRUE(waitUntil([&] { return !reason.busy(); }));
    EXPECT_EQ(failed.count(), 1) << "and what was chosen before stays";
    EXPECT_EQ(reason.photo(), kept);
    project.close();
    EXPECT_TRUE(reason.photo().isEmpty());
}

}  // namespace
}  // namespace xiangtu::app
