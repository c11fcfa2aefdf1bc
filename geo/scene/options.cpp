// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/options.h"

#include <algorithm>

namespace xiangtu::scene {

namespace {
constexpr std::array<std::string_view, kThemeCount> kThemeNames{"five_colour", "party_coverage", "demonstration",
                                                                "industry", "indicator"};
constexpr std::array<std::string_view, kLayerCount> kLayerNames{"fill", "borders", "bases", "marks", "labels"};
}  // namespace

std::string_view themeName(Theme theme) noexcept { return kThemeNames[std::size_t(theme)]; }

std::optional<Theme> parseTheme(std::string_view name) noexcept {
    const auto found = std::ranges::find(kThemeNames, name);
    if (found == kThemeNames.end()) return std::nullopt;
    return Theme(found - kThemeNames.begin());
}

std::string_view layerName(Layer layer) noexcept { return kLayerNames[std::size_t(layer)]; }

std::optional<Layer> parseLayer(std::string_view name) noexcept {
    const auto found = std::ranges::find(kLayerNames, name);
    if (found == kLayerNames.end()) return std::nullopt;
    return Layer(found - kLayerNames.begin());
}

}  // namespace xiangtu::scene
