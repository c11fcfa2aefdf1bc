// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "model/snapshot.h"

#include <filesystem>
#include <string>

namespace xiangtu::cli {

/// What `xiangtu info` says about a file: title, demo mark, schema, day, units per level (with how many
/// have no polygon), extent in degrees, organisations by kind, units served per level, classes per
/// scheme, registers with ellipsoidal areas in mu by their symbol field, conflicts of the coverage per
/// level, file size in bytes.
[[nodiscard]] base::Json summarise(const model::Snapshot& snapshot, const std::filesystem::path& file);
/// The same for reading, without a final line break.
[[nodiscard]] std::string asText(const base::Json& summary);

}  // namespace xiangtu::cli
