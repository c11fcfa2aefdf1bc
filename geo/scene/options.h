// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/level.h"
#include "scene/figure_theme.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace xiangtu::scene {

/// The theme presets: 五色 党建覆盖 示范村 产业 指标.
enum class Theme : std::uint8_t { fiveColour, partyCoverage, demonstration, industry, indicator };
inline constexpr std::size_t kThemeCount = 5;
/// "five_colour", "party_coverage", "demonstration", "industry", "indicator"
[[nodiscard]] std::string_view themeName(Theme theme) noexcept;
[[nodiscard]] std::optional<Theme> parseTheme(std::string_view name) noexcept;

enum class Layer : std::uint8_t { fill, borders, bases, marks, labels };
inline constexpr std::size_t kLayerCount = 5;
[[nodiscard]] std::string_view layerName(Layer layer) noexcept;  ///< "fill", "borders", "bases", "marks", "labels"
[[nodiscard]] std::optional<Layer> parseLayer(std::string_view name) noexcept;

enum class Appearance : std::uint8_t { light, dark };

struct LayerState {
    bool visible = true;
    double opacity = 1;
};

/// Everything the user can switch about the picture. A change of theme, scheme, figures, classes, opacity,
/// hatching or appearance recolours; only pixelRatio, border visibility and registers with lines or
/// polygons draw tiles anew.
struct Options {
    Theme theme = Theme::fiveColour;
    std::size_t scheme = 0;  ///< position in Snapshot::schemes
    std::array<bool, 256> classShown = [] {
        std::array<bool, 256> a{};
        a.fill(true);
        return a;
    }();
    std::array<LayerState, kLayerCount> layers{};
    std::array<bool, model::kLevelCount> borderShown{true, true, true, true, true};
    std::array<Layer, kLayerCount> order{Layer::fill, Layer::bases, Layer::borders, Layer::marks,
                                         Layer::labels};  ///< bottom first
    std::optional<model::Level> coverageLevel;            ///< Party coverage: nothing = the level fitting the scale
    std::shared_ptr<const FigureTheme> figures;           ///< what Theme::indicator shows; null = nothing
    /// Ids of the registers whose records are drawn; nothing = those that belong to the theme.
    std::optional<std::set<std::string, std::less<>>> registersShown;
    bool hatching = false;
    Appearance appearance = Appearance::light;
    double textScale = 1;   ///< elder mode enlarges labels
    double pixelRatio = 1;  ///< device pixels per interface pixel
};

}  // namespace xiangtu::scene
