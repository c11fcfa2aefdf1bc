// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export_run.h"

#include <map>
#include <string>
#include <vector>

namespace xiangtu::exchange {

/// What is known of an export before a byte is written.
struct ExportCheck {
    std::size_t rows = 0;
    std::size_t withoutShape = 0;
    std::size_t files = 1;
    double areaM2 = 0;
    RowSource::Bounds bounds{};  ///< degrees
    std::string crs;
    std::vector<std::string> notes;
    /// Texts too long for their field or with characters the encoding lacks, days that are none, geometries and rows
    /// the format has no place for. What only the writing driver of a format knows (digits of a .mif) is not among
    /// them.
    std::map<ExportLoss::Kind, std::size_t> losses;
};

/// Goes through all rows as exportRows() would. Refused as there, except for what a writer refuses at once; a file that
/// is in the way only where `out` is given.
[[nodiscard]] base::Result<ExportCheck, Refusal> checkExport(const RowSource& source, const std::filesystem::path& out,
                                                             const ExportOptions& options,
                                                             const base::Progress& progress);

}  // namespace xiangtu::exchange
