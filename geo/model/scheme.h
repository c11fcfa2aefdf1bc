// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/strong_id.h"
#include "model/titles.h"
#include "model/unit.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::model {

using SchemeId = base::StrongId<struct SchemeTag>;

/// theme and attribute are nominal (no order, no roll-up); risk and progress are ordinal.
enum class SchemeKind : std::uint8_t { theme, risk, progress, attribute };
[[nodiscard]] std::string_view schemeKindName(SchemeKind kind) noexcept;
[[nodiscard]] std::optional<SchemeKind> parseSchemeKind(std::string_view name) noexcept;
[[nodiscard]] constexpr bool isOrdinal(SchemeKind kind) noexcept {
    return kind == SchemeKind::risk || kind == SchemeKind::progress;
}

/// Second channel beside colour, for print and colour-blind reading.
enum class Hatch : std::uint8_t { none, diagonal, backDiagonal, crossed, dots, horizontal, vertical };
[[nodiscard]] std::string_view hatchName(Hatch hatch) noexcept;
[[nodiscard]] std::optional<Hatch> parseHatch(std::string_view name) noexcept;

struct SchemeClass {
    std::string code;       ///< stable inside the scheme, e.g. "red"
    Titles name;            ///< 红 / Red
    Titles meaning;         ///< 重点 / Key
    std::uint32_t rgb = 0;  ///< 0xRRGGBB
    Hatch hatch = Hatch::none;
    int order = 0;  ///< ordinal schemes: larger = more serious (risk) or further behind (progress)
};

/// 五色网格: at most 254 classes, usually five. Nothing about a colour's meaning is fixed in code.
struct Scheme {
    SchemeId id;
    std::string key;  ///< "risk5", "progress5", "theme5", or the county's own
    Titles name;
    SchemeKind kind = SchemeKind::theme;
    std::vector<SchemeClass> classes;
};

/// Class of every unit in one scheme on the snapshot's day.
struct ClassColumn {
    static constexpr std::uint8_t kUnset = 255;
    /// Per level and row: position in Scheme::classes, or kUnset.
    std::array<std::vector<std::uint8_t>, kLevelCount> classOf;
};

}  // namespace xiangtu::model
