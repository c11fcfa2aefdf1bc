// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/labels.h"
#include "scene/register_look.h"

#include "scene/collision_grid.h"

#include <algorithm>
#include <array>
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
    std::string label;
    int aside = 0;  ///< badges of a unit stand in a row: places right (+) or left (-) of the middle
};

std::string demonstrationTip(const model::RegisterDef& def, const model::Record& record) {
    const model::FieldDef* label = def.findField(def.labelField);
    return label ? model::toText(record.values[std::size_t(label - def.fields.data())]) : std::string();
}

/// One mark per unit: the first record wins, the tip names them all.
void addDemonstration(std::vector<Candidate>& out, const Geometry& geometry, const model::Snapshot& snapshot) {
    const model::RegisterTable* table = snapshot.findRegister(kDemonstrationRegister);
    if (!table) return;
    std::vector<std::uint32_t> records(table->records.size());
    for (std::uint32_t i = 0; i < records.size(); ++i) records[i] = i;
    std::ranges::stable_sort(records, {}, [&](std::uint32_t i) { return table->records[i]->unit; });
    for (const std::uint32_t i : records) {
        const model::Record& record = *table->records[i];
        if (!record.unit.valid() || !geometry.snapshot().table(record.unit.level).shapes.hasShape(record.unit.row)) {
            continue;
        }
        const std::string tip = demonstrationTip(table->def, record);
        if (!out.empty() && out.back().unit == record.unit) {
            if (!tip.empty()) out.back().tip += (out.back().tip.empty() ? "" : "、") + tip;
            continue;
        }
        Candidate& mark = out.emplace_back();
        mark.unit = record.unit;
        mark.symbol = recordSymbol(table->def, record);
        mark.at = geometry.labelPoint(record.unit).at;
        mark.tip = tip;
    }
}

void addParty(std::vector<Candidate>& out, const Geometry& geometry, const model::Snapshot& snapshot,
              const style::StyleSheet& style, double metresPerPixel, const geom::GridBox& box) {
    // Looked up once: there may be more organisations than one would look up names for.
    std::array<std::pair<std::string, bool>, std::size_t(model::PartyOrgKind::functional) + 1> kinds;
    for (std::size_t k = 0; k < kinds.size(); ++k) {
        kinds[k].first = model::partyOrgKindName(model::PartyOrgKind(k));
        kinds[k].second = metresPerPixel <= style.mark(kinds[k].first).maxMetresPerPixel;
    }
    for (const model::PartyOrg& org : snapshot.party->orgs) {
        const auto& [kind, shown] = kinds[std::size_t(org.kind)];
        if (!shown) continue;
        if (org.place) {
            const geom::GridPoint at = geom::snapToGrid(*org.place);
            if (box.contains(at)) out.push_back({org.serves, kind, at, std::string(org.name), 0, "", ""});
        } else if (org.serves.valid()) {
            const auto& shapes = geometry.snapshot().table(org.serves.level).shapes;
            // Asking for the label point costs; ask only for what can be seen.
            if (!shapes.hasShape(org.serves.row) || !shapes.box(org.serves.row).intersects(box)) continue;
            out.push_back({org.serves, kind, geometry.labelPoint(org.serves).at, std::string(org.name), 0, "", ""});
        }
    }
}

/// Records of a register with points, those in view.
void addPoints(std::vector<Candidate>& out, const model::RegisterTable& table, const RegisterLook& look,
               const geom::GridBox& box) {
    const bool symbols = table.def.findField(table.def.symbolField) != nullptr;
    for (const auto& record : table.records) {
        const auto* place = std::get_if<geom::GeoPoint>(&record->shape);
        if (!place) continue;
        const geom::GridPoint at = geom::snapToGrid(*place);
        if (!box.contains(at)) continue;
        const std::string label = recordLabel(table.def, *record);
        out.push_back({{},
                       symbols ? recordSymbol(table.def, *record) : "circle",
                       at,
                       label,
                       look.colour,
                       symbols ? "" : look.glyph,
                       label});
    }
}

/// One badge for each unit with records, as long as units of its level have labels at this scale.
void addBadges(std::vector<Candidate>& out, const Geometry& geometry, const model::RegisterTable& table,
               const style::StyleSheet& style, const RegisterLook& look, double metresPerPixel,
               const geom::GridBox& box, std::map<model::UnitRef, int>& badges) {
    std::map<model::UnitRef, int> counts;
    for (const auto& record : table.records) {
        const model::UnitRef unit = record->unit;
        if (!unit.valid() || metresPerPixel > style.labels[model::indexOf(unit.level)].maxMetresPerPixel) continue;
        const geom::PolygonSet& shapes = geometry.snapshot().table(unit.level).shapes;
        if (shapes.hasShape(unit.row) && shapes.box(unit.row).intersects(box)) ++counts[unit];
    }
    for (const auto& [unit, count] : counts) {
        const int before = badges[unit]++;
        const int aside = before % 2 ? (before + 1) / 2 : -before / 2;
        out.push_back({unit, "circle", geometry.labelPoint(unit).at,
                       table.def.title.zh + (count > 1 ? " × " + std::to_string(count) : ""), look.colour, look.glyph,
                       "", aside});
    }
}

void addRegisters(std::vector<Candidate>& out, const Geometry& geometry, const model::Snapshot& snapshot,
                  const style::StyleSheet& style, const Options& options, double metresPerPixel,
                  const geom::GridBox& box) {
    std::map<model::UnitRef, int> badges;
    for (std::size_t r = 0; r < snapshot.registers.size(); ++r) {
        const model::RegisterTable& table = *snapshot.registers[r];
        if (!registerShown(options, table.def.id)) continue;
        if (table.def.id == kDemonstrationRegister) {
            addDemonstration(out, geometry, snapshot);
        } else if (table.def.anchor == model::Anchor::point) {
            addPoints(out, table, registerLook(style, snapshot, r), box);
        } else if (!model::hasShape(table.def.anchor)) {
            addBadges(out, geometry, table, style, registerLook(style, snapshot, r), metresPerPixel, box, badges);
        }
    }
}

}  // namespace

std::vector<Mark> placeMarks(const Geometry& geometry, const model::Snapshot& snapshot, const style::StyleSheet& style,
                             const Options& options, const View& view) {
    std::vector<Mark> marks;
    if (!options.layers[std::size_t(Layer::marks)].visible) return marks;
    const double metresPerPixel = view.metresPerPixel() * options.pixelRatio;
    const double margin = 64 * options.pixelRatio;
    const geom::GridBox box = boxOf(view, margin);
    std::vector<Candidate> candidates;
    if (options.theme == Theme::partyCoverage) {
        addParty(candidates, geometry, snapshot, style, metresPerPixel, box);
        // Higher organisations are placed first: largest unit first, then in order of the file.
        std::ranges::stable_sort(candidates, {}, [](const Candidate& c) { return c.unit.level; });
    }
    addRegisters(candidates, geometry, snapshot, style, options, metresPerPixel, box);
    CollisionGrid taken(view.widthPx, view.heightPx, margin);
    for (const Candidate& c : candidates) {
        const style::MarkStyle& look = style.mark(c.symbol);
        if (metresPerPixel > look.maxMetresPerPixel || !box.contains(c.at)) continue;
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
        marks.push_back({c.unit, c.symbol, at, size, c.tip, c.colour, c.glyph, c.label});
    }
    return marks;
}

}  // namespace xiangtu::scene
