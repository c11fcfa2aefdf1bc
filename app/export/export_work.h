// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "exchange/export_check.h"
#include "exchange/export_recipe.h"
#include "exchange/export_run.h"
#include "model/snapshot.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace xiangtu::app {

/// An export of an open file, as command line and window ask for it.
struct ExportWork {
    std::shared_ptr<const model::Snapshot> snapshot;
    /// The county on another day, for questions that compare.
    std::function<std::shared_ptr<const model::Snapshot>(base::Date)> dayOf;
    std::filesystem::path file;  ///< of the county
    std::filesystem::path styleDir;
    exchange::ExportRights rights;
};

/// What can be said of an export before anything is written.
struct ExportForesight {
    model::Titles title;  ///< of the layer
    struct Field {
        std::string name;  ///< in the file
        exchange::ExportColumn column;
    };
    std::vector<Field> fields;
    std::vector<std::string> leftOut;
    base::Result<exchange::ExportCheck, exchange::Refusal> check;
};
/// Throws as runExport(). A file in the way is refused where the recipe says where to.
[[nodiscard]] ExportForesight foresee(const ExportWork& work, const exchange::ExportRecipe& recipe,
                                      const base::Progress& progress);

/// Looks up what the recipe names, and exports. Throws Error{usage} naming what the file does not have; refused as
/// exchange::exportRows says. What was left out for reasons of privacy is in the notes of the report.
[[nodiscard]] base::Result<exchange::ExportReport, exchange::Refusal> runExport(const ExportWork& work,
                                                                                const exchange::ExportRecipe& recipe,
                                                                                const base::Progress& progress);

}  // namespace xiangtu::app
