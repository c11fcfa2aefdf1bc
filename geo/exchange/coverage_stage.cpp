// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/coverage_stage.h"

#include "base/parallel.h"
#include "exchange/coverage_check.h"
#include "exchange/overlay.h"
#include "geodesy/area.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <unordered_set>
#include <utility>

namespace xiangtu::exchange {

namespace {

std::string number(double value, int digits) {
    char text[48];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

std::string list(const std::vector<std::string>& codes) {
    std::string text;
    for (std::size_t i = 0; i < codes.size() && i < 6; ++i) text += (i ? ", " : "") + codes[i];
    if (codes.size() > 6) text += " and " + std::to_string(codes.size() - 6) + " more";
    return text;
}

struct Outside {
    double areaM2 = 0;
    double share = 0;
    std::optional<geom::GeoPoint> place;
};

Outside measureOutside(const geom::MultiPolygon& shape, const geom::MultiPolygon& parent) {
    const geom::MultiPolygon rest = without(shape, parent);
    if (rest.empty()) return {};
    const double whole = geodesy::area(shape), over = geodesy::area(rest);
    return {over, whole > 0 ? over / whole : 0, geom::toGeo(pointInside(rest))};
}

/// Whether the children tile their parent side by side: together with the parent turned round every side is drawn once
/// each way. Then the sum of their areas is one inside of it and nothing outside, point by point, and there is nothing
/// to overlay.
bool tile(const geom::MultiPolygon& parent, const std::vector<std::size_t>& members, const std::vector<Draft>& drafts) {
    geom::PolygonSet all;
    for (const std::size_t i : members) {
        if (drafts[i].has(Rule::invalidRing)) return false;
        all.add(drafts[i].unit.shape);
    }
    all.beginFeature();
    const auto addTurned = [&](geom::Ring ring) {
        std::ranges::reverse(ring);
        all.addRing(ring);
    };
    for (const geom::Polygon& part : parent) {
        addTurned(part.outer);
        for (const geom::Ring& hole : part.holes) addTurned(hole);
    }
    all.endFeature();
    return everySideTwice(all);
}

std::string described(const model::Snapshot& file, model::UnitRef ref) {
    const model::Unit& unit = file.unit(ref);
    return unit.code.text() + (unit.name.empty() ? "" : " " + unit.name);
}

/// Units of the file that the import gives children to, and whose outlines these are to fill.
std::vector<model::UnitRef> parentsOf(const std::vector<Draft>& drafts) {
    std::vector<model::UnitRef> parents;
    for (const Draft& d : drafts) {
        if (!d.rejected && d.parent.valid()) parents.push_back(d.parent);
    }
    std::ranges::sort(parents);
    parents.erase(std::unique(parents.begin(), parents.end()), parents.end());
    return parents;
}

}  // namespace

void checkParents(const model::Snapshot& file, std::vector<Draft>& drafts, ImportReport& report,
                  const base::Progress& progress) {
    std::map<model::UnitRef, std::vector<std::size_t>> byParent;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const Draft& d = drafts[i];
        if (!d.rejected && d.parent.valid() && !d.unit.shape.empty() &&
            file.table(d.parent.level).shapes.hasShape(d.parent.row)) {
            byParent[d.parent].push_back(i);
        }
    }
    const std::vector<std::pair<model::UnitRef, std::vector<std::size_t>>> groups(byParent.begin(), byParent.end());
    std::vector<Outside> outside(drafts.size());
    base::parallelFor(groups.size(), 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t g = begin; g < end; ++g) {
            progress.check();
            const auto& [ref, members] = groups[g];
            const geom::MultiPolygon parent = file.table(ref.level).shapes.feature(ref.row);
            if (tile(parent, members, drafts)) continue;
            const Container container(parent);
            for (const std::size_t i : members) {
                if (!container.covers(drafts[i].unit.shape)) outside[i] = measureOutside(drafts[i].unit.shape, parent);
            }
        }
    });
    std::int64_t small = 0;
    double smallM2 = 0;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const Outside& o = outside[i];
        // A unit put under a parent it does not lie in has been told with the reason already.
        const bool told = drafts[i].has(Rule::codePrefixMismatch) || drafts[i].has(Rule::noParent);
        if (o.areaM2 <= 0 || (o.share > 0.5 && told)) continue;
        if (o.areaM2 < kLeastOutsideM2 || o.share < kLeastOutsideShare) {
            ++small;
            smallM2 += o.areaM2;
            continue;
        }
        Finding& f = drafts[i].find(Rule::outsideParent, Severity::warning, Outcome::kept,
                                    number(o.areaM2, 1) + " m2 (" + number(100 * o.share, 2) +
                                        " % of it) lie outside its parent " + file.unit(drafts[i].parent).code.text());
        f.place = o.place;
        f.areaM2 = o.areaM2;
    }
    if (small > 0) {
        report.notes.push_back(std::to_string(small) + " units reach over their parent's border by less than " +
                               number(kLeastOutsideM2, 0) + " m2 or " + number(100 * kLeastOutsideShare, 1) +
                               " % each (" + number(smallM2, 1) + " m2 together)");
    }
}

void checkLevel(const model::Snapshot& file, const ImportRequest& request, const std::vector<Draft>& drafts,
                ImportReport& report, const base::Progress& progress) {
    std::unordered_set<model::Code> redrawn;
    for (const Draft& draft : drafts) {
        if (!draft.rejected && !draft.unit.shape.empty()) redrawn.insert(draft.unit.code);
    }
    geom::PolygonSet set;
    std::vector<std::string> codes;
    const model::LevelTable& present = file.table(request.level);
    for (std::size_t row = 0; row < present.units.size(); ++row) {
        // Where both can be, the new border stands for the old one.
        if (request.present == Present::update && redrawn.contains(present.units[row].code)) continue;
        set.add(present.shapes.feature(row));
        codes.push_back(present.units[row].code.text());
    }
    const std::size_t firstNew = codes.size();
    for (const Draft& draft : drafts) {
        if (draft.rejected) continue;
        set.add(draft.unit.shape);
        codes.push_back(draft.unit.code.text());
    }
    const auto parents = parentsOf(drafts);
    geom::PolygonSet outlines;
    for (const model::UnitRef ref : parents) outlines.add(file.table(ref.level).shapes.feature(ref.row));
    report.coverage = checkCoverage(set, outlines, kLeastSpotM2, progress);
    report.coverageChecked = true;
    for (CoverageSpot& spot : report.coverage.spots) {
        const bool overlap = spot.fault == CoverageFault::overlap;
        if (overlap && std::ranges::none_of(spot.units, [&](std::uint32_t u) { return u >= firstNew; })) continue;
        ++(overlap ? report.overlaps : report.gaps);
        (overlap ? report.overlapM2 : report.gapM2) += spot.areaM2;
        Finding f;
        f.rule = overlap ? Rule::overlap : Rule::gap;
        f.areaM2 = spot.areaM2;
        f.place = spot.place;
        for (const std::uint32_t unit : spot.units) f.units.push_back(codes[unit]);
        if (overlap)
            f.message = number(spot.areaM2, 1) + " m2 claimed by " + list(f.units);
        else
            f.message = number(spot.areaM2, 1) + " m2 " +
                        (spot.parent ? "of " + described(file, parents[*spot.parent]) + " " : std::string()) +
                        "left free" + (f.units.empty() ? "" : " between " + list(f.units));
        report.findings.push_back(std::move(f));
    }
    report.coverage.spots.clear();
}

}  // namespace xiangtu::exchange
