// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "exchange/import_recipe.h"
#include "exchange/report.h"
#include "exchange/source.h"
#include "model/draft.h"
#include "model/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace xiangtu::exchange {

/// A county unit to be made above what is imported; without code, the six digits all codes share.
struct CountyRequest {
    std::string name;
    std::optional<model::Code> code;
};

/// What is done about units of the level that are in the file already.
enum class Present {
    refuse,  ///< a record with such a code is not taken
    update,  ///< it says how that unit is from now on (edit::mergeUnits)
};

struct ImportRequest : SourceRequest {
    model::Level level = model::Level::village;
    std::string codeField, nameField, parentField, householdsField;  ///< empty = find out
    Present present = Present::refuse;
    std::optional<CountyRequest> county;
};

struct ImportPlan {
    std::vector<model::NewUnit> units;  ///< county (if asked for) first, then by source order
    ImportReport report;
};

/// An import of units as a recipe has it. Refused: a mapping to what units have not, a county that cannot be read.
[[nodiscard]] base::Result<ImportRequest, Refusal> unitRequest(const std::filesystem::path& source,
                                                               const ImportRecipe& recipe);

/// Reads the source, judges every record against the units already in the file (`file`; an empty
/// snapshot for a new one) and says what is to be written. Writes nothing. Refused: sources that
/// cannot be opened or placed, unknown layers and fields. Faults throw base::Error.
[[nodiscard]] base::Result<ImportPlan, Refusal> planImport(const ImportRequest& request, const model::Snapshot& file,
                                                           const base::Progress& progress);

}  // namespace xiangtu::exchange
