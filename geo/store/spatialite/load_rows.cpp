// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/load_rows.h"

#include "store/spatialite/geometry_blob.h"
#include "store/spatialite/snapshot_loader.h"

namespace xiangtu::store::spatialite {

edit::UnitNow::State readState(const Database& database, const Query& row) {
    const std::int64_t id = row.integer(0);
    const auto level = std::size_t(row.integer(1));
    if (level >= model::kLevelCount) damagedRow(database, "unit", id, "level " + std::to_string(level));
    const auto code = model::Code::parse(row.text(2));
    if (!code) damagedRow(database, "unit", id, "\"" + std::string(row.text(2)) + "\" is not a code");
    edit::UnitNow::State state;
    state.level = model::Level(level);
    model::Unit& unit = state.unit;
    unit.id.value = id;
    unit.code = *code;
    unit.name = row.text(3);
    unit.kind = model::parseUnitKind(row.text(4)).value_or(model::UnitKind::other);
    state.parent.value = row.isNull(5) ? 0 : row.integer(5);
    unit.households = row.isNull(6) ? -1 : std::int32_t(row.integer(6));
    unit.from = readDate(database, row.text(7), "unit", id);
    unit.to = readDate(database, row.text(8), "unit", id);
    try {
        geom::PolygonSet set;
        ShapeReader().appendTo(set, row.blob(9));
        state.shape = set.feature(0);
    } catch (const base::Error& e) { damagedRow(database, "unit", id, "code " + code->text() + ": " + e.what()); }
    return state;
}

model::PartyOrg readOrg(const Database& database, const Query& row, std::int64_t& unitId) {
    model::PartyOrg org;
    org.id.value = row.integer(0);
    org.name = row.text(1);
    const auto kind = model::parsePartyOrgKind(row.text(2));
    if (!kind) { damagedRow(database, "party_org", org.id.value, "unknown kind \"" + std::string(row.text(2)) + "\""); }
    org.kind = *kind;
    unitId = row.isNull(3) ? 0 : row.integer(3);
    org.parent.value = row.integer(4);
    if (!row.isNull(5) && !row.isNull(6)) org.place = geom::GeoPoint{row.number(5), row.number(6)};
    org.established = readDate(database, row.text(7), "party_org", org.id.value);
    org.dissolved = readDate(database, row.text(8), "party_org", org.id.value);
    org.chain = row.text(9);
    return org;
}

}  // namespace xiangtu::store::spatialite
