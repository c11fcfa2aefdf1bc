// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <filesystem>
#include <memory>

namespace xiangtu::store::spatialite {

/// store::open and store::create for SpatiaLite files.
[[nodiscard]] std::unique_ptr<Store> openFile(const std::filesystem::path& file, OpenMode mode);
[[nodiscard]] std::unique_ptr<Store> createFile(const std::filesystem::path& file,
                                                const std::filesystem::path& dataDir);

}  // namespace xiangtu::store::spatialite
