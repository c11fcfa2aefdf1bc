// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "edit/merge.h"

#include <cstddef>
#include <string>

namespace xiangtu::cli {

/// Counts and the first lines of what changes, is missing and was refused.
[[nodiscard]] std::string mergeSummary(const edit::MergeReport& merge, std::size_t linesPerFate);
[[nodiscard]] base::Json mergeJson(const edit::MergeReport& merge);

}  // namespace xiangtu::cli
