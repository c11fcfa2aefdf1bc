// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/engine.h"
#include "store/spatialite/file_check.h"
#include "store/spatialite/migrate.h"
#include "store/spatialite/spatialite_store.h"

namespace xiangtu::store::spatialite {

namespace {

/// A file that must not be written is upgraded in a copy in memory.
Database upgradedCopy(const Database& database) {
    Database copy({}, Access::memory);
    copyDatabase(database, copy);
    migrate(copy);
    return copy;
}

}  // namespace

std::unique_ptr<Store> openFile(const std::filesystem::path& file, OpenMode mode) {
    checkFromOutside(file);
    const Access access = accessFor(file, mode);
    Database database(file, access);
    checkFromInside(database);
    const bool readOnly = access != Access::readWrite;
    const auto version = database.integer("PRAGMA user_version");
    if (version < newestVersion()) {
        if (readOnly) return std::make_unique<SpatialiteStore>(upgradedCopy(database), true, "");
        writeBackup(database, file, version);
        migrate(database);
    }
    return std::make_unique<SpatialiteStore>(std::move(database), readOnly, file);
}

}  // namespace xiangtu::store::spatialite
