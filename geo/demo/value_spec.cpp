// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/value_spec.h"

#include "base/json.h"

#include <array>

namespace xiangtu::demo {

using base::JsonCursor;
using Kind = ValueSpec::Kind;

namespace {

model::Value readValue(const JsonCursor& json) {
    const base::Json& node = json.node();
    if (node.is_null()) return {};
    if (node.is_boolean()) return std::int64_t(node.get<bool>());
    if (node.is_number_integer()) return json.integer();
    if (node.is_number()) return json.number();
    return json.text();
}

base::Date readDay(const JsonCursor& json) {
    const auto day = base::Date::parse(json.text());
    if (!day) json.fail("not a day YYYY-MM-DD");
    return *day;
}

void readList(const JsonCursor& json, ValueSpec& spec) {
    for (std::size_t i = 0; i < json.size(); ++i) {
        const JsonCursor entry = json.at(i);
        if (spec.kind != Kind::shares) {
            spec.values.push_back(readValue(entry));
            continue;
        }
        spec.values.push_back(readValue(entry.at(0)));
        spec.counts.push_back(std::uint32_t(entry.at(1).integer()));
    }
    if (spec.values.empty()) json.fail("must not be empty");
}

void readRange(const JsonCursor& json, ValueSpec& spec) {
    if (json.size() != 2) json.fail("needs two numbers");
    spec.low = json.at(std::size_t(0)).number();
    spec.high = json.at(1).number();
    if (spec.high < spec.low) json.fail("ends before it begins");
}

void readUnit(const JsonCursor& json, ValueSpec& spec) {
    spec.name = json.at("unit").text();
    if (spec.name != "own" && spec.name != "township" && spec.name != "other")
        json.at("unit").fail("must be own, township or other");
    if (json.has("kinds")) spec.kinds = readKinds(json.at("kinds"));
}

constexpr std::array<std::pair<const char*, Kind>, 12> kNames{{{"sum", Kind::sum},
                                                               {"turn", Kind::turn},
                                                               {"block", Kind::block},
                                                               {"shares", Kind::shares},
                                                               {"pick", Kind::pick},
                                                               {"between", Kind::between},
                                                               {"day", Kind::day},
                                                               {"after", Kind::after},
                                                               {"record", Kind::record},
                                                               {"unit", Kind::unit},
                                                               {"households", Kind::households},
                                                               {"mu", Kind::mu}}};

}  // namespace

ValueSpec readValueSpec(const JsonCursor& json) {
    ValueSpec spec;
    if (!json.node().is_object()) {
        spec.values.push_back(readValue(json));
        return spec;
    }
    const auto* named = std::ranges::find_if(kNames, [&](const auto& n) { return json.has(n.first); });
    if (named == kNames.end()) json.fail("says no way to come to a value");
    spec.kind = named->second;
    const JsonCursor main = json.at(named->first);
    switch (spec.kind) {
    case Kind::sum:
        spec.high = main.number();
        spec.low = json.numberOr("least", 0);
        spec.name = json.textOr("like", "");
        break;
    case Kind::turn:
    case Kind::block:
    case Kind::shares:
    case Kind::pick: readList(main, spec); break;
    case Kind::between: readRange(main, spec); break;
    case Kind::day:
        spec.first = readDay(main.at(std::size_t(0)));
        spec.last = readDay(main.at(1));
        if (spec.last < spec.first) main.fail("ends before it begins");
        break;
    case Kind::after:
        spec.name = main.text();
        readRange(json.at("days"), spec);
        break;
    case Kind::record: spec.name = main.text(); break;
    case Kind::unit: readUnit(json, spec); break;
    case Kind::fixed:
    case Kind::households:
    case Kind::mu: break;
    }
    spec.step = json.numberOr("step", 1);
    if (!(spec.step > 0)) json.at("step").fail("must be more than 0");
    return spec;
}

std::vector<model::UnitKind> readKinds(const JsonCursor& json) {
    std::vector<model::UnitKind> kinds;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const auto kind = model::parseUnitKind(json.at(i).text());
        if (!kind) json.at(i).fail("unknown kind");
        kinds.push_back(*kind);
    }
    return kinds;
}

}  // namespace xiangtu::demo
