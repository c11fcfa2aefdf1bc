// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalogue_json.h"
#include "model/json_reading.h"

#include <cmath>

namespace xiangtu::model {

namespace {

using base::JsonCursor;
using Kind = Measure::Kind;

constexpr std::array<std::string_view, 3> kDirections{"none", "up", "down"};
constexpr std::array<std::string_view, 4> kRhythms{"week", "month", "quarter", "year"};
constexpr int kDeepest = 8;

double finite(const JsonCursor& json) {
    const double n = json.number();
    if (!std::isfinite(n)) json.fail("must be a finite number");
    return n;
}

/// The one member that says what kind of measure it is, and all it may have; empty = none.
struct Form {
    std::string_view key;
    Kind kind;
    std::array<std::string_view, 5> members;
};
constexpr std::array kForms{
    Form{"count", Kind::count, {"count", "where"}},
    Form{"sum", Kind::sum, {"sum", "value", "where"}},
    Form{"mean", Kind::mean, {"mean", "value", "where"}},
    Form{"distinct", Kind::distinct, {"distinct", "value", "where"}},
    Form{"units", Kind::units, {"units", "where"}},
    Form{"households", Kind::households, {"households"}},
    Form{"covered", Kind::covered, {"covered", "by", "where", "unit_where"}},
    Form{"reaching", Kind::reaching, {"reaching", "of", "at_least", "unit_where"}},
    Form{"organisations", Kind::organisations, {"organisations"}},
    Form{"area", Kind::area, {"area", "where"}},
    Form{"overlap", Kind::overlap, {"overlap", "where", "with", "with_where"}},
    Form{"far", Kind::far, {"far", "from", "where", "metres", "unit_where"}},
    Form{"ratio", Kind::ratio, {"ratio", "per", "times"}},
    Form{"number", Kind::constant, {"number"}},
    Form{"plus", Kind::plus, {"plus"}},
    Form{"minus", Kind::minus, {"minus"}},
};

const Form& formOf(const JsonCursor& json) {
    if (!json.node().is_object()) json.fail("must be an object");
    for (const Form& form : kForms) {
        if (json.has(form.key)) return form;
    }
    json.fail("names no known kind of measure");
}

Measure parse(const JsonCursor& json, int depth);

void parseParts(const JsonCursor& list, Measure& measure, int depth) {
    for (std::size_t i = 0; i < list.size(); ++i) measure.parts.push_back(parse(list.at(i), depth));
    if (measure.parts.size() < 2) list.fail("needs at least two measures");
    if (measure.kind == Kind::minus && measure.parts.size() != 2) list.fail("needs exactly two measures");
}

/// What stands beside the member that names the kind.
void parseRest(const JsonCursor& json, const Form& form, Measure& measure, int depth) {
    const JsonCursor head = json.at(form.key);
    switch (measure.kind) {
    case Kind::sum:
    case Kind::mean:
    case Kind::distinct: measure.value = json.at("value").text(); [[fallthrough]];
    case Kind::count:
    case Kind::area: measure.registerId = parseIdentifier(head); break;
    case Kind::overlap:
        measure.registerId = parseIdentifier(head);
        measure.with = parseIdentifier(json.at("with"));
        measure.withWhere = json.textOr("with_where", "");
        break;
    case Kind::units:
        measure.level = parseLevelName(head);
        measure.unitWhere = json.textOr("where", "");
        return;
    case Kind::households:
        if (!head.flag()) head.fail("must be true");
        break;
    case Kind::covered: {
        measure.level = parseLevelName(head);
        const std::string by = json.at("by").text();
        if (by == "party" && json.has("where")) json.at("where").fail("does not go with \"party\"");
        if (by != "party") measure.registerId = parseIdentifier(json.at("by"));
        break;
    }
    case Kind::reaching: {
        measure.level = parseLevelName(head);
        measure.parts.push_back(parse(json.at("of"), depth));
        const JsonCursor least = json.at("at_least");
        measure.byThreshold = least.node().is_string() && least.text() == "threshold";
        if (!measure.byThreshold) measure.number = finite(least);
        break;
    }
    case Kind::far:
        measure.level = parseLevelName(head);
        measure.registerId = parseIdentifier(json.at("from"));
        measure.number = finite(json.at("metres"));
        break;
    case Kind::organisations: {
        const std::string name = head.text();
        const auto kind = parsePartyOrgKind(name == "group" ? "party_group" : name);
        if (!kind) head.fail("is not a kind of Party organisation");
        measure.orgKind = *kind;
        break;
    }
    case Kind::ratio:
        measure.parts.push_back(parse(head, depth));
        measure.parts.push_back(parse(json.at("per"), depth));
        measure.number = numberIfAny(json, "times").value_or(1);
        break;
    case Kind::constant: measure.number = finite(head); break;
    case Kind::plus:
    case Kind::minus: parseParts(head, measure, depth); break;
    }
    measure.where = json.textOr("where", "");
    measure.unitWhere = json.textOr("unit_where", "");
}

Measure parse(const JsonCursor& json, int depth) {
    if (depth > kDeepest) json.fail("is nested too deep");
    const Form& form = formOf(json);
    const auto used = std::ranges::find(form.members, std::string_view()) - form.members.begin();
    onlyMembers(json, std::span(form.members).first(std::size_t(used)));
    Measure measure;
    measure.kind = form.kind;
    parseRest(json, form, measure, depth + 1);
    return measure;
}

}  // namespace

std::string_view rhythmName(Rhythm rhythm) noexcept { return kRhythms[std::size_t(rhythm)]; }

const Titles& rhythmTitles(Rhythm rhythm) noexcept {
    static const std::array<Titles, 4> kTitles{Titles{"周调度", "Weekly review"}, Titles{"月排名", "Monthly ranking"},
                                               Titles{"季通报", "Quarterly bulletin"},
                                               Titles{"年考核", "Yearly appraisal"}};
    return kTitles[std::size_t(rhythm)];
}

Measure parseMeasure(const JsonCursor& json) { return parse(json, 0); }

Rhythm parseRhythm(const JsonCursor& json) { return parseName<Rhythm>(json, kRhythms); }

IndicatorDef parseIndicator(const JsonCursor& json) {
    onlyMembers(json, {"id", "title", "group", "unit", "decimals", "measure", "levels", "target", "target_title",
                       "thresholds", "direction", "rhythm", "mechanisms"});
    IndicatorDef def;
    def.id = parseIdentifier(json.at("id"));
    def.title = parseTitles(json.at("title"));
    def.group = json.textOr("group", "");
    def.unit = json.textOr("unit", "");
    const std::int64_t decimals = json.integerOr("decimals", 0);
    if (decimals < 0 || decimals > 6) json.at("decimals").fail("must lie between 0 and 6");
    def.decimals = int(decimals);
    def.measure = parseMeasure(json.at("measure"));
    forEachIn(json, "levels", [&](const JsonCursor& item) { def.levels.push_back(parseLevelName(item)); });
    if (def.levels.empty()) json.at("levels").fail("needs at least one level");
    std::ranges::sort(def.levels);
    def.levels.erase(std::unique(def.levels.begin(), def.levels.end()), def.levels.end());
    def.target = numberIfAny(json, "target");
    if (json.has("target_title")) def.targetTitle = parseTitles(json.at("target_title"));
    forEachIn(json, "thresholds", [&](const JsonCursor& item) { def.thresholds.push_back(finite(item)); });
    if (!std::ranges::is_sorted(def.thresholds)) json.at("thresholds").fail("must ascend");
    if (json.has("direction")) def.direction = parseName<Direction>(json.at("direction"), kDirections);
    if (json.has("rhythm")) def.rhythm = parseRhythm(json.at("rhythm"));
    def.mechanisms = parseMechanisms(json);
    def.definition = json.node().dump();
    return def;
}

}  // namespace xiangtu::model
