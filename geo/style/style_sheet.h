// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/level.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::style {

/// Fill patterns of overlay polygons (industry bases), told apart without colour.
enum class Pattern : std::uint8_t {
    none,
    solid,
    trees,
    denseTrees,
    net,
    rows,
    dots,
    waves,
    grain,
    crosses,
    rings,
    dashes,
    pluses,
    chevrons,
    squares,
    leaves,
    bars,
    sparse,
};
inline constexpr std::size_t kPatternCount = 18;
[[nodiscard]] std::string_view patternName(Pattern pattern) noexcept;
[[nodiscard]] std::optional<Pattern> parsePattern(std::string_view name) noexcept;

/// Border of one level. Widths in interface pixels, interpolated between two ground resolutions;
/// not drawn at all where one pixel covers more than `maxMetresPerPixel`, nor where the units it parts are
/// smaller than `leastUnitPx` on average: there lines would hide the colours they part.
struct BorderStyle {
    std::uint32_t colour = 0xFF000000;  ///< 0xAARRGGBB
    double widthFar = 1;                ///< at maxMetresPerPixel
    double widthNear = 1;               ///< at 1 m per pixel
    double maxMetresPerPixel = 1e9;
    double leastUnitPx = 0;  ///< side of a square as large as a unit, interface pixels

    /// Width in interface pixels at a ground resolution; linear in the logarithm of the scale.
    [[nodiscard]] double widthAt(double metresPerPixel) const noexcept;
    bool operator==(const BorderStyle&) const = default;
};

struct LabelStyle {
    std::uint32_t colour = 0xFF222222;
    std::uint32_t halo = 0xE0FFFFFF;
    double sizePx = 12;  ///< interface pixels
    double haloPx = 1.5;
    bool bold = false;
    double maxMetresPerPixel = 1e9;
    double minMetresPerPixel = 0;
    bool mustFit = true;  ///< only where the text fits inside the polygon
    bool operator==(const LabelStyle&) const = default;
};

struct OverlayStyle {
    std::uint32_t colour = 0xFF888888;
    Pattern pattern = Pattern::solid;
    bool operator==(const OverlayStyle&) const = default;
};

struct MarkStyle {
    std::uint32_t colour = 0xFFCC2222;
    std::string shape = "star";  ///< star flag circle square diamond triangle sprout house factory scales
    double sizePx = 18;
    double maxMetresPerPixel = 1e9;  ///< not shown where one pixel covers more
    bool operator==(const MarkStyle&) const = default;
};

/// What stands around the map on paper: title, legend, scale bar, north arrow, footer.
struct FurnitureStyle {
    std::uint32_t panel = 0xF2FFFFFF;  ///< behind the legend
    std::uint32_t ink = 0xFF2B2A27;
    std::uint32_t quietInk = 0xFF6E6B64;
    std::uint32_t rule = 0xFFB9B3A5;     ///< frames and separating lines
    std::uint32_t warning = 0xFFA33B2E;  ///< 示例数据
    double titlePx = 26;
    double textPx = 13;
    double smallPx = 11;
    bool operator==(const FurnitureStyle&) const = default;
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
    std::uint32_t quiet = 0xFFF1EEE6;        ///< fill of units a theme does not speak about
    std::uint32_t markRim = 0xEBFFFFFF;      ///< lifts marks off any fill
    std::uint32_t selection = 0xFF0B6BCB;
    double fillOpacity = 0.8;
    double recordLinePx = 2.6;        ///< lines of registers (routes), interface pixels
    std::vector<std::uint32_t> ramp;  ///< classes of figures, weak to strong; told apart by lightness alone
    std::array<BorderStyle, model::kLevelCount> borders;
    std::array<LabelStyle, model::kLevelCount> labels;
    LabelStyle recordLabel;                                     ///< names of records, below their mark
    std::vector<OverlayStyle> registers;                        ///< registers in turn; see scene::registerLook
    std::map<std::string, OverlayStyle, std::less<>> overlays;  ///< by symbol code (crop); "default" always there
    std::map<std::string, MarkStyle, std::less<>> marks;        ///< by mark name; "default" always there
    std::map<std::string, std::uint32_t, std::less<>> links;    ///< lines between units, by scene::linkKindName
    double linkPx = 1.6;
    double badgePx = 17;  ///< dots with a character
    FurnitureStyle furniture;

    /// The style of a symbol, "default" where the sheet does not know it.
    [[nodiscard]] const OverlayStyle& overlay(std::string_view symbol) const noexcept;
    [[nodiscard]] const MarkStyle& mark(std::string_view name) const noexcept;
    [[nodiscard]] std::uint32_t link(std::string_view name) const noexcept;  ///< the selection's where unknown
    /// A colour of the ramp, 0 = its weak, 1 = its strong end; between its stops mixed. Grey without a ramp.
    [[nodiscard]] std::uint32_t rampAt(double along) const noexcept;
    bool operator==(const StyleSheet&) const = default;
};

/// Reads `dir/NAME.style.json`; "import" names another sheet of the same folder that is read first.
/// Throws Error{Fault::format} with file, JSON pointer and reason; unknown members are errors.
[[nodiscard]] StyleSheet load(const std::filesystem::path& dir, const std::string& name);
/// The sheet as text, the same for equal sheets (goldens compare it).
[[nodiscard]] std::string dump(const StyleSheet& sheet);

}  // namespace xiangtu::style
