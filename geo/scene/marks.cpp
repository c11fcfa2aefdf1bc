// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/labels.h"
#include "scene/register_look.h"

#include "scene/collision_grid.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <utility>

namespace xiangtu::scene {

namespace {

struct Candidate {
    model::UnitRef unit;
    std::string symbol;
    geom::GridPoint at;
    std::string tip;
    std::uint32_t colour = 0;
    std::string glyph;
    const model::RegisterDef* def = nullptr;  ///< of a record standing on its own point, with the record:
    const model::Record* record = nullptr;    ///< its label is made when the mark has found room
    int aside = 0;  ///< badges of a unit stand in a row: places right (+) or left (-) of the middle
};

std::string demonstrationTip(const model::RegisterDef& def, const model::Record& record) {
    const model::FieldDef* label = def.findField(def.labelField);
    return label ? model::toText(record.values[std::size_t(label - def.fields.data())]) : std::string();
}

/// What a mark must be to be shown: its symbol at this scale, inside the box.
struct Window {
    const style::StyleSheet& style;
    bool asked;  ///< registers are what the reader asked to see: their marks are shown from any distance
    double metresPerPixel;
    geom::GridBox box;

    [[nodiscard]] bool inScale(const std::string& symbol) const {
        return metresPerPixel <= style.mark(symbol).maxMetresPerPixel;
    }
    [[nodiscard]] bool shows(const std::string& symbol) const { return asked || inScale(symbol); }
    /// Where the unit's mark stands: on its label point, or where the whole unit hides below the mark in the
    /// middle of its box, since looking for the point costs.
    [[nodiscard]] geom::GridPoint placeOf(const Geometry& geometry, model::UnitRef unit) const {
        constexpr double kHiddenPx = 12;
        const geom::GridBox& box = geometry.snapshot().table(unit.level).shapes.box(unit.row);
        const double unitsPerPx = metresPerPixel / geodesy::kWorldMetres * 360 * geom::kGridPerDegree;
        if (double(box.max.y) - box.min.y > kHiddenPx * unitsPerPx) return geometry.labelPoint(unit).at;
        return {std::int32_t((std::int64_t(box.min.x) + box.max.x) / 2),
                std::int32_t((std::int64_t(box.min.y) + box.max.y) / 2)};
    }
    [[nodiscard]] bool meets(const Geometry& geometry, model::UnitRef unit) const {
        const geom::PolygonSet& shapes = geometry.snapshot().table(unit.level).shapes;
        return shapes.hasShape(unit.row) && shapes.box(unit.row).intersects(box);
    }
};

/// One mark per unit: the first record wins, the tip names them all.
void addDemonstration(std::vector<Candidate>& out, const Geometry& geometry, const model::Snapshot& snapshot,
                      const Window& window) {
    const model::RegisterTable* table = snapshot.findRegister(kDemonstrationRegister);
    if (!table) return;
    std::vector<std::uint32_t> records;
    for (std::uint32_t i = 0; i < table->records.size(); ++i) {
        const model::Record& record = *table->records[i];
        if (record.unit.valid() && window.meets(geometry, record.unit) &&
            window.shows(recordSymbol(table->def, record))) {
            records.push_back(i);
        }
    }
    std::ranges::stable_sort(records, {}, [&](std::uint32_t i) { return table->records[i]->unit; });
    for (const std::uint32_t i : records) {
        const model::Record& record = *table->records[i];
        const std::string tip = demonstrationTip(table->def, record);
        if (!out.empty() && out.back().unit == record.unit) {
            if (!tip.empty()) out.back().tip += (out.back().tip.empty() ? "" : "、") + tip;
            continue;
        }
        Candidate& mark = out.emplace_back();
        mark.unit = record.unit;
        mark.symbol = recordSymbol(table->def, record);
        mark.at = window.placeOf(geometry, record.unit);
        mark.tip = tip;
    }
}

void addParty(std::vector<Candidate>& out, const Geometry& geometry, const model::Snapshot& snapshot,
              const Window& window) {
    // Looked up once: there may be more organisations than one would look up names for.
    std::array<std::pair<std::string, bool>, std::size_t(model::PartyOrgKind::functional) + 1> kinds;
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        kinds[k].first = model::partyOrgKindName(model::PartyOrgKind(k));
        kinds[k].second = window.inScale(kinds[k].first);
    }
    // Higher organisations are placed first: largest unit first, then in order of the file.
    std::array<std::vector<Candidate>, model::kLevelCount> byLevel;
    const auto add = [&](Candidate mark) { byLevel[model::indexOf(mark.unit.level)].push_back(std::move(mark)); };
    for (const model::PartyOrg& org : snapshot.party->orgs) {
        const auto& [kind, shown] = kinds[std::size_t(org.kind)];
        if (!shown) continue;
        if (org.place) {
            const geom::GridPoint at = geom::snapToGrid(*org.place);
            if (window.box.contains(at)) add({org.serves, kind, at, std::string(org.name), 0, ""});
        } else if (org.serves.valid()) {
            // Asking for the label point costs; ask only for what can be seen.
            if (!window.meets(geometry, org.serves)) continue;
            add({org.serves, kind, window.placeOf(geometry, org.serves), std::string(org.name), 0, ""});
        }
    }
    for (auto& marks : byLevel) std::ranges::move(marks, std::back_inserter(out));
}

/// Records of a register with points, those in view.
void addPoints(std::vector<Candidate>& out, const model::RegisterTable& table, const RegisterLook& look,
               const Window& window) {
    const bool symbols = table.def.findField(table.def.symbolField) != nullptr;
    for (const auto& record : table.records) {
        const auto* place = std::get_if<geom::GeoPoint>(&record->shape);
        if (!place) continue;
        const geom::GridPoint at = geom::snapToGrid(*place);
        if (!window.box.contains(at)) continue;
        std::string symbol = symbols ? recordSymbol(table.def, *record) : "circle";
        if (!window.shows(symbol)) continue;
        out.push_back(
            {{}, std::move(symbol), at, "", look.colour, symbols ? "" : look.glyph, &table.def, record.get()});
    }
}

/// Badges of a register on the units that have records, as long as units of its level have labels at this
/// scale.
void addBadges(std::vector<Candidate>& out, const Geometry& geometry, const model::RegisterTable& table,
               const RegisterLook& look, const Window& window, std::map<model::UnitRef, int>& badges) {
    std::map<model::UnitRef, int> counts;
    for (const auto& record : table.records) {
        const model::UnitRef unit = record->unit;
        if (!unit.valid()) continue;
        if (window.metresPerPixel > window.style.labels[model::indexOf(unit.level)].maxMetresPerPixel) continue;
        if (window.meets(geometry, unit)) ++counts[unit];
    }
    for (const auto& [unit, count] : counts) {
        const int before = badges[unit]++;
        const int aside = before % 2 ? (before + 1) / 2 : -before / 2;
        const std::string times = count > 1 ? " × " + std::to_string(count) : "";
        out.push_back({unit, "circle", window.placeOf(geometry, unit), table.def.title.zh + times, look.colour,
                       look.glyph, nullptr, nullptr, aside});
    }
}

void addRegisters(std::vector<Candidate>& out, const Geometry& geometry, const model::Snapshot& snapshot,
                  const Options& options, const Window& window) {
    std::map<model::UnitRef, int> badges;
    for (std::size_t r = 0; r < snapshot.registers.size(); ++r) {
        const model::RegisterTable& table = *snapshot.registers[r];
        if (!registerShown(options, table.def.id)) continue;
        if (table.def.id == kDemonstrationRegister) {
            addDemonstration(out, geometry, snapshot, window);
        } else if (table.def.anchor == model::Anchor::point) {
            addPoints(out, table, registerLook(window.style, snapshot, r), window);
        } else if (!model::hasShape(table.def.anchor)) {
            addBadges(out, geometry, table, registerLook(window.style, snapshot, r), window, badges);
        }
    }
}

}  // namespace

std::vector<Mark> placeMarks(const Geometry& geometry, const model::Snapshot& snapshot, const style::StyleSheet& style,
                             const Options& options, const View& view) {
    std::vector<Mark> marks;
    if (!options.layers[std::size_t(Layer::marks)].visible) return marks;
    const double margin = 64 * options.pixelRatio;
    const bool asked = options.registersShown.has_value() || options.theme == Theme::demonstration;
    const Window window{style, asked, view.metresPerPixel() * options.pixelRatio, boxOf(view, margin)};
    std::vector<Candidate> candidates;
    if (options.theme == Theme::partyCoverage) { addParty(candidates, geometry, snapshot, window); }
    addRegisters(candidates, geometry, snapshot, options, window);
    CollisionGrid taken(view.widthPx, view.heightPx, margin);
    for (const Candidate& c : candidates) {
        if (!window.box.contains(c.at)) continue;
        const style::MarkStyle& look = style.mark(c.symbol);
        // A character needs more room than a dot.
        const double sizePx = c.glyph.empty() ? look.sizePx : style.badgePx;
        const double size = sizePx * options.pixelRatio * options.textScale;
        geodesy::WorldPoint at = geodesy::toWorld(c.at);
        at.x += c.aside * size / view.scale;
        const ScreenPoint p = view.toScreen(at);
        // Marks may touch but not hide each other.
        const double half = size * 0.4;
        const ScreenBox place{p.x - half, p.y - half, p.x + half, p.y + half};
        if (!taken.free(place)) continue;
        taken.take(place);
        const std::string label = c.record ? recordLabel(*c.def, *c.record) : std::string();
        marks.push_back({c.unit, c.symbol, at, size, c.record ? label : c.tip, c.colour, c.glyph, label});
    }
    return marks;
}

}  // namespace xiangtu::scene
