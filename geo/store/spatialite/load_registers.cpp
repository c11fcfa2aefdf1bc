// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/geometry_blob.h"
#include "store/spatialite/register_table.h"
#include "store/spatialite/snapshot_loader.h"
#include "store/spatialite/statement.h"

namespace xiangtu::store::spatialite {

namespace {

void readRecords(const Database& database, const LoadedUnits& units, model::RegisterTable& table) {
    const std::string name = table.def.tableName();
    const bool hasShape = table.def.anchor != model::Anchor::unit;
    const std::size_t fields = table.def.fields.size();
    Statement select(database, "SELECT id, unit_id, " + fieldColumns(table.def) + (hasShape ? ", geom" : "") +
                                   " FROM " + quotedName(name) + " ORDER BY id");
    Query row(select);
    while (row.next()) {
        model::Record record;
        record.id = row.integer(0);
        if (!row.isNull(1)) record.unit = units.refs.find(row.integer(1));
        record.values.reserve(fields);
        for (std::size_t i = 0; i < fields; ++i) record.values.push_back(row.value(int(i) + 2));
        if (hasShape) {
            try {
                record.shape = readShape(row.blob(int(fields) + 2));
            } catch (const base::Error& e) { damagedRow(database, name.c_str(), record.id, e.what()); }
        }
        // A record of a unit that is not there on the day has no place on the map either.
        if (!hasShape && !record.unit.valid()) continue;
        table.records.push_back(std::move(record));
    }
}

}  // namespace

std::vector<std::shared_ptr<const model::RegisterTable>> loadRegisters(const Database& database, Extent extent,
                                                                       const LoadedUnits& units) {
    std::vector<std::shared_ptr<const model::RegisterTable>> out;
    for (model::RegisterDef& def : readRegisters(database)) {
        auto table = std::make_shared<model::RegisterTable>();
        table->def = std::move(def);
        if (extent == Extent::everything) readRecords(database, units, *table);
        out.push_back(std::move(table));
    }
    return out;
}

}  // namespace xiangtu::store::spatialite
