// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/log_model.h"

#include "app/history/chain_model.h"
#include "app/made_county.h"
#include "app/wait.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <optional>
#include <set>

namespace xiangtu::app {
namespace {

using model::Level;
using test::waitUntil;

class LogModelTest : public testing::Test {
protected:
    void SetUp() override {
        project.open(QUrl::fromLocalFile(test::makeCounty(dir / "county.sqlite")));
        ASSERT_TRUE(waitUntil([&] { return project.phase() == ProjectObject::Phase::Ready; }));
        log.setProject(&project);
        log.setActive(true);
        ASSERT_TRUE(waitUntil([&] { return !log.busy() && log.total() == 0; }));
    }
    /// So many changes by that author, one grid after the other.
    void change(int count, const QString& author) {
        project.setAuthor(author);
        const int before = log.total();
        for (int i = 0; i < count; ++i) {
            const model::UnitRef grid{Level::grid, std::uint32_t(changes++)};
            const std::string code = project.state().snapshot->unit(grid).code.text();
            project.setClass({QString::fromStdString(code)}, "risk5", changes % 2 == 0 ? "red" : "blue", "because");
        }
        ASSERT_TRUE(waitUntil([&] { return !log.busy() && log.total() == before + count; }));
    }
    [[nodiscard]] QVariant at(int row, int role) const { return log.data(log.index(row), role); }

    support::TempDir dir;
    ProjectObject project;
    LogModel log;
    std::optional<QAbstractItemModelTester> tester{std::in_place, &log,
                                                   QAbstractItemModelTester::FailureReportingMode::Fatal};
    int changes = 0;
};

TEST_F(LogModelTest, ReadsPageAfterPageAndNeverMore) {
    tester.reset();  // it asks for all pages itself
    change(150, QStringLiteral("王芳"));
    ASSERT_TRUE(waitUntil([&] { return log.count() >= int(LogModel::kPage); }));
    const int first = log.count();
    EXPECT_LT(first, 150);
    while (log.canFetchMore({})) {
        const int before = log.count();
        log.fetchMore({});
        ASSERT_TRUE(waitUntil([&] { return !log.busy(); }));
        EXPECT_LE(log.count(), before + int(LogModel::kPage));
    }
    EXPECT_EQ(log.count(), 150);
    std::set<qint64> seen;
    for (int row = 0; row < log.count(); ++row) seen.insert(at(row, LogModel::SeqRole).toLongLong());
    EXPECT_EQ(seen.size(), 150u);
}

TEST_F(LogModelTest, SaysWhoDidWhatWhenAndWhy) {
    change(1, QStringLiteral("王芳"));
    const model::Unit& unit = project.state().snapshot->unit({Level::grid, 0});
    EXPECT_TRUE(at(0, LogModel::SentenceRole).toString().startsWith(QString::fromStdString(unit.name)));
    EXPECT_EQ(at(0, LogModel::AuthorRole).toString(), QStringLiteral("王芳"));
    EXPECT_EQ(at(0, LogModel::ReasonRole).toString(), QStringLiteral("because"));
    EXPECT_EQ(at(0, LogModel::KindRole).toString(), QStringLiteral("classes"));
    EXPECT_EQ(at(0, LogModel::UnitRole).toString(), QString::fromStdString(unit.code.text()));
    EXPECT_TRUE(at(0, LogModel::MomentRole).toString().startsWith(QString::fromStdString(base::Date::today().iso())));
    EXPECT_TRUE(at(0, LogModel::StandingRole).toBool());

    project.undo();
    ASSERT_TRUE(waitUntil([&] { return log.count() == 2; }));
    EXPECT_TRUE(at(0, LogModel::TakesBackRole).toBool());
    EXPECT_FALSE(at(1, LogModel::StandingRole).toBool());
    EXPECT_TRUE(at(0, LogModel::SentenceRole).toString().contains(at(1, LogModel::SentenceRole).toString()))
        << "what was taken back is named as it was done";
    project.redo();
    ASSERT_TRUE(waitUntil([&] { return log.count() == 3; }));
    EXPECT_FALSE(at(0, LogModel::TakesBackRole).toBool());
    EXPECT_TRUE(at(0, LogModel::SentenceRole).toString().contains(at(2, LogModel::SentenceRole).toString()));
}

TEST_F(LogModelTest, SaysWhatWasDeclaredAnew) {
    model::Catalogue catalogue = *project.state().snapshot->catalogue;
    model::RegisterDef def;
    def.id = "shop";
    def.title = {"小店", "小店"};
    def.anchorLevel = Level::village;
    def.fields.resize(1);
    def.fields[0].name = "name";
    def.fields[0].title = {"名称", "名称"};
    catalogue.registers.push_back(def);
    project.setAuthor(QStringLiteral("王芳"));
    const auto saved = [](const ProjectObject::Answer& answer) { EXPECT_TRUE(answer.saved()); };
    project.setCatalogue(catalogue, &log, saved);
    ASSERT_TRUE(waitUntil([&] { return log.count() == 1; }));
    EXPECT_TRUE(at(0, LogModel::SentenceRole).toString().contains(QStringLiteral("小店")));
    EXPECT_EQ(at(0, LogModel::AuthorRole).toString(), QStringLiteral("王芳"));
    EXPECT_EQ(at(0, LogModel::KindRole).toString(), QStringLiteral("catalogue"));

    catalogue.registers.back().fields[0].title = {"店名", "店名"};
    for (const char* name : {"a", "b", "c", "d", "e", "f", "g"}) {
        catalogue.registers.back().fields.push_back(def.fields[0]);
        catalogue.registers.back().fields.back().name = name;
    }
    project.setCatalogue(catalogue, &log, saved);
    ASSERT_TRUE(waitUntil([&] { return log.count() == 2; }));
    const QString sentence = at(0, LogModel::SentenceRole).toString();
    EXPECT_TRUE(sentence.contains(QStringLiteral("店名")) && sentence.contains(QStringLiteral("名称")))
        << sentence.toStdString();
    EXPECT_TRUE(sentence.contains(QLatin1Char('2'))) << "two of eight are not named: " << sentence.toStdString();

    QSignalSpy refused(&project, &ProjectObject::refused);
    project.undo();
    ASSERT_TRUE(waitUntil([&] { return refused.count() == 1; }));
    EXPECT_EQ(refused.at(0).at(0).toString(), QStringLiteral("catalogueChanged"));
    log.setKind(QStringLiteral("borders"));
    ASSERT_TRUE(waitUntil([&] { return !log.busy() && log.count() == 0; }));
    log.setKind(QStringLiteral("catalogue"));
    ASSERT_TRUE(waitUntil([&] { return log.count() == 2; }));
}

TEST_F(LogModelTest, FiltersTogetherAndForgetsThemWithTheFile) {
    change(2, QStringLiteral("王芳"));
    change(3, QStringLiteral("李强"));
    log.setAuthor(QStringLiteral("李强"));
    ASSERT_TRUE(waitUntil([&] { return log.count() == 3; }));
    log.setWithin(QString::fromStdString(project.state().snapshot->unit({Level::grid, 2}).code.text()));
    ASSERT_TRUE(waitUntil([&] { return log.count() == 1; }));
    EXPECT_EQ(log.total(), 1);
    EXPECT_EQ(log.authors().size(), 3) << "everybody, and the two there are";
    EXPECT_TRUE(log.filtered());
    project.reopen();
    EXPECT_FALSE(log.filtered());
    ASSERT_TRUE(waitUntil([&] { return log.count() == 5; }));
}

TEST_F(LogModelTest, TheChainIsCheckedUntilTheNextChange) {
    change(2, QStringLiteral("王芳"));
    ChainModel chain;
    chain.setProject(&project);
    EXPECT_FALSE(chain.checked());
    chain.check();
    ASSERT_TRUE(waitUntil([&] { return chain.checked(); }));
    EXPECT_TRUE(chain.whole());
    EXPECT_EQ(chain.lines(), 2);
    EXPECT_EQ(chain.head().size(), 64);
    change(1, QStringLiteral("王芳"));
    EXPECT_FALSE(chain.checked());
}

}  // namespace
}  // namespace xiangtu::app
