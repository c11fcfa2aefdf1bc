// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalogue_json.h"
#include "model/json_reading.h"

#include <cmath>

namespace xiangtu::model {

namespace {

using base::JsonCursor;

double limit(const JsonCursor& json) {
    const double n = json.number();
    if (!std::isfinite(n)) json.fail("must be a finite number");
    return n;
}

void parseMinimumOrMaximum(const JsonCursor& json, RuleDef& rule, std::string_view key) {
    onlyMembers(json, {"level", "of", key, "unit_where"});
    rule.level = parseLevelName(json.at("level"));
    rule.measure = parseMeasure(json.at("of"));
    rule.number = limit(json.at(key));
    rule.unitWhere = json.textOr("unit_where", "");
}

void parseLoad(const JsonCursor& json, RuleDef& rule) {
    onlyMembers(json, {"register", "by", "where", "at_most"});
    rule.registerId = parseIdentifier(json.at("register"));
    rule.field = json.at("by").text();
    rule.where = json.textOr("where", "");
    rule.number = limit(json.at("at_most"));
}

void parseEqual(const JsonCursor& json, RuleDef& rule) {
    onlyMembers(json, {"level", "of", "and", "percent", "unit_where"});
    rule.level = parseLevelName(json.at("level"));
    rule.measure = parseMeasure(json.at("of"));
    rule.other = parseMeasure(json.at("and"));
    rule.number = limit(json.at("percent"));
    rule.unitWhere = json.textOr("unit_where", "");
}

ReportTable parseTable(const JsonCursor& json) {
    ReportTable table;
    table.title = parseTitles(json.at("title"));
    if (json.has("register")) {
        onlyMembers(json, {"title", "register", "where", "columns", "order"});
        table.registerId = parseIdentifier(json.at("register"));
        table.where = json.textOr("where", "");
        if (json.has("columns")) table.columns = parseTexts(json.at("columns"));
        table.order = json.textOr("order", "");
    } else {
        onlyMembers(json, {"title", "indicators", "level", "ranked_by"});
        table.indicators = parseTexts(json.at("indicators"));
        if (table.indicators.empty()) json.at("indicators").fail("needs at least one indicator");
        table.level = parseLevelName(json.at("level"));
        table.rankedBy = json.textOr("ranked_by", "");
    }
    return table;
}

}  // namespace

RuleDef parseRule(const JsonCursor& json) {
    onlyMembers(json, {"id", "title", "group", "mechanisms", "minimum", "maximum", "load", "equal"});
    RuleDef rule;
    rule.id = parseIdentifier(json.at("id"));
    rule.title = parseTitles(json.at("title"));
    rule.group = json.textOr("group", "");
    const int kinds = json.has("minimum") + json.has("maximum") + json.has("load") + json.has("equal");
    if (kinds != 1) json.fail("needs exactly one of minimum, maximum, load, equal");
    if (json.has("minimum")) {
        rule.kind = RuleDef::Kind::minimum;
        parseMinimumOrMaximum(json.at("minimum"), rule, "at_least");
    } else if (json.has("maximum")) {
        rule.kind = RuleDef::Kind::maximum;
        parseMinimumOrMaximum(json.at("maximum"), rule, "at_most");
    } else if (json.has("load")) {
        rule.kind = RuleDef::Kind::load;
        parseLoad(json.at("load"), rule);
    } else {
        rule.kind = RuleDef::Kind::equal;
        parseEqual(json.at("equal"), rule);
    }
    rule.mechanisms = parseMechanisms(json);
    rule.definition = json.node().dump();
    return rule;
}

ReportDef parseReport(const JsonCursor& json) {
    onlyMembers(json, {"id", "title", "rhythm", "tables", "mechanisms"});
    ReportDef report;
    report.id = parseIdentifier(json.at("id"));
    report.title = parseTitles(json.at("title"));
    report.rhythm = parseRhythm(json.at("rhythm"));
    forEachIn(json, "tables", [&](const JsonCursor& item) { report.tables.push_back(parseTable(item)); });
    if (report.tables.empty()) json.at("tables").fail("needs at least one table");
    report.mechanisms = parseMechanisms(json);
    report.definition = json.node().dump();
    return report;
}

}  // namespace xiangtu::model
