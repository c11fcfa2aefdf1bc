// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "edit/merge.h"
#include "exchange/import_recipe.h"
#include "exchange/report.h"
#include "store/arrivals.h"

#include <filesystem>

namespace xiangtu::app {

/// What an import would write, and what there is to say about it; command line and window ask for it.
struct ImportWork {
    exchange::ImportReport report;
    store::Arrivals coming;
    edit::ChangeSet changed;
    edit::MergeReport merge;
};

/// Reads the source and holds it against the file; writes nothing. Refused with a sentence: what the plans of
/// geo/exchange and the merges of geo/edit refuse. Faults throw base::Error.
[[nodiscard]] base::Result<ImportWork, exchange::Refusal> planImportWork(const std::filesystem::path& source,
                                                                         const exchange::ImportRecipe& recipe,
                                                                         const model::Snapshot& file,
                                                                         const edit::PlanContext& context,
                                                                         const base::Progress& progress);

}  // namespace xiangtu::app
