// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "base/progress.h"
#include "edit/merge.h"
#include "exchange/import_recipe.h"
#include "exchange/report.h"
#include "store/arrivals.h"

#include <filesystem>
#include <string>

namespace xiangtu::cli {

/// What an import would write, and what there is to say about it.
struct ImportWork {
    exchange::ImportReport report;
    store::Arrivals coming;
    edit::ChangeSet changed;
    edit::MergeReport merge;
};

/// Reads the source and holds it against the file; writes nothing. What is refused goes to standard error and ends the
/// command with exit code 3.
[[nodiscard]] ImportWork planImportWork(const std::filesystem::path& source, const exchange::ImportRecipe& recipe,
                                        const model::Snapshot& file, const edit::PlanContext& context,
                                        const base::Progress& progress);

/// Counts and the first lines of what changes, is missing and was refused.
[[nodiscard]] std::string mergeSummary(const edit::MergeReport& merge, std::size_t linesPerFate);
[[nodiscard]] base::Json mergeJson(const edit::MergeReport& merge);

/// "xiangtu: refused: …" and exit code 3.
[[noreturn]] void refuseImport(const std::string& reason);

}  // namespace xiangtu::cli
