// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/tables.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

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

std::string decimals(double n, int digits) {
    if (digits < 0) return model::toText(Value(n));
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", digits, n);
    return text;
}

std::string csvText(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out.append(c == '"' ? 2 : 1, c);
    return out + "\"";
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

std::string csv(const model::Snapshot& snapshot, const Table& table, Language language) {
    const auto found =
        std::ranges::find_if(snapshot.registers, [&](const auto& r) { return r->def.id == table.registerId; });
    const model::RegisterDef* def = found == snapshot.registers.end() ? nullptr : &(*found)->def;
    std::string out = "\xEF\xBB\xBF";
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const Table::Column& column = table.columns[c];
        std::string title = in(column.title, language);
        if (!column.unit.empty())
            title += language == Language::chinese ? "（" + column.unit + "）" : " (" + column.unit + ")";
        out += (c ? "," : "") + csvText(title);
    }
    out += "\r\n";
    for (const Table::Row& row : table.rows) {
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            const Table::Column& column = table.columns[c];
            const FieldDef* field = def ? def->findField(column.key) : nullptr;
            const auto* number = std::get_if<double>(&row.cells[c]);
            if (c) out += ',';
            out += csvText(field    ? cellText(snapshot, *field, row.cells[c], language)
                           : number ? decimals(*number, column.decimals)
                                    : model::toText(row.cells[c]));
        }
        out += "\r\n";
    }
    return out;
}

}  // namespace xiangtu::indicators
