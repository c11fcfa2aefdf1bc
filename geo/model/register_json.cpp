// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalogue_json.h"
#include "model/field_rules.h"
#include "model/json_reading.h"

namespace xiangtu::model {

namespace {

using base::Json;
using base::JsonCursor;

constexpr std::array<std::string_view, 5> kAnchors{"unit", "point", "line", "polygon", "link"};
constexpr std::array<std::string_view, 17> kTypes{
    "text",   "long_text",    "integer", "decimal", "money",        "date",   "month", "year",      "yes_no",
    "choice", "multi_choice", "person",  "unit",    "organisation", "record", "photo", "attachment"};
constexpr std::array<std::string_view, 5> kPolicies{"keep", "sum", "area", "households", "ask"};
/// Columns every register table has, or may get; a field of that name would hide one.
constexpr std::array<std::string_view, 10> kOwnColumns{"id",       "unit_id", "unit_code",   "unit_name", "valid_from",
                                                       "valid_to", "state",   "state_since", "due",       "geom"};

std::vector<Choice> parseChoices(const JsonCursor& json) {
    std::vector<Choice> choices;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const JsonCursor item = json.at(i);
        onlyMembers(item, {"code", "name", "symbol"});
        Choice choice{item.at("code").text(), parseTitles(item.at("name")), item.textOr("symbol", "")};
        if (choice.code.empty() || choice.code.find(',') != std::string::npos) {
            item.at("code").fail("must not be empty nor have a comma");
        }
        refuseRepeated(seen, choice.code, item.at("code"));
        choices.push_back(std::move(choice));
    }
    if (choices.empty()) json.fail("needs at least one choice");
    return choices;
}

Value parseValue(const JsonCursor& json) {
    const Json& node = json.node();
    if (node.is_boolean()) return std::int64_t(node.get<bool>());
    if (node.is_number_integer()) return json.integer();
    if (node.is_number()) return json.number();
    return json.text();
}

std::string parseFieldName(const JsonCursor& json) {
    std::string name = parseIdentifier(json);
    if (std::ranges::find(kOwnColumns, name) != kOwnColumns.end()) {
        json.fail("\"" + name + "\" is a column every register has");
    }
    return name;
}

/// Members that belong to certain types only.
void parseTypeMembers(const JsonCursor& json, FieldDef& field) {
    const bool chooses = field.type == FieldType::choice || field.type == FieldType::multiChoice;
    if (chooses)
        field.choices = parseChoices(json.at("choices"));
    else if (json.has("choices"))
        json.at("choices").fail("only a field of type choice or multi_choice has choices");
    if (json.has("level")) {
        if (field.type != FieldType::unit) json.at("level").fail("only a field of type unit has a level");
        field.level = parseLevelName(json.at("level"));
    }
    if (field.type == FieldType::record)
        field.of = parseIdentifier(json.at("of"));
    else if (json.has("of"))
        json.at("of").fail("only a field of type record has a register");
}

std::optional<LandPolicy> parsePolicy(const JsonCursor& json, const char* member, LandEvent event,
                                      const FieldDef& field) {
    if (!json.has(member)) return std::nullopt;
    const auto policy = parseName<LandPolicy>(json.at(member), kPolicies);
    if (const auto reason = reasonAgainst(policy, event, field.type); !reason.empty()) json.at(member).fail(reason);
    if (!field.formula.empty()) json.at(member).fail("a computed field follows the others");
    return policy;
}

FieldDef parseField(const JsonCursor& json) {
    onlyMembers(json, {"name", "title", "type", "unit", "required", "sensitive", "choices", "default", "min", "max",
                       "formula", "level", "of", "group", "retired", "was", "on_split", "on_merge"});
    FieldDef field;
    field.name = parseFieldName(json.at("name"));
    field.title = parseTitles(json.at("title"));
    field.type = parseName<FieldType>(json.at("type"), kTypes);
    field.unit = json.textOr("unit", "");
    field.required = json.flagOr("required", false);
    field.sensitive = json.flagOr("sensitive", false);
    field.retired = json.flagOr("retired", false);
    parseTypeMembers(json, field);
    field.min = numberIfAny(json, "min");
    field.max = numberIfAny(json, "max");
    if (field.min && field.max && *field.min > *field.max) json.at("max").fail("is smaller than min");
    field.formula = json.textOr("formula", "");
    if (!field.formula.empty() && field.required) json.at("required").fail("a computed field is never asked for");
    if (json.has("group")) field.group = parseTitles(json.at("group"));
    forEachIn(json, "was", [&](const JsonCursor& item) { field.was.push_back(parseFieldName(item)); });
    field.onSplit = parsePolicy(json, "on_split", LandEvent::split, field);
    field.onMerge = parsePolicy(json, "on_merge", LandEvent::merge, field);
    if (json.has("default")) {
        field.defaultValue = parseValue(json.at("default"));
        if (const auto reason = reasonAgainst(field, field.defaultValue); !reason.empty()) {
            json.at("default").fail(reason);
        }
    }
    return field;
}

Json dumpValue(const Value& value) {
    if (const auto* n = std::get_if<std::int64_t>(&value)) return *n;
    if (const auto* d = std::get_if<double>(&value)) return *d;
    return std::get<std::string>(value);
}

Json dumpField(const FieldDef& field) {
    Json json{{"name", field.name}, {"title", dumpTitles(field.title)}, {"type", kTypes[std::size_t(field.type)]}};
    if (!field.unit.empty()) json["unit"] = field.unit;
    if (field.required) json["required"] = true;
    if (field.sensitive) json["sensitive"] = true;
    if (field.retired) json["retired"] = true;
    if (!isNull(field.defaultValue)) json["default"] = dumpValue(field.defaultValue);
    if (field.min) json["min"] = *field.min;
    if (field.max) json["max"] = *field.max;
    if (!field.formula.empty()) json["formula"] = field.formula;
    for (const Choice& choice : field.choices) {
        Json item{{"code", choice.code}, {"name", dumpTitles(choice.name)}};
        if (!choice.symbol.empty()) item["symbol"] = choice.symbol;
        json["choices"].push_back(std::move(item));
    }
    if (field.level) json["level"] = levelName(*field.level);
    if (!field.of.empty()) json["of"] = field.of;
    if (field.group) json["group"] = dumpTitles(*field.group);
    if (!field.was.empty()) json["was"] = field.was;
    if (field.onSplit) json["on_split"] = landPolicyName(*field.onSplit);
    if (field.onMerge) json["on_merge"] = landPolicyName(*field.onMerge);
    return json;
}

void parseAnchor(const JsonCursor& json, RegisterDef& def) {
    def.anchor = parseName<Anchor>(json.at("anchor"), kAnchors);
    if (def.anchor != Anchor::unit) {
        if (json.has("level")) json.at("level").fail("only a register anchored to units has a level");
        return;
    }
    if (json.at("level").text() != "any") def.anchorLevel = parseLevelName(json.at("level"));
}

/// A matter with a lifecycle is one, and what has a place of its own goes where it lies.
void checkPolicies(const JsonCursor& json, const RegisterDef& def) {
    if (def.anchor == Anchor::unit && def.lifecycle.empty()) return;
    for (std::size_t i = 0; i < def.fields.size(); ++i) {
        for (const char* member : {"on_split", "on_merge"}) {
            if (!json.at("fields").at(i).has(member)) continue;
            json.at("fields").at(i).at(member).fail("only records of units without a lifecycle follow the land so");
        }
    }
}

/// Label, symbol and list columns name fields of the register.
void parseUses(const JsonCursor& json, RegisterDef& def) {
    def.labelField = json.textOr("label", "");
    if (!def.labelField.empty() && !def.findField(def.labelField)) json.at("label").fail("names no field");
    def.symbolField = json.textOr("symbol", "");
    if (!def.symbolField.empty()) {
        const FieldDef* field = def.findField(def.symbolField);
        if (!field || field->type != FieldType::choice) json.at("symbol").fail("names no field of type choice");
    }
    forEachIn(json, "list", [&](const JsonCursor& item) {
        def.list.push_back(item.text());
        if (!def.findField(def.list.back())) item.fail("names no field");
    });
}

}  // namespace

std::string_view fieldTypeName(FieldType type) noexcept { return kTypes[std::size_t(type)]; }
std::string_view landPolicyName(LandPolicy policy) noexcept { return kPolicies[std::size_t(policy)]; }

std::optional<LandPolicy> parseLandPolicy(std::string_view name) noexcept {
    const auto it = std::ranges::find(kPolicies, name);
    return it == kPolicies.end() ? std::nullopt : std::optional(LandPolicy(it - kPolicies.begin()));
}

std::string reasonAgainst(LandPolicy policy, LandEvent event, FieldType type) {
    if (policy == LandPolicy::keep || policy == LandPolicy::ask) return "";
    if ((policy == LandPolicy::sum) != (event == LandEvent::merge)) {
        return event == LandEvent::merge ? "what is joined adds up, it is not shared" : "what is cut does not add up";
    }
    const bool amount = type == FieldType::integer || type == FieldType::decimal || type == FieldType::money;
    return amount ? "" : "only an integer, a decimal or money is an amount";
}

std::string_view anchorName(Anchor anchor) noexcept { return kAnchors[std::size_t(anchor)]; }

RegisterDef parseRegister(const JsonCursor& json) {
    onlyMembers(json, {"id", "title", "group", "anchor", "level", "fields", "label", "symbol", "list", "lifecycle",
                       "mechanisms"});
    RegisterDef def;
    def.id = parseIdentifier(json.at("id"));
    def.title = parseTitles(json.at("title"));
    def.group = json.textOr("group", "");
    parseAnchor(json, def);
    std::set<std::string> seen;
    forEachIn(json, "fields", [&](const JsonCursor& item) {
        def.fields.push_back(parseField(item));
        refuseRepeated(seen, def.fields.back().name, item.at("name"));
    });
    if (def.fields.empty()) json.at("fields").fail("needs at least one field");
    parseUses(json, def);
    def.lifecycle = json.textOr("lifecycle", "");
    checkPolicies(json, def);
    def.mechanisms = parseMechanisms(json);
    return def;
}

Json dump(const RegisterDef& def) {
    Json json{{"id", def.id}, {"title", dumpTitles(def.title)}, {"anchor", kAnchors[std::size_t(def.anchor)]}};
    if (!def.group.empty()) json["group"] = def.group;
    if (def.anchor == Anchor::unit) json["level"] = def.anchorLevel ? levelName(*def.anchorLevel) : "any";
    for (const FieldDef& field : def.fields) json["fields"].push_back(dumpField(field));
    if (!def.labelField.empty()) json["label"] = def.labelField;
    if (!def.symbolField.empty()) json["symbol"] = def.symbolField;
    if (!def.list.empty()) json["list"] = def.list;
    if (!def.lifecycle.empty()) json["lifecycle"] = def.lifecycle;
    if (!def.mechanisms.empty()) json["mechanisms"] = def.mechanisms;
    return json;
}

}  // namespace xiangtu::model
