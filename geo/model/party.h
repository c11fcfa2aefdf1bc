// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "base/strong_id.h"
#include "geom/grid_point.h"
#include "model/unit.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace xiangtu::model {

using PartyOrgId = base::StrongId<struct PartyOrgTag>;

/// Kinds of Party organisation. The first five serve units; `functional` cells follow an industry
/// chain, market or park and are not tied to territory.
enum class PartyOrgKind : std::uint8_t {
    committee,        // 党委 (镇街; county committee too)
    generalBranch,    // 党总支
    branch,           // 党支部
    group,            // 党小组
    memberHousehold,  // 党员中心户
    functional,       // 功能型党组织
};
[[nodiscard]] std::string_view partyOrgKindName(PartyOrgKind kind) noexcept;
[[nodiscard]] std::optional<PartyOrgKind> parsePartyOrgKind(std::string_view name) noexcept;
/// The level an organisation of that kind serves; nothing for functional cells. A committee serves a
/// township (or the county when its unit is one).
[[nodiscard]] std::optional<Level> servedLevel(PartyOrgKind kind) noexcept;

/// One organisation of a PartyOrgs, where its texts lie.
struct PartyOrg {
    PartyOrgId id;
    std::string_view name;
    PartyOrgKind kind = PartyOrgKind::branch;
    UnitRef serves;                       ///< invalid for functional cells
    PartyOrgId parent;                    ///< organisation above; not stored() = none
    std::optional<geom::GeoPoint> place;  ///< where it meets, if known
    std::string_view chain;               ///< functional cells: the chain, market or park
    base::Date established{};
    base::Date dissolved = base::Date::open();
};

}  // namespace xiangtu::model
