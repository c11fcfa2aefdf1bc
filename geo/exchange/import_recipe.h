// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "exchange/source.h"
#include "exchange/table_map.h"
#include "model/level.h"

#include <filesystem>
#include <optional>
#include <string>

namespace xiangtu::exchange {

/// What the records of a source become.
struct Into {
    enum class Kind { units, records, organisations } kind = Kind::units;
    model::Level level = model::Level::village;  ///< of units
    std::string registerId;                      ///< of records
};
/// "village", "register party_centres", "organisations".
[[nodiscard]] std::string intoText(const Into& into);

/// An import but for its file, kept so that next month's delivery goes the same way.
struct ImportRecipe {
    Into into;
    SourceRequest how;   ///< `source` is not kept
    std::string datum;   ///< DatumShift::parse; empty = none
    AskedMap map;        ///< ids of unitTargets(), targetsOf() or organisationTargets()
    std::string key;     ///< by which records of the file are known again: "code", "name", a field; empty = all are new
    std::string county;  ///< units: NAME or NAME=CODE
};

/// Members: format, into {level | register | organisations}, layer, encoding, crs, datum, shift, map, key, county;
/// what is empty is left out.
[[nodiscard]] base::Json toJson(const ImportRecipe& recipe);
/// Throws Error{Fault::format} naming the file, the place in it (JSON pointer) and the reason; also for members it does
/// not know.
[[nodiscard]] ImportRecipe recipeFromJson(const base::Json& json, const std::string& origin);
[[nodiscard]] ImportRecipe loadRecipe(const std::filesystem::path& file);
/// Throws Error{Fault::io}.
void saveRecipe(const ImportRecipe& recipe, const std::filesystem::path& file);

}  // namespace xiangtu::exchange
