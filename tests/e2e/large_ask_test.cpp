// SPDX-License-Identifier: GPL-3.0-or-later
// Asking a whole county in the window beside its interface. XIANGTU_LARGE_FILE names one as large as one likes
// (`xiangtu demo fenghuang M.sqlite --grids 150000`); without it the demo county is asked. What each question took is
// printed.
#include "app/query/answer_model.h"
#include "app/query/question_list.h"
#include "e2e/client_window.h"

#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <cstdio>

namespace xiangtu::e2e {
namespace {

class LargeAskTest : public DemoWindow {
protected:
    void SetUp() override {
        DemoWindow::SetUp();
        if (!large.isEmpty()) { ASSERT_TRUE(client.open(large)); }
        ASSERT_TRUE(client.click(QStringLiteral("nav_ask")));
        answer = client.window->findChild<app::AnswerModel*>();
        ASSERT_NE(answer, nullptr);
        ASSERT_TRUE(waitUntil([&] { return client.client.project()->state().complete; }));
        ASSERT_TRUE(client.settle());
        pulse.setInterval(1);
        QObject::connect(&pulse, &QTimer::timeout, &pulse, [this] {
            ++turns;
            longest = std::max(longest, sinceTurn.restart());
            if (answer->busy()) percents = std::max(percents, answer->percent());
        });
    }
    /// Asks and waits, counting the turns of the event loop meanwhile.
    void ask(const QVariantMap& question) {
        turns = 0;
        longest = 0;
        percents = -1;
        sinceTurn.start();
        pulse.start();
        QElapsedTimer taken;
        taken.start();
        answer->ask(question);
        for (int minute = 0; minute < 10 && answer->busy(); ++minute) {
            (void)waitUntil([&] { return !answer->busy(); });
        }
        EXPECT_FALSE(answer->busy());
        milliseconds = taken.elapsed();
        // What the map makes of it belongs to it.
        EXPECT_TRUE(client.settle());
        pulse.stop();
    }

    const QString large = qEnvironmentVariable("XIANGTU_LARGE_FILE");
    app::AnswerModel* answer = nullptr;
    QTimer pulse;
    QElapsedTimer sinceTurn;
    qint64 turns = 0, longest = 0, milliseconds = 0;
    int percents = -1;
};

TEST_F(LargeAskTest, EveryReadyQuestionIsAnsweredBesideTheInterface) {
    app::QuestionList list;
    for (const QVariantList& group : {list.ready(), list.proposals()}) {
        for (const QVariant& each : group) {
            const QVariantMap line = each.toMap();
            ask(line["question"].toMap());
            EXPECT_TRUE(answer->answered() || !answer->error().isEmpty());
            EXPECT_GT(turns, milliseconds / 100) << "the interface went on";
            std::printf("%-12s %6lld ms, %6d lines, longest turn of the interface %4lld ms, last told %d %%\n",
                        line["key"].toString().toLatin1().constData(), milliseconds, answer->count(), longest,
                        percents);
        }
    }
}

TEST_F(LargeAskTest, AQuestionThatLastsTellsHowFarItIsAndIsStopped) {
    if (large.isEmpty()) GTEST_SKIP() << "nothing lasts in a small county: XIANGTU_LARGE_FILE names no larger one";
    // The first one makes what all others use.
    ask({{"id", "further-than"}, {"params", QVariantMap{{"metres", "500"}, {"from", "member_household"}}}});
    EXPECT_TRUE(answer->answered());
    EXPECT_GT(percents, 0) << "it was told while it lasted";
    const int count = answer->count();
    answer->ask({{"id", "further-than"}, {"params", QVariantMap{{"metres", "5"}, {"from", "member_household"}}}});
    EXPECT_TRUE(answer->busy());
    answer->cancel();
    EXPECT_TRUE(waitUntil([&] { return !answer->busy(); }));
    EXPECT_EQ(answer->count(), count) << "what was answered before stays";
}

}  // namespace
}  // namespace xiangtu::e2e
