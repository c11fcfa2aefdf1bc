// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/merge.h"

#include "geom/grid_point.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace xiangtu::edit {

namespace {

constexpr std::array<std::string_view, kFateCount> kNames{"new", "changed", "unchanged", "missing", "refused"};

bool before(geom::GridPoint a, geom::GridPoint b) { return std::tie(a.x, a.y) < std::tie(b.x, b.y); }

void settleRing(geom::Ring& ring) { std::ranges::rotate(ring, std::ranges::min_element(ring, before)); }

bool ringBefore(const geom::Ring& a, const geom::Ring& b) { return std::ranges::lexicographical_compare(a, b, before); }

/// One way of writing a shape for all that are the same.
void settle(geom::MultiPolygon& shape) {
    for (geom::Polygon& part : shape) {
        settleRing(part.outer);
        for (geom::Ring& hole : part.holes) settleRing(hole);
        std::ranges::sort(part.holes, ringBefore);
    }
    std::ranges::sort(shape, [](const auto& a, const auto& b) { return ringBefore(a.outer, b.outer); });
}

std::vector<std::vector<geom::GridPoint>> onLattice(const geom::GeoMultiLine& lines) {
    std::vector<std::vector<geom::GridPoint>> out;
    for (const geom::GeoLine& line : lines) {
        auto& points = out.emplace_back();
        for (const geom::GeoPoint p : line) points.push_back(geom::snapToGrid(p));
    }
    return out;
}

}  // namespace

std::string_view fateName(Fate fate) noexcept { return kNames[std::size_t(fate)]; }

void MergeReport::add(Fate fate, MergeLine line) {
    const std::int64_t known = counts[std::size_t(fate)]++;
    if (fate == Fate::inserted || fate == Fate::unchanged || known >= std::int64_t(kMergeLines)) return;
    line.fate = fate;
    lines.push_back(std::move(line));
}

std::string mergeText(const MergeReport& report) {
    std::string text;
    for (const Fate fate : {Fate::inserted, Fate::updated, Fate::unchanged, Fate::missing, Fate::refused}) {
        const std::int64_t count = report.count(fate);
        if (count == 0 && fate != Fate::inserted) continue;
        text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(fateName(fate));
        if (fate != Fate::updated) continue;
        std::string fields;
        for (const auto& [field, rows] : report.changedFields)
            fields += (fields.empty() ? "" : ", ") + field + " " + std::to_string(rows);
        text += " (" + fields + ")";
    }
    return text;
}

bool sameShape(geom::MultiPolygon a, geom::MultiPolygon b) {
    settle(a);
    settle(b);
    return a == b;
}

bool sameShape(const geom::GeoShape& a, const geom::GeoShape& b) {
    if (a.index() != b.index()) return false;
    if (const auto* point = std::get_if<geom::GeoPoint>(&a))
        return geom::snapToGrid(*point) == geom::snapToGrid(std::get<geom::GeoPoint>(b));
    if (const auto* lines = std::get_if<geom::GeoMultiLine>(&a))
        return onLattice(*lines) == onLattice(std::get<geom::GeoMultiLine>(b));
    if (const auto* areas = std::get_if<geom::GeoMultiPolygon>(&a))
        return sameShape(geom::snapToGrid(*areas), geom::snapToGrid(std::get<geom::GeoMultiPolygon>(b)));
    return true;
}

}  // namespace xiangtu::edit
