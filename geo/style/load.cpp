// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "style/style_sheet.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace xiangtu::style {

namespace {

using base::JsonCursor;
namespace fs = std::filesystem;

// Sheets are small and imports shallow; more than this is a circle.
constexpr int kMaxImports = 4;

void read(const JsonCursor& json, std::uint32_t& colour) {
    const std::string text = json.text();
    std::uint32_t value = 0;
    const char* end = text.data() + text.size();
    const bool shaped = text.size() == 7 || text.size() == 9;
    if (!shaped || text[0] != '#' || std::from_chars(text.data() + 1, end, value, 16).ptr != end) {
        json.fail("must be a colour #RRGGBB or #AARRGGBB");
    }
    colour = text.size() == 7 ? 0xFF000000u | value : value;
}
void read(const JsonCursor& json, double& number) {
    number = json.number();
    if (!std::isfinite(number) || number < 0) json.fail("must be zero or more");
}
void read(const JsonCursor& json, bool& flag) { flag = json.flag(); }
void read(const JsonCursor& json, std::string& text) { text = json.text(); }
void read(const JsonCursor& json, Pattern& pattern) {
    const auto parsed = parsePattern(json.text());
    if (!parsed) json.fail("no such pattern \"" + json.text() + "\"");
    pattern = *parsed;
}

void read(const JsonCursor& json, BorderStyle& s);
void read(const JsonCursor& json, LabelStyle& s);
void read(const JsonCursor& json, OverlayStyle& s);
void read(const JsonCursor& json, MarkStyle& s);
void read(const JsonCursor& json, FurnitureStyle& s);

/// A list replaces the one of an imported sheet.
template <class T>
void read(const JsonCursor& json, std::vector<T>& list) {
    if (json.size() == 0) json.fail("must have an item");
    list.assign(json.size(), T{});
    for (std::size_t i = 0; i < list.size(); ++i) read(json.at(i), list[i]);
}

/// Assigns members by name and complains about any that nobody asked for.
class Members {
public:
    explicit Members(const JsonCursor& json) : m_json(json) {
        if (!json.node().is_object()) json.fail("must be an object");
    }
    template <class T>
    Members& take(const char* name, T& target) {
        m_known.push_back(name);
        if (m_json.has(name)) read(m_json.at(name), target);
        return *this;
    }
    template <class F>
    Members& object(const char* name, F&& body) {
        m_known.push_back(name);
        if (m_json.has(name)) body(m_json.at(name));
        return *this;
    }
    void done() const {
        for (const auto& item : m_json.node().items()) {
            if (std::ranges::find(m_known, item.key()) == m_known.end()) m_json.at(item.key()).fail("unknown member");
        }
    }

private:
    const JsonCursor& m_json;
    std::vector<std::string> m_known;
};

void read(const JsonCursor& json, BorderStyle& s) {
    Members(json)
        .take("colour", s.colour)
        .take("widthFar", s.widthFar)
        .take("widthNear", s.widthNear)
        .take("maxMetresPerPixel", s.maxMetresPerPixel)
        .take("leastUnitPx", s.leastUnitPx)
        .done();
}
void read(const JsonCursor& json, LabelStyle& s) {
    Members(json)
        .take("colour", s.colour)
        .take("halo", s.halo)
        .take("size", s.sizePx)
        .take("haloWidth", s.haloPx)
        .take("bold", s.bold)
        .take("maxMetresPerPixel", s.maxMetresPerPixel)
        .take("minMetresPerPixel", s.minMetresPerPixel)
        .take("mustFit", s.mustFit)
        .done();
}
void read(const JsonCursor& json, OverlayStyle& s) {
    Members(json).take("colour", s.colour).take("pattern", s.pattern).done();
}
void read(const JsonCursor& json, MarkStyle& s) {
    Members(json)
        .take("colour", s.colour)
        .take("shape", s.shape)
        .take("size", s.sizePx)
        .take("maxMetresPerPixel", s.maxMetresPerPixel)
        .done();
    constexpr std::array<std::string_view, 10> shapes{"star",     "flag",   "circle", "square",  "diamond",
                                                      "triangle", "sprout", "house",  "factory", "scales"};
    if (std::ranges::find(shapes, s.shape) == shapes.end()) json.at("shape").fail("no such shape \"" + s.shape + "\"");
}
void read(const JsonCursor& json, FurnitureStyle& s) {
    Members(json)
        .take("panel", s.panel)
        .take("ink", s.ink)
        .take("quietInk", s.quietInk)
        .take("rule", s.rule)
        .take("warning", s.warning)
        .take("titleSize", s.titlePx)
        .take("textSize", s.textPx)
        .take("smallSize", s.smallPx)
        .done();
}

/// Members named after levels.
template <class T>
void readPerLevel(const JsonCursor& json, std::array<T, model::kLevelCount>& target) {
    Members members(json);
    for (const model::Level level : model::kLevels) {
        members.take(std::string(model::levelName(level)).c_str(), target[model::indexOf(level)]);
    }
    members.done();
}

template <class T>
void readNamed(const JsonCursor& json, std::map<std::string, T, std::less<>>& target) {
    if (!json.node().is_object()) json.fail("must be an object");
    for (const auto& item : json.node().items()) read(json.at(item.key()), target[item.key()]);
}

void apply(const JsonCursor& json, StyleSheet& sheet) {
    std::string import;
    Members(json)
        .take("import", import)
        .take("name", sheet.name)
        .take("background", sheet.background)
        .take("unclassed", sheet.unclassed)
        .take("served", sheet.served)
        .take("hole", sheet.hole)
        .take("hatchColour", sheet.hatchColour)
        .take("highlighted", sheet.highlighted)
        .take("quiet", sheet.quiet)
        .take("markRim", sheet.markRim)
        .take("selection", sheet.selection)
        .take("fillOpacity", sheet.fillOpacity)
        .take("recordLineWidth", sheet.recordLinePx)
        .take("ramp", sheet.ramp)
        .object("borders", [&](const JsonCursor& j) { readPerLevel(j, sheet.borders); })
        .take("recordLabel", sheet.recordLabel)
        .take("registers", sheet.registers)
        .object("labels", [&](const JsonCursor& j) { readPerLevel(j, sheet.labels); })
        .object("overlays", [&](const JsonCursor& j) { readNamed(j, sheet.overlays); })
        .object("marks", [&](const JsonCursor& j) { readNamed(j, sheet.marks); })
        .object("links", [&](const JsonCursor& j) { readNamed(j, sheet.links); })
        .take("linkWidth", sheet.linkPx)
        .take("badgeSize", sheet.badgePx)
        .take("furniture", sheet.furniture)
        .done();
    if (sheet.fillOpacity > 1) json.at("fillOpacity").fail("must be 0 to 1");
}

void loadInto(StyleSheet& sheet, const fs::path& dir, const std::string& name, int depth) {
    const fs::path file = dir / (name + ".style.json");
    const base::Json document = base::loadJson(file);
    const JsonCursor json(document, file.filename().string());
    if (json.has("import")) {
        const std::string import = json.at("import").text();
        if (import.find_first_of("/\\") != std::string::npos)
            json.at("import").fail("must name a sheet of this folder");
        if (depth >= kMaxImports) json.at("import").fail("imports go in a circle");
        loadInto(sheet, dir, import, depth + 1);
    }
    apply(json, sheet);
}

}  // namespace

StyleSheet load(const fs::path& dir, const std::string& name) {
    StyleSheet sheet;
    sheet.overlays.try_emplace("default");
    sheet.marks.try_emplace("default");
    loadInto(sheet, dir, name, 0);
    return sheet;
}

}  // namespace xiangtu::style
