// SPDX-License-Identifier: GPL-3.0-or-later
#include "coverage_check.h"

#include "base/error.h"
#include "base/json.h"
#include "geodesy/area.h"
#include "geom/contains.h"
#include "model/expression.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace xiangtu::demo {

using model::field;
using model::Level;
using testing::HasSubstr;

namespace {

/// 八公山 with these records only.
MemorySink generatedWith(const std::string& records) {
    CountyFacts facts = shippedFacts("bagongshan");
    facts.records.clear();
    facts.samples.clear();
    facts.demonstrations.clear();
    facts.bases.clear();
    const base::Json json = base::parseJson(records, "records");
    for (std::size_t i = 0; i < json.size(); ++i)
        facts.records.push_back(readRecordFacts(base::JsonCursor(json, "records").at(i)));
    MemorySink sink;
    Options options;
    options.grids = 200;
    generate(facts, shippedPhrases(), options, sink, {});
    return sink;
}

double number(const model::NewRecord& record, std::string_view name) {
    return model::numberOf(field(record.values, name)).value_or(-1);
}
std::string text(const model::NewRecord& record, std::string_view name) {
    return model::toText(field(record.values, name));
}

std::string reasonAgainst(const std::string& records) {
    try {
        (void)generatedWith(records);
    } catch (const base::Error& e) {
        EXPECT_EQ(e.fault(), base::Fault::format);
        return e.what();
    }
    return "accepted";
}

}  // namespace

TEST(Records, SharesAddUpAndFollowEachOther) {
    const auto sink =
        generatedWith(R"([{"register": "r", "origin": "sample", "kinds": ["village"], "from": "2022-01-01",
        "values": {"all": {"sum": 188, "least": 2}, "some": {"sum": 101, "like": "all"},
                   "money": {"sum": 1000000, "step": 1000, "least": 10000}}}])");
    ASSERT_EQ(sink.records.size(), 21u) << "one on every village";
    double all = 0, some = 0, money = 0;
    for (const auto& record : sink.records) {
        EXPECT_GE(number(record, "all"), 2);
        EXPECT_LE(number(record, "some"), number(record, "all"));
        EXPECT_GE(number(record, "money"), 10000);
        EXPECT_EQ(std::int64_t(number(record, "money")) % 1000, 0);
        all += number(record, "all");
        some += number(record, "some");
        money += number(record, "money");
    }
    EXPECT_EQ(all, 188);
    EXPECT_EQ(some, 101);
    EXPECT_EQ(money, 1000000);
}

TEST(Records, PartsHaveStatesAndValuesOfTheirOwn) {
    const auto sink = generatedWith(R"([{"register": "r", "origin": "sample", "count": 9, "from": "{found}",
        "values": {"found": {"day": ["2022-01-01", "2022-01-31"]}, "done": {"after": "found", "days": [5, 9]}},
        "parts": [{"count": 4, "state": "closed", "since": "{done}", "to": "2023-01-01"},
                  {"state": "open", "due": "2022-03-01", "values": {"done": null}}]}])");
    ASSERT_EQ(sink.records.size(), 9u);
    for (std::size_t i = 0; i < 9; ++i) {
        const auto& record = sink.records[i];
        EXPECT_EQ(record.from.iso(), text(record, "found"));
        EXPECT_EQ(record.state, i < 4 ? "closed" : "open");
        EXPECT_EQ(record.since.iso(), i < 4 ? text(record, "done") : record.from.iso());
        EXPECT_EQ(record.to.iso(), i < 4 ? "2023-01-01" : "");
        EXPECT_EQ(record.due.iso(), i < 4 ? "" : "2022-03-01");
        EXPECT_EQ(model::isNull(field(record.values, "done")), i >= 4);
        EXPECT_GE(record.since.days - record.from.days, i < 4 ? 5 : 0);
    }
}

TEST(Records, PersonsAreOfficeHoldersWhoMayAnswerForSeveralUnits) {
    const auto sink = generatedWith(R"([{"register": "r", "origin": "sample", "kinds": ["village"], "people": 8,
        "from": "2022-01-01", "values": {"person": "{person}", "person_no": "A-{no}"}}])");
    std::map<std::string, std::set<std::string>> names;
    for (const auto& record : sink.records) {
        EXPECT_TRUE(text(record, "person").ends_with("某"));
        names[text(record, "person_no")].insert(text(record, "person"));
    }
    EXPECT_EQ(names.size(), 8u);
    for (const auto& [no, held] : names) EXPECT_EQ(held.size(), 1u) << no << " has two names";
}

TEST(Records, KnowUnitsAndRecordsMadeBefore) {
    const auto sink = generatedWith(R"([
        {"register": "a", "origin": "reported", "at": ["340405121204"], "count": 2, "kinds": ["village"], "from": "2022-01-01"},
        {"register": "b", "origin": "sample", "of": "a", "order": "code", "count": 4, "from": "2022-01-01",
         "values": {"a": {"record": "a"}, "own": {"unit": "own"}, "other": {"unit": "other", "kinds": ["village"]}, "in": "{township}{unit}"}}])");
    ASSERT_EQ(sink.records.size(), 6u);
    EXPECT_EQ(sink.records[0].unit.text(), "340405121204") << "the known unit comes first";
    for (std::size_t i = 2; i < 6; ++i) {
        const auto& record = sink.records[i];
        EXPECT_EQ(record.unit, sink.records[i % 2].unit);
        EXPECT_EQ(number(record, "a"), double(1 + i % 2));
        EXPECT_EQ(text(record, "own"), record.unit.text());
        EXPECT_NE(text(record, "other"), record.unit.text());
    }
    EXPECT_EQ(text(sink.records[2], "in"), "山王镇张楼村");
}

TEST(Records, RefuseFactsThatCannotBeMet) {
    EXPECT_THAT(reasonAgainst(R"([{"register": "r", "origin": "sample", "from": "{day}"}])"),
                HasSubstr("no such field"));
    EXPECT_THAT(
        reasonAgainst(
            R"([{"register": "r", "origin": "sample", "from": "2022-01-01", "values": {"a": "{b}", "b": "{a}"}}])"),
        HasSubstr("builds on itself"));
    EXPECT_THAT(
        reasonAgainst(
            R"([{"register": "r", "origin": "sample", "from": "2022-01-01", "values": {"a": {"sum": 3, "least": 1}}}])"),
        HasSubstr("records of r: r, a: the least shares are more than the sum"));
    EXPECT_THAT(reasonAgainst(R"([{"register": "r", "origin": "sample", "from": "2022-01-01", "at": ["999999"]}])"),
                HasSubstr("no unit 999999"));
    EXPECT_THAT(reasonAgainst(R"([{"register": "r", "origin": "sample", "from": "2022-01-01", "kinds": ["pasture"]}])"),
                HasSubstr("unknown kind"));
    EXPECT_THAT(
        reasonAgainst(
            R"([{"register": "r", "origin": "sample", "from": "2022-01-01", "values": {"a": {"record": "s"}}}])"),
        HasSubstr("no record of s"));
    EXPECT_THAT(
        reasonAgainst(R"([{"register": "r", "origin": "sample", "from": "2022-01-01", "values": {"a": "{person"}}])"),
        HasSubstr("without its }"));
}

TEST(Records, OfTheCountiesLieInsideTheirUnitsAndHaveDaysInOrder) {
    for (const std::string& county : countyNames()) {
        const MemorySink sink = generated(county, 1200);
        std::map<model::Code, geom::GeoMultiPolygon> shapes;
        for (const auto level : {Level::village, Level::grid}) {
            for (const model::NewUnit& unit : sink.units[model::indexOf(level)])
                shapes[unit.code] = geom::toGeo(unit.shape);
        }
        for (const model::NewRecord& record : sink.records) {
            EXPECT_TRUE(record.unit.valid());
            EXPECT_LT(record.from, record.to);
            EXPECT_GE(record.since, record.state.empty() ? base::Date{} : record.from) << record.registerId;
            if (const auto* point = std::get_if<geom::GeoPoint>(&record.shape)) {
                EXPECT_TRUE(geom::contains(shapes.at(record.unit), *point)) << county << ' ' << record.registerId;
            }
            const auto* field = std::get_if<geom::GeoMultiPolygon>(&record.shape);
            if (!field || record.registerId == "tourism_belt") continue;
            for (const geom::GeoPoint p : field->front().outer)
                EXPECT_TRUE(geom::contains(shapes.at(record.unit), p)) << county << ' ' << record.registerId;
        }
    }
}

TEST(Records, AreTheSameForTheSameSeedAndOthersForAnother) {
    const std::uint64_t first = generated("lingyun", 300).fingerprint();
    EXPECT_EQ(generated("lingyun", 300).fingerprint(), first);
    EXPECT_NE(generated("lingyun", 300, 7).fingerprint(), first);
}

TEST(Records, OfGroupsAreAsManyAsGridsAndTheOthersDoNotGrowWithThem) {
    const auto countOf = [](const MemorySink& sink, bool groups) {
        return std::ranges::count_if(sink.records,
                                     [&](const auto& r) { return (r.registerId == "mutual_aid_group") == groups; });
    };
    const MemorySink small = generated("fenghuang", 400);
    EXPECT_EQ(countOf(small, true), 400);
    CountyFacts facts = shippedFacts("fenghuang");
    facts.grids = 400;  // so that few grids make several counties
    facts.bases.clear();
    facts.demonstrations.clear();
    MemorySink province;
    Options options;
    options.grids = 1200;
    generate(facts, shippedPhrases(), options, province, {});
    EXPECT_EQ(province.units[0].size(), 3u);
    EXPECT_EQ(countOf(province, true), 1200);
    const auto own = std::ranges::count_if(small.records, [](const auto& r) {
        return r.registerId == "industry_base" || r.registerId == "demonstration_village";
    });
    EXPECT_EQ(countOf(province, false), countOf(small, false) - own);
}

}  // namespace xiangtu::demo
