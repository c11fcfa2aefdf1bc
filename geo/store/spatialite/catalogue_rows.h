// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"
#include "store/spatialite/database.h"

#include <set>
#include <string>

namespace xiangtu::store::spatialite {

/// The catalogue kept in the file, registers from table register, the rest from table catalogue.
/// Throws Error{damaged} naming the row.
[[nodiscard]] model::Catalogue readCatalogue(const Database& database);

/// Only what records of these registers are read with: the registers and all lifecycles, as checked when they were
/// written. Quick enough for every commit.
[[nodiscard]] model::Catalogue readDeclarations(const Database& database, const std::set<std::string>& registers);

/// Replaces what table catalogue holds; registers are not touched. Call inside a transaction.
void writeCatalogueRows(Database& database, const model::Catalogue& catalogue);

}  // namespace xiangtu::store::spatialite
