// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "exchange/export_recipe.h"
#include "exchange/export_run.h"
#include "model/snapshot.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace xiangtu::app {

/// An export of an open file, as command line and window ask for it.
struct ExportWork {
    std::shared_ptr<const model::Snapshot> snapshot;
    /// The county on another day, for questions that compare.
    std::function<std::shared_ptr<const model::Snapshot>(base::Date)> dayOf;
    std::filesystem::path file;     ///< of the county
    std::filesystem::path dataDir;  ///< style sheets
    exchange::ExportRights rights;
};

/// Looks up what the recipe names, and exports. Throws Error{usage} naming what the file does not have; refused as
/// exchange::exportRows says. What was left out for reasons of privacy is in the notes of the report.
[[nodiscard]] base::Result<exchange::ExportReport, exchange::Refusal> runExport(const ExportWork& work,
                                                                                const exchange::ExportRecipe& recipe,
                                                                                const base::Progress& progress);

}  // namespace xiangtu::app
