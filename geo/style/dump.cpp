// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/style_sheet.h"

#include <cstdio>

namespace xiangtu::style {

namespace {

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%g", value);
    return text;
}

std::string colour(std::uint32_t argb) {
    char text[16];
    std::snprintf(text, sizeof text, "#%08X", argb);
    return text;
}

}  // namespace

std::string dump(const StyleSheet& sheet) {
    std::string out = "sheet " + sheet.name + "\n";
    const auto line = [&](const std::string& key, const std::string& value) { out += key + " " + value + "\n"; };
    const auto labelLine = [&](const std::string& key, const LabelStyle& l) {
        line(key, colour(l.colour) + " halo " + colour(l.halo) + " " + number(l.haloPx) + " size " + number(l.sizePx) +
                      (l.bold ? " bold" : "") + " " + number(l.minMetresPerPixel) + ".." + number(l.maxMetresPerPixel) +
                      " m/px" + (l.mustFit ? " inside" : ""));
    };
    line("background", colour(sheet.background));
    line("unclassed", colour(sheet.unclassed));
    line("served", colour(sheet.served));
    line("hole", colour(sheet.hole));
    line("hatchColour", colour(sheet.hatchColour));
    line("highlighted", colour(sheet.highlighted));
    line("quiet", colour(sheet.quiet));
    line("markRim", colour(sheet.markRim));
    line("selection", colour(sheet.selection));
    line("fillOpacity", number(sheet.fillOpacity));
    line("recordLineWidth", number(sheet.recordLinePx));
    std::string ramp;
    for (const std::uint32_t stop : sheet.ramp) ramp += (ramp.empty() ? "" : " ") + colour(stop);
    line("ramp", ramp);
    for (const model::Level level : model::kLevels) {
        const BorderStyle& b = sheet.borders[model::indexOf(level)];
        line("border " + std::string(model::levelName(level)),
             colour(b.colour) + " " + number(b.widthFar) + ".." + number(b.widthNear) + " px to " +
                 number(b.maxMetresPerPixel) + " m/px from " + number(b.leastUnitPx) + " px a unit");
    }
    for (const model::Level level : model::kLevels) {
        labelLine("label " + std::string(model::levelName(level)), sheet.labels[model::indexOf(level)]);
    }
    labelLine("label record", sheet.recordLabel);
    for (const OverlayStyle& o : sheet.registers) {
        line("register", colour(o.colour) + " " + std::string(patternName(o.pattern)));
    }
    for (const auto& [name, o] : sheet.overlays) {
        line("overlay " + name, colour(o.colour) + " " + std::string(patternName(o.pattern)));
    }
    for (const auto& [name, m] : sheet.marks) {
        line("mark " + name, colour(m.colour) + " " + m.shape + " " + number(m.sizePx) + " to " +
                                 number(m.maxMetresPerPixel) + " m/px");
    }
    for (const auto& [name, argb] : sheet.links) line("link " + name, colour(argb));
    line("linkWidth", number(sheet.linkPx));
    line("badgeSize", number(sheet.badgePx));
    const FurnitureStyle& f = sheet.furniture;
    line("furniture", colour(f.panel) + " " + colour(f.ink) + " " + colour(f.quietInk) + " " + colour(f.rule) + " " +
                          colour(f.warning) + " " + number(f.titlePx) + " " + number(f.textPx) + " " +
                          number(f.smallPx));
    return out;
}

}  // namespace xiangtu::style
