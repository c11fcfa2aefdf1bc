// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/made_county.h"
#include "app/registers/board_model.h"
#include "app/registers/ranking_model.h"
#include "app/registers/worklist_model.h"
#include "app/wait.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

namespace xiangtu::app {
namespace {

using test::waitUntil;

class RankingTest : public testing::Test {
protected:
    void SetUp() override {
        project.open(QUrl::fromLocalFile(test::makeCounty(dir / "county.sqlite")));
        ASSERT_TRUE(waitUntil([&] { return project.phase() == ProjectObject::Phase::Ready; }));
        // So many items in each of the first villages.
        for (int village = 0; village < 3; ++village) {
            for (int n = 0; n <= village; ++n) addItem(std::uint32_t(village));
        }
        source.setProject(&project);
        source.setActive(true);
        ranking.setSource(&source);
        board.setSource(&source);
        ASSERT_TRUE(settled());
    }
    void addItem(std::uint32_t village) {
        const model::Snapshot& snapshot = *project.state().snapshot;
        edit::AddRecord add;
        add.registerId = "important_item";
        add.unit = snapshot.unit({model::Level::village, village}).code;
        add.values = {
            {"title_text", std::string("修路")},
            {"list_kind", snapshot.findRegister("important_item")->def.findField("list_kind")->choices[0].code}};
        bool saved = false;
        project.apply(add, &project, [&](const auto& answer) { saved = answer.saved(); });
        ASSERT_TRUE(waitUntil([&] { return saved; }));
    }
    [[nodiscard]] bool settled() {
        return waitUntil([&] { return source.figures() && !source.busy() && !ranking.busy() && !board.busy(); });
    }
    support::TempDir dir;
    ProjectObject project;
    FiguresSource source;
    RankingModel ranking;
    BoardModel board;
};

TEST_F(RankingTest, EqualFiguresShareARankAndClassesHoldEveryUnit) {
    const auto& catalogue = *project.state().snapshot->catalogue;
    for (std::size_t i = 0; i < catalogue.indicators.size(); ++i) {
        for (const model::Level level : catalogue.indicators[i].levels) {
            const Ranking found = rank(*source.figures(), nullptr, {i, level, {}, {}});
            int valued = 0;
            for (std::size_t n = 0; n < found.lines.size(); ++n) {
                const auto& line = found.lines[n];
                if (std::isnan(line.value)) {
                    EXPECT_EQ(line.rank, 0);
                    continue;
                }
                ++valued;
                EXPECT_LT(line.classIndex, found.theme.classes());
                if (n == 0) continue;
                EXPECT_EQ(line.rank == found.lines[n - 1].rank, line.value == found.lines[n - 1].value);
            }
            int classed = 0;
            for (const auto& line : found.lines) classed += line.classIndex != scene::FigureTheme::kNoValue;
            EXPECT_EQ(classed, valued) << catalogue.indicators[i].id;
        }
    }
}

TEST_F(RankingTest, MovementIsPlacesWonSinceThen) {
    const indicators::Figures before = *source.figures();
    const auto& catalogue = *project.state().snapshot->catalogue;
    std::size_t indicator = catalogue.indicators.size();
    for (std::size_t i = 0; i < catalogue.indicators.size(); ++i) {
        const auto& m = catalogue.indicators[i].measure;
        if (m.kind == model::Measure::Kind::count && m.registerId == "important_item") indicator = i;
    }
    ASSERT_LT(indicator, catalogue.indicators.size()) << "the catalogue counts important items";
    for (int n = 0; n < 5; ++n) addItem(0);
    const indicators::Figures after(*project.state().snapshot);
    const Ranking found = rank(after, &before, {indicator, model::Level::village, {}, {}});
    for (const auto& line : found.lines) {
        if (line.rank == 0) continue;
        EXPECT_TRUE(line.compared);
        const bool grew = line.value != before.value(indicator, line.unit);
        EXPECT_TRUE(!grew || line.climbed >= 0);
    }
}

TEST_F(RankingTest, TheBoardFollowsAnEdit) {
    const auto& snapshot = *project.state().snapshot;
    ASSERT_GT(board.count(), 0);
    for (int row = 0; row < board.count(); ++row) {
        EXPECT_FALSE(board.data(board.index(row), BoardModel::TitleRole).toString().isEmpty());
    }
    QSignalSpy changed(&board, &BoardModel::changed);
    addItem(1);
    ASSERT_TRUE(settled());
    EXPECT_GT(changed.count(), 0);
    EXPECT_EQ(&source.figures()->snapshot() == &snapshot, false);
    EXPECT_EQ(source.figures()->snapshot().findRegister("important_item")->records.size(), 7u);
}

TEST_F(RankingTest, AWorklistFiltersChoosesAndMovesTogether) {
    WorklistModel work;
    work.setProject(&project);
    work.setRegisterId(QStringLiteral("important_item"));
    ASSERT_TRUE(waitUntil([&] { return !work.busy(); }));
    EXPECT_EQ(work.count(), 6);
    EXPECT_EQ(work.counts().value(QStringLiteral("closed")).toInt(), 0);
    work.choose(0, true);
    work.choose(1, true);
    project.setRole(QStringLiteral("grid_worker"));
    EXPECT_TRUE(work.chosenActions().isEmpty()) << "a grid worker may do nothing with a found item";
    project.setRole(QStringLiteral("leader"));
    ASSERT_FALSE(work.chosenActions().isEmpty());
    QSignalSpy moved(&work, &WorklistModel::moved);
    work.moveChosen(QStringLiteral("dismiss"), QString(), nullptr);
    ASSERT_TRUE(waitUntil([&] { return moved.count() == 1; }));
    EXPECT_EQ(moved.at(0).at(1).toInt(), 2) << "without the note nothing goes through";
    ASSERT_EQ(work.refusals().size(), 2);
    EXPECT_FALSE(work.refusals()[0].toMap()["reason"].toString().isEmpty());
    work.choose(0, true);
    work.choose(1, true);
    work.moveChosen(QStringLiteral("dismiss"), QStringLiteral("办过了"), nullptr);
    ASSERT_TRUE(waitUntil([&] { return moved.count() == 2; }));
    EXPECT_EQ(moved.at(1).at(0).toInt(), 2);
    ASSERT_TRUE(waitUntil([&] { return work.count() == 4; }));
    work.setFilter(QStringLiteral("closed"));
    EXPECT_TRUE(waitUntil([&] { return work.count() == 2; }));
}

}  // namespace
}  // namespace xiangtu::app
