// SPDX-License-Identifier: GPL-3.0-or-later
// Recipes of exports: refused naming the file, or the same again when written and read.
#include "base/error.h"
#include "base/json.h"
#include "exchange/export_recipe.h"
#include "fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace xiangtu;
    try {
        const base::Json json = base::parseJson(fuzz::asText(data, size), "input.json");
        const base::Json once = exchange::dumpExportRecipe(exchange::parseExportRecipe(json, "input.json"));
        const base::Json twice = exchange::dumpExportRecipe(exchange::parseExportRecipe(once, "dumped"));
        fuzz::require(once == twice, "a recipe reads back as itself");
    } catch (const base::Error& e) {
        fuzz::require(e.fault() == base::Fault::format, "a format fault");
        fuzz::require(std::string_view(e.what()).find("input.json") != std::string_view::npos,
                      "the message names the file");
    }
    return 0;
}
