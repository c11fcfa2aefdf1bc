// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "model/level.h"
#include "model/scheme.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace xiangtu::style {

/// Fill patterns of overlay polygons (industry bases), told apart without colour.
enum class Pattern : std::uint8_t { none, solid, trees, denseTrees, net, rows, dots, waves, grain, crosses };
[[nodiscard]] std::string_view patternName(Pattern pattern) noexcept;
[[nodiscard]] std::optional<Pattern> parsePattern(std::string_view name) noexcept;

/// Border of one level. Widths in interface pixels, interpolated between two ground resolutions;
/// not drawn at all where one pixel covers more than `maxMetresPerPixel`.
struct BorderStyle {
    std::uint32_t colour = 0xFF000000;  ///< 0xAARRGGBB
    double widthFar = 1;   ///< at maxMetresPerPixel
    double widthNear = 1;  ///< at 1 m per pixel
    double maxMetresPerPixel = 1e9;
};

struct LabelStyle {
    std::uint32_t colour = 0xFF222222;
    std::uint32_t halo = 0xE0FFFFFF;
    double sizePx = 12;      ///< interface pixels
    double haloPx = 1.5;
    bool bold = false;
    double maxMetresPerPixel = 1e9;
    double minMetresPerPixel = 0;
    bool mustFit = true;     ///< only where the text fits inside the polygon
};

struct OverlayStyle {
    std::uint32_t colour = 0xFF888888;
    Pattern pattern = Pattern::solid;
};

struct MarkStyle {
    std::uint32_t colour = 0xFFCC2222;
    std::string shape = "star";  ///< star flag circle square diamond triangle
    double sizePx = 18;
};

/// How things look: plain values read from data/styles/*.style.json. No colour, width or text size
/// of the map is written anywhere else.
struct StyleSheet {
    std::string name;
    std::uint32_t background = 0xFFF4F2EC;
    std::uint32_t unclassed = 0xFFE6E4DE;  ///< a unit without class
    std::uint32_t served = 0xFF7FB77E;
    std::uint32_t hole = 0xFFE07A5F;
    std::uint32_t hatchColour = 0x60000000;
    std::uint32_t highlighted = 0xFFF2C14E;  ///< demonstration units
    std::uint32_t selection = 0xFF0B6BCB;
    double fillOpacity = 0.8;
    std::array<BorderStyle, model::kLevelCount> borders;
    std::array<LabelStyle, model::kLevelCount> labels;
    std::map<std::string, OverlayStyle, std::less<>> overlays;  ///< by symbol code (crop)
    std::map<std::string, MarkStyle, std::less<>> marks;        ///< by mark name
};

/// Reads `dir/NAME.style.json`; "import" names another sheet of the same folder that is read first.
/// Throws Error{Fault::format} with file, JSON pointer and reason.
[[nodiscard]] StyleSheet load(const std::filesystem::path& dir, const std::string& name);
/// The sheet as text, the same for equal sheets (goldens compare it).
[[nodiscard]] std::string dump(const StyleSheet& sheet);

}  // namespace xiangtu::style
