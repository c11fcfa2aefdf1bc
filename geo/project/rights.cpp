// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/rights.h"

#include "edit/review_rows.h"
#include "project/territory.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace xiangtu::project {

namespace {

using edit::Change;
using edit::Refusal;
using edit::RefusalReason;
using model::Code;
using model::Deed;

using Rows = std::set<std::pair<std::string, std::int64_t>>;

/// Records of which a step comes or goes, by table and row.
Rows stepped(const edit::ChangeSet& set) {
    Rows rows;
    for (const Change& change : set.changes) {
        if (change.table != "record_step") continue;
        const model::Fields& fields = change.after ? *change.after : *change.before;
        const auto* id = std::get_if<std::string>(&model::field(fields, "register"));
        const auto* row = std::get_if<std::int64_t>(&model::field(fields, "record_id"));
        if (id && row) rows.emplace("reg_" + *id, *row);
    }
    return rows;
}

/// Rows of an import that stand in the log as one: as weighty as one of them.
Deed deedOfBatch(const Change& change) {
    const auto* table = std::get_if<std::string>(&model::field(change.after ? *change.after : *change.before, "table"));
    return table && (*table == "unit" || *table == "party_org") ? Deed::structure : Deed::record;
}

Deed deedOf(const Change& change, const Rows& moved) {
    if (change.table == "record_step") return Deed::moveMatter;
    if (change.table == "unit_class") return Deed::record;
    if (change.table == store::kBatchTable) return deedOfBatch(change);
    if (change.table.starts_with("reg_")) {
        const bool isMove = change.before && change.after && moved.contains({change.table, change.id});
        return isMove ? Deed::moveMatter : Deed::record;
    }
    if (change.table == edit::kReviewTable) return Deed::moveMatter;
    for (const char* table : {"unit", "unit_past", "unit_lineage", "party_org", "planned_edit", "meta",
                              "reference_layer", "reference_feature"}) {
        if (change.table == table) return Deed::structure;
    }
    return Deed::declare;
}

Refusal outsideRefusal(const model::Account& account, Outside outside) {
    std::string what;
    constexpr std::size_t kNamed = 5;
    for (std::size_t i = 0; i < std::min(kNamed, outside.units.size()); ++i) {
        what.append(what.empty() ? "" : ", ").append(outside.units[i].text());
    }
    if (outside.units.size() > kNamed)
        what.append(" and ").append(std::to_string(outside.units.size() - kNamed)) += " more";
    for (std::size_t i = 0; i < std::min(kNamed, outside.things.size()); ++i) {
        what.append(what.empty() ? "" : ", ").append(outside.things[i]);
    }
    return {RefusalReason::outsideScope,
            account.name + " may write below " + account.scope.text() + " only, not " + what,
            std::move(outside.units),
            {}};
}

/// Units on their way into the file, and from there up through those that are in it.
class ArrivingUnits {
public:
    ArrivingUnits(store::Reader& reader, const std::vector<model::NewUnit>& units) : m_reader(reader) {
        for (const model::NewUnit& unit : units) m_coming.emplace(unit.code, &unit);
    }
    /// Its own code and those above it.
    [[nodiscard]] const std::vector<Code>& chain(Code code, std::optional<model::Level> level) {
        const auto [known, isNew] = m_chains.try_emplace({code, level});
        std::vector<Code>& chain = known->second;
        if (!isNew) return chain;
        Code above = code;
        for (auto found = m_coming.find(above); above.valid() && found != m_coming.end();
             found = m_coming.find(above)) {
            chain.push_back(above);
            level.reset();
            if (found->second->parent == above || chain.size() > m_coming.size()) break;
            above = found->second->parent;
        }
        auto row = above.valid() ? m_reader.unitOfCode(above, level) : std::nullopt;
        for (std::size_t i = 0; row && row->stored() && i < model::kLevelCount; ++i) {
            const auto found = m_reader.unitRow(*row);
            if (!found) break;
            if (const auto own = Code::parse(found->code)) chain.push_back(*own);
            row = found->parent;
        }
        return chain;
    }

private:
    store::Reader& m_reader;
    std::map<Code, const model::NewUnit*> m_coming;
    std::map<std::pair<Code, std::optional<model::Level>>, std::vector<Code>> m_chains;
};

}  // namespace

Deed deedOf(const edit::ChangeSet& set) {
    const Rows moved = stepped(set);
    Deed most = Deed::moveMatter;
    for (const Change& change : set.changes) most = std::max(most, deedOf(change, moved));
    return most;
}

Refusal notByRole(const model::Account& account) {
    return {RefusalReason::notAllowed,
            account.name + " is a " + std::string(model::roleName(account.role)) + ": that role may not do this",
            {},
            {}};
}

std::optional<Refusal> outsideOf(const model::Account& account, store::Reader& reader, const edit::ChangeSet& set) {
    Outside outside = Territory(reader, set).outside(account.scope);
    if (!outside.any()) return std::nullopt;
    return outsideRefusal(account, std::move(outside));
}

std::optional<Refusal> outsideOf(const model::Account& account, store::Reader& reader,
                                 const store::Arrivals& arrivals) {
    if (account.scope.whole) return std::nullopt;
    ArrivingUnits units(reader, arrivals.units);
    Outside outside;
    const auto look = [&](Code code, std::optional<model::Level> level) {
        if (account.scope.covers(units.chain(code, level))) return;
        if (std::ranges::find(outside.units, code) == outside.units.end()) outside.units.push_back(code);
    };
    const auto lookAtOwner = [&](Code unit, model::Level level, const std::string& what) {
        if (unit.valid()) return look(unit, level);
        if (std::ranges::find(outside.things, what) == outside.things.end()) outside.things.push_back(what);
    };
    for (const model::NewUnit& unit : arrivals.units) look(unit.code, std::nullopt);
    for (const model::NewPartyOrg& org : arrivals.orgs) {
        const bool own = org.serves.valid();
        lookAtOwner(own ? org.serves : org.parentServes, org.level, "organisation " + org.name);
    }
    for (const model::NewRecord& record : arrivals.records)
        lookAtOwner(record.unit, record.level, record.registerId + " records of no unit");
    if (!outside.any()) return std::nullopt;
    return outsideRefusal(account, std::move(outside));
}

bool isOwnPin(const model::Account& account, const edit::ChangeSet& set) {
    return std::ranges::all_of(set.changes, [&](const Change& change) {
        return change.table == "account" && change.id == account.id.value && change.before && change.after &&
               change.after->size() == 1 && change.after->front().first == "pin";
    });
}

}  // namespace xiangtu::project
