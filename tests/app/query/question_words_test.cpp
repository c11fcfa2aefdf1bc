// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/question_words.h"

#include "app/query/selection.h"
#include "base/error.h"
#include "support/coverage.h"

#include <gtest/gtest.h>

namespace xiangtu::app {
namespace {

TEST(QuestionWords, AQuestionComesBackFromWhatTheInterfaceKeeps) {
    const query::Question question{"further-than", {{"metres", "500"}, {"from", "meal_point"}}};
    EXPECT_EQ(toQuestion(toMap(question)), question);
}

TEST(QuestionWords, EveryQuestionHasATitleAndEveryParameterToo) {
    EXPECT_FALSE(questionTitle(kSelect).isEmpty());
    for (const query::QuestionDef& def : query::questions()) {
        EXPECT_FALSE(questionTitle(std::string(def.id)).isEmpty()) << def.id;
        for (const query::Param& param : def.params) EXPECT_FALSE(paramTitle(param).isEmpty()) << param.name;
    }
}

TEST(QuestionWords, RefusalsOfTheCoreAreSentencesThatNameTheField) {
    const query::Ground ground(std::make_shared<const model::Snapshot>(support::snapshot({.side = 4})));
    const auto words = [&](const query::Question& question) {
        try {
            (void)query::ask(ground, question);
        } catch (const base::Error& error) { return refusedWords(QString::fromUtf8(error.what())).toStdString(); }
        return std::string("answered");
    };
    EXPECT_EQ(words({"further-than", {{"metres", "far"}, {"from", "party_group"}}}), "Metres is not a number.");
    EXPECT_EQ(words({"further-than", {{"metres", "-1"}, {"from", "party_group"}}}),
              "Metres is out of range: 0.001 – 20003932.");
    EXPECT_EQ(words({"further-than", {{"metres", "nan"}, {"from", "party_group"}}}), "Metres is not a number.");
    EXPECT_EQ(words({"tour", {}}), "Codes with commas between are needed, or a register of stops: there is no stop.");
    EXPECT_EQ(words({"join", {{"points", "a,b\n1,2\n"}}}),
              "CSV with columns lon and lat has no columns that are known as longitude and latitude: choose them.");
    EXPECT_EQ(words({"nearest", {{"of", "party_group"}, {"at", "200 10"}}}), "Place, \"LON LAT\" is not on the globe.");
    EXPECT_EQ(words({"inside", {{"area", "110 36, 110.01 36.01, 110.01 36, 110 36.01"}}}),
              "The drawn area crosses itself: draw it again.");
    EXPECT_EQ(words({"inside", {{"area", "110 36, 110.01 36.01"}}}),
              "The drawn area has too few points: draw it again.");
    EXPECT_EQ(words({"along", {{"line", "110 36"}}}),
              "\"LON LAT, LON LAT, …\" or WKT has too few points: draw it again.");
    EXPECT_EQ(words({"holes", {{"of", "ghosts"}}}),
              "Instead: units without a record of it is a register this file does not have.");
    EXPECT_EQ(words({"below-line", {{"line", "1e99"}}}),
              "The line is out of range: -1000000000000000 – 1000000000000000.");
}

}  // namespace
}  // namespace xiangtu::app
