// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace xiangtu::cli {

/// Folder with schema, schemes, styles, catalogue and demo facts: $XIANGTU_DATA if set, else
/// share/xiangtu beside the program's bin folder. Throws Error{Fault::io} when it is not there.
[[nodiscard]] std::filesystem::path dataDir();

}  // namespace xiangtu::cli
