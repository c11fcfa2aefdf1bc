// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export_recipe.h"

#include "base/json.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace xiangtu::exchange {

namespace {

constexpr std::array<std::string_view, 2> kProfiles{"internal", "public"};
constexpr std::array<std::string_view, 2> kSplits{"none", "township"};
constexpr std::array<std::string_view, 2> kLosses{"listed", "refused"};

template <std::size_t N>
std::optional<std::size_t> position(const std::array<std::string_view, N>& names, std::string_view name) noexcept {
    const auto same = [&](std::string_view known) {
        return std::ranges::equal(known, name,
                                  [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
    };
    const auto at = std::ranges::find_if(names, same);
    return at == names.end() ? std::nullopt : std::optional(std::size_t(at - names.begin()));
}

template <class Enum, std::size_t N>
Enum named(const base::JsonCursor& json, std::string_view key, const std::array<std::string_view, N>& names,
           Enum usual) {
    if (!json.has(key)) return usual;
    const base::JsonCursor member = json.at(key);
    const std::string text = member.text();
    if (const auto at = std::ranges::find(names, text); at != names.end()) return Enum(at - names.begin());
    std::string known;
    for (const std::string_view name : names) known += (known.empty() ? "" : ", ") + std::string(name);
    member.fail("\"" + text + "\" is none of " + known);
}

std::vector<std::string> texts(const base::JsonCursor& json, std::string_view key) {
    std::vector<std::string> out;
    if (!json.has(key)) return out;
    const base::JsonCursor list = json.at(key);
    if (!list.node().is_array()) list.fail("must be a list");
    for (std::size_t i = 0; i < list.size(); ++i) out.push_back(list.at(i).text());
    return out;
}

void onlyKnown(const base::JsonCursor& json, std::initializer_list<std::string_view> known) {
    if (!json.node().is_object()) json.fail("must be an object");
    for (const auto& [key, value] : json.node().items()) {
        if (std::ranges::find(known, key) == known.end()) json.at(key).fail("is not a member of an export recipe");
    }
}

void readWhat(const base::JsonCursor& json, ExportRecipe& out) {
    int said = 0;
    if (json.has("level")) {
        ++said;
        const base::JsonCursor level = json.at("level");
        out.level = model::parseLevel(level.text());
        if (!out.level) level.fail("\"" + level.text() + "\" is no level");
    }
    if (json.has("organisations")) {
        ++said;
        out.organisations = json.at("organisations").flag();
        if (!out.organisations) json.at("organisations").fail("can only be true");
    }
    if (json.has("register")) {
        ++said;
        out.registerId = json.at("register").text();
        if (out.registerId.empty()) json.at("register").fail("is empty");
    }
    if (json.has("question")) {
        ++said;
        const base::JsonCursor question = json.at("question");
        onlyKnown(question, {"id", "params"});
        out.question = question.at("id").text();
        if (question.has("params")) {
            const base::JsonCursor params = question.at("params");
            if (!params.node().is_object()) params.fail("must be an object");
            for (const auto& [key, value] : params.node().items()) out.params[key] = params.at(key).text();
        }
    }
    if (said != 1) json.fail("exactly one of level, organisations, register and question must say what is exported");
}

}  // namespace

std::optional<ExportFormat> parseExportFormat(std::string_view name) noexcept {
    const auto at = position(kExportFormats, name);
    return at ? std::optional(ExportFormat(*at)) : std::nullopt;
}

std::optional<TextEncoding> parseTextEncoding(std::string_view name) noexcept {
    if (position(std::array<std::string_view, 1>{"utf8"}, name)) return TextEncoding::utf8;
    const auto at = position(kTextEncodings, name);
    return at ? std::optional(TextEncoding(*at)) : std::nullopt;
}

std::optional<FieldNaming> parseFieldNaming(std::string_view name) noexcept {
    const auto at = position(kFieldNamings, name);
    return at ? std::optional(FieldNaming(*at)) : std::nullopt;
}

ExportRecipe parseExportRecipe(const base::Json& node, const std::string& origin) {
    const base::JsonCursor json(node, origin);
    onlyKnown(json,
              {"$schema", "level",   "organisations", "register", "question",         "within", "where",    "date",
               "scheme",  "classes", "columns",       "profile",  "sensitive",        "format", "encoding", "crs",
               "names",   "split",   "losses",        "sheets",   "land_text_fields", "out"});
    ExportRecipe out;
    readWhat(json, out);
    out.within = json.textOr("within", "");
    out.where = json.textOr("where", "");
    out.date = json.textOr("date", "");
    if (!out.date.empty() && !base::Date::parse(out.date)) json.at("date").fail("is no day in the form YYYY-MM-DD");
    out.scheme = json.textOr("scheme", "");
    out.classes = texts(json, "classes");
    out.columns = texts(json, "columns");
    out.profile = named(json, "profile", kProfiles, ExportProfile::internal);
    out.sensitive = json.flagOr("sensitive", false);
    if (out.sensitive && out.profile == ExportProfile::publicUse)
        json.at("sensitive").fail("a public export holds nothing sensitive");
    ExportOptions& options = out.options;
    static_cast<void>(json.at("format"));
    options.format = named(json, "format", kExportFormats, options.format);
    options.encoding = named(json, "encoding", kTextEncodings, options.encoding);
    options.crs = json.textOr("crs", "");
    options.naming = named(json, "names", kFieldNamings, options.naming);
    options.split = named(json, "split", kSplits, options.split);
    options.losses = named(json, "losses", kLosses, options.losses);
    options.sheets = json.flagOr("sheets", true) ? ExportOptions::Sheets::written : ExportOptions::Sheets::none;
    options.landText.fields = int(json.integerOr("land_text_fields", options.landText.fields));
    if (options.landText.fields != 9 && options.landText.fields != 12) json.at("land_text_fields").fail("is 9 or 12");
    out.out = json.textOr("out", "");
    return out;
}

ExportRecipe loadExportRecipe(const std::filesystem::path& file) {
    return parseExportRecipe(base::loadJson(file), file.string());
}

base::Json dumpExportRecipe(const ExportRecipe& recipe) {
    base::Json out = base::Json::object();
    if (recipe.level) out["level"] = model::levelName(*recipe.level);
    if (recipe.organisations) out["organisations"] = true;
    if (!recipe.registerId.empty()) out["register"] = recipe.registerId;
    if (!recipe.question.empty()) {
        out["question"] = {{"id", recipe.question}};
        if (!recipe.params.empty()) out["question"]["params"] = recipe.params;
    }
    const auto text = [&](const char* key, const std::string& value) {
        if (!value.empty()) out[key] = value;
    };
    text("within", recipe.within);
    text("where", recipe.where);
    text("date", recipe.date);
    text("scheme", recipe.scheme);
    if (!recipe.classes.empty()) out["classes"] = recipe.classes;
    if (!recipe.columns.empty()) out["columns"] = recipe.columns;
    if (recipe.profile == ExportProfile::publicUse) out["profile"] = "public";
    if (recipe.sensitive) out["sensitive"] = true;
    const ExportOptions& options = recipe.options;
    out["format"] = formatName(options.format);
    if (options.encoding != TextEncoding::utf8) out["encoding"] = encodingName(options.encoding);
    text("crs", options.crs);
    if (options.naming != FieldNaming::key) out["names"] = kFieldNamings[std::size_t(options.naming)];
    if (options.split == ExportOptions::Split::township) out["split"] = "township";
    if (options.losses == ExportOptions::Losses::refused) out["losses"] = "refused";
    if (options.sheets == ExportOptions::Sheets::none) out["sheets"] = false;
    if (options.landText.fields != 9) out["land_text_fields"] = options.landText.fields;
    text("out", recipe.out);
    return out;
}

}  // namespace xiangtu::exchange
