// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/date.h"
#include "store/spatialite/after_commit.h"
#include "store/spatialite/load_rows.h"
#include "store/spatialite/row_ids.h"
#include "store/spatialite/snapshot_loader.h"
#include "store/spatialite/spatialite_store.h"
#include "store/spatialite/statement.h"

namespace xiangtu::store::spatialite {

edit::PlanContext SpatialiteStore::planContext(const std::string& author) {
    edit::PlanContext context;
    context.author = author;
    context.at = base::nowIso();
    context.today = base::Date::today();
    context.nextClassRecord = nextInSequence(m_database, "unit_class");
    context.nextStep = nextInSequence(m_database, "record_step");
    context.nextPast = nextInSequence(m_database, "unit_past");
    context.nextLineage = nextInSequence(m_database, "unit_lineage");
    context.nextUnit = nextId(m_database, "unit");
    context.nextOrg = nextId(m_database, "party_org");
    context.nextRecord = [this](const std::string& id) { return nextOfRegister(m_database, id); };
    context.firstDay = [this](model::UnitId unit) -> std::optional<base::Date> {
        Statement select(m_database, "SELECT min(valid_from) FROM unit_past WHERE unit_id = ?");
        Query row(select, unit.value);
        if (!row.next() || row.isNull(0)) return std::nullopt;
        return readDate(m_database, row.text(0), "unit_past", unit.value);
    };
    context.codeUsed = [this](model::Level level, model::Code code) {
        Statement select(m_database,
                         "SELECT 1 FROM unit WHERE level = ?1 AND code = ?2 UNION ALL "
                         "SELECT 1 FROM unit_past WHERE level = ?1 AND code = ?2 LIMIT 1");
        Query row(select, std::int64_t(indexOf(level)), code.text());
        return row.next();
    };
    context.unitOn = [this](model::UnitId unit, base::Date day) { return unitOn(m_database, unit, day); };
    context.classesOn = [this](model::UnitId unit, base::Date day) { return classesOn(m_database, unit, day); };
    context.unitOfCode = [this](model::Level level, model::Code code) { return unitOfCode(code, level); };
    context.kin = [this](model::UnitId unit) {
        std::vector<edit::Kin> kin;
        for (const LineageRecord& record : lineage(unit)) {
            if (record.from != record.to) kin.push_back({record.from, record.to, record.day});
        }
        return kin;
    };
    return context;
}

}  // namespace xiangtu::store::spatialite
