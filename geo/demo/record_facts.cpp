// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/record_facts.h"

#include "base/json.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace xiangtu::demo {

using base::JsonCursor;
using Shape = RecordFacts::Shape;

namespace {

/// Members that describe records rather than fields of them.
constexpr std::array<std::string_view, 6> kOwn{"from", "to", "since", "due", "state", "mu"};
constexpr std::array<std::string_view, 19> kMembers{"register", "origin", "note",  "on",    "kinds", "of",     "at",
                                                    "without",  "sample", "each",  "order", "count", "people", "stops",
                                                    "shape",    "values", "parts", "words", "rows"};
constexpr std::array<std::pair<std::string_view, Shape>, 4> kShapes{
    {{"point", Shape::point}, {"line", Shape::line}, {"field", Shape::field}, {"unit", Shape::unit}}};

void refuseUnknown(const JsonCursor& json, auto&& known) {
    for (const auto& [name, value] : json.node().items()) {
        const auto is = [&](std::string_view k) { return k == name; };
        if (!std::ranges::any_of(known, is) && !std::ranges::any_of(kOwn, is)) json.at(name).fail("is not known here");
    }
}

void readValues(const JsonCursor& json, ValueSpecs& values) {
    if (json.has("values")) {
        for (const auto& [name, value] : json.at("values").node().items())
            values[name] = readValueSpec(json.at("values").at(name));
    }
    if (json.has("words")) {
        for (const auto& [name, value] : json.at("words").node().items())
            values["@" + name] = readValueSpec(json.at("words").at(name));
    }
    for (const std::string_view name : kOwn) {
        if (json.has(name)) values["@" + std::string(name)] = readValueSpec(json.at(name));
    }
}

/// "rows": [{field: value, …}, …], taken in turn: as many fields that go together.
void readRows(const JsonCursor& json, ValueSpecs& values) {
    for (std::size_t i = 0; i < json.size(); ++i) {
        for (const auto& [name, value] : json.at(i).node().items()) {
            ValueSpec& spec = values[name];
            if (i == 0) spec.kind = ValueSpec::Kind::turn;
            if (spec.kind != ValueSpec::Kind::turn || spec.values.size() != i)
                json.at(i).at(name).fail("is not in every row");
            spec.values.push_back(readValueSpec(json.at(i).at(name)).values.at(0));
        }
    }
}

model::Level readLevel(const JsonCursor& json) {
    const auto level = model::parseLevel(json.text());
    if (!level) json.fail("unknown level");
    return *level;
}

}  // namespace

RecordFacts readRecordFacts(const JsonCursor& json) {
    refuseUnknown(json, kMembers);
    RecordFacts facts;
    facts.registerId = json.at("register").text();
    facts.sample = json.textOr("sample", facts.registerId);
    facts.origin = json.at("origin").text();
    if (facts.origin != "reported" && facts.origin != "invented" && facts.origin != "sample")
        json.at("origin").fail("must be reported, invented or sample");
    if (json.has("on")) facts.on = readLevel(json.at("on"));
    if (json.has("kinds")) facts.kinds = readKinds(json.at("kinds"));
    facts.of = json.textOr("of", "");
    if (json.has("at")) {
        for (std::size_t i = 0; i < json.at("at").size(); ++i) {
            const auto code = model::Code::parse(json.at("at").at(i).text());
            if (!code) json.at("at").at(i).fail("not a code of digits");
            facts.at.push_back(*code);
        }
    }
    if (json.has("count")) facts.count = std::uint32_t(json.at("count").integer());
    facts.without = std::uint32_t(json.integerOr("without", 0));
    const std::string order = json.textOr("order", facts.count ? "drawn" : "code");
    if (order != "drawn" && order != "code") json.at("order").fail("must be code or drawn");
    facts.order = order == "drawn" ? RecordFacts::Order::drawn : RecordFacts::Order::code;
    facts.people = std::uint32_t(json.integerOr("people", 0));
    facts.each = std::uint32_t(std::max<std::int64_t>(1, json.integerOr("each", 1)));
    facts.stops = std::uint32_t(json.integerOr("stops", 5));
    if (json.has("shape")) {
        const std::string name = json.at("shape").text();
        const auto* shape = std::ranges::find(kShapes, std::string_view(name), &decltype(kShapes)::value_type::first);
        if (shape == kShapes.end()) json.at("shape").fail("unknown shape");
        facts.shape = shape->second;
    }
    readValues(json, facts.values);
    if (json.has("rows")) readRows(json.at("rows"), facts.values);
    if (!facts.values.contains("@from")) json.fail("has no day from which it counts");
    if (facts.shape == Shape::field && !facts.values.contains("@mu")) json.fail("has no area");
    if (json.has("parts")) {
        for (std::size_t i = 0; i < json.at("parts").size(); ++i) {
            const JsonCursor part = json.at("parts").at(i);
            refuseUnknown(part, std::array<std::string_view, 3>{"count", "values", "words"});
            RecordFacts::Part& out = facts.parts.emplace_back();
            out.count = std::uint32_t(part.integerOr("count", 0));
            readValues(part, out.values);
        }
    }
    return facts;
}

}  // namespace xiangtu::demo
