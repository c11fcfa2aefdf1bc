// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalogue.h"

#include "base/json.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>

namespace xiangtu::model {

namespace {

using base::Json;
using base::JsonCursor;

constexpr std::array<std::string_view, 4> kAnchors{"unit", "point", "line", "polygon"};
constexpr std::array<std::string_view, 7> kTypes{"text", "integer", "decimal", "date", "year", "yes_no", "choice"};
/// Columns every register table has; a field of that name would hide one.
constexpr std::array<std::string_view, 5> kOwnColumns{"id", "unit_id", "unit_code", "unit_name", "geom"};

template <class Enum, std::size_t N>
Enum parseName(const JsonCursor& json, const std::array<std::string_view, N>& names) {
    const std::string text = json.text();
    const auto it = std::ranges::find(names, text);
    if (it == names.end()) json.fail("\"" + text + "\" is not one of the known names");
    return Enum(it - names.begin());
}

/// Refuses members nobody reads: a misspelt one would otherwise be lost silently.
void onlyMembers(const JsonCursor& json, std::initializer_list<std::string_view> known) {
    if (!json.node().is_object()) json.fail("must be an object");
    for (const auto& [key, value] : json.node().items()) {
        if (std::ranges::find(known, key) == known.end()) json.fail("member \"" + key + "\" is not known");
    }
}

std::string parseIdentifier(const JsonCursor& json) {
    std::string name = json.text();
    const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto rest = [&](char c) { return small(c) || (c >= '0' && c <= '9') || c == '_'; };
    if (name.empty() || name.size() > 48 || !small(name[0]) || !std::ranges::all_of(name, rest)) {
        json.fail("\"" + name + "\" must be a small letter followed by small letters, digits or _ (48 at most)");
    }
    return name;
}

Titles parseTitles(const JsonCursor& json) {
    onlyMembers(json, {"zh", "en"});
    Titles titles{json.at("zh").text(), json.at("en").text()};
    if (titles.zh.empty()) json.at("zh").fail("must not be empty");
    if (titles.en.empty()) json.at("en").fail("must not be empty");
    return titles;
}

Json dumpTitles(const Titles& titles) { return {{"zh", titles.zh}, {"en", titles.en}}; }

template <class T>
void refuseRepeated(std::set<T>& seen, const T& key, const JsonCursor& json) {
    if (!seen.insert(key).second) json.fail("\"" + key + "\" is declared twice");
}

std::vector<Choice> parseChoices(const JsonCursor& json) {
    std::vector<Choice> choices;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const JsonCursor item = json.at(i);
        onlyMembers(item, {"code", "name", "symbol"});
        Choice choice{item.at("code").text(), parseTitles(item.at("name")), item.textOr("symbol", "")};
        if (choice.code.empty()) item.at("code").fail("must not be empty");
        refuseRepeated(seen, choice.code, item.at("code"));
        choices.push_back(std::move(choice));
    }
    if (choices.empty()) json.fail("needs at least one choice");
    return choices;
}

FieldDef parseField(const JsonCursor& json) {
    onlyMembers(json, {"name", "title", "type", "unit", "required", "sensitive", "choices"});
    FieldDef field;
    field.name = parseIdentifier(json.at("name"));
    if (std::ranges::find(kOwnColumns, field.name) != kOwnColumns.end()) {
        json.at("name").fail("\"" + field.name + "\" is a column every register has");
    }
    field.title = parseTitles(json.at("title"));
    field.type = parseName<FieldType>(json.at("type"), kTypes);
    field.unit = json.textOr("unit", "");
    field.required = json.flagOr("required", false);
    field.sensitive = json.flagOr("sensitive", false);
    if (field.type == FieldType::choice)
        field.choices = parseChoices(json.at("choices"));
    else if (json.has("choices"))
        json.at("choices").fail("only a field of type choice has choices");
    return field;
}

Json dumpField(const FieldDef& field) {
    Json json{{"name", field.name}, {"title", dumpTitles(field.title)}, {"type", kTypes[std::size_t(field.type)]}};
    if (!field.unit.empty()) json["unit"] = field.unit;
    if (field.required) json["required"] = true;
    if (field.sensitive) json["sensitive"] = true;
    for (const Choice& choice : field.choices) {
        Json item{{"code", choice.code}, {"name", dumpTitles(choice.name)}};
        if (!choice.symbol.empty()) item["symbol"] = choice.symbol;
        json["choices"].push_back(std::move(item));
    }
    return json;
}

}  // namespace

const FieldDef* RegisterDef::findField(std::string_view name) const noexcept {
    const auto it = std::ranges::find(fields, name, &FieldDef::name);
    return it == fields.end() ? nullptr : &*it;
}

const RegisterDef* Catalogue::find(std::string_view id) const noexcept {
    const auto it = std::ranges::find(registers, id, &RegisterDef::id);
    return it == registers.end() ? nullptr : &*it;
}

RegisterDef parseRegister(const JsonCursor& json) {
    onlyMembers(json, {"id", "title", "anchor", "level", "fields", "label", "symbol"});
    RegisterDef def;
    def.id = parseIdentifier(json.at("id"));
    def.title = parseTitles(json.at("title"));
    def.anchor = parseName<Anchor>(json.at("anchor"), kAnchors);
    if (def.anchor == Anchor::unit) {
        def.anchorLevel = parseLevel(json.at("level").text());
        if (!def.anchorLevel) json.at("level").fail("is not one of the levels");
    } else if (json.has("level")) {
        json.at("level").fail("only a register anchored to units has a level");
    }
    const JsonCursor fields = json.at("fields");
    std::set<std::string> seen;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        def.fields.push_back(parseField(fields.at(i)));
        refuseRepeated(seen, def.fields.back().name, fields.at(i).at("name"));
    }
    if (def.fields.empty()) fields.fail("needs at least one field");
    def.labelField = json.textOr("label", "");
    if (!def.labelField.empty() && !def.findField(def.labelField)) json.at("label").fail("names no field");
    def.symbolField = json.textOr("symbol", "");
    if (!def.symbolField.empty()) {
        const FieldDef* field = def.findField(def.symbolField);
        if (!field || field->type != FieldType::choice) json.at("symbol").fail("names no field of type choice");
    }
    return def;
}

Catalogue parseCatalogue(const JsonCursor& json) {
    onlyMembers(json, {"registers"});
    const JsonCursor list = json.at("registers");
    Catalogue catalogue;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < list.size(); ++i) {
        catalogue.registers.push_back(parseRegister(list.at(i)));
        refuseRepeated(seen, catalogue.registers.back().id, list.at(i).at("id"));
    }
    return catalogue;
}

Json dump(const RegisterDef& def) {
    Json json{{"id", def.id}, {"title", dumpTitles(def.title)}, {"anchor", kAnchors[std::size_t(def.anchor)]}};
    if (def.anchorLevel) json["level"] = levelName(*def.anchorLevel);
    for (const FieldDef& field : def.fields) json["fields"].push_back(dumpField(field));
    if (!def.labelField.empty()) json["label"] = def.labelField;
    if (!def.symbolField.empty()) json["symbol"] = def.symbolField;
    return json;
}

}  // namespace xiangtu::model
