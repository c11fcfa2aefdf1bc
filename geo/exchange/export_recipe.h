// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "exchange/export_layers.h"
#include "exchange/export_options.h"
#include "model/level.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace xiangtu::exchange {

/// An export as it is asked for, kept and repeated: plain texts, nothing looked up yet.
struct ExportRecipe {
    /// Exactly one of these says what is exported.
    std::optional<model::Level> level;
    bool organisations = false;
    std::string registerId;
    std::string question;
    std::map<std::string, std::string> params;  ///< of the question

    std::string within, where, date, scheme;
    std::vector<std::string> classes, columns;
    ExportProfile profile = ExportProfile::internal;
    bool sensitive = false;
    ExportOptions options;
    std::string out;  ///< where to; may be empty
};

/// Throws Error{Fault::format} with file, JSON pointer and reason; unknown members are errors. The form is that of
/// data/recipes/export.schema.json.
[[nodiscard]] ExportRecipe parseExportRecipe(const base::Json& json, const std::string& origin);
[[nodiscard]] ExportRecipe loadExportRecipe(const std::filesystem::path& file);
/// What parseExportRecipe() reads; members that say the usual are left out.
[[nodiscard]] base::Json dumpExportRecipe(const ExportRecipe& recipe);

[[nodiscard]] std::optional<ExportFormat> parseExportFormat(std::string_view name) noexcept;
[[nodiscard]] std::optional<TextEncoding> parseTextEncoding(std::string_view name) noexcept;
[[nodiscard]] std::optional<FieldNaming> parseFieldNaming(std::string_view name) noexcept;

}  // namespace xiangtu::exchange
