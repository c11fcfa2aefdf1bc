// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/tables.h"

#include <algorithm>

namespace xiangtu::indicators {

namespace {

using model::FieldDef;
using model::FieldType;
using model::Value;

const std::string& in(const model::Titles& titles, Language language) {
    return language == Language::chinese ? titles.zh : titles.en;
}

std::string choiceName(const FieldDef& field, const std::string& code, Language language) {
    const auto it = std::ranges::find(field.choices, code, &model::Choice::code);
    return it == field.choices.end() ? code : in(it->name, language);
}

std::string choiceNames(const FieldDef& field, std::string_view codes, Language language) {
    std::string out;
    while (!codes.empty()) {
        const auto comma = codes.find(',');
        if (!out.empty()) out += language == Language::chinese ? "、" : ", ";
        out += choiceName(field, std::string(codes.substr(0, comma)), language);
        codes = comma == std::string_view::npos ? std::string_view() : codes.substr(comma + 1);
    }
    return out;
}

std::string unitName(const model::Snapshot& snapshot, const FieldDef& field, const std::string& text) {
    const auto code = model::Code::parse(text);
    const model::UnitRef ref = !code         ? model::UnitRef()
                               : field.level ? snapshot.findUnit(*field.level, *code)
                                             : snapshot.findUnit(*code);
    return ref.valid() ? snapshot.unit(ref).name : text;
}

std::string recordLabel(const model::Snapshot& snapshot, const FieldDef& field, std::int64_t id, Language language) {
    const std::string number = "#" + std::to_string(id);
    const model::RegisterTable* table = snapshot.findRegister(field.of);
    const model::Record* record = table ? table->find(id) : nullptr;
    const auto label = table ? table->def.fieldAt(table->def.labelField) : std::nullopt;
    // A label that is itself a record would lead on and on.
    if (!record || !label || table->def.fields[*label].type == FieldType::record) return number;
    const std::string text = cellText(snapshot, table->def.fields[*label], record->values[*label], language);
    return text.empty() ? number : text;
}

}  // namespace

std::string cellText(const model::Snapshot& snapshot, const FieldDef& field, const Value& value, Language language) {
    if (model::isNull(value)) return "";
    const auto* text = std::get_if<std::string>(&value);
    const auto* whole = std::get_if<std::int64_t>(&value);
    switch (field.type) {
    case FieldType::choice: return text ? choiceName(field, *text, language) : model::toText(value);
    case FieldType::multiChoice: return text ? choiceNames(field, *text, language) : model::toText(value);
    case FieldType::unit: return text ? unitName(snapshot, field, *text) : model::toText(value);
    case FieldType::record: return whole ? recordLabel(snapshot, field, *whole, language) : model::toText(value);
    case FieldType::yesNo:
        if (!whole) return model::toText(value);
        if (language == Language::chinese) return *whole ? "是" : "否";
        return *whole ? "yes" : "no";
    default: return model::toText(value);
    }
}

}  // namespace xiangtu::indicators
