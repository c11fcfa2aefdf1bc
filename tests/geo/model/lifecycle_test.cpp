// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/json.h"
#include "model/catalogue_json.h"

#include <gtest/gtest.h>

namespace xiangtu::model {
namespace {

using base::Json;

const Json kFlow =
    base::parseJson(R"({"id": "flow", "title": {"zh": "流程", "en": "Flow"}, "family": "event", "start": "a",
  "states": [{"code": "a", "title": {"zh": "甲", "en": "A"}, "kind": "open", "days": 3, "remind": 1,
              "escalate": [{"days": 5, "to": "county"}, {"days": 1, "to": "township"}]},
             {"code": "b", "title": {"zh": "乙", "en": "B"}, "kind": "done"}],
  "actions": [{"id": "go", "title": {"zh": "办结", "en": "Close"}, "from": ["a"], "to": "b", "roles": ["leader"], "needs": ["photo"]},
              {"id": "card", "title": {"zh": "黄牌", "en": "Yellow card"}, "from": ["a"], "roles": ["leader"], "note": true,
               "points": -5, "card": "yellow"}]})",
                    "test");

std::string refusal(const Json& json) {
    try {
        (void)parseLifecycle({json, "file.json"});
        return "";
    } catch (const base::Error& e) { return e.what(); }
}

Json changed(const char* pointer, const Json& value) {
    Json json = kFlow;
    json[Json::json_pointer(pointer)] = value;
    return json;
}

TEST(Lifecycle, ReadsStatesAndActions) {
    const Lifecycle flow = parseLifecycle({kFlow, "test"});
    EXPECT_EQ(flow.family, LifecycleFamily::event);
    EXPECT_EQ(flow.states[0].days, 3);
    EXPECT_EQ(flow.states[0].escalate[0].to, Level::township) << "ordered by days";
    const LifecycleAction* card = flow.findAction("card");
    ASSERT_TRUE(card);
    EXPECT_FALSE(card->to) << "the matter stays";
    EXPECT_EQ(card->card, Card::yellow);
    EXPECT_EQ(card->points, -5);
    EXPECT_EQ(base::parseJson(flow.definition, "d"), kFlow) << "the declaration travels with the file";
}

TEST(Lifecycle, RefusesWithFilePointerAndReason) {
    const std::vector<std::pair<Json, std::string>> cases{
        {changed("/start", "z"), "file.json: /start: \"z\" is no state"},
        {changed("/actions/0/from", {"z"}), "file.json: /actions/0/from/0: "},
        {changed("/actions/0/to", "z"), "file.json: /actions/0/to: "},
        {changed("/actions/0/roles", {"king"}), "file.json: /actions/0/roles/0: "},
        {changed("/actions/0/roles", Json::array()), "file.json: /actions/0/roles: "},
        {changed("/actions/0/to", "a"), "no action leads out of the open state \"a\""},
        {changed("/states/1/kind", "open"), "no action leads out of the open state \"b\""},
        {changed("/states/0/days", -1), "file.json: /states/0/days: "},
        {changed("/states/1/days", 3), "only an open state has a deadline"},
        {changed("/family", "other"), "file.json: /family: "},
        {changed("/actions/1/points", 5000), "file.json: /actions/1/points: "},
        {changed("/states/0/colour", "red"), "member \"colour\" is not known"},
    };
    for (const auto& [json, expected] : cases) {
        EXPECT_NE(refusal(json).find(expected), std::string::npos) << expected << " / " << refusal(json);
    }
}

TEST(Indicator, RefusesBadMeasuresWithAPointer) {
    const auto refused = [](const char* measure) {
        const Json json = base::parseJson(
            std::string(R"({"id": "i", "title": {"zh": "指标", "en": "I"}, "levels": ["county"], "measure": )") +
                measure + "}",
            "file.json");
        try {
            (void)parseIndicator({json, "file.json"});
            return std::string();
        } catch (const base::Error& e) { return std::string(e.what()); }
    };
    EXPECT_EQ(refused(R"({"count": "x"})"), "");
    EXPECT_EQ(refused(R"({"ratio": {"count": "x"}, "per": {"units": "village"}, "times": 100})"), "");
    for (const char* bad :
         {R"({"number": "x"})", R"({"count": "x", "value": "y"})", R"({"sum": "x"})", R"({"units": "street"})",
          R"({"ratio": {"count": "x"}})", R"({"plus": [{"number": 1}]})", R"({"households": false})", R"({"what": 1})",
          R"({"organisations": "club"})", R"({"reaching": "village", "of": {"number": 1}, "at_least": "x"})"}) {
        EXPECT_NE(refused(bad).find("file.json: /measure"), std::string::npos) << bad << ": " << refused(bad);
    }
}

TEST(CatalogueCheck, NamesWhatIsNotThere) {
    const auto refused = [](const char* text) {
        Catalogue catalogue;
        try {
            const Json json = base::parseJson(text, "file.json");
            addCatalogueFile(catalogue, {json, "file.json"});
            checkCatalogue(catalogue, "county");
            return std::string();
        } catch (const base::Error& e) { return std::string(e.what()); }
    };
    const std::string reg =
        R"("registers": [{"id": "r", "title": {"zh": "册", "en": "R"}, "anchor": "link", "fields": [{"name": "n", "title": {"zh": "数", "en": "N"}, "type": "integer"}]}])";
    EXPECT_EQ(refused(("{" + reg + "}").c_str()), "");
    const auto indicator = [&](const std::string& measure) {
        return "{" + reg +
               R"(, "indicators": [{"id": "i", "title": {"zh": "指", "en": "I"}, "levels": ["county"], "measure": )" +
               measure + "}]}";
    };
    EXPECT_EQ(refused(indicator(R"({"sum": "r", "value": "n"})").c_str()), "");
    EXPECT_NE(refused(indicator(R"({"count": "q"})").c_str()).find("/indicators/i/measure: there is no register \"q\""),
              std::string::npos);
    EXPECT_NE(refused(indicator(R"({"sum": "r", "value": "m"})").c_str()).find("/indicators/i/measure/value: "),
              std::string::npos);
    EXPECT_NE(refused(indicator(R"({"area": "r"})").c_str()).find("has no polygons"), std::string::npos);
    EXPECT_NE(refused(indicator(R"({"reaching": "village", "of": {"count": "r"}, "at_least": "threshold"})").c_str())
                  .find("threshold"),
              std::string::npos);
    const std::string withFlow =
        R"({"registers": [{"id": "r", "title": {"zh": "册", "en": "R"}, "anchor": "link", "lifecycle": "flow", "fields": [{"name": "n", "title": {"zh": "数", "en": "N"}, "type": "integer"}]}], "lifecycles": [)" +
        kFlow.dump() + "]}";
    EXPECT_NE(refused(withFlow.c_str()).find("needs the field \"photo\""), std::string::npos);
}

TEST(Catalogue, ShippedOneCarriesEveryMechanism) {
    const Catalogue catalogue = loadCatalogue(std::filesystem::path(XIANGTU_DATA_DIR) / "catalogue");
    ASSERT_EQ(catalogue.mechanisms.size(), 93u);
    std::vector<bool> carried(94);
    const auto mark = [&](const auto& list) {
        for (const auto& item : list) {
            for (const int n : item.mechanisms) carried[std::size_t(n)] = true;
        }
    };
    mark(catalogue.registers);
    mark(catalogue.lifecycles);
    mark(catalogue.indicators);
    mark(catalogue.rules);
    mark(catalogue.reports);
    mark(catalogue.queries);
    for (const Mechanism& m : catalogue.mechanisms)
        EXPECT_TRUE(carried[std::size_t(m.number)]) << m.number << m.title.zh;
}

}  // namespace
}  // namespace xiangtu::model
