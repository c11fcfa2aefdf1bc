// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/change_set.h"

#include "base/error.h"
#include "base/json.h"

#include <gtest/gtest.h>

namespace xiangtu::edit {
namespace {

using model::Fields;

const ChangeSet kSet{
    "mixed",
    "王",
    "2026-01-01T00:00:00.000Z",
    {{"a", 1, std::nullopt, Fields{{"z", std::int64_t(9007199254740993)}, {"a", std::string("引号\"和\n")}}},
     {"b", 2, Fields{{"x", 0.1}, {"y", model::Value()}}, Fields{{"x", 1.0}, {"y", std::string()}}},
     {"c", 3, Fields{{"x", std::int64_t(-1)}}, std::nullopt}}};

TEST(ChangeSet, InvertedTwiceIsItself) {
    const ChangeSet inverse = invert(kSet);
    EXPECT_NE(inverse, kSet);
    EXPECT_EQ(inverse.changes.front().table, "c") << "the last change is taken back first";
    EXPECT_EQ(inverse.changes.front().after, kSet.changes.back().before);
    EXPECT_FALSE(inverse.changes.back().after);
    EXPECT_EQ(invert(inverse), kSet);
}

TEST(ChangeSet, SurvivesItsJsonFormExactly) {
    const std::string text = toJson(kSet.changes).dump();
    EXPECT_EQ(changesFromJson(base::parseJson(text, "log"), "log"), kSet.changes);
}

TEST(ChangeSet, RefusesJsonThatIsNotOne) {
    for (const char* text : {"{}", "[1]", R"([{"table":"a","id":1,"before":null}])",
                             R"([{"table":"a","id":"1","before":null,"after":[]}])",
                             R"([{"table":"a","id":1,"before":null,"after":null}])",
                             R"([{"table":"a","id":1,"before":null,"after":[["x",[1]]]}])",
                             R"([{"table":"a","id":1,"before":null,"after":[["x"]]}])"}) {
        try {
            (void)changesFromJson(base::parseJson(text, "log"), "log");
            ADD_FAILURE() << text;
        } catch (const base::Error& e) {
            EXPECT_EQ(e.fault(), base::Fault::format);
            EXPECT_EQ(std::string(e.what()).substr(0, 3), "log");
        }
    }
}

}  // namespace
}  // namespace xiangtu::edit
