// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/labels.h"

#include "geom/contains.h"
#include "scene/collision_grid.h"
#include "scene/fits.h"
#include "scene/register_look.h"
#include "scene/text_size.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <span>

namespace xiangtu::scene {

namespace {

// Labels are chosen this far beyond the screen (interface pixels), so that a label entering while
// panning was decided before it is seen.
constexpr double kMarginPx = 160;
// Where a label may stand, relative to its best point, in its own widths and heights: the point itself,
// then aside for where a mark or a higher label is in the way. The farther ones are for units that
// always want their name; the others rather go without.
constexpr std::array<ScreenPoint, 9> kPlaces{
    {{0, 0}, {0, 1.2}, {0, -1.2}, {0.6, 0}, {-0.6, 0}, {0, 2.4}, {0, -2.4}, {0.8, 1.2}, {-0.8, -1.2}}};
constexpr std::size_t kNearPlaces = 5;
// Free space kept around every label, interface pixels.
constexpr double kGapPx = 3;

/// Where the name of a record's shape goes: well inside a polygon, half along a line.
geom::GridPoint middleOf(const RecordShapes& records, std::uint32_t number) {
    if (!records.items()[number].line()) return poleOfInaccessibility(records.shapes(), number).at;
    const auto line = records.shapes().ring(records.shapes().firstRing(number));
    return line[line.size() / 2];
}

class Placer {
public:
    Placer(const Geometry& geometry, const style::StyleSheet& style, const Options& options, const View& view,
           const std::vector<Mark>& marks)
        : m_geometry(geometry),
          m_style(style),
          m_options(options),
          m_view(view),
          m_margin(kMarginPx * options.pixelRatio),
          m_box(boxOf(view, m_margin)),
          m_metresPerPixel(view.metresPerPixel() * options.pixelRatio),
          m_taken(view.widthPx, view.heightPx, m_margin) {
        for (const Mark& mark : marks) {
            const ScreenPoint p = view.toScreen(mark.at);
            const double half = mark.sizePx / 2;
            m_taken.take({p.x - half, p.y - half, p.x + half, p.y + half});
            if (mark.unit.valid()) m_markOf.emplace(mark.unit, mark.sizePx);
        }
    }

    /// Keeps labels of the picture before, as far as they still hold at this scale.
    void keep(const std::vector<Label>& previous) {
        std::vector<const Label*> ordered;
        for (const Label& label : previous) {
            if (label.unit.valid()) ordered.push_back(&label);
        }
        std::ranges::stable_sort(ordered, {}, [](const Label* l) { return l->unit; });
        for (const Label* old : ordered) {
            for (const ScreenPoint place : places(old->unit.level)) {
                const auto now = candidate(old->unit, place);
                if (!now || now->at != old->at || now->text != old->text || now->textPx != old->textPx) continue;
                tryPlace(*now);
                break;
            }
        }
    }

    void addLevel(model::Level level) {
        if (!shown(level)) return;
        for (const std::uint32_t row : m_geometry.units().unitsIn(level, m_box)) {
            const model::UnitRef ref{level, row};
            if (m_placed.contains(ref)) continue;
            for (const ScreenPoint place : places(level)) {
                const auto label = candidate(ref, place);
                if (label && tryPlace(*label)) break;
                // What does not fit at its best point is too small for any other.
                if (!label && place.x == 0 && place.y == 0) break;
            }
        }
    }

    /// Names of records, on close zoom: at their mark, in the middle of their polygon or on their line.
    void addRecords(const std::vector<Mark>& marks, const model::Snapshot& snapshot) {
        const style::LabelStyle& look = m_style.recordLabel;
        if (m_metresPerPixel > look.maxMetresPerPixel || m_metresPerPixel < look.minMetresPerPixel) return;
        for (const Mark& mark : marks) {
            if (mark.label.empty()) continue;
            const Label label = ofRecord(mark.label, mark.at);
            const double gap = kGapPx * m_options.pixelRatio, half = mark.sizePx / 2 + gap;
            // Below the mark, else above it, else beside it.
            for (const ScreenPoint aside : {ScreenPoint{0, half + label.heightPx / 2},
                                            {0, -half - label.heightPx / 2},
                                            {half + gap + label.widthPx / 2, 0},
                                            {-half - gap - label.widthPx / 2, 0}}) {
                if (tryPlace(moved(label, aside))) break;
            }
        }
        // Bases that are only hinted at have no names.
        if (!m_options.registersShown && m_options.theme != Theme::industry) return;
        const RecordShapes& records = m_geometry.records();
        for (const std::uint32_t n : records.in(m_box)) {
            const RecordShapes::Item& item = records.items()[n];
            const model::RegisterDef& def = snapshot.registers[item.registerIndex]->def;
            if (!registerShown(m_options, def.id)) continue;
            const std::string text = recordLabel(def, *item.record);
            if (text.empty()) continue;
            const Label label = ofRecord(text, geodesy::toWorld(middleOf(records, n)));
            for (const ScreenPoint place : std::span(kPlaces).first(kNearPlaces)) {
                if (tryPlace(moved(label, {place.x * label.widthPx, place.y * label.heightPx}))) break;
            }
        }
    }

    [[nodiscard]] std::vector<Label> take() { return std::move(m_labels); }

private:
    [[nodiscard]] Label ofRecord(const std::string& text, geodesy::WorldPoint at) const {
        Label label;
        label.text = text;
        label.at = at;
        label.record = true;
        label.textPx = m_style.recordLabel.sizePx * m_options.textScale * m_options.pixelRatio;
        label.widthPx = textWidthEm(text) * label.textPx;
        label.heightPx = kLineHeightEm * label.textPx;
        return label;
    }
    [[nodiscard]] Label moved(Label label, ScreenPoint byPx) const noexcept {
        label.at.x += byPx.x / m_view.scale;
        label.at.y += byPx.y / m_view.scale;
        return label;
    }
    [[nodiscard]] std::span<const ScreenPoint> places(model::Level level) const noexcept {
        const bool mustFit = m_style.labels[model::indexOf(level)].mustFit;
        return std::span(kPlaces).first(mustFit ? kNearPlaces : kPlaces.size());
    }
    [[nodiscard]] bool shown(model::Level level) const {
        const style::LabelStyle& look = m_style.labels[model::indexOf(level)];
        return m_metresPerPixel <= look.maxMetresPerPixel && m_metresPerPixel >= look.minMetresPerPixel;
    }

    /// The label a unit would have at one of its places, on its own: nothing when it does not fit or is
    /// off screen.
    [[nodiscard]] std::optional<Label> candidate(model::UnitRef ref, ScreenPoint place) const {
        const model::LevelTable& table = m_geometry.snapshot().table(ref.level);
        if (ref.row >= table.units.size() || !table.shapes.hasShape(ref.row) || !shown(ref.level)) return std::nullopt;
        const style::LabelStyle& look = m_style.labels[model::indexOf(ref.level)];
        Label label;
        label.unit = ref;
        label.text = table.units[ref.row].name;
        if (label.text.empty()) return std::nullopt;
        label.styleLevel = ref.level;
        label.textPx = look.sizePx * m_options.textScale * m_options.pixelRatio;
        label.widthPx = textWidthEm(label.text) * label.textPx;
        label.heightPx = kLineHeightEm * label.textPx;
        // Cheap refusals before the search for a good point: the box of the polygon is too small.
        const geom::GridBox& box = table.shapes.box(ref.row);
        const geodesy::WorldPoint nw = geodesy::toWorld(geom::GridPoint{box.min.x, box.max.y});
        const geodesy::WorldPoint se = geodesy::toWorld(geom::GridPoint{box.max.x, box.min.y});
        const double boxWidth = (se.x - nw.x) * m_view.scale, boxHeight = (se.y - nw.y) * m_view.scale;
        if (look.mustFit && (boxWidth < label.widthPx || boxHeight < label.heightPx)) return std::nullopt;
        // A label twice as wide as its unit says nothing about where the unit is.
        if (!look.mustFit && boxWidth * 2 < label.widthPx) return std::nullopt;
        const LabelPoint point = m_geometry.labelPoint(ref);
        if (!m_box.contains(point.at)) return std::nullopt;
        label.at = geodesy::toWorld(point.at);
        if (const auto mark = m_markOf.find(ref); mark != m_markOf.end()) {
            label.at.y += (mark->second / 2 + kGapPx * m_options.pixelRatio + label.heightPx / 2) / m_view.scale;
        }
        label.at.x += place.x * label.widthPx / m_view.scale;
        label.at.y += place.y * label.heightPx / m_view.scale;
        const bool aside = place.x != 0 || place.y != 0;
        if (aside && !geom::contains(table.shapes, ref.row, geom::snapToGrid(geodesy::fromWorld(label.at)))) {
            return std::nullopt;
        }
        if (look.mustFit && !fits(label, point)) return std::nullopt;
        return label;
    }

    [[nodiscard]] bool fits(const Label& label, const LabelPoint& point) const {
        // Inside the free circle it fits for sure; lattice units of latitude per pixel at this place.
        const double latitude = point.at.y / geom::kGridPerDegree * M_PI / 180;
        const double unitsPerPx = 360 * geom::kGridPerDegree * std::cos(latitude) / m_view.scale;
        const bool centred = label.at == geodesy::toWorld(point.at);
        if (centred && std::hypot(label.widthPx, label.heightPx) / 2 * unitsPerPx <= point.radius) return true;
        const double w = label.widthPx / 2 / m_view.scale, h = label.heightPx / 2 / m_view.scale;
        geom::GridBox box;
        box.extend(geom::snapToGrid(geodesy::fromWorld({label.at.x - w, label.at.y - h})));
        box.extend(geom::snapToGrid(geodesy::fromWorld({label.at.x + w, label.at.y + h})));
        return boxInside(m_geometry.snapshot().table(label.unit.level).shapes, label.unit.row, box);
    }

    bool tryPlace(const Label& label) {
        const ScreenPoint p = m_view.toScreen(label.at);
        const double w = label.widthPx / 2, h = label.heightPx / 2, gap = kGapPx * m_options.pixelRatio;
        // Not on the screen's near surroundings at all: somebody else's business.
        if (p.x + w < -m_margin || p.y + h < -m_margin || p.x - w > m_view.widthPx + m_margin ||
            p.y - h > m_view.heightPx + m_margin) {
            return false;
        }
        if (!m_taken.free({p.x - w - gap, p.y - h - gap / 2, p.x + w + gap, p.y + h + gap / 2})) return false;
        m_taken.take({p.x - w, p.y - h, p.x + w, p.y + h});
        if (label.unit.valid()) m_placed.emplace(label.unit, true);
        m_labels.push_back(label);
        return true;
    }

    const Geometry& m_geometry;
    const style::StyleSheet& m_style;
    const Options& m_options;
    const View& m_view;
    double m_margin;
    geom::GridBox m_box;
    double m_metresPerPixel;
    CollisionGrid m_taken;
    std::map<model::UnitRef, double> m_markOf;  ///< size of the mark standing on a unit's point
    std::map<model::UnitRef, bool> m_placed;
    std::vector<Label> m_labels;
};

}  // namespace

const style::LabelStyle& styleOf(const Label& label, const style::StyleSheet& style) noexcept {
    return label.record ? style.recordLabel : style.labels[model::indexOf(label.styleLevel)];
}

std::vector<Label> placeLabels(const Geometry& geometry, const style::StyleSheet& style, const Options& options,
                               const View& view, const std::vector<Mark>& marks, const std::vector<Label>& previous) {
    if (!options.layers[std::size_t(Layer::labels)].visible) return {};
    Placer placer(geometry, style, options, view, marks);
    placer.keep(previous);
    for (const model::Level level : model::kLevels) {
        // What the reader asked to see goes before the finest units.
        if (level == model::Level::naturalVillage) placer.addRecords(marks, geometry.snapshot());
        placer.addLevel(level);
    }
    return placer.take();
}

}  // namespace xiangtu::scene
