// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/unit.h"

#include <array>
#include <utility>

namespace xiangtu::model {

namespace {

constexpr std::array<std::pair<UnitKind, std::string_view>, 15> kKindNames{{
    {UnitKind::county, "county"},
    {UnitKind::district, "district"},
    {UnitKind::town, "town"},
    {UnitKind::rural, "rural_township"},
    {UnitKind::street, "street"},
    {UnitKind::townLike, "township_like"},
    {UnitKind::village, "village"},
    {UnitKind::community, "community"},
    {UnitKind::villageLike, "village_like"},
    {UnitKind::naturalVillage, "natural_village"},
    {UnitKind::villagerGroup, "villager_group"},
    {UnitKind::building, "building"},
    {UnitKind::householdGrid, "household_grid"},
    {UnitKind::dedicatedGrid, "dedicated_grid"},
    {UnitKind::other, "other"},
}};

}  // namespace

std::string_view unitKindName(UnitKind kind) noexcept {
    for (const auto& [k, name] : kKindNames) {
        if (k == kind) return name;
    }
    return "other";
}

std::optional<UnitKind> parseUnitKind(std::string_view name) noexcept {
    for (const auto& [k, n] : kKindNames) {
        if (n == name) return k;
    }
    return std::nullopt;
}

UnitKind guessUnitKind(Level level, std::string_view name) noexcept {
    switch (level) {
    case Level::county: return name.ends_with("区") ? UnitKind::district : UnitKind::county;
    case Level::township:
        if (name.ends_with("镇")) return UnitKind::town;
        if (name.ends_with("乡")) return UnitKind::rural;
        if (name.ends_with("街道") || name.ends_with("街道办事处")) return UnitKind::street;
        return UnitKind::townLike;
    case Level::village:
        if (name.ends_with("社区") || name.ends_with("居委会") || name.ends_with("社区居民委员会"))
            return UnitKind::community;
        if (name.ends_with("村") || name.ends_with("村委会") || name.ends_with("村民委员会")) return UnitKind::village;
        return UnitKind::villageLike;
    case Level::naturalVillage:
        if (name.ends_with("组")) return UnitKind::villagerGroup;
        if (name.ends_with("栋") || name.ends_with("幢")) return UnitKind::building;
        return UnitKind::naturalVillage;
    case Level::grid: return UnitKind::householdGrid;
    }
    return UnitKind::other;
}

}  // namespace xiangtu::model
