// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/border_work.h"
#include "edit/unit_rows.h"
#include "geom/contains.h"

#include <map>
#include <set>
#include <string>
#include <utility>

namespace xiangtu::edit {

namespace {

using borders::Descent;
using borders::UnitChange;
using model::UnitRef;
using model::Value;

/// Where the land of the units that lost some went.
class Land {
public:
    explicit Land(const BorderWork& work) : m_work(work) {
        for (const Descent& descent : work.proposal.lineage) {
            if (descent.kind == Descent::Kind::recode) continue;
            const std::size_t from = work.before(descent.level, descent.from);
            const std::size_t to = work.after(descent.level, descent.to);
            if (from == BorderWork::kNone || to == BorderWork::kNone || !work.proposal.units[from].ref) continue;
            const UnitRef unit = *work.proposal.units[from].ref;
            m_heirs[unit].push_back(to);
            if (descent.kind == Descent::Kind::split) m_split.insert(unit);
        }
    }
    [[nodiscard]] bool lost(UnitRef unit) const { return unit.valid() && m_heirs.contains(unit); }

    /// Where something on `unit` stands afterwards, by its place; nothing = stays.
    struct Where {
        std::size_t unit = BorderWork::kNone;
        bool certain = true;
    };
    [[nodiscard]] Where of(UnitRef unit, const std::optional<geom::GeoPoint>& place) const {
        const std::vector<std::size_t>& heirs = m_heirs.at(unit);
        const std::size_t own = ownOf(unit);
        const bool gone = m_work.proposal.units[own].isGone();
        if (place) {
            const geom::GridPoint p = geom::snapToGrid(*place);
            for (const std::size_t heir : heirs) {
                if (geom::contains(m_work.proposal.units[heir].shapeAfter, p)) return {heir, true};
            }
        }
        // All of it went to one; otherwise the larger part is as good a guess as any.
        if (gone) return {heirs.front(), heirs.size() == 1};
        return {BorderWork::kNone, place.has_value() || !m_split.contains(unit)};
    }
    [[nodiscard]] std::size_t ownOf(UnitRef unit) const {
        return m_work.before(unit.level, m_work.snapshot.unit(unit).code);
    }

private:
    const BorderWork& m_work;
    std::map<UnitRef, std::vector<std::size_t>> m_heirs;
    std::set<UnitRef> m_split;
};

std::string reasonOf(const BorderWork& work, const std::string& otherwise) {
    return work.reason.find_first_not_of(" \t\r\n") == std::string::npos ? otherwise : work.reason;
}

/// A new unit has the classes of the one it was cut out of.
void inheritClasses(const BorderWork& work, ChangeSet& set) {
    std::int64_t id = work.context.nextClassRecord;
    for (std::size_t i = 0; i < work.proposal.units.size(); ++i) {
        if (!work.proposal.units[i].isNew()) continue;
        const std::size_t mother = work.motherOf(i);
        if (mother == BorderWork::kNone) continue;
        const UnitRef from = *work.proposal.units[mother].ref;
        const std::string because = "split from " + work.proposal.units[mother].codeBefore.text();
        for (std::size_t s = 0; s < work.snapshot.schemes->size(); ++s) {
            const model::Scheme& scheme = (*work.snapshot.schemes)[s];
            const std::uint8_t position = work.snapshot.classOf(s, from);
            if (position == model::ClassColumn::kUnset) continue;
            set.changes.push_back({"unit_class", id++, std::nullopt,
                                   model::Fields{{"unit_id", work.ids[i].value},
                                                 {"scheme_id", scheme.id.value},
                                                 {"class_code", scheme.classes[position].code},
                                                 {"valid_from", work.day.iso()},
                                                 {"reason", reasonOf(work, because)},
                                                 {"author", work.context.author},
                                                 {"at", work.context.at}}});
        }
    }
}

/// What is merged away had classes of its own: where they differ, a person should look.
void reviewClasses(const BorderWork& work, std::vector<Resettled>& review) {
    for (const Descent& descent : work.proposal.lineage) {
        if (descent.kind != Descent::Kind::merge) continue;
        const std::size_t from = work.before(descent.level, descent.from);
        const std::size_t into = work.after(descent.level, descent.to);
        if (from == BorderWork::kNone || into == BorderWork::kNone || !work.proposal.units[into].ref) continue;
        for (std::size_t s = 0; s < work.snapshot.schemes->size(); ++s) {
            const model::Scheme& scheme = (*work.snapshot.schemes)[s];
            const std::uint8_t was = work.snapshot.classOf(s, *work.proposal.units[from].ref);
            if (was == model::ClassColumn::kUnset || was == work.snapshot.classOf(s, *work.proposal.units[into].ref))
                continue;
            review.push_back({Resettled::What::unitClass,
                              {},
                              0,
                              scheme.key + " " + scheme.classes[was].code,
                              descent.level,
                              descent.from,
                              descent.to,
                              std::nullopt,
                              false});
        }
    }
}

/// Moves one row from unit to unit and says so; `table` has a column unit_id.
void moveRow(const BorderWork& work, const Land& land, const std::string& table, UnitRef unit, Resettled told,
             ChangeSet& set, std::vector<Resettled>& review) {
    const Land::Where where = land.of(unit, told.place);
    told.level = unit.level;
    told.from = work.snapshot.unit(unit).code;
    told.to = where.unit == BorderWork::kNone ? told.from : work.proposal.units[where.unit].codeAfter;
    told.certain = where.certain;
    const bool moves = where.unit != BorderWork::kNone;
    if (moves) {
        set.changes.push_back({table, told.id, model::Fields{{"unit_id", work.snapshot.unit(unit).id.value}},
                               model::Fields{{"unit_id", work.ids[where.unit].value}}});
    }
    if (moves || !where.certain) review.push_back(std::move(told));
}

}  // namespace

void resettle(const BorderWork& work, ChangeSet& set, std::vector<Resettled>& review) {
    inheritClasses(work, set);
    reviewClasses(work, review);
    const Land land(work);
    const auto& orgs = work.snapshot.party->orgs;
    for (std::size_t i = 0; i < orgs.size(); ++i) {
        const model::PartyOrg& org = orgs[i];
        if (!land.lost(org.serves)) continue;
        Resettled told{Resettled::What::organisation, {}, org.id.value, std::string(org.name), {}, {}, {}, org.place};
        moveRow(work, land, "party_org", org.serves, std::move(told), set, review);
    }
    for (const auto& table : work.snapshot.registers) {
        for (const auto& record : table->records) {
            if (!land.lost(record->unit)) continue;
            Resettled told{Resettled::What::record,        table->def.id, record->id, {}, {}, {}, {},
                           geom::firstPoint(record->shape)};
            moveRow(work, land, table->def.tableName(), record->unit, std::move(told), set, review);
        }
    }
}

}  // namespace xiangtu::edit
