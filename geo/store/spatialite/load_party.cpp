// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/load_rows.h"
#include "store/spatialite/snapshot_loader.h"
#include "store/spatialite/statement.h"

namespace xiangtu::store::spatialite {

using model::PartyTable;

std::shared_ptr<PartyTable> loadParty(const Database& database, base::Date day, Extent extent, const LoadedUnits& units,
                                      Window& window) {
    auto party = std::make_shared<PartyTable>();
    for (const auto& table : units.tables) {
        party->servedBy[indexOf(table->level)].assign(table->units.size(), PartyTable::kNone);
    }
    Statement select(database, sqlOf({kSelectOrg, " ORDER BY id"}));
    Query row(select);
    while (row.next()) {
        std::int64_t unitId = 0;
        model::PartyOrg org = readOrg(database, row, unitId);
        window.narrow(org.established, day);
        window.narrow(org.dissolved, day);
        if (org.established > day || org.dissolved <= day) continue;
        if (unitId != 0) org.serves = units.refs.findStanding(unitId);
        if (extent == Extent::overview && !org.serves.valid()) continue;
        party->orgs.add(org);
    }
    model::nameServing(*party);
    return party;
}

}  // namespace xiangtu::store::spatialite
