// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/border_work.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace xiangtu::edit {

namespace {

using borders::Descent;
using borders::UnitChange;
using model::LandPolicy;

/// What the children of a unit have more or less afterwards.
struct Below {
    std::int64_t difference = 0;
    bool counted = false;  ///< a child with households came, went or changed
    bool none = false;     ///< one came, went or changed that is written down as having none
};

std::int32_t householdsBefore(const BorderWork& work, const UnitChange& change) {
    return change.ref ? work.snapshot.unit(*change.ref).households : -1;
}

/// EditBorders::policies may say otherwise.
LandPolicy policyOf(const BorderWork& work, LandPolicy otherwise) { return *work.policy("households", otherwise); }

/// Units cut out of `mother`, each with its share by area; the rest stays with the mother.
void shareByArea(BorderWork& work, std::size_t mother) {
    const UnitChange& from = work.proposal.units[mother];
    const std::int32_t all = householdsBefore(work, from);
    std::int32_t left = all;
    for (std::size_t i = 0; i < work.proposal.units.size(); ++i) {
        const UnitChange& piece = work.proposal.units[i];
        if (!piece.isNew() || work.motherOf(i) != mother) continue;
        if (all < 0 || from.areaBefore <= 0) continue;
        const auto share = std::int32_t(std::lround(double(all) * piece.areaAfter / from.areaBefore));
        work.households[i] = policyOf(work, LandPolicy::area) == LandPolicy::keep ? 0 : std::clamp(share, 0, left);
        left -= work.households[i];
    }
    work.households[mother] = left;
}

void addMerged(BorderWork& work) {
    for (const Descent& descent : work.proposal.lineage) {
        if (descent.kind != Descent::Kind::merge) continue;
        const std::size_t from = work.before(descent.level, descent.from);
        const std::size_t into = work.after(descent.level, descent.to);
        if (from == BorderWork::kNone || into == BorderWork::kNone) continue;
        if (policyOf(work, LandPolicy::sum) == LandPolicy::keep) continue;
        const std::int32_t more = householdsBefore(work, work.proposal.units[from]);
        if (more < 0) continue;
        work.households[into] = std::max(work.households[into], 0) + more;
    }
}

void countBelow(const BorderWork& work, std::size_t unit, std::unordered_map<model::UnitId, Below>& below) {
    const UnitChange& change = work.proposal.units[unit];
    const auto parent = [&](const borders::UnitName& name, bool after) -> model::UnitId {
        if (!name.code.valid()) return {};
        const std::size_t at = after ? work.after(name.level, name.code) : work.before(name.level, name.code);
        return at == BorderWork::kNone ? model::UnitId{} : work.ids[at];
    };
    const std::int32_t had = householdsBefore(work, change);
    const std::int32_t has = change.isGone() ? -1 : work.households[unit];
    const auto count = [&](Below& unit, std::int32_t households, int sign) {
        unit.difference += sign * households;
        (households > 0 ? unit.counted : unit.none) = true;
    };
    if (had >= 0) count(below[parent(change.parentBefore, false)], had, -1);
    if (has >= 0) count(below[parent(change.parentAfter, true)], has, 1);
}

/// A new unit whose children have none has no share by area either, where households are kept by child.
bool keptByChild(const BorderWork& work, std::size_t mother) {
    if (mother == BorderWork::kNone) return false;
    const model::UnitRef ref = *work.proposal.units[mother].ref;
    for (std::size_t l = indexOf(ref.level) + 1; l < model::kLevelCount; ++l) {
        const auto& units = work.snapshot.table(model::kLevels[l]).units;
        const auto is = [&](const model::Unit& unit) { return unit.parent == ref && unit.households > 0; };
        if (std::ranges::any_of(units, is)) return true;
    }
    return false;
}

}  // namespace

void shareHouseholds(BorderWork& work) {
    const auto& units = work.proposal.units;
    for (const UnitChange& change : units) work.households.push_back(householdsBefore(work, change));
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (units[i].isNew()) continue;
        for (std::size_t j = 0; j < units.size(); ++j) {
            if (units[j].isNew() && work.motherOf(j) == i) {
                shareByArea(work, i);
                break;
            }
        }
    }
    addMerged(work);
    // Smallest units first: the larger have what is below them.
    std::unordered_map<model::UnitId, Below> below;
    for (std::size_t i = units.size(); i-- > 0;) {
        const auto found = units[i].isGone() ? below.end() : below.find(work.ids[i]);
        const bool follows = found != below.end() &&
                             (found->second.counted || (units[i].isNew() && keptByChild(work, work.motherOf(i))));
        if (follows) {
            const std::int32_t had = householdsBefore(work, units[i]);
            if (units[i].isNew() || had >= 0) {
                const std::int64_t has = std::max(had, 0) + found->second.difference;
                work.households[i] = std::int32_t(std::clamp<std::int64_t>(has, 0, INT32_MAX));
            }
        }
        countBelow(work, i, below);
    }
}

void reviewHouseholds(const BorderWork& work, std::vector<Resettled>& review) {
    if (policyOf(work, LandPolicy::keep) != LandPolicy::ask) return;
    for (std::size_t i = 0; i < work.proposal.units.size(); ++i) {
        const UnitChange& unit = work.proposal.units[i];
        if (unit.isGone() || work.households[i] == householdsBefore(work, unit)) continue;
        const model::Code from = unit.isNew() ? unit.codeAfter : unit.codeBefore;
        review.push_back({Resettled::What::households,
                          {},
                          work.ids[i].value,
                          std::to_string(work.households[i]),
                          unit.level,
                          from,
                          unit.codeAfter,
                          std::nullopt,
                          false});
    }
}

}  // namespace xiangtu::edit
