// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/palette.h"

#include "scene/themes.h"

#include <algorithm>

namespace xiangtu::scene {

namespace {

std::uint32_t withOpacity(std::uint32_t argb, double opacity) noexcept {
    const double alpha = double(argb >> 24) * std::clamp(opacity, 0.0, 1.0);
    return (argb & 0x00FFFFFFu) | std::uint32_t(alpha + 0.5) << 24;
}

void fillFiveColour(Palette& palette, const Geometry& geometry, const model::Snapshot& snapshot,
                    const style::StyleSheet& style, const Options& options) {
    if (options.scheme >= snapshot.schemes->size()) return;
    const auto& classes = (*snapshot.schemes)[options.scheme].classes;
    const std::vector<std::uint8_t> classOf = effectiveClasses(geometry, snapshot, options.scheme);
    if (options.hatching) palette.faceHatch.assign(classOf.size(), model::Hatch::none);
    for (std::size_t face = 0; face < classOf.size(); ++face) {
        const std::uint8_t c = classOf[face];
        if (c >= classes.size() || !options.classShown[c]) continue;
        palette.faceColour[face] = withOpacity(0xFF000000u | classes[c].rgb, style.fillOpacity);
        if (options.hatching) palette.faceHatch[face] = classes[c].hatch;
    }
}

void fillCoverage(Palette& palette, const Geometry& geometry, const model::Snapshot& snapshot,
                  const style::StyleSheet& style, const Options& options, double metresPerPixel) {
    const model::Level level = coverageLevel(options, metresPerPixel, snapshot);
    const std::vector<Served> served = servedFaces(geometry, snapshot, level);
    if (options.hatching) palette.faceHatch.assign(served.size(), model::Hatch::none);
    for (std::size_t face = 0; face < served.size(); ++face) {
        if (served[face] == Served::unknown) continue;
        const bool hole = served[face] == Served::no;
        palette.faceColour[face] = withOpacity(hole ? style.hole : style.served, style.fillOpacity);
        if (options.hatching && hole) palette.faceHatch[face] = model::Hatch::diagonal;
    }
}

void fillDemonstration(Palette& palette, const Geometry& geometry, const model::Snapshot& snapshot,
                       const style::StyleSheet& style, const Options& options) {
    const std::vector<std::uint8_t> chosen = demonstrationFaces(geometry, snapshot);
    if (options.hatching) palette.faceHatch.assign(chosen.size(), model::Hatch::none);
    for (std::size_t face = 0; face < chosen.size(); ++face) {
        if (!chosen[face]) continue;
        palette.faceColour[face] = withOpacity(style.highlighted, style.fillOpacity);
        if (options.hatching) palette.faceHatch[face] = model::Hatch::dots;
    }
}

void fillFigures(Palette& palette, const Geometry& geometry, const model::Snapshot& snapshot,
                 const style::StyleSheet& style, const Options& options) {
    if (!options.figures) return;
    const std::vector<std::uint8_t> classOf = figureFaces(geometry, snapshot, *options.figures);
    const std::vector<std::uint32_t> colours = figureColours(*options.figures, style);
    if (options.hatching) palette.faceHatch.assign(classOf.size(), model::Hatch::none);
    for (std::size_t face = 0; face < classOf.size(); ++face) {
        const bool known = classOf[face] < colours.size();
        if (known) palette.faceColour[face] = withOpacity(colours[classOf[face]], style.fillOpacity);
        // Light to dark reads without colour; what has no figure must not look like a class.
        if (options.hatching && !known) palette.faceHatch[face] = model::Hatch::diagonal;
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
    palette.faceColour.assign(geometry.faces().count(),
                              withOpacity(speaksOfAll ? style.unclassed : style.quiet, style.fillOpacity));
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

}  // namespace xiangtu::scene
