// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/preview.h"

#include "exchange/import.h"
#include "exchange/open_source.h"
#include "exchange/record_stage.h"
#include "exchange/staging.h"
#include "exchange/table_reading.h"

#include <algorithm>
#include <utility>

namespace xiangtu::exchange {

namespace {

constexpr std::size_t kLookedAt = 20000;
constexpr std::size_t kSamples = 5;

void describeFields(const RawLayer& raw, const TextReader& reader, Preview& preview) {
    const std::vector<std::string> names = fieldNames(raw, reader);
    const std::size_t rows = std::min(raw.size(), kSamples);
    for (std::size_t c = 0; c < names.size(); ++c) {
        PreviewField field{names[c], raw.fields[c].type, {}, {}};
        for (std::size_t r = 0; r < rows; ++r) field.samples.push_back(reader.read(raw.cells.bytes(r, c)).text);
        preview.fields.push_back(std::move(field));
    }
}

void describeShapes(const RawLayer& raw, Preview& preview) {
    for (const RawShape& shape : raw.shapes) {
        switch (shape.kind) {
        case ShapeKind::point: ++preview.points; break;
        case ShapeKind::line: ++preview.lines; break;
        case ShapeKind::polygon: ++preview.areas; break;
        case ShapeKind::none:
        case ShapeKind::empty:
        case ShapeKind::unreadable: ++preview.withoutShape; break;
        }
    }
    if (raw.extent.any) preview.extent = {raw.extent.minX, raw.extent.minY, raw.extent.maxX, raw.extent.maxY};
}

/// The mapping an import would take.
std::optional<Refusal> proposeMap(const ImportRecipe& recipe, const model::Snapshot& file, const RawLayer& raw,
                                  const TextReader& reader, Preview& preview) {
    if (recipe.into.kind == Into::Kind::units) {
        preview.targets = unitTargets();
        const auto request = unitRequest({}, recipe);
        if (!request) return request.error();
        auto map = mapFields(request.value(), raw, reader, preview.report);
        if (!map) return map.error();
    } else {
        const model::RegisterDef* def = file.catalogue->find(recipe.into.registerId);
        const bool records = recipe.into.kind == Into::Kind::records;
        if (records && !def) return Refusal{"the file has no register \"" + recipe.into.registerId + "\""};
        preview.targets = records ? targetsOf(*def) : organisationTargets();
        const auto names = fieldNames(raw, reader);
        auto map = mapTable(preview.targets, recipe.map, names);
        if (!map) return map.error();
        for (std::size_t i = 0; i < preview.targets.size(); ++i) {
            const MappedColumn& mapped = map.value()[i];
            preview.report.fields.push_back(
                {preview.targets[i].id, mapped.column ? names[*mapped.column] : std::string(), mapped.basis});
        }
    }
    for (const FieldUse& use : preview.report.fields) {
        const auto field = std::ranges::find(preview.fields, use.field, &PreviewField::name);
        if (!use.field.empty() && field != preview.fields.end() && field->target.empty()) field->target = use.role;
    }
    return std::nullopt;
}

}  // namespace

base::Result<Preview, Refusal> preview(const std::filesystem::path& source, const ImportRecipe& recipe,
                                       const model::Snapshot& file, const base::Progress& progress) {
    SourceRequest request = recipe.how;
    request.source = source;
    Preview found;
    found.report.source = source.string();
    found.report.into = intoText(recipe.into);
    {
        const auto staged = stage(source, request.layer);
        if (!staged) return staged.error();
        const auto layers = layersOf(staged.value());
        if (!layers) return Refusal{source.string() + ": " + layers.error().reason};
        for (const SourceLayer& layer : layers.value())
            found.layers.push_back({layer.name, layer.geometry, layer.records});
    }
    StagedSource staged;
    auto read = readSource(request, staged, {request.layer, ReadFor::anything, kLookedAt}, found.report, progress);
    if (!read) {
        if (found.layers.size() < 2 || !request.layer.empty()) return read.error();
        found.asks = Asks::layer;
        found.question = read.error().reason;
        return found;
    }
    const RawLayer& raw = read.value();
    found.whole = raw.size() < kLookedAt;
    found.report.records = std::max(raw.announced, std::int64_t(raw.size()));
    const TextReader reader = readerFor(raw, staged, request, found.report);
    const auto placed = placeSource(raw, request, found.report);
    if (placed) {
        const Transform transform(placed.value(), request.shift, request.datum);
        if (transform.finding() && raw.extent.any) found.report.findings.push_back(*transform.finding());
    } else {
        found.asks = Asks::coordinateSystem;
        found.question = placed.error().reason;
    }
    describeFields(raw, reader, found);
    describeShapes(raw, found);
    if (auto refusal = proposeMap(recipe, file, raw, reader, found))
        return Refusal{source.string() + ": " + refusal->reason};
    return found;
}

}  // namespace xiangtu::exchange
