// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "store/spatialite/engine.h"

namespace xiangtu::store {

std::unique_ptr<Store> open(const std::filesystem::path& file, OpenMode mode) {
    return spatialite::openFile(file, mode);
}

std::unique_ptr<Store> create(const std::filesystem::path& file, const std::filesystem::path& dataDir) {
    return spatialite::createFile(file, dataDir);
}

}  // namespace xiangtu::store
