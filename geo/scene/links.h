// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/snapshot.h"
#include "model/titles.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::scene {

/// What a link says; each has its colour in the sheet (StyleSheet::link) by its name.
enum class LinkKind : std::uint8_t { samePerson, countyLeader, townshipLeader, firstSecretary, otherRole, vacant };
inline constexpr std::size_t kLinkKindCount = 6;
/// "same_person", "county_leader", "township_leader", "first_secretary", "other_role", "vacant"
[[nodiscard]] std::string_view linkKindName(LinkKind kind) noexcept;
[[nodiscard]] const model::Titles& linkTitles(LinkKind kind) noexcept;

/// A line between two places. A vacant end is marked, not linked.
struct Link {
    geom::GeoPoint from;
    geom::GeoPoint to;
    model::UnitRef unit;  ///< the unit at `to`
    LinkKind kind = LinkKind::samePerson;
    std::string label;  ///< who, or what is missing
    bool operator==(const Link&) const = default;
};
using Links = std::vector<Link>;

/// The register that says who answers for which unit.
inline constexpr std::string_view kResponsibilityRegister = "responsibility";

/// Who answers for what, seen from one unit: to every other unit for which a person of this one
/// answers, too; of a township, to each of its villages by the role of the village's highest leader,
/// villages without any marked as vacant. Empty for units without polygon and files without register.
[[nodiscard]] Links responsibilityLinks(const model::Snapshot& snapshot, model::UnitRef unit);

}  // namespace xiangtu::scene
