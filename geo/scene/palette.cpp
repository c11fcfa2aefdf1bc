// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/palette.h"

#include "scene/themes.h"

#include <algorithm>
#include <cstring>

namespace xiangtu::scene {

namespace {

std::uint32_t withOpacity(std::uint32_t argb, double opacity) noexcept {
    const double alpha = double(argb >> 24) * std::clamp(opacity, 0.0, 1.0);
    return (argb & 0x00FFFFFFu) | std::uint32_t(alpha + 0.5) << 24;
}

/// The theme's looks; what a class or value has none for keeps the one there is.
void fillFiveColour(Palette& palette, const Geometry& geometry, const model::Snapshot& snapshot,
                    const style::StyleSheet& style, const Options& options) {
    if (options.scheme >= snapshot.schemes->size()) return;
    const auto& classes = (*snapshot.schemes)[options.scheme].classes;
    palette.lookOf = effectiveClasses(geometry, snapshot, options.scheme);
    for (std::size_t c = 0; c < std::min<std::size_t>(classes.size(), model::ClassColumn::kUnset); ++c) {
        if (!options.classShown[c]) continue;
        palette.looks[c].colour = withOpacity(0xFF000000u | classes[c].rgb, style.fillOpacity);
        if (options.hatching) palette.looks[c].hatch = classes[c].hatch;
    }
}

void fillCoverage(Palette& palette, const Geometry& geometry, const model::Snapshot& snapshot,
                  const style::StyleSheet& style, const Options& options, double metresPerPixel) {
    const model::Level level = coverageLevel(options, metresPerPixel, snapshot);
    const std::vector<Served> served = servedFaces(geometry, snapshot, level);
    std::ranges::transform(served, palette.lookOf.begin(), [](Served s) { return std::uint8_t(s); });
    FaceLook& yes = palette.looks[std::size_t(Served::yes)];
    FaceLook& hole = palette.looks[std::size_t(Served::no)];
    yes.colour = withOpacity(style.served, style.fillOpacity);
    hole.colour = withOpacity(style.hole, style.fillOpacity);
    if (options.hatching) hole.hatch = model::Hatch::diagonal;
}

void fillDemonstration(Palette& palette, const Geometry& geometry, const model::Snapshot& snapshot,
                       const style::StyleSheet& style, const Options& options) {
    palette.lookOf = demonstrationFaces(geometry, snapshot);
    palette.looks[1].colour = withOpacity(style.highlighted, style.fillOpacity);
    if (options.hatching) palette.looks[1].hatch = model::Hatch::dots;
}

void fillFigures(Palette& palette, const Geometry& geometry, const model::Snapshot& snapshot,
                 const style::StyleSheet& style, const Options& options) {
    if (!options.figures) return;
    palette.lookOf = figureFaces(geometry, snapshot, *options.figures);
    const std::vector<std::uint32_t> colours = figureColours(*options.figures, style);
    for (std::size_t c = 0; c < palette.looks.size(); ++c) {
        const bool known = c < colours.size();
        if (known) palette.looks[c].colour = withOpacity(colours[c], style.fillOpacity);
        // Light to dark reads without colour; what has no figure must not look like a class.
        if (options.hatching && !known) palette.looks[c].hatch = model::Hatch::diagonal;
    }
}

/// Bases stand out in their own theme and stay hints in the others.
double overlayStrength(Theme theme) noexcept {
    return theme == Theme::industry ? 1.0 : theme == Theme::fiveColour ? 0.55 : 0.3;
}

void fillOverlays(Palette& palette, const Geometry& geometry, const model::Snapshot& snapshot,
                  const style::StyleSheet& style, const Options& options) {
    // Registers asked for by name are what the reader wants to see.
    const double strength = options.registersShown ? 1 : overlayStrength(options.theme);
    const auto& items = geometry.records().items();
    palette.overlayColour.assign(items.size(), 0);
    palette.overlayPattern.assign(items.size(), style::Pattern::none);
    for (std::size_t n = 0; n < items.size(); ++n) {
        const auto& [registerIndex, record, mu] = items[n];
        if (!record || !registerShown(options, snapshot.registers[registerIndex]->def.id)) continue;
        const style::OverlayStyle look = recordOverlay(style, snapshot, registerIndex, *record);
        palette.overlayColour[n] = withOpacity(look.colour, strength);
        palette.overlayPattern[n] = look.pattern;
    }
}

}  // namespace

std::vector<std::uint32_t> figureColours(const FigureTheme& figures, const style::StyleSheet& style) {
    const std::size_t classes = figures.classes();
    std::vector<std::uint32_t> colours;
    for (std::size_t c = 0; c < classes; ++c) {
        const double along = classes > 1 ? double(c) / double(classes - 1) : 0.5;
        const bool own = c < figures.rgb.size();
        const std::uint32_t colour =
            own ? figures.rgb[c] : style.rampAt(figures.direction == model::Direction::down ? 1 - along : along);
        colours.push_back(0xFF000000u | colour);
    }
    return colours;
}

Palette buildPalette(const Geometry& geometry, const model::Snapshot& snapshot, const style::StyleSheet& style,
                     const Options& options, double metresPerPixel) {
    Palette palette;
    palette.background = style.background;
    palette.hatchColour = style.hatchColour;
    for (std::size_t l = 0; l < model::kLevelCount; ++l) palette.borderColour[l] = style.borders[l].colour;
    const bool speaksOfAll = options.theme != Theme::demonstration && options.theme != Theme::industry;
    palette.lookOf.assign(geometry.faces().count(), 0);
    palette.looks.fill({withOpacity(speaksOfAll ? style.unclassed : style.quiet, style.fillOpacity)});
    switch (options.theme) {
    case Theme::fiveColour: fillFiveColour(palette, geometry, snapshot, style, options); break;
    case Theme::partyCoverage: fillCoverage(palette, geometry, snapshot, style, options, metresPerPixel); break;
    case Theme::demonstration: fillDemonstration(palette, geometry, snapshot, style, options); break;
    case Theme::industry: break;
    case Theme::indicator: fillFigures(palette, geometry, snapshot, style, options); break;
    }
    fillOverlays(palette, geometry, snapshot, style, options);
    return palette;
}

std::optional<std::vector<std::uint32_t>> changedFaces(const Palette& before, const Palette& now, std::size_t most) {
    if (before.lookOf.size() != now.lookOf.size() || before.looks != now.looks ||
        before.borderColour != now.borderColour || before.overlayColour != now.overlayColour ||
        before.overlayPattern != now.overlayPattern || before.hatchColour != now.hatchColour ||
        before.background != now.background) {
        return std::nullopt;
    }
    std::vector<std::uint32_t> faces;
    constexpr std::size_t kBlock = 4096;
    for (std::size_t begin = 0; begin < now.lookOf.size(); begin += kBlock) {
        const std::size_t end = std::min(now.lookOf.size(), begin + kBlock);
        if (std::memcmp(&before.lookOf[begin], &now.lookOf[begin], end - begin) == 0) continue;
        for (std::size_t face = begin; face < end; ++face) {
            if (before.looks[before.lookOf[face]] == now.looks[now.lookOf[face]]) continue;
            if (faces.size() == most) return std::nullopt;
            faces.push_back(std::uint32_t(face));
        }
    }
    return faces;
}

}  // namespace xiangtu::scene
