// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalogue_json.h"

#include "base/json.h"

#include <algorithm>
#include <set>

namespace xiangtu::model {

namespace {

using base::Json;
using base::JsonCursor;

Titles titles(const JsonCursor& json) {
    Titles out{json.at("zh").text(), json.at("en").text()};
    if (out.zh.empty() || out.en.empty()) json.fail("must not be empty in either language");
    return out;
}

/// "#rrggbb"
std::uint32_t parseColour(const JsonCursor& json) {
    const std::string text = json.text();
    const auto hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
    if (text.size() != 7 || text[0] != '#' || !std::all_of(text.begin() + 1, text.end(), hex)) {
        json.fail("\"" + text + "\" is not a colour like #cc2211");
    }
    return std::uint32_t(std::stoul(text.substr(1), nullptr, 16));
}

SchemeClass parseClass(const JsonCursor& json, int position) {
    SchemeClass item;
    item.code = json.at("code").text();
    if (item.code.empty()) json.at("code").fail("must not be empty");
    item.name = titles(json.at("name"));
    item.meaning = titles(json.at("meaning"));
    item.rgb = parseColour(json.at("colour"));
    const auto hatch = parseHatch(json.textOr("hatch", "none"));
    if (!hatch) json.at("hatch").fail("is not a known hatch");
    item.hatch = *hatch;
    item.order = int(json.integerOr("order", position));
    return item;
}

Scheme parseScheme(const JsonCursor& json) {
    Scheme scheme;
    scheme.key = json.at("key").text();
    if (scheme.key.empty()) json.at("key").fail("must not be empty");
    scheme.name = titles(json.at("name"));
    const auto kind = parseSchemeKind(json.at("kind").text());
    if (!kind) json.at("kind").fail("must be theme, risk, progress or attribute");
    scheme.kind = *kind;
    const JsonCursor classes = json.at("classes");
    if (classes.size() == 0 || classes.size() > ClassColumn::kUnset - 1) classes.fail("needs 1 to 254 classes");
    std::set<std::string> codes;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        scheme.classes.push_back(parseClass(classes.at(i), int(i)));
        const std::string& code = scheme.classes.back().code;
        if (!codes.insert(code).second) classes.at(i).at("code").fail("\"" + code + "\" is declared twice");
    }
    return scheme;
}

}  // namespace

std::vector<Scheme> parseSchemes(const JsonCursor& json) {
    const JsonCursor list = json.at("schemes");
    std::vector<Scheme> schemes;
    std::set<std::string> keys;
    for (std::size_t i = 0; i < list.size(); ++i) {
        schemes.push_back(parseScheme(list.at(i)));
        const std::string& key = schemes.back().key;
        if (!keys.insert(key).second) list.at(i).at("key").fail("\"" + key + "\" is declared twice");
    }
    return schemes;
}

}  // namespace xiangtu::model
