// SPDX-License-Identifier: GPL-3.0-or-later
// Q1: where is this place, and how many of these points has every unit.
#include "geodesy/area.h"
#include "query/asked.h"
#include "query/point_table.h"
#include "query/units_near.h"

#include <algorithm>
#include <cmath>

namespace xiangtu::query {

namespace {

constexpr std::size_t kLinesNamed = 5;

/// The unit of a level nearest to a place; the boxes asked grow until one is met.
std::optional<std::pair<model::UnitRef, double>> nearestUnit(const Ground& ground, model::Level level,
                                                             geom::GeoPoint place) {
    const geom::PolygonSet& shapes = ground.table(level).shapes;
    for (double reach = 500; reach < 2 * kFurthestMetres; reach *= 4) {
        std::optional<std::pair<model::UnitRef, double>> best;
        ground.units().tree(level).visit(boxAround(place, std::min(reach, kFurthestMetres)), [&](std::uint32_t row) {
            const double metres = metresTo(shapes, row, place);
            if (metres > reach) return;
            if (!best || metres < best->second || (metres == best->second && row < best->first.row)) {
                best = {{level, row}, metres};
            }
        });
        if (best) return best;
    }
    return std::nullopt;
}

/// What is to be known where no point of a table lies in the county.
void noteNoneInside(const Asked& in, Lines& lines, const PointTable& table, const index::Locator& locator) {
    if (table.points.empty() && table.unread.empty()) return lines.note("表格里没有点位", "the table holds no points");
    const auto turned = locator.at(table.turned, in.progress);
    const auto outside = std::ranges::count(turned, index::Locator::kNone);
    if (const auto inside = std::ptrdiff_t(turned.size()) - outside; inside > 0) {
        const std::string n = std::to_string(inside);
        return lines.note(
            "经度和纬度两列像是颠倒了：调换后有 " + n + " 个点在县域内",
            "longitude and latitude seem to be the wrong way round: changed, " + n + " points lie in the county");
    }
    lines.note("没有一个点在县域内", "no point lies in the county");
}

}  // namespace

Answer locate(const Asked& in) {
    const geom::GeoPoint place{in.number("lon", -180, 180), in.number("lat", -90, 90)};
    Answer answer;
    Lines lines(answer, {"此处所属", "Units at the place"});
    lines.unitColumns().number("households", "户数", "Households", "户").number("area_mu", "面积", "Area", "亩", 2);
    const geom::GridPoint p = geom::snapToGrid(place);
    for (std::size_t l = model::kLevelCount; l-- > 0;) {
        const auto unit = in.ground.units().unitAt(model::kLevels[l], p);
        if (!unit) continue;
        const double area = geodesy::area(in.ground.table(unit->level).shapes, unit->row);
        lines.row(*unit, unitCells(in.snapshot, *unit, {householdsOf(in.snapshot, *unit), mu(area)}));
    }
    if (!answer.table.rows.empty()) return answer;
    std::string zh = "此处不在县域内", en = "the place lies outside the county";
    for (const model::Level level : {model::Level::village, model::Level::township, model::Level::county}) {
        const auto near = nearestUnit(in.ground, level, place);
        if (!near) continue;
        const std::string metres = std::to_string(std::llround(near->second));
        zh += "，最近的是" + in.snapshot.unit(near->first).name + "（" + metres + " 米）";
        en += "; the nearest is " + in.snapshot.unit(near->first).name + ", " + metres + " m away";
        break;
    }
    lines.note(zh, en);
    return answer;
}

Answer join(const Asked& in) {
    const model::Level level = in.level("level");
    PointTable table;
    try {
        table = readPoints(in.text("points"), in.text("lon-column"), in.text("lat-column"));
    } catch (const std::exception& error) { in.refuse("points", error.what()); }
    const auto rows = in.ground.locator(level).at(table.points, in.progress);
    std::vector<std::uint32_t> counts(in.ground.table(level).units.size(), 0);
    std::size_t outside = 0;
    for (const std::uint32_t row : rows) {
        if (row == index::Locator::kNone) {
            ++outside;
        } else {
            ++counts[row];
        }
    }
    Answer answer;
    Lines lines(answer, {"点位归属", "Points per unit"});
    lines.unitColumns().number("points", "点数", "Points", "个");
    std::size_t reached = 0;
    for (std::uint32_t row = 0; row < counts.size(); ++row) {
        if (counts[row] == 0) continue;
        ++reached;
        lines.row({level, row}, unitCells(in.snapshot, {level, row}, {std::int64_t(counts[row])}));
    }
    lines.sum("points", "点", "Points", double(rows.size()), "个");
    lines.sum("units", "有点的单元", "Units with points", double(reached), "个");
    lines.sum("outside", "不在任何单元内", "In no unit", double(outside), "个");
    if (reached == 0) noteNoneInside(in, lines, table, in.ground.locator(level));
    if (!table.unread.empty()) {
        std::string some;
        for (std::size_t i = 0; i < std::min(kLinesNamed, table.unread.size()); ++i) {
            some += (i ? ", " : "") + std::to_string(table.unread[i]);
        }
        if (table.unread.size() > kLinesNamed) some += " …";
        const std::string n = std::to_string(table.unread.size());
        lines.note(n + " 行读不出坐标（第 " + some + " 行）", n + " lines hold no place (lines " + some + ")");
    }
    return answer;
}

}  // namespace xiangtu::query
