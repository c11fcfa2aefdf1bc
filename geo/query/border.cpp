// SPDX-License-Identifier: GPL-3.0-or-later
// Q4, Q8, Q9: neighbours, faults of a border, whether children make up their parent.
#include "exchange/coverage_check.h"
#include "geodesy/area.h"
#include "query/asked.h"
#include "query/counted.h"
#include "query/neighbours.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace xiangtu::query {

namespace {

using model::UnitRef;

std::string className(const model::Snapshot& snapshot, std::size_t scheme, UnitRef unit) {
    const std::uint8_t at = snapshot.classOf(scheme, unit);
    return at == model::ClassColumn::kUnset ? std::string() : (*snapshot.schemes)[scheme].classes[at].name.zh;
}

geom::PolygonSet shapesOf(const model::LevelTable& table, const std::vector<std::uint32_t>& rows) {
    geom::PolygonSet out;
    for (const std::uint32_t row : rows) {
        out.beginFeature();
        for (std::size_t r = table.shapes.firstRing(row); r < table.shapes.firstRing(row + 1); ++r) {
            out.addRing(table.shapes.ring(r));
        }
        out.endFeature();
    }
    return out;
}

std::string latticeText(__int128 twice) {
    // Halves of lattice squares; a difference anyone looks at fits into 64 bits.
    const auto clamped = std::int64_t(std::clamp<__int128>(twice, INT64_MIN / 2, INT64_MAX / 2));
    return std::to_string(clamped / 2) + (clamped % 2 != 0 ? ".5" : "");
}

}  // namespace

Answer adjacent(const Asked& in) {
    const UnitRef unit = in.unit("unit");
    const bool coloured = in.has("class");
    const std::size_t scheme = in.scheme("scheme");
    const std::uint8_t wanted = coloured ? in.classOf("class", scheme) : model::ClassColumn::kUnset;
    const model::Level level = unit.valid() ? unit.level : in.level("level");
    if (!unit.valid() && !coloured) in.refuse("unit", "or class is needed");
    const std::size_t l = model::indexOf(level);
    const auto pairs =
        unit.valid() ? neighboursOf(in.ground.topology(), l, unit.row) : neighbours(in.ground.topology(), l);
    Answer answer;
    Lines lines(answer, {"相邻单元", "Neighbours"});
    lines.unitColumns().text("of", "邻接于", "Next to").number("metres", "共同边界", "Common border", "米", 1);
    lines.text("class", "颜色", "Class").text("class_of", "邻接方颜色", "Class of that");
    double metres = 0;
    const auto add = [&](std::uint32_t row, std::uint32_t of, double length) {
        const UnitRef one{level, row}, other{level, of};
        if (coloured && in.snapshot.classOf(scheme, one) != wanted) return;
        metres += length;
        lines.row(one, unitCells(in.snapshot, one,
                                 {in.snapshot.unit(other).code.text() + " " + in.snapshot.unit(other).name, length,
                                  className(in.snapshot, scheme, one), className(in.snapshot, scheme, other)}));
    };
    for (const Neighbours& pair : pairs) {
        if (!unit.valid() || pair.a == unit.row) add(pair.b, pair.a, pair.metres);
        if (!unit.valid() || pair.b == unit.row) add(pair.a, pair.b, pair.metres);
    }
    lines.sum("pairs", "相邻关系", "Pairs", double(answer.table.rows.size()), "对");
    lines.sum("metres", "共同边界", "Common border", metres, "米", 1);
    return answer;
}

Answer borderFaults(const Asked& in) {
    const model::Level level = in.level("level");
    const double least = in.number("least", 0.01, 1e9);
    const UnitRef within = in.unit("within");
    std::vector<std::uint32_t> rows;
    const model::LevelTable& table = in.ground.table(level);
    for (std::uint32_t row = 0; row < table.units.size(); ++row) {
        if (table.shapes.hasShape(row) && in.isWithin({level, row}, within)) rows.push_back(row);
    }
    // What their parents' outlines hold is to be filled.
    std::vector<std::uint32_t> parents;
    const model::Level above = level == model::Level::county ? level : model::kLevels[model::indexOf(level) - 1];
    for (const std::uint32_t row : rows) {
        const UnitRef parent = table.units[row].parent;
        if (above != level && parent.valid() && parent.level == above) parents.push_back(parent.row);
    }
    std::ranges::sort(parents);
    parents.erase(std::ranges::unique(parents).begin(), parents.end());
    const auto report =
        exchange::checkCoverage(shapesOf(table, rows), shapesOf(in.ground.table(above), parents), least, in.progress);
    Answer answer;
    Lines lines(answer, {"边界问题", "Faults of the borders"});
    lines.text("fault", "问题", "Fault").number("area_m2", "面积", "Area", "平方米", 2);
    lines.number("lon", "经度", "Longitude", "", 7).number("lat", "纬度", "Latitude", "", 7);
    lines.text("units", "涉及单元", "Units");
    std::size_t overlaps = 0;
    for (const exchange::CoverageSpot& spot : report.spots) {
        std::string names;
        for (const std::uint32_t n : spot.units) {
            const model::Unit& unit = table.units[rows[n]];
            names += (names.empty() ? "" : ", ") + unit.code.text() + " " + unit.name;
        }
        const bool overlap = spot.fault == exchange::CoverageFault::overlap;
        overlaps += overlap ? 1 : 0;
        lines.row(spot.units.empty() ? UnitRef() : UnitRef{level, rows[spot.units.front()]}, 0,
                  {std::string(overlap ? "压盖" : "空隙"), spot.areaM2, spot.place.lon, spot.place.lat, names},
                  spot.place);
    }
    lines.sum("overlaps", "压盖", "Overlaps", double(overlaps), "处");
    lines.sum("gaps", "空隙", "Gaps", double(report.spots.size() - overlaps), "处");
    lines.sum("small_overlaps", "更小的压盖", "Smaller overlaps", double(report.smallOverlaps), "处");
    lines.sum("small_gaps", "更小的空隙", "Smaller gaps", double(report.smallGaps), "处");
    lines.sum("small_m2", "更小者合计", "Together", report.smallOverlapM2 + report.smallGapM2, "平方米", 2);
    return answer;
}

Answer childrenSum(const Asked& in) {
    const UnitRef one = in.unit("unit");
    const model::Level level = one.valid() ? one.level : in.level("level");
    const model::Children children(in.snapshot);
    const geom::PolygonSet& shapes = in.ground.table(level).shapes;
    Answer answer;
    Lines lines(answer, {"下级合计与本级", "Children against their parent"});
    lines.unitColumns().number("children", "下级单元", "Children", "个");
    lines.number("area_mu", "本级面积", "Area", "亩", 2).number("children_mu", "下级合计", "Of the children", "亩", 2);
    lines.number("difference_m2", "差", "Difference", "平方米", 2);
    lines.text("exact", "格网差", "Lattice difference").number("households", "本级户数", "Households", "户");
    lines.number("children_households", "下级户数", "Of the children", "户");
    // Areas on the ellipsoid take most of the time: the unit's, then that of its children.
    std::vector<std::array<double, 2>> areas(shapes.size());
    countedFor(shapes.size(), 4, in.progress, "areas", [&](std::size_t row) {
        const UnitRef unit{level, std::uint32_t(row)};
        if (one.valid() && unit != one) return;
        for (const UnitRef child : children.of(unit)) {
            areas[row][1] += geodesy::area(in.ground.table(child.level).shapes, child.row);
        }
        areas[row][0] = geodesy::area(shapes, row);
    });
    std::size_t apart = 0, counted = 0;
    for (std::uint32_t row = 0; row < shapes.size(); ++row) {
        const UnitRef unit{level, row};
        if (one.valid() && unit != one) continue;
        const auto below = children.of(unit);
        if (below.empty()) continue;
        ++counted;
        const auto [own, area] = areas[row];
        __int128 twice = 0;
        std::int64_t households = 0;
        for (const UnitRef child : below) {
            const geom::PolygonSet& childShapes = in.ground.table(child.level).shapes;
            twice += childShapes.twiceArea(child.row);
            households += householdsOf(in.snapshot, child);
        }
        const __int128 gap = twice - shapes.twiceArea(row);
        apart += gap != 0 || households != householdsOf(in.snapshot, unit) ? 1 : 0;
        // The areas on the ellipsoid of the same land differ by their roundings; the lattice knows.
        lines.row(unit, unitCells(in.snapshot, unit,
                                  {std::int64_t(below.size()), mu(own), mu(area), gap == 0 ? 0.0 : area - own,
                                   latticeText(gap), householdsOf(in.snapshot, unit), households}));
    }
    lines.sum("units", "有下级的单元", "Units with children", double(counted), "个");
    lines.sum("apart", "对不上的", "That do not add up", double(apart), "个");
    return answer;
}

}  // namespace xiangtu::query
