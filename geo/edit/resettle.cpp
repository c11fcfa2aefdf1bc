// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/border_work.h"
#include "edit/unit_rows.h"
#include "geom/contains.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

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
        // A vertex that moves takes land along, too, and nobody is named as its heir.
        const auto& units = work.proposal.units;
        for (std::size_t i = 0; i < units.size(); ++i) {
            if (units[i].ref && units[i].reshaped) m_lost[*units[i].ref].own = i;
        }
        for (const Descent& descent : work.proposal.lineage) {
            if (descent.kind == Descent::Kind::recode) continue;
            const std::size_t from = work.before(descent.level, descent.from);
            const std::size_t to = work.after(descent.level, descent.to);
            if (from == BorderWork::kNone || to == BorderWork::kNone || !units[from].ref) continue;
            Lost& lost = m_lost[*units[from].ref];
            lost.own = from;
            lost.heirs.push_back(to);
            lost.split |= descent.kind == Descent::Kind::split;
        }
    }
    [[nodiscard]] bool lost(UnitRef unit) const { return unit.valid() && m_lost.contains(unit); }

    /// Where something on `unit` stands afterwards, by its place; nothing = stays.
    struct Where {
        std::size_t unit = BorderWork::kNone;
        bool certain = true;
    };
    [[nodiscard]] Where of(UnitRef unit, const std::optional<geom::GeoPoint>& place) const {
        const Lost& lost = m_lost.at(unit);
        if (place) {
            const std::size_t there = unitAt(unit, lost, geom::snapToGrid(*place));
            if (there == lost.own) return {};
            if (there != BorderWork::kNone) return {there, true};
        }
        // All of it went to one; otherwise the larger part is as good a guess as any.
        if (m_work.proposal.units[lost.own].isGone()) return {lost.heirs.front(), lost.heirs.size() == 1};
        return {BorderWork::kNone, place.has_value() || !lost.split};
    }

private:
    struct Lost {
        std::size_t own = BorderWork::kNone;
        std::vector<std::size_t> heirs;
        bool split = false;
    };

    [[nodiscard]] std::size_t unitAt(UnitRef unit, const Lost& lost, geom::GridPoint p) const {
        const auto& units = m_work.proposal.units;
        const auto has = [&](std::size_t i) { return geom::contains(units[i].shapeAfter, p); };
        if (has(lost.own)) return lost.own;
        const auto heir = std::ranges::find_if(lost.heirs, has);
        if (heir != lost.heirs.end()) return *heir;
        // What never lay in its unit is not led away from it by a border that moved elsewhere.
        if (!geom::contains(units[lost.own].shapeBefore, p)) return BorderWork::kNone;
        for (std::size_t i = 0; i < units.size(); ++i) {
            if (units[i].level == unit.level && units[i].reshaped && has(i)) return i;
        }
        return BorderWork::kNone;
    }

    const BorderWork& m_work;
    std::map<UnitRef, Lost> m_lost;
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
    reviewHouseholds(work, review);
    const RecordIds divided = divideRecords(work, set, review);
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
            if (!land.lost(record->unit) || divided.contains({table->def.id, record->id})) continue;
            Resettled told{Resettled::What::record,        table->def.id, record->id, {}, {}, {}, {},
                           geom::firstPoint(record->shape)};
            moveRow(work, land, table->def.tableName(), record->unit, std::move(told), set, review);
        }
    }
}

}  // namespace xiangtu::edit
