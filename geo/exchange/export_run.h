// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "exchange/coordinate_system.h"
#include "exchange/export_options.h"
#include "exchange/export_report.h"
#include "exchange/export_rows.h"

#include <filesystem>
#include <span>

namespace xiangtu::exchange {

/// Writes all rows of a source as files of a format. `out` is the file (its ending is added where it lacks), or with
/// one file per township the folder they come into. Rows are streamed; files grow beside their place and get their
/// names at the end, all or none. Refused: nothing to export, a file that is there already, what the format cannot
/// hold, or, where asked for, any loss. Throws base::Error on faults and Error{cancelled}.
[[nodiscard]] base::Result<ExportReport, Refusal> exportRows(const RowSource& source, const std::filesystem::path& out,
                                                             const ExportOptions& options, const ExportFacts& facts,
                                                             std::span<const ExportStyle> styles,
                                                             const base::Progress& progress);

/// What a person wants to know of it, some lines of English.
[[nodiscard]] std::string summary(const ExportReport& report, std::size_t linesPerKind);

}  // namespace xiangtu::exchange
