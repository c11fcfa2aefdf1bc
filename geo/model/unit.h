// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "base/strong_id.h"
#include "geom/polygon_set.h"
#include "model/code.h"
#include "model/level.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::model {

using UnitId = base::StrongId<struct UnitTag>;

/// What a unit is called in law or custom. `other` keeps imports of anything else loadable.
enum class UnitKind : std::uint8_t {
    county,
    district,  // 县 区
    town,
    rural,
    street,
    townLike,  // 镇 乡 街道 类似乡级
    village,
    community,
    villageLike,  // 村 社区 类似村级
    naturalVillage,
    villagerGroup,
    building,  // 自然村 小组 楼栋
    householdGrid,
    dedicatedGrid,  // 户网格 专属网格
    other,
};
/// Stable key for tables ("town", "household_grid", …) and its inverse.
[[nodiscard]] std::string_view unitKindName(UnitKind kind) noexcept;
[[nodiscard]] std::optional<UnitKind> parseUnitKind(std::string_view name) noexcept;
/// Kind by level and by the ending of the name (…镇 …乡 …街道 …社区 …), for imports.
[[nodiscard]] UnitKind guessUnitKind(Level level, std::string_view name) noexcept;

/// Place of a unit in a snapshot: level and row in that level's table. Valid in one snapshot only.
struct UnitRef {
    static constexpr std::uint32_t kNoRow = UINT32_MAX;
    Level level = Level::county;
    std::uint32_t row = kNoRow;

    [[nodiscard]] bool valid() const noexcept { return row != kNoRow; }
    auto operator<=>(const UnitRef&) const = default;
};

/// One governance unit, without its polygon.
struct Unit {
    UnitId id;
    Code code;
    std::string name;
    UnitKind kind = UnitKind::other;
    UnitRef parent;                ///< at any higher level (levels may be skipped); invalid at the top
    std::int32_t households = -1;  ///< -1 = not recorded
    base::Date from{};
    base::Date to = base::Date::open();
};

/// All units of one level valid on the snapshot's day, and their polygons: shapes feature i is the
/// polygon of units[i]. Sorted by code. A unit without polygon has a feature without rings.
struct LevelTable {
    Level level = Level::county;
    std::vector<Unit> units;
    geom::PolygonSet shapes;
};

}  // namespace xiangtu::model
