// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/import_recipe.h"

#include "base/json.h"
#include "exchange/encoding.h"
#include "exchange/import.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <span>

namespace xiangtu::exchange {

namespace {

using base::Json;
using base::JsonCursor;

constexpr std::string_view kFormat = "xiangtu-import/1";
constexpr std::array<std::string_view, 10> kMembers{"format", "into",  "layer", "encoding", "crs",
                                                    "datum",  "shift", "map",   "key",      "county"};

void refuseUnknown(const JsonCursor& object, std::span<const std::string_view> known) {
    if (!object.node().is_object()) object.fail("must be an object");
    for (const auto& [name, value] : object.node().items()) {
        if (std::ranges::find(known, name) == known.end()) object.at(name).fail("no such member");
    }
}

Json intoJson(const Into& into) {
    switch (into.kind) {
    case Into::Kind::units: return {{"level", model::levelName(into.level)}};
    case Into::Kind::records: return {{"register", into.registerId}};
    case Into::Kind::organisations: break;
    }
    return {{"organisations", true}};
}

Into readInto(const JsonCursor& json) {
    static constexpr std::array<std::string_view, 3> kKnown{"level", "register", "organisations"};
    refuseUnknown(json, kKnown);
    if (json.node().size() != 1) json.fail("must be one of level, register and organisations");
    Into into;
    if (json.has("level")) {
        const JsonCursor level = json.at("level");
        const auto parsed = model::parseLevel(level.text());
        if (!parsed) level.fail("is no level");
        into.level = *parsed;
    } else if (json.has("register")) {
        into.kind = Into::Kind::records;
        into.registerId = json.at("register").text();
        if (into.registerId.empty()) json.at("register").fail("must not be empty");
    } else {
        into.kind = Into::Kind::organisations;
        if (!json.at("organisations").flag()) json.at("organisations").fail("must be true");
    }
    return into;
}

AskedMap readMap(const JsonCursor& json) {
    if (!json.node().is_object()) json.fail("must be an object");
    AskedMap map;
    for (const auto& [target, field] : json.node().items()) map[target] = json.at(target).text();
    return map;
}

}  // namespace

std::string intoText(const Into& into) {
    switch (into.kind) {
    case Into::Kind::units: return std::string(model::levelName(into.level));
    case Into::Kind::records: return "register " + into.registerId;
    case Into::Kind::organisations: break;
    }
    return "organisations";
}

base::Result<ImportRequest, Refusal> unitRequest(const std::filesystem::path& source, const ImportRecipe& recipe) {
    ImportRequest request;
    static_cast<SourceRequest&>(request) = recipe.how;
    request.source = source;
    request.level = recipe.into.level;
    for (const auto& [target, field] : recipe.map) {
        if (target == "code")
            request.codeField = field;
        else if (target == "name")
            request.nameField = field;
        else if (target == "parent")
            request.parentField = field;
        else if (target == "households")
            request.householdsField = field;
        else
            return Refusal{"--map " + target + "=" + field +
                           ": units have code, name, parent and households to fill, no \"" + target + "\""};
    }
    if (!recipe.key.empty() && recipe.key != "code")
        return Refusal{"--key " + recipe.key + ": units are known again by their code"};
    if (!recipe.key.empty()) request.present = Present::update;
    if (recipe.county.empty()) return request;
    const auto equals = recipe.county.rfind('=');
    CountyRequest county{recipe.county.substr(0, equals), std::nullopt};
    if (equals != std::string::npos) {
        county.code = model::Code::parse(recipe.county.substr(equals + 1));
        if (!county.code) return Refusal{"--county " + recipe.county + ": the code after = must be digits"};
    }
    if (county.name.empty()) return Refusal{"--county " + recipe.county + ": the name is missing"};
    request.county = county;
    return request;
}

Json toJson(const ImportRecipe& recipe) {
    Json json{{"format", kFormat}, {"into", intoJson(recipe.into)}};
    const auto add = [&](const char* name, const std::string& text) {
        if (!text.empty()) json[name] = text;
    };
    add("layer", recipe.how.layer);
    add("encoding", recipe.how.encoding);
    add("crs", recipe.how.crs);
    add("datum", recipe.datum);
    add("shift", recipe.how.shift == Shift::gcj02 ? "gcj02" : "");
    add("key", recipe.key);
    add("county", recipe.county);
    if (!recipe.map.empty()) {
        json["map"] = Json::object();
        for (const auto& [target, field] : recipe.map) json["map"][target] = field;
    }
    return json;
}

ImportRecipe recipeFromJson(const Json& document, const std::string& origin) {
    const JsonCursor json(document, origin);
    refuseUnknown(json, kMembers);
    if (json.at("format").text() != kFormat) json.at("format").fail("must be " + std::string(kFormat));
    ImportRecipe recipe;
    recipe.into = readInto(json.at("into"));
    recipe.how.layer = json.textOr("layer", "");
    recipe.how.encoding = json.textOr("encoding", "");
    if (!recipe.how.encoding.empty() && charsetFromName(recipe.how.encoding).empty())
        json.at("encoding").fail("is no encoding that is known");
    recipe.how.crs = json.textOr("crs", "");
    recipe.datum = json.textOr("datum", "");
    if (!recipe.datum.empty()) {
        try {
            recipe.how.datum = DatumShift::parse(recipe.datum);
        } catch (const base::Error& e) { json.at("datum").fail(e.what()); }
    }
    if (json.has("shift")) {
        if (json.at("shift").text() != "gcj02") json.at("shift").fail("must be gcj02");
        recipe.how.shift = Shift::gcj02;
    }
    recipe.key = json.textOr("key", "");
    recipe.county = json.textOr("county", "");
    if (!recipe.county.empty() && recipe.into.kind != Into::Kind::units) json.at("county").fail("goes with units only");
    if (json.has("map")) recipe.map = readMap(json.at("map"));
    return recipe;
}

ImportRecipe loadRecipe(const std::filesystem::path& file) {
    return recipeFromJson(base::loadJson(file), file.string());
}

void saveRecipe(const ImportRecipe& recipe, const std::filesystem::path& file) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << toJson(recipe).dump(2) << '\n';
    out.flush();
    if (!out) throw base::Error(base::Fault::io, file.string() + ": the recipe cannot be written");
}

}  // namespace xiangtu::exchange
