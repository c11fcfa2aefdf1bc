// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/change_set.h"
#include "store/spatialite/database.h"

namespace xiangtu::store::spatialite {

/// Throws Error{usage} when a change is of a table that edits may not change: accounts have a way of their own, and
/// nobody touches SQLite's or SpatiaLite's.
void checkTables(const Database& database, const edit::ChangeSet& set);

}  // namespace xiangtu::store::spatialite
