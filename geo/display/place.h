// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

namespace xiangtu::display {

/// Where the sidecar of a county file may lie, best first: beside it as NAME.sqlite.display, and in the
/// user's cache folder (XDG_CACHE_HOME or ~/.cache) under xiangtu/, for folders that cannot be written.
[[nodiscard]] std::vector<std::filesystem::path> placesOf(const std::filesystem::path& file);

}  // namespace xiangtu::display
