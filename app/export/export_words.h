// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export_crs.h"
#include "exchange/export_options.h"
#include "exchange/export_report.h"
#include "exchange/export_rows.h"

#include <QString>

#include <string>

namespace xiangtu::app {

// Exports in the language of the interface.

[[nodiscard]] QString formatTitle(exchange::ExportFormat format);
/// For whom a format is, in one line.
[[nodiscard]] QString formatPurpose(exchange::ExportFormat format);
[[nodiscard]] QString columnTypeTitle(exchange::ColumnType type);
/// "3° zone 37, central meridian 111° E (EPSG:4546)", degrees by their name.
[[nodiscard]] QString systemTitle(const exchange::ExportCrs& crs);
/// "12 texts are too long for their field", how many values are not whole in the file.
[[nodiscard]] QString lossWords(exchange::ExportLoss::Kind kind, std::size_t count);
/// A note of a report. What is not known stays as it is.
[[nodiscard]] QString exportNote(const std::string& note);
/// Why an export is not made: a refusal, or what base::Error{usage, format} says. What is not known is said in general.
[[nodiscard]] QString exportRefused(const std::string& reason);

}  // namespace xiangtu::app
