// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/latest_job.h"

#include "app/wait.h"
#include "base/error.h"

#include <gtest/gtest.h>

#include <QThread>

#include <atomic>

namespace xiangtu::app {
namespace {

using test::waitUntil;

TEST(LatestJob, BringsTheAnswerToTheInterfaceThread) {
    LatestJob job;
    int answer = 0;
    QThread* asked = nullptr;
    QThread* told = nullptr;
    std::atomic<QThread*> worked = nullptr;
    asked = QThread::currentThread();
    job.start<int>(
        [&](const base::Progress&) {
            worked = QThread::currentThread();
            return 7;
        },
        [&](int value) {
            answer = value;
            told = QThread::currentThread();
        });
    EXPECT_TRUE(job.busy());
    ASSERT_TRUE(waitUntil([&] { return answer == 7; }));
    EXPECT_EQ(told, asked);
    EXPECT_NE(worked.load(), asked);
    EXPECT_FALSE(job.busy());
}

TEST(LatestJob, AnswersOnlyTheNewestQuestion) {
    LatestJob job;
    std::vector<int> answers;
    std::atomic<bool> firstStarted = false;
    job.start<int>(
        [&](const base::Progress& progress) {
            firstStarted = true;
            while (!progress.cancelled()) QThread::msleep(1);
            return 1;
        },
        [&](int value) { answers.push_back(value); });
    ASSERT_TRUE(waitUntil([&] { return firstStarted.load(); }));
    for (int question = 2; question <= 5; ++question) {
        job.start<int>([question](const base::Progress&) { return question; },
                       [&](int value) { answers.push_back(value); });
    }
    ASSERT_TRUE(waitUntil([&] { return !job.busy(); }));
    EXPECT_EQ(answers, std::vector<int>{5});
}

TEST(LatestJob, CancelDropsTheAnswer) {
    LatestJob job;
    bool answered = false;
    std::atomic<bool> stopped = false;
    job.start<int>(
        [&](const base::Progress& progress) {
            while (!progress.cancelled()) QThread::msleep(1);
            stopped = true;
            return 1;
        },
        [&](int) { answered = true; });
    job.cancel();
    ASSERT_TRUE(waitUntil([&] { return !job.busy(); }));
    EXPECT_TRUE(stopped);
    EXPECT_FALSE(answered);
}

TEST(LatestJob, TellsAFaultButNotThatItWasStopped) {
    LatestJob job;
    QStringList faults;
    QObject::connect(&job, &LatestJob::failed, [&](const QString& text) { faults << text; });
    job.start<int>([](const base::Progress&) -> int { throw base::Error(base::Fault::io, "no such file"); },
                   [](int) {});
    ASSERT_TRUE(waitUntil([&] { return !job.busy(); }));
    job.start<int>([](const base::Progress&) -> int { throw base::Error(base::Fault::cancelled, "stopped"); },
                   [](int) {});
    ASSERT_TRUE(waitUntil([&] { return !job.busy(); }));
    EXPECT_EQ(faults, QStringList{QStringLiteral("no such file")});
}

TEST(LatestJob, DestructionWaitsForTheRunningJob) {
    std::atomic<bool> ended = false;
    std::atomic<bool> started = false;
    {
        LatestJob job;
        job.start<int>(
            [&](const base::Progress& progress) {
                started = true;
                while (!progress.cancelled()) QThread::msleep(1);
                QThread::msleep(20);
                ended = true;
                return 1;
            },
            [](int) { FAIL() << "answered after its end"; });
        ASSERT_TRUE(waitUntil([&] { return started.load(); }));
    }
    EXPECT_TRUE(ended);
}

}  // namespace
}  // namespace xiangtu::app
