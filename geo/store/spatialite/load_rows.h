// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/now.h"
#include "store/spatialite/database.h"
#include "store/spatialite/statement.h"

namespace xiangtu::store::spatialite {

// Single rows of units and organisations: one way for loading, for what a commit left and for history.

/// The same columns of a unit as it is, and as it was. No WHERE.
inline constexpr const char* kSelectUnit =
    "SELECT id, level, code, name, kind, parent_id, households, valid_from, valid_to, geom FROM unit";
inline constexpr const char* kSelectPast =
    "SELECT unit_id, level, code, name, kind, parent_id, households, valid_from, valid_to, geom FROM unit_past";
/// Throws Error{damaged} naming table and row.
[[nodiscard]] edit::UnitNow::State readState(const Database& database, const Query& row);

inline constexpr const char* kSelectOrg =
    "SELECT id, name, kind, unit_id, parent_id, lon, lat, established, dissolved, chain FROM party_org";
/// But for `serves`, whose row id `unitId` receives (0 = none). Its texts lie in the row.
[[nodiscard]] model::PartyOrg readOrg(const Database& database, const Query& row, std::int64_t& unitId);

}  // namespace xiangtu::store::spatialite
