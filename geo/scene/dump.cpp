// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/dump.h"

#include <cstdio>
#include <map>

namespace xiangtu::scene {

namespace {

std::string format(const char* pattern, auto... values) {
    char text[128];
    std::snprintf(text, sizeof text, pattern, values...);
    return text;
}

std::string place(const View& view, geodesy::WorldPoint at) {
    const ScreenPoint p = view.toScreen(at);
    return format("(%.0f, %.0f)", p.x, p.y);
}

std::string codeOf(const model::Snapshot& snapshot, model::UnitRef ref) {
    return ref.valid() ? snapshot.unit(ref).code.text() : std::string("-");
}

}  // namespace

std::string dump(const Palette& palette) {
    std::string out = format("background #%08X hatch #%08X\n", palette.background, palette.hatchColour);
    std::map<std::pair<std::uint32_t, model::Hatch>, std::size_t> faces;
    for (std::uint32_t f = 0; f < palette.lookOf.size(); ++f) ++faces[{palette.colourOf(f), palette.hatchOf(f)}];
    for (const auto& [look, count] : faces) {
        out += format("faces %zu #%08X %s\n", count, look.first, std::string(model::hatchName(look.second)).c_str());
    }
    for (const model::Level level : model::kLevels) {
        out += "border " + std::string(model::levelName(level)) +
               format(" #%08X\n", palette.borderColour[model::indexOf(level)]);
    }
    for (std::size_t o = 0; o < palette.overlayColour.size(); ++o) {
        out += format("overlay %zu #%08X ", o, palette.overlayColour[o]) +
               std::string(style::patternName(palette.overlayPattern[o])) + "\n";
    }
    return out;
}

std::string dump(const Legend& legend) {
    std::string out = "legend " + legend.title.zh + " | " + legend.title.en + " counts " + legend.counted.zh + " | " +
                      legend.counted.en + "\n";
    for (const LegendEntry& e : legend.entries) {
        out += e.key + " " + e.title.zh + " | " + e.title.en + format(" #%08X", e.colour);
        if (e.hatch != model::Hatch::none) out += " hatch " + std::string(model::hatchName(e.hatch));
        if (e.pattern != style::Pattern::none) out += " pattern " + std::string(style::patternName(e.pattern));
        if (!e.symbol.empty()) out += " mark " + e.symbol + e.glyph;
        out += format(" count %lld", static_cast<long long>(e.count));
        if (e.total >= 0) out += format(" of %lld", static_cast<long long>(e.total));
        if (e.quantity >= 0) out += format(" mu %.1f", e.quantity);
        for (const auto& [sum, unit] : e.stated) out += format(" stated %g ", sum) + unit;
        out += e.shown ? "\n" : " off\n";
    }
    return out;
}

std::string dump(const std::vector<Label>& labels, const model::Snapshot& snapshot, const View& view) {
    std::string out;
    for (const Label& l : labels) {
        out += "label " + std::string(l.record ? "record" : model::levelName(l.styleLevel)) + " " +
               codeOf(snapshot, l.unit) + " " + l.text + " " + place(view, l.at) +
               format(" %.1f px %.0f x %.0f\n", l.textPx, l.widthPx, l.heightPx);
    }
    return out;
}

std::string dump(const std::vector<Mark>& marks, const model::Snapshot& snapshot, const View& view) {
    std::string out;
    for (const Mark& m : marks) {
        out += "mark " + m.symbol + " " + codeOf(snapshot, m.unit) + " " + place(view, m.at) +
               format(" %.0f px ", m.sizePx) + m.tip + (m.colour ? format(" #%08X ", m.colour) + m.glyph : "") + "\n";
    }
    return out;
}

}  // namespace xiangtu::scene
