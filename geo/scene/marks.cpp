// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/labels.h"
#include "scene/palette.h"

#include "scene/collision_grid.h"

#include <algorithm>

namespace xiangtu::scene {

namespace {

struct Candidate {
    model::UnitRef unit;
    std::string symbol;
    geom::GridPoint at;
    std::string tip;
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
        out.push_back({record.unit, recordSymbol(table->def, record), geometry.labelPoint(record.unit).at, tip});
    }
}

void addParty(std::vector<Candidate>& out, const Geometry& geometry, const model::Snapshot& snapshot,
              const style::StyleSheet& style, double metresPerPixel, const geom::GridBox& box) {
    for (const model::PartyOrg& org : snapshot.party->orgs) {
        const std::string kind(model::partyOrgKindName(org.kind));
        if (metresPerPixel > style.mark(kind).maxMetresPerPixel) continue;
        if (org.place) {
            out.push_back({org.serves, kind, geom::snapToGrid(*org.place), org.name});
        } else if (org.serves.valid()) {
            const auto& shapes = geometry.snapshot().table(org.serves.level).shapes;
            // Asking for the label point costs; ask only for what can be seen.
            if (!shapes.hasShape(org.serves.row) || !shapes.box(org.serves.row).intersects(box)) continue;
            out.push_back({org.serves, kind, geometry.labelPoint(org.serves).at, org.name});
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
    if (options.theme == Theme::fiveColour || options.theme == Theme::demonstration) {
        addDemonstration(candidates, geometry, snapshot);
    } else if (options.theme == Theme::partyCoverage) {
        addParty(candidates, geometry, snapshot, style, metresPerPixel, box);
        // Higher organisations are placed first: largest unit first, then in order of the file.
        std::ranges::stable_sort(candidates, {}, [](const Candidate& c) { return c.unit.level; });
    }
    CollisionGrid taken(view.widthPx, view.heightPx, margin);
    for (const Candidate& c : candidates) {
        const style::MarkStyle& look = style.mark(c.symbol);
        if (metresPerPixel > look.maxMetresPerPixel || !box.contains(c.at)) continue;
        const double size = look.sizePx * options.pixelRatio * options.textScale;
        const geodesy::WorldPoint at = geodesy::toWorld(c.at);
        const ScreenPoint p = view.toScreen(at);
        // Marks may touch but not hide each other.
        const double half = size * 0.4;
        const ScreenBox place{p.x - half, p.y - half, p.x + half, p.y + half};
        if (!taken.free(place)) continue;
        taken.take(place);
        marks.push_back({c.unit, c.symbol, at, size, c.tip});
    }
    return marks;
}

}  // namespace xiangtu::scene
