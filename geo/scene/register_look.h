// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/drawn_registers.h"
#include "model/snapshot.h"
#include "scene/options.h"
#include "style/style_sheet.h"

#include <string>
#include <string_view>

namespace xiangtu::scene {

/// The register whose records the demonstration theme highlights.
using model::kDemonstrationRegister;
/// The register of the industry theme: its polygons look like their crop, not like their register.
inline constexpr std::string_view kIndustryRegister = "industry_base";

/// Whether the picture shows the register's records: as the options say, or else as the theme does.
[[nodiscard]] bool registerShown(const Options& options, std::string_view id) noexcept;
/// Whether tiles hold the register's shapes. More than are shown, so that a theme only recolours.
[[nodiscard]] bool registerInTiles(const Options& options, std::string_view id) noexcept;

/// What all records of a register have in common on the map.
struct RegisterLook {
    std::uint32_t colour = 0;  ///< 0xAARRGGBB
    style::Pattern pattern = style::Pattern::none;
    std::string glyph;  ///< first Chinese character of its title, for dots and badges
};
/// By the register's place in the snapshot: the same in every picture of a file, neighbours differ.
[[nodiscard]] RegisterLook registerLook(const style::StyleSheet& style, const model::Snapshot& snapshot,
                                        std::size_t registerIndex);

/// Symbol of a record: that of its symbol field's choice, or the choice itself, or "default".
[[nodiscard]] std::string recordSymbol(const model::RegisterDef& def, const model::Record& record);
/// What a record is called: its label field, of choices the Chinese name; may be empty.
[[nodiscard]] std::string recordLabel(const model::RegisterDef& def, const model::Record& record);

/// Look of a polygon or line: crops of the industry register as the sheet says, others the pattern of
/// their choice in the register's colour.
[[nodiscard]] style::OverlayStyle recordOverlay(const style::StyleSheet& style, const model::Snapshot& snapshot,
                                                std::size_t registerIndex, const model::Record& record);

}  // namespace xiangtu::scene
