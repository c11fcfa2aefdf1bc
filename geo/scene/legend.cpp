// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/palette.h"
#include "scene/themes.h"

#include <algorithm>
#include <map>
#include <set>

namespace xiangtu::scene {

namespace {

using model::Level;
using model::Titles;

double toNumber(const model::Value& value) noexcept {
    if (const auto* i = std::get_if<std::int64_t>(&value)) return double(*i);
    if (const auto* d = std::get_if<double>(&value)) return *d;
    return 0;
}

std::uint32_t opaque(std::uint32_t rgb) noexcept { return 0xFF000000u | rgb; }

Legend fiveColour(const Geometry& geometry, const model::Snapshot& snapshot, const style::StyleSheet& style,
                  const Options& options) {
    Legend legend;
    const auto level = finestLevel(snapshot);
    if (!level || options.scheme >= snapshot.schemes->size()) return legend;
    const model::Scheme& scheme = (*snapshot.schemes)[options.scheme];
    legend.title = scheme.name;
    legend.counted = levelTitles(*level);
    for (std::size_t c = 0; c < scheme.classes.size(); ++c) {
        const model::SchemeClass& item = scheme.classes[c];
        LegendEntry& entry = legend.entries.emplace_back();
        entry.key = item.code;
        entry.title = {item.name.zh + " " + item.meaning.zh, item.name.en + ": " + item.meaning.en};
        entry.colour = opaque(item.rgb);
        entry.hatch = item.hatch;
        entry.shown = options.classShown[c];
    }
    LegendEntry unclassed;
    unclassed.key = "unclassed";
    unclassed.title = {"未定级", "Without class"};
    unclassed.colour = style.unclassed;
    const std::vector<std::uint8_t> classOf = effectiveClasses(geometry, snapshot, options.scheme);
    const std::size_t first = geometry.faces().of({*level, 0});
    for (std::size_t i = 0; i < snapshot.table(*level).units.size(); ++i) {
        const std::uint8_t c = classOf[first + i];
        ++(c < scheme.classes.size() ? legend.entries[c] : unclassed).count;
    }
    if (unclassed.count > 0) legend.entries.push_back(unclassed);
    return legend;
}

Legend coverage(const model::Snapshot& snapshot, const style::StyleSheet& style, const Options& options,
                double metresPerPixel) {
    Legend legend;
    legend.title = {"党组织覆盖", "Party coverage"};
    const Level judged = coverageLevel(options, metresPerPixel, snapshot);
    legend.counted = levelTitles(judged);
    const auto share = [&](Level level) {
        LegendEntry entry;
        entry.title = levelTitles(level);
        entry.key = "level:" + std::string(model::levelName(level));
        entry.total = std::int64_t(snapshot.table(level).units.size());
        for (std::uint32_t row = 0; row < entry.total; ++row) entry.count += isServed(snapshot, {level, row});
        return entry;
    };
    const LegendEntry at = share(judged);
    LegendEntry& served = legend.entries.emplace_back(at);
    served.key = "served";
    served.title = {"已覆盖", "Served"};
    served.colour = style.served;
    LegendEntry& hole = legend.entries.emplace_back(at);
    hole.key = "hole";
    hole.title = {"空白点", "Not served"};
    hole.colour = style.hole;
    hole.hatch = model::Hatch::diagonal;
    hole.count = at.total - at.count;
    for (const Level level : model::kLevels) {
        if (!snapshot.table(level).units.empty() && level != Level::county) legend.entries.push_back(share(level));
    }
    return legend;
}

Legend demonstration(const model::Snapshot& snapshot, const style::StyleSheet& style) {
    Legend legend;
    legend.title = {"示范村", "Demonstration villages"};
    const model::RegisterTable* table = snapshot.findRegister(kDemonstrationRegister);
    if (!table) return legend;
    legend.title = table->def.title;
    legend.counted = table->def.title;
    LegendEntry all;
    all.key = "highlighted";
    all.title = {"创建单位", "Taking part"};
    all.colour = style.highlighted;
    std::set<model::UnitRef> units;
    for (const auto& record : table->records) units.insert(record->unit);
    all.count = std::int64_t(units.size());
    legend.entries.push_back(all);
    const model::FieldDef* field = table->def.findField(table->def.symbolField);
    if (!field) return legend;
    std::map<std::string, std::int64_t> counts;
    const auto column = std::size_t(field - table->def.fields.data());
    for (const auto& record : table->records) ++counts[model::toText(record->values[column])];
    for (const model::Choice& choice : field->choices) {
        const auto found = counts.find(choice.code);
        if (found == counts.end()) continue;
        LegendEntry& entry = legend.entries.emplace_back();
        entry.key = choice.code;
        entry.title = choice.name;
        entry.symbol = choice.symbol.empty() ? choice.code : choice.symbol;
        entry.count = found->second;
    }
    return legend;
}

/// Sums the register's measured fields: a number field with a fixed unit, or a number beside a
/// choice or text field named "<number>_unit". A record counts once per unit of measure: its first
/// field in that unit, since a second one (area as reported) states the same thing again.
void addStated(LegendEntry& entry, const model::RegisterDef& def, const model::Record& record) {
    std::vector<std::string> counted;
    for (std::size_t i = 0; i < def.fields.size(); ++i) {
        const model::FieldDef& field = def.fields[i];
        if (field.type != model::FieldType::decimal && field.type != model::FieldType::integer) continue;
        if (model::isNull(record.values[i])) continue;
        std::string unit = field.unit;
        if (const model::FieldDef* named = def.findField(field.name + "_unit")) {
            unit = model::toText(record.values[std::size_t(named - def.fields.data())]);
            for (const model::Choice& choice : named->choices) {
                if (choice.code == unit) unit = choice.name.zh;
            }
        }
        if (unit.empty() || std::ranges::find(counted, unit) != counted.end()) continue;
        counted.push_back(unit);
        const auto same = std::ranges::find(entry.stated, unit, &std::pair<double, std::string>::second);
        if (same == entry.stated.end())
            entry.stated.emplace_back(toNumber(record.values[i]), unit);
        else
            same->first += toNumber(record.values[i]);
    }
}

Legend industry(const Geometry& geometry, const model::Snapshot& snapshot, const style::StyleSheet& style,
                const Options& options) {
    Legend legend;
    legend.title = {"产业基地", "Industry bases"};
    legend.counted = {"基地", "Bases"};
    if (!registerShown(options, kIndustryRegister)) return legend;
    std::map<std::string, LegendEntry> bySymbol;
    for (const auto& [registerIndex, record, mu] : geometry.records().items()) {
        const model::RegisterDef& def = snapshot.registers[registerIndex]->def;
        if (!record || def.id != kIndustryRegister) continue;
        const std::string symbol = recordSymbol(def, *record);
        LegendEntry& entry = bySymbol[symbol];
        if (entry.count++ == 0) {
            entry.key = symbol;
            entry.title = def.title;
            entry.quantity = 0;
            entry.colour = style.overlay(symbol).colour;
            entry.pattern = style.overlay(symbol).pattern;
            if (const model::FieldDef* field = def.findField(def.symbolField)) {
                const std::string code = model::toText(record->values[std::size_t(field - def.fields.data())]);
                const auto choice = std::ranges::find(field->choices, code, &model::Choice::code);
                if (choice != field->choices.end()) entry.title = choice->name;
            }
        }
        entry.quantity += mu;
        addStated(entry, def, *record);
    }
    for (auto& [key, entry] : bySymbol) legend.entries.push_back(std::move(entry));
    std::ranges::stable_sort(legend.entries, std::greater{}, &LegendEntry::quantity);
    return legend;
}

/// A line for every register asked for by name that the theme does not speak of itself.
void addRegisters(Legend& legend, const Geometry& geometry, const model::Snapshot& snapshot,
                  const style::StyleSheet& style, const Options& options) {
    if (!options.registersShown) return;
    std::map<std::uint32_t, double> mu;
    for (const auto& item : geometry.records().items()) {
        if (item.record && !item.line()) mu[item.registerIndex] += item.mu;
    }
    for (std::uint32_t r = 0; r < snapshot.registers.size(); ++r) {
        const model::RegisterTable& table = *snapshot.registers[r];
        const std::string& id = table.def.id;
        const bool spokenOf = (options.theme == Theme::industry && id == kIndustryRegister) ||
                              (options.theme == Theme::demonstration && id == kDemonstrationRegister);
        if (spokenOf || !registerShown(options, id)) continue;
        const RegisterLook look = registerLook(style, snapshot, r);
        LegendEntry& entry = legend.entries.emplace_back();
        entry.key = "register:" + id;
        entry.title = table.def.title;
        entry.colour = look.colour;
        entry.count = std::int64_t(table.records.size());
        if (table.def.anchor == model::Anchor::polygon) {
            // Crops have colours of their own: no one of them stands for the register.
            const bool crops = id == kIndustryRegister;
            if (crops) entry.colour = style.overlay("default").colour;
            entry.pattern = crops ? style.overlay("default").pattern : look.pattern;
            entry.quantity = mu[r];
        } else if (table.def.anchor == model::Anchor::line) {
            entry.pattern = style::Pattern::solid;
        } else {
            entry.symbol = "circle";
            entry.glyph = look.glyph;
        }
    }
}

Legend indicator(const style::StyleSheet& style, const Options& options) {
    Legend legend;
    if (!options.figures) return legend;
    const FigureTheme& figures = *options.figures;
    legend.title = figures.title;
    legend.counted = levelTitles(figures.level);
    const std::vector<std::uint32_t> colours = figureColours(figures, style);
    for (std::size_t c = 0; c < figures.classes(); ++c) {
        LegendEntry& entry = legend.entries.emplace_back();
        entry.key = "class:" + std::to_string(c);
        entry.title = figures.titles[c];
        entry.colour = colours[c];
        if (c < figures.counts.size()) entry.count = figures.counts[c];
    }
    if (figures.counts.size() <= figures.classes() || figures.counts.back() == 0) return legend;
    LegendEntry& none = legend.entries.emplace_back();
    none.key = "no_value";
    none.title = {"无数据", "No value"};
    none.colour = style.unclassed;
    none.hatch = model::Hatch::diagonal;
    none.count = figures.counts.back();
    return legend;
}

}  // namespace

const Titles& levelTitles(Level level) noexcept {
    static const std::array<Titles, model::kLevelCount> kTitles{{{"县", "Counties"},
                                                                 {"镇街", "Townships"},
                                                                 {"村（社区）", "Villages"},
                                                                 {"自然村", "Natural villages"},
                                                                 {"户网格", "Household grids"}}};
    return kTitles[model::indexOf(level)];
}

std::optional<Level> finestLevel(const model::Snapshot& snapshot) noexcept {
    for (std::size_t l = model::kLevelCount; l-- > 0;) {
        if (!snapshot.table(model::kLevels[l]).units.empty()) return model::kLevels[l];
    }
    return std::nullopt;
}

Level coverageLevel(const Options& options, double metresPerPixel, const model::Snapshot& snapshot) noexcept {
    // Where a unit of the level is some centimetres on screen.
    Level wanted = metresPerPixel > 45 ? Level::village : metresPerPixel > 8 ? Level::naturalVillage : Level::grid;
    if (options.coverageLevel) wanted = *options.coverageLevel;
    while (wanted != Level::county && snapshot.table(wanted).units.empty()) wanted = Level(int(wanted) - 1);
    return wanted;
}

Legend buildLegend(const Geometry& geometry, const model::Snapshot& snapshot, const style::StyleSheet& style,
                   const Options& options, double metresPerPixel) {
    Legend legend;
    switch (options.theme) {
    case Theme::fiveColour: legend = fiveColour(geometry, snapshot, style, options); break;
    case Theme::partyCoverage: legend = coverage(snapshot, style, options, metresPerPixel); break;
    case Theme::demonstration: legend = demonstration(snapshot, style); break;
    case Theme::industry: legend = industry(geometry, snapshot, style, options); break;
    case Theme::indicator: legend = indicator(style, options); break;
    }
    addRegisters(legend, geometry, snapshot, style, options);
    return legend;
}

}  // namespace xiangtu::scene
