// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/style_sheet.h"

#include <algorithm>
#include <cmath>

namespace xiangtu::style {

namespace {

constexpr std::array<std::string_view, kPatternCount> kPatternNames{
    "none",    "solid", "trees",  "dense_trees", "net",      "rows",    "dots",   "waves", "grain",
    "crosses", "rings", "dashes", "pluses",      "chevrons", "squares", "leaves", "bars",  "sparse"};

template <class Map>
const typename Map::mapped_type& lookUp(const Map& map, std::string_view key) noexcept {
    static const typename Map::mapped_type kUnknown{};
    if (const auto found = map.find(key); found != map.end()) return found->second;
    const auto fallback = map.find(std::string_view("default"));
    return fallback != map.end() ? fallback->second : kUnknown;
}

}  // namespace

std::string_view patternName(Pattern pattern) noexcept { return kPatternNames[std::size_t(pattern)]; }

std::optional<Pattern> parsePattern(std::string_view name) noexcept {
    const auto found = std::ranges::find(kPatternNames, name);
    if (found == kPatternNames.end()) return std::nullopt;
    return Pattern(found - kPatternNames.begin());
}

double BorderStyle::widthAt(double metresPerPixel) const noexcept {
    const double range = std::log(std::max(maxMetresPerPixel, 1.001));
    const double near = std::clamp(1 - std::log(std::max(metresPerPixel, 1e-3)) / range, 0.0, 1.0);
    return widthFar + (widthNear - widthFar) * near;
}

const OverlayStyle& StyleSheet::overlay(std::string_view symbol) const noexcept { return lookUp(overlays, symbol); }
const MarkStyle& StyleSheet::mark(std::string_view markName) const noexcept { return lookUp(marks, markName); }

std::uint32_t StyleSheet::link(std::string_view linkName) const noexcept {
    const auto found = links.find(linkName);
    return found == links.end() ? selection : found->second;
}

std::uint32_t StyleSheet::rampAt(double along) const noexcept {
    if (ramp.empty()) return unclassed;
    const double place = std::clamp(along, 0.0, 1.0) * double(ramp.size() - 1);
    const auto stop = std::min(std::size_t(place), ramp.size() - 1);
    const std::uint32_t a = ramp[stop], b = ramp[std::min(stop + 1, ramp.size() - 1)];
    std::uint32_t mixed = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        const double from = (a >> shift) & 255, to = (b >> shift) & 255;
        mixed |= std::uint32_t(std::lround(from + (to - from) * (place - double(stop)))) << shift;
    }
    return mixed;
}

}  // namespace xiangtu::style
