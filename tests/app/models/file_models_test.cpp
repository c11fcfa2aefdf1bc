// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/dossier_model.h"
#include "app/models/legend_model.h"
#include "app/models/scheme_model.h"
#include "app/models/search_model.h"

#include "app/made_county.h"
#include "app/wait.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

namespace xiangtu::app {
namespace {

using model::Level;
using test::waitUntil;

/// The models that follow an open file.
class FileModels : public testing::Test {
protected:
    void SetUp() override {
        project.open(QUrl::fromLocalFile(test::makeCounty(dir / "county.sqlite")));
        ASSERT_TRUE(waitUntil([this] { return project.phase() == ProjectObject::Phase::Ready; }));
    }
    [[nodiscard]] const model::Snapshot& snapshot() const { return *project.state().snapshot; }
    [[nodiscard]] QString codeOf(model::UnitRef ref) const {
        return QString::fromStdString(snapshot().unit(ref).code.text());
    }
    [[nodiscard]] int schemeIndex(const char* key) const { return int(*snapshot().findScheme(key)); }

    support::TempDir dir;
    ProjectObject project;
};

class SearchModelTest : public FileModels {
protected:
    void find(const QString& query) {
        search.setProject(&project);
        search.setQuery(query);
        ASSERT_TRUE(waitUntil([this] { return !search.searching(); }));
    }
    SearchModel search;
    QAbstractItemModelTester tester{&search, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(SearchModelTest, FindsByCode) {
    const QString code = codeOf({Level::village, 5});
    find(code);
    ASSERT_GE(search.count(), 1);
    EXPECT_EQ(search.codeAt(0), code);
    EXPECT_TRUE(search.codeAt(search.count()).isEmpty());
}

TEST_F(SearchModelTest, RepeatsAreToldApartByTheirPath) {
    const QString name = QString::fromStdString(snapshot().unit({Level::village, 0}).name);
    find(name);
    ASSERT_GE(search.count(), 2);
    const auto path = [this](int row) { return search.data(search.index(row), SearchModel::PathRole).toString(); };
    const auto found = [this](int row) { return search.data(search.index(row), SearchModel::NameRole).toString(); };
    EXPECT_EQ(found(0), found(1));
    EXPECT_NE(path(0), path(1));
}

TEST_F(SearchModelTest, AnEmptyQueryFindsNothing) {
    find(QStringLiteral("99"));
    EXPECT_GT(search.count(), 0);
    search.setQuery(QStringLiteral("  "));
    EXPECT_EQ(search.count(), 0);
    EXPECT_FALSE(search.searching());
}

TEST_F(SearchModelTest, ClosingTheFileForgetsTheHits) {
    find(QStringLiteral("99"));
    ASSERT_GT(search.count(), 0);
    project.close();
    EXPECT_EQ(search.count(), 0);
}

TEST_F(FileModels, SchemesOfTheFileAreListed) {
    SchemeModel schemes;
    QAbstractItemModelTester tester(&schemes, QAbstractItemModelTester::FailureReportingMode::Fatal);
    schemes.setProject(&project);
    ASSERT_EQ(schemes.count(), int(snapshot().schemes->size()));
    const int risk = schemeIndex("risk5");
    EXPECT_EQ(schemes.data(schemes.index(risk), SchemeModel::KeyRole).toString(), QStringLiteral("risk5"));
    EXPECT_FALSE(schemes.data(schemes.index(risk), SchemeModel::TextRole).toString().isEmpty());
    project.close();
    EXPECT_EQ(schemes.count(), 0);
}

class DossierModelTest : public FileModels {
protected:
    void SetUp() override {
        FileModels::SetUp();
        dossier.setProject(&project);
        dossier.setScheme(schemeIndex("risk5"));
    }
    void settle() {
        ASSERT_TRUE(waitUntil([this] { return !dossier.loading(); }));
    }
    DossierModel dossier;
};

TEST_F(DossierModelTest, SelectsTheSmallestUnitAtAPlace) {
    const geom::GridBox box = snapshot().table(Level::grid).shapes.box(100);
    const geom::GeoPoint a = geom::toGeo(box.min);
    const geom::GeoPoint b = geom::toGeo(box.max);
    const geom::GeoPoint middle{(a.lon + b.lon) / 2, (a.lat + b.lat) / 2};
    dossier.selectAt(middle.lon, middle.lat);
    EXPECT_EQ(dossier.code(), codeOf({Level::grid, 100}));
    EXPECT_EQ(dossier.name(), QString::fromStdString(snapshot().unit({Level::grid, 100}).name));
    settle();
    const QVariantList crumbs = dossier.crumbs();
    ASSERT_EQ(crumbs.size(), 5);
    EXPECT_EQ(crumbs[0].toMap()["code"].toString(), codeOf({Level::county, 0}));
    EXPECT_TRUE(crumbs[4].toMap()["current"].toBool());

    dossier.selectAt(0, 0);
    EXPECT_FALSE(dossier.active());
    EXPECT_TRUE(dossier.crumbs().isEmpty());
}

TEST_F(DossierModelTest, ACodeThatIsNotInTheFileSelectsNothing) {
    dossier.setCode(QStringLiteral("123456"));
    EXPECT_FALSE(dossier.active());
    dossier.setCode(QStringLiteral("abc"));
    EXPECT_FALSE(dossier.active());
}

TEST_F(DossierModelTest, SetsAClassAndShowsItsReasonAndHistory) {
    project.setAuthor(QStringLiteral("田春花"));
    dossier.setCode(codeOf({Level::grid, 3}));
    settle();
    ASSERT_EQ(dossier.classes().size(), 5);
    int wanted = 0;
    while (dossier.classes()[wanted].toMap()["current"].toBool()) ++wanted;
    QSignalSpy saved(&project, &ProjectObject::changeSaved);
    dossier.setClass(wanted, QStringLiteral("汛期漏雨"));
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    ASSERT_TRUE(waitUntil([&] { return dossier.classReason() == QStringLiteral("汛期漏雨"); }));
    EXPECT_TRUE(dossier.classes()[wanted].toMap()["current"].toBool());
    EXPECT_EQ(dossier.className(), dossier.classes()[wanted].toMap()["meaning"].toString());
    EXPECT_EQ(dossier.classAuthor(), QStringLiteral("田春花"));
    EXPECT_EQ(dossier.classSince().size(), 10);
    EXPECT_EQ(dossier.history().first().toMap()["reason"].toString(), QStringLiteral("汛期漏雨"));
}

TEST_F(DossierModelTest, ClosingTheFileClosesTheDossier) {
    dossier.setCode(codeOf({Level::village, 0}));
    settle();
    EXPECT_FALSE(dossier.shares().isEmpty());
    project.close();
    EXPECT_FALSE(dossier.active());
    EXPECT_TRUE(dossier.name().isEmpty());
}

class LegendModelTest : public FileModels {
protected:
    void SetUp() override {
        FileModels::SetUp();
        map.setStyleDir(QStringLiteral(XIANGTU_DATA_DIR "/styles"));
        map.setMapOptions(&options);
        options.setScheme(schemeIndex("risk5"));
        map.setSize({600, 400});
        map.setProject(&project);
        legend.setMap(&map);
        ASSERT_TRUE(waitUntil([this] { return legend.count() > 0 && !legend.busy(); }));
    }
    [[nodiscard]] QString amount(int row) const {
        return legend.data(legend.index(row), LegendModel::AmountRole).toString();
    }
    MapOptions options;
    MapItem map;
    LegendModel legend;
    QAbstractItemModelTester tester{&legend, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(LegendModelTest, CountsEveryGridOnce) {
    int all = 0;
    for (int row = 0; row < legend.count(); ++row) all += amount(row).toInt();
    EXPECT_EQ(all, 256);
    EXPECT_FALSE(legend.title().isEmpty());
    EXPECT_FALSE(legend.counted().isEmpty());
}

TEST_F(LegendModelTest, SwitchingAClassReachesTheMap) {
    const int position = legend.data(legend.index(1), LegendModel::ClassRole).toInt();
    ASSERT_GE(position, 0);
    legend.setShown(1, false);
    EXPECT_FALSE(options.classShown(position));
    ASSERT_TRUE(waitUntil([this] { return !legend.data(legend.index(1), LegendModel::ShownRole).toBool(); }));
    legend.setShown(1, true);
    EXPECT_TRUE(options.classShown(position));
}

TEST_F(LegendModelTest, FollowsTheTheme) {
    const QString before = legend.title();
    options.setTheme(QStringLiteral("party_coverage"));
    ASSERT_TRUE(waitUntil([&] { return !legend.busy() && legend.title() != before; }));
    EXPECT_EQ(legend.data(legend.index(0), LegendModel::KeyRole).toString(), QStringLiteral("served"));
    EXPECT_EQ(legend.data(legend.index(0), LegendModel::ClassRole).toInt(), -1);
}

TEST_F(LegendModelTest, FollowsAnEdit) {
    const QString first = amount(0);
    const QString code = codeOf({Level::grid, 0});
    const auto& classes = (*snapshot().schemes)[std::size_t(schemeIndex("risk5"))].classes;
    const bool isFirst = snapshot().classOf(std::size_t(schemeIndex("risk5")), {Level::grid, 0}) == 0;
    project.setClass({code}, QStringLiteral("risk5"), QString::fromStdString(classes[isFirst ? 1 : 0].code),
                     QStringLiteral("走访"));
    ASSERT_TRUE(waitUntil([&] { return amount(0) != first; }));
    EXPECT_EQ(amount(0).toInt(), first.toInt() + (isFirst ? -1 : 1));
}

}  // namespace
}  // namespace xiangtu::app
