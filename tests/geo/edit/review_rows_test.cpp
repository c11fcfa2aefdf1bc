// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/review_rows.h"

#include "base/json.h"

#include <gtest/gtest.h>

namespace xiangtu::edit {
namespace {

std::vector<Resettled> sample() {
    const model::Code from = *model::Code::parse("430123001001"), to = *model::Code::parse("430123001002");
    return {{Resettled::What::record, "orchard", 17, "mu, 备注", model::Level::village, from, to,
             geom::GeoPoint{112.25, 28.5}, true},
            {Resettled::What::organisation, {}, 3, "樟木村党支部", model::Level::village, from, from, {}, false},
            {Resettled::What::unitClass, {}, 0, "risk5 red", model::Level::village, from, to, {}, false},
            {Resettled::What::households, {}, 5, "31", model::Level::village, to, to, {}, false}};
}

void expectSame(const Resettled& a, const Resettled& b) {
    EXPECT_EQ(a.what, b.what);
    EXPECT_EQ(a.registerId, b.registerId);
    EXPECT_EQ(a.id, b.id);
    EXPECT_EQ(a.title, b.title);
    EXPECT_EQ(a.level, b.level);
    EXPECT_EQ(a.from, b.from);
    EXPECT_EQ(a.to, b.to);
    EXPECT_EQ(a.place, b.place);
    EXPECT_EQ(a.certain, b.certain);
}

TEST(ReviewRows, ComeBackFromTheLogAsTheyWere) {
    ChangeSet set;
    addReview(set, sample());
    const std::string text = toJson(set.changes).dump();
    set.changes = changesFromJson(base::parseJson(text, "log"), "log");
    const auto read = reviewOf(set);
    ASSERT_EQ(read.size(), sample().size());
    for (std::size_t i = 0; i < read.size(); ++i) expectSame(read[i], sample()[i]);
}

TEST(ReviewRows, OfAnotherProgramsMakingAreLeftOut) {
    ChangeSet set;
    set.changes.push_back({std::string(kReviewTable), 1, std::nullopt, model::Fields{{"what", std::string("moon")}}});
    set.changes.push_back({"unit", 1, std::nullopt, model::Fields{{"what", std::string("record")}}});
    EXPECT_TRUE(reviewOf(set).empty());
}

}  // namespace
}  // namespace xiangtu::edit
