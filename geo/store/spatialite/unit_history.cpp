// SPDX-License-Identifier: GPL-3.0-or-later
#include "geodesy/area.h"
#include "store/spatialite/load_rows.h"
#include "store/spatialite/snapshot_loader.h"
#include "store/spatialite/spatialite_store.h"
#include "store/spatialite/statement.h"

#include <algorithm>

namespace xiangtu::store::spatialite {

namespace {

constexpr const char* kSelectLineage =
    "SELECT l.id, l.from_unit, l.to_unit, f.code, t.code, f.name, t.name, ifnull(t.level, f.level), l.kind, l.day, "
    "ifnull(l.area, 0), l.author, l.at FROM unit_lineage l LEFT JOIN unit f ON f.id = l.from_unit "
    "LEFT JOIN unit t ON t.id = l.to_unit WHERE l.from_unit = ?1 OR l.to_unit = ?1 ORDER BY l.day, l.id";
constexpr const char* kSelectByCode =
    "SELECT id, level, valid_from, valid_to IS NULL AS standing FROM unit WHERE code = ?1 UNION ALL "
    "SELECT unit_id, level, valid_from, 0 FROM unit_past WHERE code = ?1 ORDER BY standing DESC, valid_from DESC, "
    "level";

}  // namespace

std::vector<UnitState> SpatialiteStore::unitStates(model::UnitId unit) {
    std::vector<UnitState> out;
    Statement parentOf(m_database, "SELECT code FROM unit WHERE id = ?");
    for (const char* source : {kSelectPast, kSelectUnit}) {
        const char* own = source == kSelectUnit ? "id" : "unit_id";
        Statement select(m_database, sqlOf({source, " WHERE ", own, " = ? ORDER BY valid_from"}));
        for (Query row(select, unit.value); row.next();) {
            UnitState state;
            state.state = readState(m_database, row);
            state.from = state.state.unit.from;
            state.to = state.state.unit.to;
            state.areaM2 = geodesy::area(state.state.shape);
            Query parent(parentOf, state.state.parent.value);
            if (parent.next()) state.parentCode = parent.text(0);
            out.push_back(std::move(state));
        }
    }
    std::erase_if(out, [](const UnitState& state) { return state.to <= state.from; });
    std::ranges::stable_sort(out, {}, &UnitState::from);
    return out;
}

std::vector<LineageRecord> SpatialiteStore::lineage(model::UnitId unit) {
    std::vector<LineageRecord> out;
    Statement select(m_database, kSelectLineage);
    const auto text = [](const Query& row, int column) { return std::string(row.text(column)); };
    for (Query row(select, unit.value); row.next();) {
        LineageRecord record;
        record.from.value = row.integer(1);
        record.to.value = row.integer(2);
        record.fromCode = text(row, 3);
        record.toCode = text(row, 4);
        record.fromName = text(row, 5);
        record.toName = text(row, 6);
        record.level = model::Level(row.integer(7));
        record.kind = text(row, 8);
        record.day = readDate(m_database, row.text(9), "unit_lineage", row.integer(0));
        record.areaM2 = row.number(10);
        record.author = text(row, 11);
        record.at = text(row, 12);
        out.push_back(std::move(record));
    }
    return out;
}

std::optional<model::UnitId> SpatialiteStore::unitOfCode(model::Code code, std::optional<model::Level> level) {
    Statement select(m_database, kSelectByCode);
    for (Query row(select, code.text()); row.next();) {
        if (!level || row.integer(1) == std::int64_t(indexOf(*level))) return model::UnitId{row.integer(0)};
    }
    return std::nullopt;
}

}  // namespace xiangtu::store::spatialite
