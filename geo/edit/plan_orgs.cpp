// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/plan_parts.h"
#include "edit/unit_rows.h"

#include <optional>
#include <string>
#include <utility>

namespace xiangtu::edit {

namespace {

using model::Fields;
using model::PartyOrg;
using model::UnitRef;
using model::Value;

std::optional<PartyOrg> findOrg(const model::Snapshot& snapshot, std::int64_t id) {
    return snapshot.party->orgs.find({id});
}

Refusal noSuchOrg(std::int64_t id) {
    return {RefusalReason::unknownOrganisation, "there is no organisation " + std::to_string(id), {}, {}};
}

/// The unit an organisation of that kind serves under that code: on its own level, a committee's county, too.
UnitRef servedUnit(const model::Snapshot& snapshot, model::PartyOrgKind kind, model::Code code) {
    const auto level = model::servedLevel(kind);
    if (!level) return {};
    const UnitRef ref = snapshot.findUnit(*level, code);
    if (ref.valid() || kind != model::PartyOrgKind::committee) return ref;
    return snapshot.findUnit(model::Level::county, code);
}

std::optional<Refusal> checkServed(const model::Snapshot& snapshot, model::PartyOrgKind kind,
                                   const std::optional<model::Code>& code) {
    if (!code || servedUnit(snapshot, kind, *code).valid()) return std::nullopt;
    const auto level = model::servedLevel(kind);
    const std::string what = level
                                 ? "there is no " + std::string(model::levelName(*level)) + " with code " + code->text()
                                 : "a functional organisation serves no unit";
    return Refusal{RefusalReason::unknownUnit, what, {*code}, placeOf(snapshot, snapshot.findUnit(*code)), "unit"};
}

std::string trimmedReason(const std::string& reason) { return isBlank(reason) ? std::string() : reason; }

Value unitIdOrNull(const model::Snapshot& snapshot, UnitRef ref) {
    return ref.valid() ? Value(snapshot.unit(ref).id.value) : Value();
}

}  // namespace

Plan planSetUp(const model::Snapshot& snapshot, const SetUpOrganisation& command, const PlanContext& context) {
    const auto day = unitDay(snapshot, command.day, context);
    if (const auto* refusal = std::get_if<Refusal>(&day)) return *refusal;
    if (isBlank(command.name)) {
        return Refusal{RefusalReason::nameMissing, "an organisation needs a name", {}, {}, "name"};
    }
    if (auto refusal = checkServed(snapshot, command.kind, command.serves)) return *refusal;
    const UnitRef serves = command.serves ? servedUnit(snapshot, command.kind, *command.serves) : UnitRef{};
    if (!serves.valid() && model::servedLevel(command.kind)) {
        return Refusal{RefusalReason::unitMissing, "please say which unit it serves", {}, {}, "unit"};
    }
    if (command.parent != 0 && !findOrg(snapshot, command.parent)) return noSuchOrg(command.parent);
    if (command.place && (!(command.place->lon >= -180 && command.place->lon <= 180) ||
                          !(command.place->lat >= -90 && command.place->lat <= 90))) {
        return Refusal{RefusalReason::badShape, "the place is not on the globe", {}, {}, "place"};
    }
    Fields row{{"name", command.name},
               {"kind", std::string(model::partyOrgKindName(command.kind))},
               {"unit_id", unitIdOrNull(snapshot, serves)},
               {"parent_id", idOrNull(command.parent)},
               {"established", std::get<base::Date>(day).iso()}};
    if (command.place) {
        row.emplace_back("lon", command.place->lon);
        row.emplace_back("lat", command.place->lat);
    }
    if (!command.chain.empty()) row.emplace_back("chain", command.chain);
    return ChangeSet{"set_up_organisation",
                     context.author,
                     context.at,
                     {{"party_org", context.nextOrg, std::nullopt, std::move(row)}},
                     trimmedReason(command.reason)};
}

Plan planRenameOrg(const model::Snapshot& snapshot, const RenameOrganisation& command, const PlanContext& context) {
    const auto day = unitDay(snapshot, "", context);
    if (const auto* refusal = std::get_if<Refusal>(&day)) return *refusal;
    const auto org = findOrg(snapshot, command.id);
    if (!org) return noSuchOrg(command.id);
    if (isBlank(command.name)) {
        return Refusal{RefusalReason::nameMissing, "an organisation needs a name", {}, {}, "name"};
    }
    if (org->name == command.name) {
        return Refusal{RefusalReason::nothingToDo, "the organisation has that name already", {}, {}};
    }
    return ChangeSet{
        "rename_organisation",
        context.author,
        context.at,
        {{"party_org", command.id, Fields{{"name", std::string(org->name)}}, Fields{{"name", command.name}}}},
        trimmedReason(command.reason)};
}

Plan planDissolve(const model::Snapshot& snapshot, const DissolveOrganisation& command, const PlanContext& context) {
    const auto day = unitDay(snapshot, command.day, context);
    if (const auto* refusal = std::get_if<Refusal>(&day)) return *refusal;
    const auto org = findOrg(snapshot, command.id);
    if (!org) return noSuchOrg(command.id);
    const base::Date last = std::get<base::Date>(day);
    if (last < org->established) {
        return Refusal{RefusalReason::badDate,
                       "the organisation was set up on " + org->established.iso() + ", after " + last.iso(),
                       {},
                       placeOf(snapshot, org->serves)};
    }
    ChangeSet set{"dissolve_organisation", context.author, context.at, {}, trimmedReason(command.reason)};
    for (const PartyOrg& below : snapshot.party->orgs) {
        if (below.parent != org->id) continue;
        set.changes.push_back({"party_org", below.id.value, Fields{{"parent_id", command.id}},
                               Fields{{"parent_id", idOrNull(org->parent.value)}}});
    }
    set.changes.push_back(
        {"party_org", command.id, Fields{{"dissolved", isoOrNull(org->dissolved)}}, Fields{{"dissolved", last.iso()}}});
    return set;
}

Plan planServe(const model::Snapshot& snapshot, const ServeUnit& command, const PlanContext& context) {
    const auto day = unitDay(snapshot, "", context);
    if (const auto* refusal = std::get_if<Refusal>(&day)) return *refusal;
    const auto org = findOrg(snapshot, command.id);
    if (!org) return noSuchOrg(command.id);
    if (auto refusal = checkServed(snapshot, org->kind, command.unit)) return *refusal;
    const UnitRef serves = command.unit ? servedUnit(snapshot, org->kind, *command.unit) : UnitRef{};
    if (serves == org->serves) {
        return Refusal{
            RefusalReason::nothingToDo, "the organisation serves that already", {}, placeOf(snapshot, org->serves)};
    }
    return ChangeSet{"serve_unit",
                     context.author,
                     context.at,
                     {{"party_org", command.id, Fields{{"unit_id", unitIdOrNull(snapshot, org->serves)}},
                       Fields{{"unit_id", unitIdOrNull(snapshot, serves)}}}},
                     trimmedReason(command.reason)};
}

}  // namespace xiangtu::edit
