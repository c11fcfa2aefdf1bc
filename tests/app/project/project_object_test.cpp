// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/project_object.h"

#include "app/made_county.h"
#include "app/wait.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QSignalSpy>

namespace xiangtu::app {
namespace {

using test::waitUntil;
using Phase = ProjectObject::Phase;

class ProjectObjectTest : public testing::Test {
protected:
    void open(const QString& path) {
        project.open(QUrl::fromLocalFile(path));
        ASSERT_TRUE(waitUntil([this] { return project.phase() == Phase::Ready || project.phase() == Phase::Failed; }));
    }
    [[nodiscard]] QString firstGrid() const {
        return QString::fromStdString(project.state().snapshot->table(model::Level::grid).units.front().code.text());
    }
    [[nodiscard]] std::uint8_t firstGridClass() const {
        const auto scheme = project.state().snapshot->findScheme("risk5");
        return project.state().snapshot->classOf(*scheme, {model::Level::grid, 0});
    }

    support::TempDir dir;
    ProjectObject project;
};

TEST_F(ProjectObjectTest, OpensAFileOnItsOwnThread) {
    std::vector<Phase> phases;
    QObject::connect(&project, &ProjectObject::phaseChanged, [&] { phases.push_back(project.phase()); });
    const QString file = test::makeCounty(dir / "县.sqlite");
    project.open(QUrl::fromLocalFile(file));
    EXPECT_EQ(project.phase(), Phase::Opening);
    EXPECT_EQ(project.state().snapshot, nullptr);
    ASSERT_TRUE(waitUntil([&] { return project.phase() == Phase::Ready; }));
    EXPECT_EQ(phases, (std::vector{Phase::Opening, Phase::Overview, Phase::Ready}));
    EXPECT_EQ(project.file(), file);
    EXPECT_EQ(project.title(), QStringLiteral("样例县"));
    EXPECT_TRUE(project.demo());
    EXPECT_FALSE(project.readOnly());
    EXPECT_FALSE(project.empty());
    EXPECT_TRUE(project.state().complete);
    EXPECT_EQ(project.state().snapshot->table(model::Level::grid).units.size(), 256u);
}

TEST_F(ProjectObjectTest, NamesTheKindOfFaultOfABadFile) {
    support::writeFile(dir / "text.sqlite",
                       "this is a letter, not a database; it is long enough to be read as a header");
    open(QString::fromStdString((dir / "text.sqlite").string()));
    EXPECT_EQ(project.phase(), Phase::Failed);
    EXPECT_EQ(project.errorKind(), QStringLiteral("notADatabase"));
    EXPECT_TRUE(project.errorText().contains(QStringLiteral("text.sqlite")));
    EXPECT_EQ(project.state().snapshot, nullptr);
}

TEST_F(ProjectObjectTest, AMissingFileIsAStateToo) {
    open(QString::fromStdString((dir / "gone.sqlite").string()));
    EXPECT_EQ(project.phase(), Phase::Failed);
    EXPECT_EQ(project.errorKind(), QStringLiteral("io"));
}

TEST_F(ProjectObjectTest, ReopensAfterTheFileWasMended) {
    const auto path = dir / "later.sqlite";
    open(QString::fromStdString(path.string()));
    ASSERT_EQ(project.phase(), Phase::Failed);
    test::makeCounty(path);
    project.reopen();
    ASSERT_TRUE(waitUntil([&] { return project.phase() == Phase::Ready; }));
    EXPECT_TRUE(project.errorKind().isEmpty());
}

TEST_F(ProjectObjectTest, AFileWithoutUnitsIsOpenAndEmpty) {
    open(test::makeEmptyFile(dir / "empty.sqlite"));
    EXPECT_EQ(project.phase(), Phase::Ready);
    EXPECT_TRUE(project.empty());
}

TEST_F(ProjectObjectTest, CancelGoesBackToClosed) {
    project.open(QUrl::fromLocalFile(test::makeCounty(dir / "county.sqlite", {.side = 64})));
    project.cancel();
    EXPECT_EQ(project.phase(), Phase::Closed);
    QSignalSpy phases(&project, &ProjectObject::phaseChanged);
    // A file asked for later is the next thing heard of: the stopped one says nothing any more.
    open(test::makeCounty(dir / "second.sqlite"));
    EXPECT_EQ(project.phase(), Phase::Ready);
    EXPECT_EQ(project.state().snapshot->table(model::Level::grid).units.size(), 256u);
    EXPECT_EQ(phases.count(), 3);
}

TEST_F(ProjectObjectTest, SetsAClassAndTakesItBack) {
    open(test::makeCounty(dir / "county.sqlite"));
    project.setAuthor(QStringLiteral("田春花"));
    const std::uint8_t before = firstGridClass();
    const auto& classes = (*project.state().snapshot->schemes)[*project.state().snapshot->findScheme("risk5")].classes;
    const std::size_t wanted = before == 2 ? 3 : 2;
    QSignalSpy saved(&project, &ProjectObject::changeSaved);
    QSignalSpy takenBack(&project, &ProjectObject::changeTakenBack);
    EXPECT_FALSE(project.canUndo());

    project.setClass({firstGrid()}, QStringLiteral("risk5"), QString::fromStdString(classes[wanted].code),
                     QStringLiteral("滑坡隐患"));
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    EXPECT_EQ(firstGridClass(), wanted);
    EXPECT_TRUE(project.canUndo());

    project.undo();
    ASSERT_TRUE(waitUntil([&] { return takenBack.count() == 1; }));
    EXPECT_EQ(firstGridClass(), before);
    EXPECT_FALSE(project.canUndo());
}

TEST_F(ProjectObjectTest, AnEditMadeWhileTheFileIsReadIsAppliedAndKept) {
    const QString file = test::makeCounty(dir / "county.sqlite", {.side = 64});
    for (const char* wanted : {"red", "green"}) {
        SCOPED_TRACE(wanted);
        std::vector<QString> events;
        const auto saved = QObject::connect(&project, &ProjectObject::changeSaved, [&] { events.push_back("saved"); });
        const auto phase = QObject::connect(&project, &ProjectObject::phaseChanged, [&] {
            if (project.phase() == Phase::Ready) events.push_back("ready");
            if (project.phase() != Phase::Overview) return;
            events.push_back("edit");
            project.setClass({QStringLiteral("990000")}, QStringLiteral("risk5"), QString::fromLatin1(wanted),
                             QStringLiteral("走访"));
        });
        open(file);
        ASSERT_TRUE(waitUntil([&] { return events.size() >= 3; }));
        EXPECT_EQ(events, (std::vector<QString>{"edit", "ready", "saved"})) << "it waits for the file, not the user";
        QObject::disconnect(saved);
        QObject::disconnect(phase);
        const auto classNow = [&] {
            const model::Snapshot& s = *project.state().snapshot;
            const auto scheme = *s.findScheme("risk5");
            const std::uint8_t at = s.classOf(scheme, {model::Level::county, 0});
            return at < (*s.schemes)[scheme].classes.size() ? (*s.schemes)[scheme].classes[at].code : std::string();
        };
        EXPECT_EQ(classNow(), wanted);
        // The second round starts from what this leaves beside the file.
        project.keepDisplay({});
        const QString kept = file + QStringLiteral(".display");
        ASSERT_TRUE(waitUntil([&] { return QFile::exists(kept); }));
        project.close();
        open(file);
        EXPECT_EQ(classNow(), wanted);
        project.close();
    }
}

TEST_F(ProjectObjectTest, AnEditBeforeAnythingIsShownChangesNothing) {
    const QString file = test::makeCounty(dir / "county.sqlite");
    QSignalSpy saved(&project, &ProjectObject::changeSaved);
    project.open(QUrl::fromLocalFile(file));
    ASSERT_EQ(project.phase(), Phase::Opening);
    project.setClass({QStringLiteral("990000")}, QStringLiteral("risk5"), QStringLiteral("red"),
                     QStringLiteral("走访"));
    ASSERT_TRUE(waitUntil([&] { return project.phase() == Phase::Ready; }));
    EXPECT_FALSE(project.canUndo());
    EXPECT_EQ(saved.count(), 0);
}

TEST_F(ProjectObjectTest, UndoReachesAcrossARestart) {
    const QString file = test::makeCounty(dir / "county.sqlite");
    open(file);
    const std::uint8_t before = firstGridClass();
    const auto& classes = (*project.state().snapshot->schemes)[*project.state().snapshot->findScheme("risk5")].classes;
    QSignalSpy saved(&project, &ProjectObject::changeSaved);
    project.setClass({firstGrid()}, QStringLiteral("risk5"), QString::fromStdString(classes[before == 0 ? 1 : 0].code),
                     QStringLiteral("走访"));
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));
    project.close();
    EXPECT_FALSE(project.canUndo());
    open(file);
    EXPECT_TRUE(project.canUndo());
    QSignalSpy takenBack(&project, &ProjectObject::changeTakenBack);
    project.undo();
    ASSERT_TRUE(waitUntil([&] { return takenBack.count() == 1; }));
    EXPECT_EQ(firstGridClass(), before);
}

TEST_F(ProjectObjectTest, ARefusalNamesReasonAndPlace) {
    open(test::makeCounty(dir / "county.sqlite"));
    QSignalSpy refused(&project, &ProjectObject::refused);
    project.setClass({firstGrid()}, QStringLiteral("risk5"), QStringLiteral("green"), QString());
    ASSERT_TRUE(waitUntil([&] { return refused.count() == 1; }));
    EXPECT_EQ(refused.at(0).at(0).toString(), QStringLiteral("reasonMissing"));
    EXPECT_TRUE(refused.at(0).at(2).toBool());
    EXPECT_NEAR(refused.at(0).at(3).toDouble(), 110.0, 0.1);

    project.setClass({QStringLiteral("not a code")}, QStringLiteral("risk5"), QStringLiteral("green"),
                     QStringLiteral("x"));
    ASSERT_TRUE(waitUntil([&] { return refused.count() == 2; }));
    EXPECT_EQ(refused.at(1).at(0).toString(), QStringLiteral("unknownUnit"));

    project.undo();
    ASSERT_TRUE(waitUntil([&] { return refused.count() == 3; }));
    EXPECT_EQ(refused.at(2).at(0).toString(), QStringLiteral("nothingToUndo"));
}

TEST_F(ProjectObjectTest, TellsTheHistoryOfAUnit) {
    open(test::makeCounty(dir / "county.sqlite"));
    project.setAuthor(QStringLiteral("石志"));
    const std::uint8_t before = firstGridClass();
    const auto& classes = (*project.state().snapshot->schemes)[*project.state().snapshot->findScheme("risk5")].classes;
    const std::string wanted = classes[before == 0 ? 1 : 0].code;
    QSignalSpy saved(&project, &ProjectObject::changeSaved);
    project.setClass({firstGrid()}, QStringLiteral("risk5"), QString::fromStdString(wanted), QStringLiteral("走访"));
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; }));

    QString code;
    std::vector<store::ClassRecord> records;
    QObject::connect(&project, &ProjectObject::historyLoaded, [&](const QString& of, const auto& list) {
        code = of;
        records = list;
    });
    project.loadHistory({model::Level::grid, 0});
    ASSERT_TRUE(waitUntil([&] { return !code.isEmpty(); }));
    EXPECT_EQ(code, firstGrid());
    ASSERT_FALSE(records.empty());
    EXPECT_EQ(records.front().classCode, wanted);
    EXPECT_EQ(records.front().reason, "走访");
    EXPECT_EQ(records.front().author, "石志");
}

}  // namespace
}  // namespace xiangtu::app
