// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace xiangtu::base {
namespace {

std::string complaint(auto&& work) {
    try {
        work();
    } catch (const Error& e) {
        EXPECT_EQ(e.fault(), Fault::format);
        return e.what();
    }
    return "no complaint";
}

TEST(Json, SyntaxErrorNamesFileAndByte) {
    EXPECT_EQ(complaint([] { (void)parseJson("{\"a\": }", "x.json"); }), "x.json: byte 7: not JSON");
}

TEST(JsonCursor, ComplaintsNameFilePointerAndReason) {
    const Json json = parseJson(R"({"list": [{"name": 3}]})", "c.json");
    const JsonCursor root(json, "c.json");
    EXPECT_EQ(complaint([&] { (void)root.at("list").at(std::size_t(0)).at("name").text(); }),
              "c.json: /list/0/name: must be text");
    EXPECT_EQ(complaint([&] { (void)root.at("gone"); }), "c.json: /: member \"gone\" is missing");
    EXPECT_EQ(complaint([&] { (void)root.at("list").at(1); }), "c.json: /list: has no element 1");
}

TEST(JsonCursor, FallbacksServeOnlyMissingMembers) {
    const Json json = parseJson(R"({"n": 4, "t": true, "bad": "x"})", "c.json");
    const JsonCursor root(json, "c.json");
    EXPECT_EQ(root.integerOr("n", 1), 4);
    EXPECT_EQ(root.integerOr("m", 1), 1);
    EXPECT_TRUE(root.flagOr("t", false));
    EXPECT_EQ(complaint([&] { (void)root.integerOr("bad", 1); }), "c.json: /bad: must be a whole number");
}

TEST(Json, NumbersOutOfRangeAreRefused) {
    EXPECT_EQ(complaint([] { (void)parseJson("[1e400]", "x.json"); }), "x.json: a number is too large");
    const Json json = parseJson("[9223372036854775807, 9223372036854775808]", "x.json");
    const JsonCursor root(json, "x.json");
    EXPECT_EQ(root.at(std::size_t(0)).integer(), INT64_MAX);
    EXPECT_EQ(complaint([&] { (void)root.at(1).integer(); }), "x.json: /1: is too large");
}

TEST(Json, MissingFileIsAnIoFault) {
    try {
        (void)loadJson("/nonexistent/x.json");
        FAIL();
    } catch (const Error& e) { EXPECT_EQ(e.fault(), Fault::io); }
}

}  // namespace
}  // namespace xiangtu::base
