// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/spatialite/statement.h"
#include "store/store.h"

namespace xiangtu::store::spatialite {

/// Lines of the change log: table change_log as `l`, the line that takes it back as `u`.
extern const char* const kSelectLog;
/// Of a row of kSelectLog.
[[nodiscard]] LogEntry readEntry(const Database& database, const Query& row);

}  // namespace xiangtu::store::spatialite
