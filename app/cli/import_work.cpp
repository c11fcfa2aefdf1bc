// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_work.h"

#include "app/cli/output.h"
#include "base/json.h"
#include "exchange/import.h"
#include "exchange/record_import.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <utility>

namespace xiangtu::cli {

namespace {

using exchange::Into;

/// The value of a plan that may be refused.
template <class T>
T orRefuse(base::Result<T, exchange::Refusal> result) {
    if (!result) refuseImport(result.error().reason);
    return std::move(result).value();
}
template <class Row>
std::vector<Row> taken(base::Result<edit::Merge<Row>, edit::Refusal> merged, ImportWork& work) {
    if (!merged) refuse(merged.error());
    edit::Merge<Row> merge = std::move(merged).value();
    work.changed = std::move(merge.changed);
    work.merge = std::move(merge.report);
    return std::move(merge.coming);
}

void planUnits(const std::filesystem::path& source, const exchange::ImportRecipe& recipe, const model::Snapshot& file,
               const edit::PlanContext& context, const base::Progress& progress, ImportWork& work) {
    const auto request = orRefuse(exchange::unitRequest(source, recipe));
    exchange::ImportPlan plan = orRefuse(exchange::planImport(request, file, progress));
    work.report = std::move(plan.report);
    if (request.present == exchange::Present::update) {
        work.coming.units = taken(edit::mergeUnits(file, std::move(plan.units), request.level, context), work);
        return;
    }
    // What has the code of a unit of the file was rejected: all of these are new.
    work.coming.units = std::move(plan.units);
    work.merge.counts[std::size_t(edit::Fate::inserted)] = std::int64_t(work.coming.units.size());
    work.changed = {std::string(edit::kImportTitle), context.author, context.at, {}, {}};
}

void planRecords(const std::filesystem::path& source, const exchange::ImportRecipe& recipe, const model::Snapshot& file,
                 const edit::PlanContext& context, const base::Progress& progress, ImportWork& work) {
    exchange::RecordRequest request;
    static_cast<exchange::SourceRequest&>(request) = recipe.how;
    request.source = source;
    request.registerId = recipe.into.registerId;
    request.map = recipe.map;
    request.from = context.today;
    exchange::RecordPlan plan = orRefuse(exchange::planRecords(request, file, progress));
    work.report = std::move(plan.report);
    work.coming.records =
        taken(edit::mergeRecords(file, request.registerId, recipe.key, std::move(plan.records), context), work);
}

void planOrganisations(const std::filesystem::path& source, const exchange::ImportRecipe& recipe,
                       const model::Snapshot& file, const edit::PlanContext& context, const base::Progress& progress,
                       ImportWork& work) {
    exchange::OrganisationRequest request;
    static_cast<exchange::SourceRequest&>(request) = recipe.how;
    request.source = source;
    request.map = recipe.map;
    request.from = context.today;
    exchange::OrganisationPlan plan = orRefuse(exchange::planOrganisations(request, file, progress));
    work.report = std::move(plan.report);
    work.coming.orgs = taken(edit::mergeOrganisations(file, recipe.key, std::move(plan.orgs), context), work);
}

}  // namespace

void refuseImport(const std::string& reason) {
    std::fprintf(stderr, "xiangtu: refused: %s\n", reason.c_str());
    throw CLI::RuntimeError(kRefused);
}

ImportWork planImportWork(const std::filesystem::path& source, const exchange::ImportRecipe& recipe,
                          const model::Snapshot& file, const edit::PlanContext& context,
                          const base::Progress& progress) {
    ImportWork work;
    switch (recipe.into.kind) {
    case Into::Kind::units: planUnits(source, recipe, file, context, progress, work); break;
    case Into::Kind::records: planRecords(source, recipe, file, context, progress, work); break;
    case Into::Kind::organisations: planOrganisations(source, recipe, file, context, progress, work); break;
    }
    work.changed.reason =
        source.filename().string() + " → " + exchange::intoText(recipe.into) + ": " + edit::mergeText(work.merge);
    return work;
}

std::string mergeSummary(const edit::MergeReport& merge, std::size_t linesPerFate) {
    std::string text = "To write   " + edit::mergeText(merge) + "\n";
    for (const edit::Fate fate : {edit::Fate::updated, edit::Fate::missing, edit::Fate::refused}) {
        std::size_t shown = 0;
        for (const edit::MergeLine& line : merge.lines) {
            if (line.fate != fate || shown >= linesPerFate) continue;
            ++shown;
            text += "  " + std::string(edit::fateName(fate)) + " " + line.key +
                    (line.name.empty() || line.name == line.key ? "" : " " + line.name) +
                    (line.detail.empty() ? "" : ": " + line.detail) + "\n";
        }
        const auto rest = merge.count(fate) - std::int64_t(shown);
        if (rest > 0) text += "  … and " + std::to_string(rest) + " more " + std::string(edit::fateName(fate)) + "\n";
    }
    return text;
}

base::Json mergeJson(const edit::MergeReport& merge) {
    base::Json json;
    for (std::size_t i = 0; i < edit::kFateCount; ++i)
        json["counts"][std::string(edit::fateName(edit::Fate(i)))] = merge.counts[i];
    json["changed_fields"] = base::Json::object();
    for (const auto& [field, rows] : merge.changedFields) json["changed_fields"][field] = rows;
    json["lines"] = base::Json::array();
    for (const edit::MergeLine& line : merge.lines) {
        json["lines"].push_back(
            {{"fate", edit::fateName(line.fate)}, {"key", line.key}, {"name", line.name}, {"detail", line.detail}});
    }
    return json;
}

}  // namespace xiangtu::cli
