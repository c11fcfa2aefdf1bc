// SPDX-License-Identifier: GPL-3.0-or-later
// The way of an import from a file's bytes to rows: the first byte says which kind of file the rest is. Refused with a
// reason, a base::Error, or every record of it taken or rejected.
#include "base/error.h"
#include "base/json.h"
#include "exchange/import.h"
#include "exchange/preview.h"
#include "exchange/record_import.h"
#include "fuzz/target.h"
#include "support/coverage.h"
#include "support/temp_dir.h"

#include <array>
#include <memory>
#include <string_view>

namespace {

using namespace xiangtu;

constexpr std::array<const char*, 6> kKinds{"csv", "geojson", "dbf", "kml", "dxf", "recipe"};

model::Snapshot county() {
    model::Snapshot file = support::snapshot({.side = 4});
    auto catalogue = std::make_shared<model::Catalogue>();
    for (const auto anchor : {model::Anchor::unit, model::Anchor::point, model::Anchor::line, model::Anchor::polygon}) {
        model::RegisterDef def;
        def.id = "r" + std::to_string(int(anchor));
        def.anchor = anchor;
        for (const auto type : {model::FieldType::text, model::FieldType::date, model::FieldType::money}) {
            model::FieldDef field;
            field.name = "f" + std::to_string(int(type));
            field.type = type;
            def.fields.push_back(field);
        }
        catalogue->registers.push_back(def);
    }
    file.catalogue = catalogue;
    return file;
}

void requireWhole(const exchange::ImportReport& report, std::size_t rows) {
    fuzz::require(report.taken + report.rejected == report.records, "every record is taken or rejected");
    fuzz::require(report.taken == std::int64_t(rows), "what is taken is there");
}

template <class T>
void requireReason(const base::Result<T, exchange::Refusal>& result) {
    fuzz::require(result.ok() || !result.error().reason.empty(), "a refusal has a reason");
}

void importAll(const std::filesystem::path& source, const model::Snapshot& file) {
    exchange::ImportRecipe recipe;
    requireReason(exchange::preview(source, recipe, file, {}));
    exchange::ImportRequest units;
    units.source = source;
    const auto plan = exchange::planImport(units, file, {});
    requireReason(plan);
    if (plan) requireWhole(plan.value().report, plan.value().units.size());
    for (const model::RegisterDef& def : file.catalogue->registers) {
        exchange::RecordRequest request;
        request.source = source;
        request.registerId = def.id;
        const auto records = exchange::planRecords(request, file, {});
        requireReason(records);
        if (records) requireWhole(records.value().report, records.value().records.size());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const support::TempDir dir;
    static const model::Snapshot file = county();
    if (size == 0) return 0;
    const std::string kind = kKinds[data[0] % kKinds.size()];
    const std::string_view rest = fuzz::asText(data + 1, size - 1);
    try {
        if (kind == "recipe") {
            const auto recipe = exchange::recipeFromJson(base::parseJson(rest, "input.json"), "input.json");
            const auto again = exchange::recipeFromJson(toJson(recipe), "again");
            fuzz::require(toJson(again) == toJson(recipe), "a recipe comes back as it was kept");
            return 0;
        }
        const std::filesystem::path source = dir / ("input." + kind);
        support::writeFile(source, std::string(rest));
        importAll(source, file);
    } catch (const base::Error& e) { fuzz::require(!std::string_view(e.what()).empty(), "a fault has words"); }
    return 0;
}
