// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/json_reading.h"

#include <cmath>

namespace xiangtu::model {

using base::Json;
using base::JsonCursor;

void onlyMembers(const JsonCursor& json, std::span<const std::string_view> known) {
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

Level parseLevelName(const JsonCursor& json) {
    const auto level = parseLevel(json.text());
    if (!level) json.fail("is not one of the levels");
    return *level;
}

std::vector<int> parseMechanisms(const JsonCursor& json) {
    std::vector<int> out;
    forEachIn(json, "mechanisms", [&](const JsonCursor& item) {
        const std::int64_t n = item.integer();
        if (n < 1 || n > 999) item.fail("is not the number of a mechanism");
        out.push_back(int(n));
    });
    return out;
}

std::vector<std::string> parseTexts(const JsonCursor& json) {
    if (!json.node().is_array()) json.fail("must be a list");
    std::vector<std::string> out;
    for (std::size_t i = 0; i < json.size(); ++i) out.push_back(json.at(i).text());
    return out;
}

std::optional<double> numberIfAny(const JsonCursor& json, std::string_view key) {
    if (!json.has(key)) return std::nullopt;
    const double n = json.at(key).number();
    if (!std::isfinite(n)) json.at(key).fail("must be a finite number");
    return n;
}

}  // namespace xiangtu::model
