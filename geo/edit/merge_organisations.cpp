// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/merge.h"

#include <set>
#include <string>
#include <unordered_map>
#include <utility>

namespace xiangtu::edit {

namespace {

using model::Fields;
using model::NewPartyOrg;
using model::PartyOrg;
using model::Value;

Change differenceOf(const model::Snapshot& snapshot, const PartyOrg& org, const NewPartyOrg& incoming) {
    Change change{"party_org", org.id.value, Fields{}, Fields{}};
    const auto differ = [&](const char* column, Value before, Value after) {
        if (before == after) return;
        change.before->emplace_back(column, std::move(before));
        change.after->emplace_back(column, std::move(after));
    };
    const model::UnitRef unit =
        incoming.serves.valid() ? snapshot.findUnit(incoming.level, incoming.serves) : model::UnitRef();
    if (unit.valid()) {
        differ("unit_id", org.serves.valid() ? Value(snapshot.unit(org.serves).id.value) : Value(),
               snapshot.unit(unit).id.value);
    }
    if (incoming.place && (!org.place || geom::snapToGrid(*org.place) != geom::snapToGrid(*incoming.place))) {
        differ("lon", org.place ? Value(org.place->lon) : Value(), incoming.place->lon);
        differ("lat", org.place ? Value(org.place->lat) : Value(), incoming.place->lat);
    }
    if (!incoming.chain.empty())
        differ("chain", org.chain.empty() ? Value() : Value(std::string(org.chain)), incoming.chain);
    return change;
}

}  // namespace

base::Result<Merge<NewPartyOrg>, Refusal> mergeOrganisations(const model::Snapshot& snapshot, const std::string& key,
                                                             std::vector<NewPartyOrg> orgs,
                                                             const PlanContext& context) {
    if (!key.empty() && key != "name") {
        return Refusal{RefusalReason::unknownField,
                       "organisations are known again by their name, not by \"" + key + "\"",
                       {},
                       {},
                       key};
    }
    std::unordered_map<std::string, std::vector<PartyOrg>> byName;
    for (const PartyOrg& org : snapshot.party->orgs) {
        if (!key.empty()) byName[std::string(org.name)].push_back(org);
    }
    Merge<NewPartyOrg> merge;
    merge.changed = {std::string(kImportTitle), context.author, context.at, {}, {}};
    std::set<std::string> seen;
    for (NewPartyOrg& incoming : orgs) {
        const auto found = byName.find(incoming.name);
        const bool again = !key.empty() && !seen.insert(incoming.name).second;
        if (again || (found != byName.end() && found->second.size() > 1)) {
            merge.report.add(Fate::refused,
                             {{},
                              incoming.name,
                              incoming.name,
                              again ? "the source has this name before" : "several organisations of the file have it"});
            continue;
        }
        if (found == byName.end()) {
            merge.report.add(Fate::inserted, {{}, incoming.name, incoming.name, {}});
            merge.coming.push_back(std::move(incoming));
            continue;
        }
        Change change = differenceOf(snapshot, found->second.front(), incoming);
        std::string fields;
        for (const auto& [column, value] : *change.after) {
            merge.report.changed(column);
            fields += (fields.empty() ? "" : ", ") + column;
        }
        const bool same = change.after->empty();
        merge.report.add(same ? Fate::unchanged : Fate::updated, {{}, incoming.name, incoming.name, fields});
        if (!same) merge.changed.changes.push_back(std::move(change));
    }
    for (const auto& [name, list] : byName) {
        if (!seen.contains(name)) merge.report.add(Fate::missing, {{}, name, name, {}});
    }
    return merge;
}

}  // namespace xiangtu::edit
