// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/value_text.h"

#include "base/date.h"
#include "exchange/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>

namespace xiangtu::exchange {

namespace {

using model::FieldType;

bool isDigit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

/// Runs of digits in a day, with whatever stands between; at most three, the rest is time.
struct Numbers {
    std::array<int, 3> value{};
    std::array<std::size_t, 3> digits{};
    std::size_t count = 0;
};
Numbers numbersIn(std::string_view text) {
    Numbers found;
    for (std::size_t i = 0; i < text.size() && found.count < 3;) {
        if (!isDigit(text[i])) {
            ++i;
            continue;
        }
        auto& value = found.value[found.count];
        std::size_t from = i;
        for (; i < text.size() && isDigit(text[i]) && i - from < 8; ++i) value = value * 10 + (text[i] - '0');
        found.digits[found.count++] = i - from;
    }
    return found;
}

std::string withoutCommas(std::string text) {
    // 1,234,567: groups of three behind the first; a decimal comma is not that.
    std::string out;
    std::size_t group = 0;
    bool any = false;
    for (const char c : text) {
        if (c == ',') {
            if (any && group != 3) return text;
            any = true;
            group = 0;
            continue;
        }
        if (any && c == '.') break;
        group += isDigit(c) ? 1 : 0;
    }
    if (!any || group != 3) return text;
    std::erase(text, ',');
    return text;
}

std::string withoutZeroFraction(std::string text) {
    const auto dot = text.find('.');
    if (dot != std::string::npos && dot > 0 && text.find_first_not_of('0', dot + 1) == std::string::npos)
        text.erase(dot);
    return text;
}

}  // namespace

std::optional<std::string> isoDay(std::string_view cell) {
    const std::string text = trimmed(narrowed(cell));
    if (text.empty() || !isDigit(text.front())) return std::nullopt;
    Numbers n = numbersIn(text);
    if (n.count == 1 && n.digits[0] == 8 && text.size() == 8)
        n = {{n.value[0] / 10000, n.value[0] / 100 % 100, n.value[0] % 100}, {4, 2, 2}, 3};
    if (n.count != 3 || n.digits[0] != 4 || n.digits[1] > 2 || n.digits[2] > 2) return std::nullopt;
    char iso[16];
    std::snprintf(iso, sizeof iso, "%04d-%02d-%02d", n.value[0] % 10000, n.value[1] % 100, n.value[2] % 100);
    return base::Date::parse(iso) ? std::optional<std::string>(iso) : std::nullopt;
}

std::string tidied(FieldType type, std::string_view cell) {
    std::string text = trimmed(cell);
    if (text.empty()) return text;
    if (type == FieldType::date) return isoDay(text).value_or(text);
    if (type == FieldType::month) {
        if (const auto day = isoDay(text)) return day->substr(0, 7);
        if (const auto day = isoDay(text + "-1")) return day->substr(0, 7);
        return text;
    }
    if (!model::isNumeric(type)) return text;
    text = narrowed(text);
    if (type == FieldType::yesNo) return withoutZeroFraction(text);
    if (type == FieldType::year && text.ends_with("年")) text.resize(text.size() - std::string_view("年").size());
    text = withoutCommas(std::move(text));
    return model::isWhole(type) ? withoutZeroFraction(std::move(text)) : text;
}

}  // namespace xiangtu::exchange
