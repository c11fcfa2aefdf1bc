// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/spatialite/database.h"

#include <cstdint>
#include <string>

namespace xiangtu::store::spatialite {

// Ids that no row has had, also none that was taken back.

/// sqlite_sequence remembers the highest id ever used.
[[nodiscard]] std::int64_t nextInSequence(const Database& database, const std::string& table);
/// Of tables without such a sequence: unit and party_org.
[[nodiscard]] std::int64_t nextId(const Database& database, const std::string& table);
/// Of a register; tables made before ids were kept from being used again count by what is there.
[[nodiscard]] std::int64_t nextOfRegister(const Database& database, const std::string& registerId);
/// That ids of `table` were given up to `id`.
void rememberId(Database& database, const std::string& table, std::int64_t id);

}  // namespace xiangtu::store::spatialite
