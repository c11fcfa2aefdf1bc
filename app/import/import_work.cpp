// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/import_work.h"

#include "exchange/import.h"
#include "exchange/record_import.h"

#include <optional>
#include <utility>

namespace xiangtu::app {

namespace {

using exchange::Into;
using exchange::Refusal;

/// One import under way.
struct Task {
    const std::filesystem::path& source;
    const exchange::ImportRecipe& recipe;
    const model::Snapshot& file;
    const edit::PlanContext& context;
    const base::Progress& progress;

    /// The request of one of the plans, but for what only it has.
    template <class Request>
    [[nodiscard]] Request request() const {
        Request request;
        static_cast<exchange::SourceRequest&>(request) = recipe.how;
        request.source = source;
        request.map = recipe.map;
        request.from = context.today;
        return request;
    }
};

/// Takes the merge over; the rows that come go to `coming`.
template <class Row>
std::optional<Refusal> take(base::Result<edit::Merge<Row>, edit::Refusal> merged, std::vector<Row>& coming,
                            ImportWork& work) {
    if (!merged) return Refusal{merged.error().detail};
    edit::Merge<Row> merge = std::move(merged).value();
    work.changed = std::move(merge.changed);
    work.merge = std::move(merge.report);
    coming = std::move(merge.coming);
    return std::nullopt;
}

std::optional<Refusal> planUnits(const Task& task, ImportWork& work) {
    const auto request = exchange::unitRequest(task.source, task.recipe);
    if (!request) return request.error();
    auto planned = exchange::planImport(request.value(), task.file, task.progress);
    if (!planned) return planned.error();
    exchange::ImportPlan plan = std::move(planned).value();
    work.report = std::move(plan.report);
    if (request.value().present == exchange::Present::update) {
        return take(edit::mergeUnits(task.file, std::move(plan.units), request.value().level, task.context),
                    work.coming.units, work);
    }
    // What has the code of a unit of the file was rejected: all of these are new.
    work.coming.units = std::move(plan.units);
    work.merge.counts[std::size_t(edit::Fate::inserted)] = std::int64_t(work.coming.units.size());
    work.changed = {std::string(edit::kImportTitle), task.context.author, task.context.at, {}, {}};
    return std::nullopt;
}

std::optional<Refusal> planRecords(const Task& task, ImportWork& work) {
    auto request = task.request<exchange::RecordRequest>();
    request.registerId = task.recipe.into.registerId;
    auto planned = exchange::planRecords(request, task.file, task.progress);
    if (!planned) return planned.error();
    exchange::RecordPlan plan = std::move(planned).value();
    work.report = std::move(plan.report);
    return take(
        edit::mergeRecords(task.file, request.registerId, task.recipe.key, std::move(plan.records), task.context),
        work.coming.records, work);
}

std::optional<Refusal> planOrganisations(const Task& task, ImportWork& work) {
    auto planned = exchange::planOrganisations(task.request<exchange::OrganisationRequest>(), task.file, task.progress);
    if (!planned) return planned.error();
    exchange::OrganisationPlan plan = std::move(planned).value();
    work.report = std::move(plan.report);
    return take(edit::mergeOrganisations(task.file, task.recipe.key, std::move(plan.orgs), task.context),
                work.coming.orgs, work);
}

}  // namespace

base::Result<ImportWork, Refusal> planImportWork(const std::filesystem::path& source,
                                                 const exchange::ImportRecipe& recipe, const model::Snapshot& file,
                                                 const edit::PlanContext& context, const base::Progress& progress) {
    ImportWork work;
    const Task task{source, recipe, file, context, progress};
    std::optional<Refusal> refusal;
    switch (recipe.into.kind) {
    case Into::Kind::units: refusal = planUnits(task, work); break;
    case Into::Kind::records: refusal = planRecords(task, work); break;
    case Into::Kind::organisations: refusal = planOrganisations(task, work); break;
    }
    if (refusal) return *refusal;
    work.changed.reason =
        source.filename().string() + " → " + exchange::intoText(recipe.into) + ": " + edit::mergeText(work.merge);
    return work;
}

}  // namespace xiangtu::app
