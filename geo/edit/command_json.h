// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "edit/unit_command.h"

#include <string>
#include <variant>

namespace xiangtu::edit {

/// Edits that may be planned for a day to come.
using PlannedCommand = std::variant<EditBorders, RenameUnit>;

/// The form in which a plan waits in the file; the day is kept beside it.
[[nodiscard]] base::Json toJson(const PlannedCommand& command);
/// Throws Error{format} with `origin` and the place of what cannot be read.
[[nodiscard]] PlannedCommand plannedFromJson(const base::Json& json, const std::string& origin);

}  // namespace xiangtu::edit
