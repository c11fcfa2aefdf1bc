// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/party.h"

namespace xiangtu::model {

namespace {

constexpr std::array<std::string_view, 6> kNames{"committee",   "general_branch",   "branch",
                                                 "party_group", "member_household", "functional"};

}  // namespace

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
