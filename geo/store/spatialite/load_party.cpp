// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/snapshot_loader.h"
#include "store/spatialite/statement.h"

namespace xiangtu::store::spatialite {

namespace {

using model::Level;
using model::PartyOrg;
using model::PartyOrgKind;
using model::PartyTable;

constexpr const char* kSelectOrgs =
    "SELECT id, name, kind, unit_id, parent_id, lon, lat, established, dissolved, chain FROM party_org "
    "ORDER BY id";

/// An organisation covers a unit of its own level; a county has its committee, too.
bool covers(const PartyOrg& org) noexcept {
    if (!org.serves.valid()) return false;
    if (org.kind == PartyOrgKind::committee && org.serves.level == Level::county) return true;
    return model::servedLevel(org.kind) == org.serves.level;
}

void markServed(PartyTable& party) {
    for (std::uint32_t i = 0; i < party.orgs.size(); ++i) {
        const PartyOrg org = party.orgs[i];
        if (!covers(org)) continue;
        std::uint32_t& place = party.servedBy[indexOf(org.serves.level)][org.serves.row];
        // Where several serve one unit the highest in rank is named, of equal ones the oldest row.
        if (place == PartyTable::kNone || org.kind < party.orgs[place].kind) place = i;
    }
}

}  // namespace

std::shared_ptr<PartyTable> loadParty(const Database& database, base::Date day, Extent extent, const LoadedUnits& units,
                                      Window& window) {
    auto party = std::make_shared<PartyTable>();
    for (const auto& table : units.tables) {
        party->servedBy[indexOf(table->level)].assign(table->units.size(), PartyTable::kNone);
    }
    Statement select(database, kSelectOrgs);
    DateReader fromReader(database, "party_org"), toReader(database, "party_org");
    Query row(select);
    while (row.next()) {
        const std::int64_t id = row.integer(0);
        const base::Date established = fromReader.read(row.text(7), id), dissolved = toReader.read(row.text(8), id);
        window.narrow(established, day);
        window.narrow(dissolved, day);
        if (established > day || dissolved <= day) continue;
        const model::UnitRef serves = row.isNull(3) ? model::UnitRef{} : units.refs.find(row.integer(3));
        if (extent == Extent::overview && !serves.valid()) continue;
        const auto kind = model::parsePartyOrgKind(row.text(2));
        if (!kind) damagedRow(database, "party_org", id, "unknown kind \"" + std::string(row.text(2)) + "\"");
        PartyOrg org;
        org.id.value = id;
        org.name = row.text(1);
        org.kind = *kind;
        org.serves = serves;
        org.parent.value = row.integer(4);
        if (!row.isNull(5) && !row.isNull(6)) org.place = geom::GeoPoint{row.number(5), row.number(6)};
        org.established = established;
        org.dissolved = dissolved;
        org.chain = row.text(9);
        party->orgs.add(org);
    }
    markServed(*party);
    return party;
}

}  // namespace xiangtu::store::spatialite
