// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/spatialite/database.h"
#include "store/store.h"

#include <filesystem>

namespace xiangtu::store::spatialite {

/// Looks at the file from outside, without SQLite touching it: is it there, readable, an SQLite
/// database, and as long as its head says? Throws base::Error{io, noPermission, notADatabase,
/// damaged} naming the file.
void checkFromOutside(const std::filesystem::path& file);

/// How the file can be opened at best, given what the user may do with it and its folder. A file that
/// cannot be written opens read-only even where writing was asked for.
[[nodiscard]] Access accessFor(const std::filesystem::path& file, OpenMode mode);

/// Looks at the open database: ours, of a known version, its tables there? Throws base::Error{
/// foreignFile, newerVersion, damaged}.
void checkFromInside(const Database& database);

}  // namespace xiangtu::store::spatialite
