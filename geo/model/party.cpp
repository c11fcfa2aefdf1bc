// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/party.h"

#include <algorithm>

namespace xiangtu::model {

namespace {

constexpr std::array<std::string_view, 6> kNames{"committee",   "general_branch",   "branch",
                                                 "party_group", "member_household", "functional"};

/// An organisation covers a unit of its own level; a county has its committee, too.
bool covers(const PartyOrg& org) noexcept {
    if (!org.serves.valid()) return false;
    if (org.kind == PartyOrgKind::committee && org.serves.level == Level::county) return true;
    return servedLevel(org.kind) == org.serves.level;
}

}  // namespace

void nameServing(PartyTable& party) {
    for (auto& level : party.servedBy) std::ranges::fill(level, PartyTable::kNone);
    for (std::uint32_t i = 0; i < party.orgs.size(); ++i) {
        const PartyOrg& org = party.orgs[i];
        if (!covers(org)) continue;
        std::uint32_t& place = party.servedBy[indexOf(org.serves.level)][org.serves.row];
        if (place == PartyTable::kNone || org.kind < party.orgs[place].kind) place = i;
    }
}

std::string_view partyOrgKindName(PartyOrgKind kind) noexcept { return kNames[std::size_t(kind)]; }

std::optional<PartyOrgKind> parsePartyOrgKind(std::string_view name) noexcept {
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (kNames[i] == name) return PartyOrgKind(i);
    }
    return std::nullopt;
}

std::optional<Level> servedLevel(PartyOrgKind kind) noexcept {
    switch (kind) {
    case PartyOrgKind::committee: return Level::township;
    case PartyOrgKind::generalBranch:
    case PartyOrgKind::branch: return Level::village;
    case PartyOrgKind::group: return Level::naturalVillage;
    case PartyOrgKind::memberHousehold: return Level::grid;
    case PartyOrgKind::functional: return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace xiangtu::model
