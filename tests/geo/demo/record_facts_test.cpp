// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/record_facts.h"

#include "base/error.h"
#include "base/json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace xiangtu::demo {

using testing::HasSubstr;

namespace {

RecordFacts read(const std::string& text) {
    const base::Json json = base::parseJson(text, "facts.json");
    return readRecordFacts(base::JsonCursor(json, "facts.json"));
}

std::string reasonAgainst(const std::string& text) {
    try {
        (void)read(text);
    } catch (const base::Error& e) {
        EXPECT_EQ(e.fault(), base::Fault::format);
        return e.what();
    }
    return "accepted";
}

}  // namespace

TEST(RecordFacts, SayHowManyRecordsStandWhereWithWhichValues) {
    const RecordFacts facts = read(R"({"register": "talent", "origin": "reported", "on": "township",
        "kinds": ["town"], "count": 4, "from": "2022-01-01", "rows": [{"source": "local"}, {"source": "returned"}],
        "values": {"people": {"sum": 9, "least": 1}}, "parts": [{"count": 1, "to": "2023-01-01"}, {}]})");
    EXPECT_EQ(facts.registerId, "talent");
    EXPECT_EQ(facts.sample, "talent");
    EXPECT_EQ(facts.on, model::Level::township);
    EXPECT_EQ(facts.kinds, std::vector{model::UnitKind::town});
    EXPECT_EQ(facts.count, 4u);
    EXPECT_EQ(facts.order, RecordFacts::Order::drawn) << "fewer records than units are drawn";
    EXPECT_EQ(facts.values.at("source").kind, ValueSpec::Kind::turn);
    EXPECT_EQ(facts.values.at("source").values.size(), 2u);
    EXPECT_EQ(facts.values.at("people").high, 9);
    EXPECT_EQ(facts.values.at("people").low, 1);
    EXPECT_TRUE(facts.parts.at(0).values.contains("@to"));
    EXPECT_FALSE(facts.onEveryGrid());
    EXPECT_TRUE(read(R"({"register": "x", "origin": "sample", "on": "grid", "from": "2022-01-01"})").onEveryGrid());
}

TEST(RecordFacts, NameThePlaceAndReasonWhenBroken) {
    EXPECT_THAT(reasonAgainst(R"({"register": "x", "origin": "sample"})"), HasSubstr("no day from which it counts"));
    EXPECT_THAT(reasonAgainst(R"({"register": "x", "origin": "guess", "from": "2022-01-01"})"), HasSubstr("/origin"));
    EXPECT_THAT(reasonAgainst(R"({"register": "x", "origin": "sample", "from": "2022-01-01", "colour": 1})"),
                HasSubstr("/colour"));
    EXPECT_THAT(reasonAgainst(R"({"register": "x", "origin": "sample", "from": "2022-01-01", "shape": "cube"})"),
                HasSubstr("unknown shape"));
    EXPECT_THAT(reasonAgainst(R"({"register": "x", "origin": "sample", "from": "2022-01-01", "shape": "field"})"),
                HasSubstr("no area"));
    EXPECT_THAT(
        reasonAgainst(R"({"register": "x", "origin": "sample", "from": {"day": ["2022-02-30", "2022-03-01"]}})"),
        HasSubstr("/from/day/0"));
    EXPECT_THAT(reasonAgainst(R"({"register": "x", "origin": "sample", "from": {"guess": 1}})"),
                HasSubstr("says no way to come to a value"));
    EXPECT_THAT(reasonAgainst(R"({"register": "x", "origin": "sample", "from": "2022-01-01",
                                  "rows": [{"a": 1, "b": 2}, {"b": 3}, {"a": 4}]})"),
                HasSubstr("is not in every row"));
}

}  // namespace xiangtu::demo
