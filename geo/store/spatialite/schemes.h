// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scheme.h"
#include "store/spatialite/database.h"

#include <vector>

namespace xiangtu::store::spatialite {

/// Rows of scheme and scheme_class, in the order of their ids.
[[nodiscard]] std::vector<model::Scheme> readSchemes(const Database& database);
/// Inserts a scheme with its classes; its id is not looked at.
void insertScheme(Database& database, const model::Scheme& scheme);

}  // namespace xiangtu::store::spatialite
