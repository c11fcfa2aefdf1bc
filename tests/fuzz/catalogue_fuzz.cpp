// SPDX-License-Identifier: GPL-3.0-or-later
// Register declarations and colour schemes: refused with base::Error, or read so that what is dumped
// into a data file reads back the same.
#include "base/json.h"
#include "fuzz/target.h"
#include "model/catalogue_json.h"

#include <optional>

namespace {

using namespace xiangtu;

template <class F>
void refusable(F&& body) {
    try {
        body();
    } catch (const base::Error& e) {
        fuzz::require(e.fault() == base::Fault::format, "bad text is a fault of format");
        fuzz::require(std::string_view(e.what()).find("input") != std::string_view::npos, "the message names the file");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    base::Json document;
    bool read = false;
    refusable([&] {
        document = base::parseJson(fuzz::asText(data, size), "input");
        read = true;
    });
    if (!read) return 0;
    const base::JsonCursor json(document, "input");
    std::optional<model::Catalogue> catalogue;
    refusable([&] {
        model::Catalogue read;
        model::addCatalogueFile(read, json);
        model::checkCatalogue(read, "input");
        catalogue = std::move(read);
    });
    if (catalogue) {
        for (const model::RegisterDef& def : catalogue->registers) {
            const base::Json dumped = model::dump(def);
            const model::RegisterDef again = model::parseRegister(base::JsonCursor(dumped, "dump"));
            fuzz::require(model::dump(again) == dumped, "a dumped register reads back the same");
            fuzz::require(catalogue->find(def.id) == &def, "register ids are unique");
        }
    }
    refusable([&] {
        for (const model::Scheme& scheme : model::parseSchemes(json)) {
            fuzz::require(!scheme.key.empty() && !scheme.classes.empty() && scheme.classes.size() <= 254,
                          "a scheme has a key and 1 to 254 classes");
        }
    });
    return 0;
}
