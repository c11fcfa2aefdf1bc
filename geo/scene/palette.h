// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scheme.h"
#include "model/snapshot.h"
#include "scene/geometry.h"
#include "scene/options.h"
#include "scene/register_look.h"
#include "style/style_sheet.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xiangtu::scene {

/// How a face is filled.
struct FaceLook {
    std::uint32_t colour = 0;
    model::Hatch hatch = model::Hatch::none;
    bool operator==(const FaceLook&) const = default;
};

/// Colours of the picture, apart from its geometry: recolouring a tile needs only this and the tile.
/// Colours are 0xAARRGGBB, not premultiplied; alpha 0 = not drawn. An opaque background makes opaque
/// tiles, alpha 0 leaves the map's outside transparent. A picture has few looks and may have a million
/// faces: one byte a face.
struct Palette {
    std::vector<std::uint8_t> lookOf;  ///< per face number: which of the looks
    std::array<FaceLook, 256> looks{};
    std::array<std::uint32_t, model::kLevelCount> borderColour{};
    std::vector<std::uint32_t> overlayColour;  ///< per number of RecordShapes; alpha 0 = not shown
    std::vector<style::Pattern> overlayPattern;
    std::uint32_t hatchColour = 0;
    std::uint32_t background = 0;

    [[nodiscard]] std::uint32_t colourOf(std::uint32_t face) const noexcept { return looks[lookOf[face]].colour; }
    [[nodiscard]] model::Hatch hatchOf(std::uint32_t face) const noexcept { return looks[lookOf[face]].hatch; }
};

/// Faces that look different in two palettes of the same faces. Nothing when anything else differs, too, or
/// when they are more than `most`. One comparison of memory where nothing differs.
[[nodiscard]] std::optional<std::vector<std::uint32_t>> changedFaces(const Palette& before, const Palette& now,
                                                                     std::size_t most);

/// One line of the legend: what a colour means and how many units carry it.
struct LegendEntry {
    std::string key;  ///< class code, crop code, "served" / "hole", …
    model::Titles title;
    std::uint32_t colour = 0;
    model::Hatch hatch = model::Hatch::none;
    style::Pattern pattern = style::Pattern::none;
    std::string symbol;  ///< mark name; empty = none
    std::string glyph;   ///< character on the mark; a mark with one has `colour` instead of the sheet's
    std::int64_t count = 0;
    std::int64_t total = -1;  ///< what `count` is a share of (roll-up lines); -1 = no share
    double quantity = -1;     ///< measured area in mu of bases; -1 = none
    /// What the records themselves state, summed per unit of measure: "2000 亩", "35 万棒".
    std::vector<std::pair<double, std::string>> stated;
    bool shown = true;
};

struct Legend {
    model::Titles title;
    model::Titles counted;  ///< what `count` counts: 户网格, 自然村, 示范村 …
    std::vector<LegendEntry> entries;
};

/// Colours of the classes, opaque: the theme's own, or the sheet's ramp from its weak to its strong end
/// (turned where fewer is better).
[[nodiscard]] std::vector<std::uint32_t> figureColours(const FigureTheme& figures, const style::StyleSheet& style);

/// 县 镇街 村 自然村 户网格, as counted in legends.
[[nodiscard]] const model::Titles& levelTitles(model::Level level) noexcept;

/// The smallest level that has any unit; nothing in an empty file.
[[nodiscard]] std::optional<model::Level> finestLevel(const model::Snapshot& snapshot) noexcept;

/// Which level the Party coverage theme judges at this scale (or the one chosen in the options).
[[nodiscard]] model::Level coverageLevel(const Options& options, double metresPerPixel,
                                         const model::Snapshot& snapshot) noexcept;

/// Pure; one pass over the bytes of the faces. `metresPerPixel` matters for the coverage theme only.
[[nodiscard]] Palette buildPalette(const Geometry& geometry, const model::Snapshot& snapshot,
                                   const style::StyleSheet& style, const Options& options, double metresPerPixel);
[[nodiscard]] Legend buildLegend(const Geometry& geometry, const model::Snapshot& snapshot,
                                 const style::StyleSheet& style, const Options& options, double metresPerPixel);

}  // namespace xiangtu::scene
