// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "exchange/coordinate_system.h"
#include "exchange/export_options.h"
#include "exchange/export_rows.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xiangtu::exchange {

// What an export settles before it writes: the same for checking as for doing.

[[nodiscard]] Refusal nothingToExport(const RowSource& source);

/// What is known of all rows before any is written.
struct Overview {
    RowSource::Bounds bounds;  ///< degrees
    std::size_t withoutShape = 0;
    double areaM2 = 0;
};
[[nodiscard]] Overview overview(const RowSource& source, const base::Progress& progress);

/// Where files come to, and what they are called without their endings.
struct ExportPlace {
    std::filesystem::path folder;
    std::string stem;  ///< of the file; with one file per township of the sheets
};
[[nodiscard]] ExportPlace placeOf(const std::filesystem::path& out, const ExportOptions& options);

/// Rows of each township, by the stem of the file they come into.
[[nodiscard]] std::map<std::string, std::vector<std::uint32_t>> byTownship(const RowSource& source);

/// Refused when a file the export would write is there already: one of the data, or a sheet of another export under the
/// same name. `stems` are those of the data.
[[nodiscard]] std::optional<Refusal> inTheWay(const ExportPlace& place, std::span<const std::string> stems,
                                              const ExportOptions& options);
/// Takes away what an export that was replaced has left and its successor does not have: indexes other programs made
/// for its shapefile, and its list of losses when there are none now.
void removeStale(const ExportPlace& place, std::span<const std::string> stems, const ExportOptions& options,
                 std::size_t losses);

}  // namespace xiangtu::exchange
