// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "exchange/coordinate_system.h"
#include "exchange/report.h"
#include "model/draft.h"
#include "model/snapshot.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace xiangtu::exchange {

/// A county unit to be made above what is imported; without code, the six digits all codes share.
struct CountyRequest {
    std::string name;
    std::optional<model::Code> code;
};

struct ImportRequest {
    std::filesystem::path source;
    model::Level level = model::Level::village;
    // Empty = find out.
    std::string layer, codeField, nameField, parentField, householdsField, encoding, crs;
    Shift shift = Shift::none;
    std::optional<CountyRequest> county;
};

struct ImportPlan {
    std::vector<model::NewUnit> units;  ///< county (if asked for) first, then by source order
    ImportReport report;
};

/// Reads the source, judges every record against the units already in the file (`file`; an empty
/// snapshot for a new one) and says what is to be written. Writes nothing. Refused: sources that
/// cannot be opened or placed, unknown layers and fields. Faults throw base::Error.
[[nodiscard]] base::Result<ImportPlan, Refusal> planImport(const ImportRequest& request, const model::Snapshot& file,
                                                           const base::Progress& progress);

}  // namespace xiangtu::exchange
