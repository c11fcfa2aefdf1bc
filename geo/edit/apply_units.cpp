// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/apply_units.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace xiangtu::edit {

namespace {

using model::kLevelCount;
using model::kLevels;
using model::Level;
using model::LevelTable;
using model::Snapshot;
using model::UnitId;
using model::UnitRef;

using RefById = std::unordered_map<UnitId, UnitRef>;

/// Where units of these ids are: one pass over the tables.
RefById refsOf(const Snapshot& snapshot, RefById wanted) {
    for (const Level level : kLevels) {
        const auto& units = snapshot.table(level).units;
        for (std::uint32_t row = 0; row < units.size(); ++row) {
            const auto it = wanted.find(units[row].id);
            if (it != wanted.end()) it->second = {level, row};
        }
    }
    return wanted;
}

/// What becomes of one level: rows put out, states put in, and where each old row is afterwards.
struct LevelEdit {
    std::vector<std::uint32_t> out;         ///< old rows, ascending
    std::vector<const UnitNow::State*> in;  ///< by code
    std::vector<std::uint32_t> rowAfter;    ///< per old row; empty = rows stay as they are

    [[nodiscard]] std::uint32_t after(std::uint32_t row) const noexcept {
        return rowAfter.empty() || row == UnitRef::kNoRow ? row : rowAfter[row];
    }
};
using LevelEdits = std::array<LevelEdit, kLevelCount>;

/// The level's table with the rows of `edit` put out and in; fills rowAfter when rows move. What lies between
/// two changes is copied in one piece.
std::shared_ptr<LevelTable> rebuilt(const LevelTable& old, LevelEdit& edit) {
    auto table = std::make_shared<LevelTable>();
    table->level = old.level;
    table->units.reserve(old.units.size() + edit.in.size());
    table->shapes.reserve(old.units.size() + edit.in.size(), old.shapes.pointCount());
    std::vector<std::uint32_t> rowAfter(old.units.size(), UnitRef::kNoRow);
    bool moved = false;
    std::uint32_t at = 0;
    const auto copyUpTo = [&](std::uint32_t end) {
        if (at == end) return;
        const auto here = std::uint32_t(table->units.size());
        moved |= here != at;
        std::iota(rowAfter.begin() + at, rowAfter.begin() + end, here);
        table->units.insert(table->units.end(), old.units.begin() + at, old.units.begin() + end);
        table->shapes.addRange(old.shapes, at, end);
        at = end;
    };
    auto out = edit.out.begin();
    const auto putOutBelow = [&](std::uint32_t row) {
        for (; out != edit.out.end() && *out < row; ++out) {
            copyUpTo(*out);
            at = *out + 1;
        }
    };
    for (const UnitNow::State* state : edit.in) {
        const auto before = std::ranges::lower_bound(old.units, state->unit.code, {}, &model::Unit::code);
        const auto row = std::uint32_t(before - old.units.begin());
        putOutBelow(row);
        copyUpTo(std::max(at, row));
        table->units.push_back(state->unit);
        table->shapes.add(state->shape);
    }
    const auto end = std::uint32_t(old.units.size());
    putOutBelow(end);
    copyUpTo(end);
    // A unit that only looks different is put out and in at the same place.
    for (const std::uint32_t row : edit.out) {
        const auto same = std::ranges::lower_bound(table->units, old.units[row].code, {}, &model::Unit::code);
        if (same != table->units.end() && same->id == old.units[row].id) {
            rowAfter[row] = std::uint32_t(same - table->units.begin());
            moved |= rowAfter[row] != row;
        } else {
            // Under another code, or gone.
            const auto here = std::ranges::find(table->units, old.units[row].id, &model::Unit::id);
            if (here != table->units.end()) rowAfter[row] = std::uint32_t(here - table->units.begin());
            moved = true;
        }
    }
    if (moved || table->units.size() != old.units.size()) edit.rowAfter = std::move(rowAfter);
    return table;
}

UnitRef followed(const LevelEdits& edits, UnitRef ref) noexcept {
    if (!ref.valid()) return ref;
    const std::uint32_t row = edits[indexOf(ref.level)].after(ref.row);
    return row == UnitRef::kNoRow ? UnitRef{} : UnitRef{ref.level, row};
}

using Tables = std::array<std::shared_ptr<LevelTable>, kLevelCount>;

/// Parents of rows that stayed follow where rows of the parents' levels moved.
void followParents(const LevelEdits& edits, const Snapshot& snapshot, Tables& tables) {
    for (const Level level : kLevels) {
        const auto& before = snapshot.table(level).units;
        for (std::uint32_t row = 0; row < before.size(); ++row) {
            const UnitRef parent = followed(edits, before[row].parent);
            if (parent == before[row].parent) continue;
            const std::uint32_t here = edits[indexOf(level)].after(row);
            if (here == UnitRef::kNoRow) continue;
            auto& table = tables[indexOf(level)];
            if (!table) table = std::make_shared<LevelTable>(snapshot.table(level));
            table->units[here].parent = parent;
        }
    }
}

void moveClasses(const LevelEdits& edits, Snapshot& next) {
    for (auto& column : next.classes) {
        auto moved = std::make_shared<model::ClassColumn>(*column);
        for (const Level level : kLevels) {
            const auto& rowAfter = edits[indexOf(level)].rowAfter;
            if (rowAfter.empty()) continue;
            const auto& old = column->classOf[indexOf(level)];
            auto& fresh = moved->classOf[indexOf(level)];
            fresh.assign(next.table(level).units.size(), model::ClassColumn::kUnset);
            for (std::size_t row = 0; row < old.size(); ++row) {
                if (rowAfter[row] != UnitRef::kNoRow) fresh[rowAfter[row]] = old[row];
            }
        }
        column = std::move(moved);
    }
}

void moveRecords(const LevelEdits& edits, Snapshot& next) {
    for (auto& table : next.registers) {
        std::shared_ptr<model::RegisterTable> copy;
        for (std::size_t i = 0; i < table->records.size(); ++i) {
            const model::Record& record = *table->records[i];
            const UnitRef unit = followed(edits, record.unit);
            if (unit == record.unit) continue;
            if (!copy) copy = std::make_shared<model::RegisterTable>(*table);
            auto moved = std::make_shared<model::Record>(record);
            moved->unit = unit;
            copy->records[i] = std::move(moved);
        }
        if (copy) table = std::move(copy);
    }
}

/// Organisations of `next` with those that came, changed or went.
void applyOrgs(const LevelEdits& edits, const Now& now, const RefById& refs, Snapshot& next) {
    auto party = std::make_shared<model::PartyTable>();
    std::map<model::PartyOrgId, const OrgNow*> changes;
    for (const OrgNow& change : now.orgs) changes[change.id] = &change;
    const auto put = [&](const OrgNow& change) {
        if (!change.org) return;
        model::PartyOrg org = *change.org;
        org.name = change.name;
        org.chain = change.chain;
        const auto unit = refs.find(change.serves);
        org.serves = unit == refs.end() ? UnitRef{} : unit->second;
        party->orgs.add(org);
    };
    auto change = changes.begin();
    for (model::PartyOrg org : next.party->orgs) {
        for (; change != changes.end() && change->first < org.id; ++change) put(*change->second);
        if (change != changes.end() && change->first == org.id) {
            put(*change++->second);
            continue;
        }
        org.serves = followed(edits, org.serves);
        party->orgs.add(org);
    }
    for (; change != changes.end(); ++change) put(*change->second);
    for (const Level level : kLevels) {
        party->servedBy[indexOf(level)].assign(next.table(level).units.size(), model::PartyTable::kNone);
    }
    model::nameServing(*party);
    next.party = std::move(party);
}

LevelEdits editsOf(const Now& now, const RefById& before) {
    LevelEdits edits;
    for (const UnitNow& unit : now.units) {
        const UnitRef ref = before.at(unit.id);
        if (ref.valid()) edits[indexOf(ref.level)].out.push_back(ref.row);
        if (unit.state) edits[indexOf(unit.state->level)].in.push_back(&*unit.state);
    }
    for (LevelEdit& edit : edits) {
        std::ranges::sort(edit.out);
        std::ranges::sort(edit.in, {}, [](const UnitNow::State* state) { return state->unit.code; });
    }
    return edits;
}

}  // namespace

void applyUnits(const Snapshot& snapshot, const Now& now, Snapshot& next, std::vector<UnitRef>* touched) {
    RefById wanted;
    for (const UnitNow& unit : now.units) wanted[unit.id];
    for (const OrgNow& org : now.orgs) {
        if (org.serves.stored()) wanted[org.serves];
    }
    LevelEdits edits;
    Tables tables;
    if (!now.units.empty()) {
        edits = editsOf(now, refsOf(snapshot, wanted));
        for (const Level level : kLevels) {
            LevelEdit& edit = edits[indexOf(level)];
            if (!edit.out.empty() || !edit.in.empty()) tables[indexOf(level)] = rebuilt(snapshot.table(level), edit);
        }
        followParents(edits, snapshot, tables);
        for (const Level level : kLevels) {
            if (tables[indexOf(level)]) next.levels[indexOf(level)] = tables[indexOf(level)];
        }
        for (const UnitNow& unit : now.units) {
            if (unit.state && unit.state->parent.stored()) wanted[unit.state->parent];
        }
    }
    const RefById after = refsOf(next, wanted);
    if (!now.units.empty()) {
        for (const UnitNow& unit : now.units) {
            if (!unit.state) continue;
            const UnitRef ref = after.at(unit.id);
            const UnitRef parent = unit.state->parent.stored() ? after.at(unit.state->parent) : UnitRef{};
            // The table was made above, for this very change: nobody else holds it yet.
            tables[indexOf(ref.level)]->units[ref.row].parent =
                parent.valid() && parent.level < ref.level ? parent : UnitRef{};
            if (touched) touched->push_back(ref);
        }
        const bool moved = std::ranges::any_of(edits, [](const LevelEdit& edit) { return !edit.rowAfter.empty(); });
        if (moved) {
            moveClasses(edits, next);
            moveRecords(edits, next);
        }
        if (moved || !now.orgs.empty()) applyOrgs(edits, now, after, next);
    } else {
        applyOrgs(edits, now, after, next);
    }
    if (!touched) return;
    for (const OrgNow& org : now.orgs) {
        const auto unit = after.find(org.serves);
        if (unit != after.end() && unit->second.valid()) touched->push_back(unit->second);
        const auto old = snapshot.party->orgs.find(org.id);
        const UnitRef before = old ? followed(edits, old->serves) : UnitRef{};
        if (before.valid()) touched->push_back(before);
    }
}

}  // namespace xiangtu::edit
