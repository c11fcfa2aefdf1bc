// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/schemes.h"

#include "store/spatialite/statement.h"

#include <cstdio>

namespace xiangtu::store::spatialite {

namespace {

constexpr const char* kSelectSchemes = "SELECT id, key, name_zh, name_en, kind FROM scheme ORDER BY id";
constexpr const char* kSelectClasses =
    "SELECT code, name_zh, name_en, meaning_zh, meaning_en, colour, hatch, rank FROM scheme_class "
    "WHERE scheme_id = ? ORDER BY position";
constexpr const char* kInsertScheme = "INSERT INTO scheme (key, name_zh, name_en, kind) VALUES (?, ?, ?, ?)";
constexpr const char* kInsertClass =
    "INSERT INTO scheme_class (scheme_id, position, code, name_zh, name_en, meaning_zh, meaning_en, colour, hatch, "
    "rank) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

std::string colourText(std::uint32_t rgb) {
    char text[8];
    std::snprintf(text, sizeof text, "#%06x", unsigned(rgb & 0xFFFFFFu));
    return text;
}

[[noreturn]] void damaged(const Database& database, const std::string& what) {
    throw base::Error(base::Fault::damaged, database.name() + ": " + what);
}

std::uint32_t parseColour(const Database& database, const std::string& text) {
    unsigned rgb = 0;
    char rest = 0;
    if (text.size() != 7 || std::sscanf(text.c_str(), "#%6x%c", &rgb, &rest) != 1) {
        damaged(database, "table scheme_class: \"" + text + "\" is not a colour");
    }
    return rgb;
}

}  // namespace

std::vector<model::Scheme> readSchemes(const Database& database) {
    std::vector<model::Scheme> schemes;
    Statement selectSchemes(database, kSelectSchemes);
    Statement selectClasses(database, kSelectClasses);
    Query row(selectSchemes);
    while (row.next()) {
        model::Scheme scheme;
        scheme.id.value = row.integer(0);
        scheme.key = row.text(1);
        scheme.name = {std::string(row.text(2)), std::string(row.text(3))};
        const auto kind = model::parseSchemeKind(row.text(4));
        if (!kind) damaged(database, "table scheme, row " + std::to_string(scheme.id.value) + ": unknown kind");
        scheme.kind = *kind;
        Query item(selectClasses, scheme.id.value);
        while (item.next()) {
            model::SchemeClass c;
            c.code = item.text(0);
            c.name = {std::string(item.text(1)), std::string(item.text(2))};
            c.meaning = {std::string(item.text(3)), std::string(item.text(4))};
            c.rgb = parseColour(database, std::string(item.text(5)));
            c.hatch = model::parseHatch(item.text(6)).value_or(model::Hatch::none);
            c.order = int(item.integer(7));
            scheme.classes.push_back(std::move(c));
        }
        if (scheme.classes.size() >= model::ClassColumn::kUnset)
            damaged(database, "scheme " + scheme.key + ": too many classes");
        schemes.push_back(std::move(scheme));
    }
    return schemes;
}

void insertScheme(Database& database, const model::Scheme& scheme) {
    Statement(database, kInsertScheme)
        .run(scheme.key, scheme.name.zh, scheme.name.en, model::schemeKindName(scheme.kind));
    const std::int64_t id = database.lastInsertId();
    Statement insertClass(database, kInsertClass);
    for (std::size_t i = 0; i < scheme.classes.size(); ++i) {
        const model::SchemeClass& c = scheme.classes[i];
        insertClass.run(id, std::int64_t(i), c.code, c.name.zh, c.name.en, c.meaning.zh, c.meaning.en,
                        colourText(c.rgb), model::hatchName(c.hatch), c.order);
    }
}

}  // namespace xiangtu::store::spatialite
