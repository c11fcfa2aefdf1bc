// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"
#include "model/value.h"
#include "store/spatialite/database.h"

#include <string>
#include <vector>

namespace xiangtu::store::spatialite {

/// Keeps the declaration in table register and makes its real table reg_<id>: id, unit_id, one typed
/// column per field, geom with spatial index (geometry anchors), and the view v_reg_<id> with code and
/// name of the unit. Call inside a transaction.
void createRegister(Database& database, const model::RegisterDef& def);

/// The declarations kept in the file, in the order they were made.
[[nodiscard]] std::vector<model::RegisterDef> readRegisters(const Database& database);

/// "\"a\", \"b\", …" of the fields' columns.
[[nodiscard]] std::string fieldColumns(const model::RegisterDef& def);

/// Why a value cannot stand in a field; "" when it can.
[[nodiscard]] std::string reasonAgainst(const model::FieldDef& field, const model::Value& value);

}  // namespace xiangtu::store::spatialite
