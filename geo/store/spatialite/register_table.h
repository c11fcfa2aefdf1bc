// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"
#include "store/spatialite/database.h"

#include <set>
#include <string>
#include <vector>

namespace xiangtu::store::spatialite {

/// Keeps the declaration in table register and makes its real table reg_<id>: id, unit_id, valid_from,
/// valid_to, with a lifecycle state, state_since and due, one typed column per field that is not
/// computed, geom with spatial index (geometry anchors), and the view v_reg_<id> with code and name of
/// the unit. Call inside a transaction.
void createRegister(Database& database, const model::RegisterDef& def);

/// Makes the view v_reg_<id> anew.
void createNamedView(Database& database, const model::RegisterDef& def);
void dropNamedView(Database& database, const model::RegisterDef& def);

/// "\"a\" INTEGER": column of a field.
[[nodiscard]] std::string columnOf(const model::FieldDef& field);
[[nodiscard]] std::string_view columnType(model::FieldType type) noexcept;

/// Adds a column when the table has none of that name.
void addColumn(Database& database, const std::string& table, const std::string& name, const std::string& declaration);
[[nodiscard]] bool hasColumn(const Database& database, const std::string& table, const std::string& name);

/// valid_from, valid_to and, with a lifecycle, state, state_since, due for tables made before these.
void addOwnColumns(Database& database, const model::RegisterDef& def);

/// The declarations kept in the file, in the order they were made; with `only`, of the registers named there.
[[nodiscard]] std::vector<model::RegisterDef> readRegisters(const Database& database,
                                                            const std::set<std::string>* only = nullptr);

/// "\"a\", \"b\", …" of the fields that have a column.
[[nodiscard]] std::string fieldColumns(const model::RegisterDef& def);

}  // namespace xiangtu::store::spatialite
