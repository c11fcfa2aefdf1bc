// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/answer_model.h"

#include "app/made_county.h"
#include "app/query/moved_points.h"
#include "app/query/question_form.h"
#include "app/query/question_list.h"
#include "app/wait.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

namespace xiangtu::app {
namespace {

using test::waitUntil;

class AnswerTest : public testing::Test {
protected:
    void SetUp() override {
        project.open(QUrl::fromLocalFile(test::makeCounty(dir / "county.sqlite")));
        ASSERT_TRUE(waitUntil([&] { return project.phase() == ProjectObject::Phase::Ready; }));
        answer.setProject(&project);
        form.setProject(&project);
    }
    [[nodiscard]] bool ask(const QVariantMap& question) {
        answer.ask(question);
        return waitUntil([&] { return !answer.busy(); }) && answer.answered();
    }
    [[nodiscard]] QByteArray fileAfter(void (AnswerModel::*save)(const QUrl&)) {
        const QString path = QString::fromStdString((dir / "答案").string());
        QSignalSpy saved(&answer, &AnswerModel::exported);
        (answer.*save)(QUrl::fromLocalFile(path));
        EXPECT_TRUE(waitUntil([&] { return saved.count() == 1; }));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    [[nodiscard]] static QVariantMap question(const QString& id, const QVariantMap& params) {
        return {{"id", id}, {"params", params}};
    }

    support::TempDir dir;
    ProjectObject project;
    AnswerModel answer;
    QuestionForm form;
};

TEST_F(AnswerTest, EveryReadyQuestionIsAnsweredAsItStands) {
    QuestionList list;
    for (const QVariant& each : list.ready()) {
        const QVariantMap line = each.toMap();
        EXPECT_TRUE(ask(line["question"].toMap()))
            << line["key"].toString().toStdString() << answer.error().toStdString();
        EXPECT_FALSE(answer.sentence().isEmpty());
    }
}

TEST_F(AnswerTest, HolesAreListedSummedUpAndLeadToTheirPlace) {
    ASSERT_TRUE(ask(question(QStringLiteral("holes"), {{"level", "natural_village"}})));
    const model::Snapshot& snapshot = *project.state().snapshot;
    const auto& by = snapshot.party->servedBy[model::indexOf(model::Level::naturalVillage)];
    const auto units = snapshot.table(model::Level::naturalVillage).units.size();
    int holes = 0;
    for (std::size_t i = 0; i < units; ++i) holes += i >= by.size() || by[i] == model::PartyTable::kNone;
    EXPECT_EQ(answer.count(), holes);
    EXPECT_EQ(answer.codes().size(), holes);
    EXPECT_EQ(answer.levels().size(), 2) << "townships and villages";
    const QVariantMap place = answer.placeOf(0);
    EXPECT_EQ(place["code"].toString(), answer.data(answer.index(0), AnswerModel::CodeRole).toString());
    EXPECT_TRUE(place["placed"].toBool());
    answer.setLevel(QStringLiteral("village"));
    EXPECT_EQ(answer.level(), QStringLiteral("village"));
    EXPECT_FALSE(answer.summary().isEmpty());
}

TEST_F(AnswerTest, AnAnswerFollowsTheEditsOfTheFile) {
    const QVariantMap reds =
        question(QStringLiteral("select"),
                 {{"level", "grid"}, {"conditions", R"([{"kind":"class","op":"has","what":"red","of":"risk5"}])"}});
    ASSERT_TRUE(ask(reds)) << answer.error().toStdString();
    const int before = answer.count();
    const model::Snapshot& snapshot = *project.state().snapshot;
    std::uint32_t other = 0;
    const auto red = std::ranges::find((*snapshot.schemes)[0].classes, "red", &model::SchemeClass::code) -
                     (*snapshot.schemes)[0].classes.begin();
    while (snapshot.classOf(0, {model::Level::grid, other}) == red) ++other;
    project.setClass({QString::fromStdString(snapshot.unit({model::Level::grid, other}).code.text())},
                     QStringLiteral("risk5"), QStringLiteral("red"), QStringLiteral("inspected"));
    EXPECT_TRUE(waitUntil([&] { return answer.count() == before + 1; }));
}

TEST_F(AnswerTest, WhatIsWrongIsSaidAndTheNextQuestionIsAnswered) {
    EXPECT_FALSE(ask(question(QStringLiteral("further-than"), {{"metres", "1e99"}, {"from", "party_group"}})));
    EXPECT_FALSE(answer.error().isEmpty());
    EXPECT_TRUE(ask(question(QStringLiteral("further-than"), {{"metres", "300"}, {"from", "party_group"}})));
    EXPECT_TRUE(answer.error().isEmpty());
}

TEST_F(AnswerTest, TheAnswerIsWrittenAsTableAndAsShapes) {
    ASSERT_TRUE(ask(question(QStringLiteral("holes"), {{"level", "natural_village"}})));
    const QByteArray table = fileAfter(&AnswerModel::exportCsv);
    EXPECT_EQ(table.count('\n'), answer.count() + 1);
    const QJsonObject shapes = QJsonDocument::fromJson(fileAfter(&AnswerModel::exportGeoJson)).object();
    const QJsonArray features = shapes["features"].toArray();
    ASSERT_EQ(features.size(), answer.count());
    EXPECT_EQ(features[0]["geometry"].toObject()["type"].toString(), QStringLiteral("MultiPolygon"));
}

TEST_F(AnswerTest, MovedPointsReachWhatLivesNearThem) {
    const MovedPoints::Unreached homes{{{110.0, 36.5}, {110.01, 36.5}, {110.02, 36.5}}, {3, 4, 5}, 7, 19};
    EXPECT_EQ(MovedPoints::reached(homes, {}, 100), 7);
    EXPECT_EQ(MovedPoints::reached(homes, {{110.0, 36.5}}, 100), 10);
    EXPECT_EQ(MovedPoints::reached(homes, {{110.005, 36.5}}, 1000), 14);
    EXPECT_EQ(MovedPoints::reached(homes, {{110.005, 36.5}, {110.02, 36.501}}, 1000), 19);
}

TEST_F(AnswerTest, AFormGivesTheQuestionItWasOpenedWithAndItsChanges) {
    form.open(question(QStringLiteral("further-than"), {{"metres", "500"}, {"from", "member_household"}}));
    ASSERT_EQ(form.fields().size(), 5);
    EXPECT_FALSE(form.fields()[1].toMap()["choices"].toList().isEmpty());
    form.set(QStringLiteral("metres"), QStringLiteral(" 800 "));
    EXPECT_EQ(form.values()["metres"].toString(), QStringLiteral("800"));
    form.open(question(QStringLiteral("select"), {}));
    form.addCondition();
    form.setCondition(0, QStringLiteral("kind"), QStringLiteral("distance"));
    form.setCondition(0, QStringLiteral("n"), QStringLiteral("2000"));
    ASSERT_EQ(form.conditions().size(), 1);
    EXPECT_EQ(form.conditions()[0].toMap()["op"].toString(), QStringLiteral("within"));
    EXPECT_TRUE(ask(form.question())) << answer.error().toStdString();
    form.removeCondition(0);
    EXPECT_TRUE(form.conditions().isEmpty());
    form.setPlaces(QStringLiteral("area"), {110.0, 36.5, 110.01, 36.5, 110.01, 36.51});
    EXPECT_EQ(form.values()["area"].toString(),
              QStringLiteral("110.0000000 36.5000000, 110.0100000 36.5000000, 110.0100000 36.5100000"));
}

}  // namespace
}  // namespace xiangtu::app
