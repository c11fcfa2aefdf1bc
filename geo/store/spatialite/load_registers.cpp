// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/drawn_registers.h"
#include "store/spatialite/record_reader.h"
#include "store/spatialite/register_table.h"
#include "store/spatialite/snapshot_loader.h"
#include "store/spatialite/statement.h"

#include <unordered_map>

namespace xiangtu::store::spatialite {

namespace {

/// Where a matter stood on a day gone by: its last step until then.
struct PastState {
    std::uint8_t state = model::Record::kNoState;
    base::Date since{};
};
using PastStates = std::unordered_map<std::int64_t, PastState>;

PastStates readPast(const Database& database, const std::string& registerId, const model::Lifecycle& lifecycle,
                    base::Date day) {
    PastStates past;
    Statement select(database,
                     "SELECT id, record_id, to_state, day FROM record_step WHERE register = ? AND day <= ? "
                     "AND to_state IS NOT from_state ORDER BY day, id");
    Query row(select, registerId, day.iso());
    while (row.next()) {
        const auto state = lifecycle.stateAt(row.text(2));
        if (!state) continue;
        past[row.integer(1)] = {std::uint8_t(*state), readDate(database, row.text(3), "record_step", row.integer(0))};
    }
    return past;
}

void putBack(const PastStates& past, const model::Lifecycle& lifecycle, model::Record& record) {
    const auto found = past.find(record.id);
    if (found == past.end()) return;  // its steps are not in the file: what it says itself stands
    record.state = found->second.state;
    record.since = found->second.since;
    const auto& days = lifecycle.states[record.state].days;
    record.due = days ? base::Date{record.since.days + *days} : base::Date::open();
}

/// Puts records into common pieces of memory, which live as long as one of their records.
class Blocks {
public:
    std::shared_ptr<const model::Record> add(model::Record record) {
        if (!m_block || m_block->size() == kPerBlock) {
            m_block = std::make_shared<std::vector<model::Record>>();
            m_block->reserve(kPerBlock);
        }
        return {m_block, &m_block->emplace_back(std::move(record))};
    }

private:
    static constexpr std::size_t kPerBlock = 256;
    std::shared_ptr<std::vector<model::Record>> m_block;
};

void readRecords(const Database& database, base::Date day, const model::Snapshot& snapshot, const RefById& refs,
                 model::RegisterTable& table) {
    const model::Lifecycle* lifecycle = snapshot.catalogue->findLifecycle(table.def.lifecycle);
    const RecordReader reader(database, table.def, lifecycle);
    const bool isPast = lifecycle && day < base::Date::today();
    const PastStates past = isPast ? readPast(database, table.def.id, *lifecycle, day) : PastStates();
    Statement select(database, "SELECT " + reader.columns() + " FROM " + quotedName(table.def.tableName()) + " WHERE " +
                                   validOn(1) + " ORDER BY id");
    Query row(select, day.iso());
    Blocks blocks;
    while (row.next()) {
        std::int64_t unitId = 0;
        model::Record record = reader.read(row, unitId);
        if (unitId != 0) record.unit = refs.findStanding(unitId);
        // A record of a unit that is not there on the day has no place on the map either.
        if (table.def.anchor == model::Anchor::unit && !record.unit.valid()) continue;
        if (isPast) putBack(past, *lifecycle, record);
        const model::Unit* unit = record.unit.valid() ? &snapshot.unit(record.unit) : nullptr;
        reader.compute(unit, record.unit.level, day, record);
        table.records.push_back(blocks.add(std::move(record)));
    }
}

}  // namespace

std::vector<std::shared_ptr<const model::RegisterTable>> loadRegisters(const Database& database, Extent extent,
                                                                       const model::Snapshot& snapshot,
                                                                       const RefById& refs) {
    std::vector<std::shared_ptr<const model::RegisterTable>> out;
    for (const model::RegisterDef& def : snapshot.catalogue->registers) {
        const bool drawn = model::drawnUnasked(def);
        const std::size_t at = out.size();
        if (extent == Extent::everything && drawn && at < snapshot.registers.size()) {
            out.push_back(snapshot.registers[at]);
            continue;
        }
        auto table = std::make_shared<model::RegisterTable>();
        table->def = def;
        if (extent == Extent::everything || (extent == Extent::drawable && drawn))
            readRecords(database, snapshot.day, snapshot, refs, *table);
        out.push_back(std::move(table));
    }
    return out;
}

}  // namespace xiangtu::store::spatialite
