// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/dossier.h"

#include "app/models/shape_overlap.h"
#include "geodesy/area.h"
#include "geom/contains.h"

#include <algorithm>

namespace xiangtu::app {

namespace {

using model::ClassColumn;
using model::Level;
using model::PartyTable;
using model::UnitRef;

std::uint32_t servedBy(const model::Snapshot& snapshot, UnitRef ref) {
    const auto& rows = snapshot.party->servedBy[model::indexOf(ref.level)];
    return ref.row < rows.size() ? rows[ref.row] : PartyTable::kNone;
}

/// Counts what lies below a unit, walking down its children once.
class Walk {
public:
    Walk(const model::Snapshot& snapshot, const model::Children& children, std::size_t scheme,
         const base::Progress& progress)
        : m_snapshot(snapshot), m_children(children), m_scheme(scheme), m_progress(progress) {}

    /// Households of the unit: recorded, else the sum over its children; -1 when nowhere recorded.
    std::int64_t down(UnitRef ref, std::uint8_t inherited, bool isTop) {
        const std::uint8_t own =
            m_scheme < m_snapshot.classes.size() ? m_snapshot.classOf(m_scheme, ref) : ClassColumn::kUnset;
        const std::uint8_t holds = own == ClassColumn::kUnset ? inherited : own;
        const auto children = m_children.of(ref);
        std::int64_t summed = -1;
        for (const UnitRef child : children) {
            const std::int64_t households = down(child, holds, false);
            if (households >= 0) summed = std::max<std::int64_t>(summed, 0) + households;
        }
        const std::int32_t recorded = m_snapshot.unit(ref).households;
        const std::int64_t households = recorded >= 0 ? recorded : summed;
        if (isTop) {
            summedAtTop = recorded < 0 && summed >= 0;
            return households;
        }
        if (++m_seen % 4096 == 0) m_progress.check();
        Dossier::Below& count = below[model::indexOf(ref.level)];
        count.level = ref.level;
        ++count.units;
        if (servedBy(m_snapshot, ref) != PartyTable::kNone) ++count.served;
        if (children.empty()) {
            Dossier::Share& share = shares[holds];
            share.classIndex = holds;
            ++share.units;
            share.households += std::max<std::int64_t>(households, 0);
            leafLevel = std::max(leafLevel, ref.level);
        }
        return households;
    }

    std::array<Dossier::Below, model::kLevelCount> below{};
    std::array<Dossier::Share, 256> shares{};
    Level leafLevel = Level::county;
    bool summedAtTop = false;

private:
    const model::Snapshot& m_snapshot;
    const model::Children& m_children;
    std::size_t m_scheme;
    const base::Progress& m_progress;
    std::size_t m_seen = 0;
};

bool isRelated(const model::Snapshot& snapshot, UnitRef record, UnitRef unit) {
    return snapshot.ancestor(record, unit.level) == unit || snapshot.ancestor(unit, record.level) == record;
}

std::vector<Dossier::Lying> recordsOf(const model::Snapshot& snapshot, UnitRef unit, const base::Progress& progress) {
    std::vector<Dossier::Lying> result;
    const geom::PolygonSet& shapes = snapshot.table(unit.level).shapes;
    for (std::size_t r = 0; r < snapshot.registers.size(); ++r) {
        progress.check();
        const auto& records = snapshot.registers[r]->records;
        const bool byUnit = snapshot.registers[r]->def.anchor == model::Anchor::unit;
        Dossier::Lying lying{r, {}};
        for (std::uint32_t i = 0; i < records.size(); ++i) {
            const model::Record& record = *records[i];
            // A record is surely inside a unit its own unit lies in; only below that geometry decides.
            const bool inside = record.unit.valid() && snapshot.ancestor(record.unit, unit.level) == unit;
            const bool meets = byUnit ? record.unit.valid() && isRelated(snapshot, record.unit, unit)
                                      : inside || overlaps(record.shape, shapes, unit.row);
            if (meets) lying.records.push_back(i);
        }
        if (!lying.records.empty()) result.push_back(std::move(lying));
    }
    return result;
}

std::vector<std::uint32_t> functionalCells(const model::Snapshot& snapshot, UnitRef unit) {
    std::vector<std::uint32_t> cells;
    const auto& orgs = snapshot.party->orgs;
    for (std::uint32_t i = 0; i < orgs.size(); ++i) {
        if (orgs[i].kind != model::PartyOrgKind::functional || !orgs[i].place) continue;
        if (geom::contains(snapshot.table(unit.level).shapes, unit.row, geom::snapToGrid(*orgs[i].place)))
            cells.push_back(i);
    }
    return cells;
}

}  // namespace

Dossier describe(const model::Snapshot& snapshot, const model::Children& children, UnitRef unit, std::size_t scheme,
                 const base::Progress& progress) {
    Dossier d;
    d.unit = unit;
    d.lineage = snapshot.lineage(unit);
    for (auto it = d.lineage.rbegin(); it != d.lineage.rend(); ++it)
        d.serving.push_back({*it, servedBy(snapshot, *it)});
    d.functional = functionalCells(snapshot, unit);

    if (scheme < snapshot.classes.size()) {
        for (auto it = d.lineage.rbegin(); it != d.lineage.rend() && !d.classFrom.valid(); ++it) {
            d.classIndex = snapshot.classOf(scheme, *it);
            if (d.classIndex != ClassColumn::kUnset) d.classFrom = *it;
        }
    }
    Walk walk(snapshot, children, scheme, progress);
    d.households = walk.down(unit, d.classIndex, true);
    d.householdsSummed = walk.summedAtTop;
    for (const auto& count : walk.below) {
        if (count.units > 0) d.below.push_back(count);
    }
    for (const auto& share : walk.shares) {
        if (share.units > 0) d.shares.push_back(share);
    }
    d.sharesLevel = walk.leafLevel;

    const geom::PolygonSet& shapes = snapshot.table(unit.level).shapes;
    if (shapes.hasShape(unit.row)) d.areaM2 = geodesy::area(shapes, unit.row);
    d.lying = recordsOf(snapshot, unit, progress);
    return d;
}

}  // namespace xiangtu::app
