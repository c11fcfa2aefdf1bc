// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/field_rules.h"

#include "base/date.h"
#include "model/code.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace xiangtu::model {

namespace {

const Choice* findChoice(const FieldDef& field, std::string_view text) {
    const auto it = std::ranges::find_if(field.choices, [&](const Choice& choice) {
        return choice.code == text || choice.name.zh == text || choice.name.en == text;
    });
    return it == field.choices.end() ? nullptr : &*it;
}

bool hasCode(const FieldDef& field, std::string_view code) {
    return std::ranges::find(field.choices, code, &Choice::code) != field.choices.end();
}

/// Calls each(part) for "a,b,c"; false when one of the answers is false or a part is empty.
template <class Each>
bool allParts(std::string_view list, Each&& each) {
    for (;;) {
        const auto comma = list.find(',');
        if (comma == 0 || list.empty() || !each(list.substr(0, comma))) return false;
        if (comma == std::string_view::npos) return true;
        list.remove_prefix(comma + 1);
    }
}

bool isMonth(const std::string& text) { return text.size() == 7 && base::Date::parse(text + "-01").has_value(); }

bool isHash(std::string_view text) {
    return text.size() == 64 &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::string outsideRange(const FieldDef& field, double n) {
    if (!std::isfinite(n)) return "must be a finite number";
    if (field.min && n < *field.min) return "must not be less than " + toText(*field.min);
    if (field.max && n > *field.max) return "must not be more than " + toText(*field.max);
    return "";
}

std::string againstNumber(const FieldDef& field, const Value& value) {
    const auto* whole = std::get_if<std::int64_t>(&value);
    const auto* real = std::get_if<double>(&value);
    if (!whole && !real) return isWhole(field.type) ? "must be a whole number" : "must be a number";
    if (isWhole(field.type) && !whole) return "must be a whole number";
    if (field.type == FieldType::year && (*whole < 1000 || *whole > 9999)) return "must be a year";
    if (field.type == FieldType::yesNo && *whole != 0 && *whole != 1) return "must be 0 or 1";
    if (field.type == FieldType::record && *whole <= 0) return "must be the number of a record";
    return outsideRange(field, whole ? double(*whole) : *real);
}

std::string againstText(const FieldDef& field, const std::string& text) {
    switch (field.type) {
    case FieldType::date: return base::Date::parse(text) ? "" : "must be a date YYYY-MM-DD";
    case FieldType::month: return isMonth(text) ? "" : "must be a month YYYY-MM";
    case FieldType::choice: return hasCode(field, text) ? "" : text + " is not one of the choices";
    case FieldType::multiChoice:
        return allParts(text, [&](std::string_view code) { return hasCode(field, code); })
                   ? ""
                   : text + " is not a list of the choices";
    case FieldType::unit: return Code::parse(text) ? "" : text + " is not the code of a unit";
    case FieldType::photo:
    case FieldType::attachment: return allParts(text, isHash) ? "" : "must be fingerprints of attachments";
    default: return "";
    }
}

}  // namespace

bool isNumeric(FieldType type) noexcept {
    return isWhole(type) || type == FieldType::decimal || type == FieldType::money;
}

bool isWhole(FieldType type) noexcept {
    return type == FieldType::integer || type == FieldType::year || type == FieldType::yesNo ||
           type == FieldType::record;
}

std::string reasonAgainst(const FieldDef& field, const Value& value) {
    if (isNull(value)) return field.required ? "is required" : "";
    if (isNumeric(field.type)) return againstNumber(field, value);
    const auto* text = std::get_if<std::string>(&value);
    if (!text) return "must be text";
    if (field.required && text->find_first_not_of(" \t\r\n") == std::string::npos) return "is required";
    return againstText(field, *text);
}

std::optional<Value> valueFromText(const FieldDef& field, std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return std::optional<Value>(std::in_place);
    text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
    const char* end = text.data() + text.size();
    if (field.type == FieldType::yesNo) {
        constexpr std::array<std::string_view, 4> kYes{"1", "yes", "true", "是"}, kNo{"0", "no", "false", "否"};
        if (std::ranges::find(kYes, text) != kYes.end()) return Value(std::int64_t(1));
        if (std::ranges::find(kNo, text) != kNo.end()) return Value(std::int64_t(0));
        return std::nullopt;
    }
    if (isWhole(field.type)) {
        std::int64_t n = 0;
        const auto [at, error] = std::from_chars(text.data(), end, n);
        if (error != std::errc() || at != end) return std::nullopt;
        return Value(n);
    }
    if (isNumeric(field.type)) {
        double n = 0;
        const auto [at, error] = std::from_chars(text.data(), end, n);
        if (error != std::errc() || at != end) return std::nullopt;
        return Value(n);
    }
    if (field.type == FieldType::choice) {
        const Choice* choice = findChoice(field, text);
        if (!choice) return std::nullopt;
        return Value(choice->code);
    }
    if (field.type == FieldType::multiChoice) {
        std::string codes;
        const bool all = allParts(text, [&](std::string_view part) {
            const Choice* choice = findChoice(field, part);
            if (choice) codes += (codes.empty() ? "" : ",") + choice->code;
            return choice != nullptr;
        });
        if (!all) return std::nullopt;
        return Value(std::move(codes));
    }
    return Value(std::string(text));
}

}  // namespace xiangtu::model
