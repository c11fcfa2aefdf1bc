// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export_report.h"
#include "exchange/row_writer.h"

#include <filesystem>
#include <string>

namespace xiangtu::exchange {

// What lies beside the files of an export, as CSV with a byte order mark.

/// STEM.fields.csv: the name of every field in the file, its key, titles, type and unit.
void writeFieldSheet(const std::filesystem::path& folder, const std::string& stem, const RowSource::About& about,
                     const ExportOptions& options);
/// STEM.metadata.csv: what, of which day, made when, system, encoding, counts, area, files with their SHA-256.
void writeMetadataSheet(const std::filesystem::path& folder, const std::string& stem, const RowSource::About& about,
                        const ExportOptions& options, const ExportFacts& facts, const ExportReport& report);
/// STEM.losses.csv: every value that is not whole in the file, as it was. Nothing where there is none.
void writeLossSheet(const std::filesystem::path& folder, const std::string& stem, const ExportReport& report);

}  // namespace xiangtu::exchange
