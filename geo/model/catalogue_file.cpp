// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "model/catalogue_json.h"
#include "model/json_reading.h"

namespace xiangtu::model {

namespace {

using base::JsonCursor;
namespace fs = std::filesystem;

/// Reads the list `key` with `parse` and refuses an id the catalogue has already, from this file or
/// one before it.
template <class T, class Parse>
void addList(std::vector<T>& list, const JsonCursor& json, std::string_view key, Parse&& parse) {
    forEachIn(json, key, [&](const JsonCursor& item) {
        T parsed = parse(item);
        if (std::ranges::find(list, parsed.id, &T::id) != list.end()) {
            item.at("id").fail("\"" + parsed.id + "\" is declared twice");
        }
        list.push_back(std::move(parsed));
    });
}

void addMechanisms(Catalogue& catalogue, const JsonCursor& json) {
    forEachIn(json, "mechanisms", [&](const JsonCursor& item) {
        onlyMembers(item, {"number", "title"});
        const std::int64_t number = item.at("number").integer();
        if (number < 1 || number > 999) item.at("number").fail("must lie between 1 and 999");
        if (std::ranges::find(catalogue.mechanisms, int(number), &Mechanism::number) != catalogue.mechanisms.end()) {
            item.at("number").fail("is declared twice");
        }
        catalogue.mechanisms.push_back({int(number), parseTitles(item.at("title"))});
    });
}

Group parseGroup(const JsonCursor& json) {
    onlyMembers(json, {"id", "title"});
    return {parseIdentifier(json.at("id")), parseTitles(json.at("title"))};
}

QueryDef parseQuery(const JsonCursor& json) {
    onlyMembers(json, {"id", "title", "command", "mechanisms"});
    return {parseIdentifier(json.at("id")), parseTitles(json.at("title")), json.at("command").text(),
            parseMechanisms(json)};
}

}  // namespace

void addCatalogueFile(Catalogue& catalogue, const JsonCursor& json) {
    onlyMembers(json, {"$schema", "mechanisms", "groups", "lifecycles", "registers", "indicators", "rules", "reports",
                       "queries"});
    addMechanisms(catalogue, json);
    addList(catalogue.groups, json, "groups", parseGroup);
    addList(catalogue.lifecycles, json, "lifecycles", parseLifecycle);
    addList(catalogue.registers, json, "registers", parseRegister);
    addList(catalogue.indicators, json, "indicators", parseIndicator);
    addList(catalogue.rules, json, "rules", parseRule);
    addList(catalogue.reports, json, "reports", parseReport);
    addList(catalogue.queries, json, "queries", parseQuery);
}

Catalogue loadCatalogue(const fs::path& folder) {
    std::error_code failed;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        const fs::path& path = entry.path();
        if (path.extension() == ".json" && path.stem().extension() != ".schema") files.push_back(path);
    }
    if (failed) throw base::Error(base::Fault::io, folder.string() + ": " + failed.message());
    std::ranges::sort(files);
    Catalogue catalogue;
    for (const fs::path& file : files) {
        const base::Json json = base::loadJson(file);
        addCatalogueFile(catalogue, {json, file.filename().string()});
    }
    checkCatalogue(catalogue, folder.string());
    return catalogue;
}

}  // namespace xiangtu::model
