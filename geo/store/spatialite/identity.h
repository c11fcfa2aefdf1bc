// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/kept.h"
#include "store/spatialite/database.h"

namespace xiangtu::store::spatialite {

/// Nothing when a trigger that watches over the rows is gone (a table was made anew by other software).
[[nodiscard]] std::optional<Identity> readIdentity(const Database& database);
/// For whoever changed rows with triggers turned off; inside the transaction of the change.
void renewIdentity(Database& database);

/// Of the newest row, or of the row with that id; id 0 where there is none.
[[nodiscard]] ClassMark newestClass(const Database& database);
[[nodiscard]] ClassMark classAt(const Database& database, std::int64_t id);

}  // namespace xiangtu::store::spatialite
