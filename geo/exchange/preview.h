// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "base/progress.h"
#include "base/result.h"
#include "exchange/import_recipe.h"
#include "exchange/report.h"
#include "exchange/source.h"
#include "exchange/table_map.h"
#include "model/snapshot.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace xiangtu::exchange {

/// A field of the source as a person looks at it before an import.
struct PreviewField {
    std::string name, type;
    std::vector<std::string> samples;  ///< of the first records, in the encoding chosen
    std::string target;                ///< id of the Target it is proposed for; empty = goes nowhere
};
struct PreviewLayer {
    std::string name, geometry;
    std::int64_t records = 0;
};
/// What has to be answered before a source can be imported.
enum class Asks : std::uint8_t { nothing, layer, coordinateSystem };
/// What was found in a source, why, and what is proposed. Plain values, for a terminal and for a window.
struct Preview {
    std::vector<PreviewLayer> layers;
    Asks asks = Asks::nothing;
    std::string question;  ///< the same as a sentence; empty = nothing
    /// Source, layer, encoding and coordinate system each with its reason, notes, findings of the layer, the mapping.
    ImportReport report;
    bool whole = true;  ///< else encoding and extent are of the first records only
    std::vector<PreviewField> fields;
    std::vector<Target> targets;
    std::int64_t points = 0, lines = 0, areas = 0, withoutShape = 0;
    std::array<double, 4>
        extent{};  ///< as the source writes it: least x, least y, greatest x, greatest y; all 0 = none
};

/// Looks at the first records of a source. Refused: what cannot be opened or has no layer, a mapping that names what is
/// not there, a register there is none of.
[[nodiscard]] base::Result<Preview, Refusal> preview(const std::filesystem::path& source, const ImportRecipe& recipe,
                                                     const model::Snapshot& file, const base::Progress& progress);

/// For a terminal.
[[nodiscard]] std::string previewText(const Preview& preview);
[[nodiscard]] base::Json toJson(const Preview& preview);

}  // namespace xiangtu::exchange
