// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/spatialite/database.h"

#include <filesystem>
#include <span>

namespace xiangtu::store::spatialite {

/// 'XGTU' in the file's head, set by the first migration.
inline constexpr std::int64_t kApplicationId = 0x58475455;

struct Migration {
    int version;       ///< user_version after it
    const char* name;  ///< file name in data/schema
    const char* script;
};

/// All of data/schema, by version.
[[nodiscard]] std::span<const Migration> migrations() noexcept;
[[nodiscard]] int newestVersion() noexcept;

/// Runs every migration above the database's user_version, each file whole in a transaction of its
/// own together with the new version number. Stops at the first that fails, which leaves the database
/// at the version before it.
void migrate(Database& database);

/// Copies a whole database by SQLite's online backup. A copy that cannot be finished is removed.
void copyDatabase(const Database& from, const Database& to);
/// Writes "<stem>-backup-v<version>-<day>[-n].<ext>" beside the file and returns its path.
std::filesystem::path writeBackup(const Database& database, const std::filesystem::path& file, std::int64_t version);

}  // namespace xiangtu::store::spatialite
