// SPDX-License-Identifier: GPL-3.0-or-later
// Q13 and proposals: groups around leaders, new points, an inspection tour.
#include "geodesy/area.h"
#include "query/asked.h"
#include "query/point_table.h"
#include "query/proposals.h"

#include <algorithm>
#include <numeric>

namespace xiangtu::query {

namespace {

using model::UnitRef;

constexpr std::size_t kMostStops = 300;

struct Household {
    geom::GeoPoint place;
    UnitRef unit;  ///< the grid it is counted in
};

/// Where households live: as the table given says, else all of a grid's at its middle.
std::vector<Household> households(const Asked& in, UnitRef within) {
    std::vector<Household> out;
    if (in.has("households")) {
        PointTable table;
        try {
            table = readPoints(in.text("households"), in.text("lon-column"), in.text("lat-column"));
        } catch (const std::exception& error) { in.refuse("households", error.what()); }
        const auto rows = in.ground.locator(model::Level::grid).at(table.points, in.progress);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            UnitRef unit;
            if (rows[i] != index::Locator::kNone) unit = {model::Level::grid, rows[i]};
            if (in.isWithin(unit, within)) out.push_back({geom::toGeo(table.points[i]), unit});
        }
        return out;
    }
    const auto& seats = in.ground.seats(model::Level::grid);
    for (std::uint32_t row = 0; row < seats.size(); ++row) {
        const UnitRef unit{model::Level::grid, row};
        if (!seats[row] || !in.isWithin(unit, within)) continue;
        out.insert(out.end(), std::size_t(householdsOf(in.snapshot, unit)), {geom::toGeo(*seats[row]), unit});
    }
    return out;
}

}  // namespace

Answer groups(const Asked& in) {
    const UnitRef within = in.unit("within");
    const GroupOptions options{in.count("size", 100), in.metres("metres")};
    const std::size_t least = in.count("least", 100);
    const Sources leaders = in.sources("leaders", "where");
    const auto all = households(in, within);
    std::vector<geom::GeoPoint> places;
    for (const Household& h : all) places.push_back(h.place);
    const Grouping grouping = groupAround(leaders.places, places, options, in.progress);
    struct Group {
        std::int64_t members = 0;
        double furthest = 0, sum = 0;
    };
    std::vector<Group> found(leaders.ids.size());
    std::size_t left = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (grouping.leaderOf[i] == Grouping::kNone) {
            ++left;
            continue;
        }
        Group& group = found[grouping.leaderOf[i]];
        ++group.members;
        group.sum += grouping.metres[i];
        group.furthest = std::max(group.furthest, grouping.metres[i]);
    }
    Answer answer;
    answer.table.registerId = leaders.registerId;
    Lines lines(answer, {"互助小组", "Mutual-aid groups"});
    lines.number("id", "编号", "Id").text("leader", "组长", "Leader").number("members", "户数", "Households", "户");
    lines.number("furthest", "最远", "Furthest", "米")
        .number("mean", "平均", "Mean way", "米")
        .text("remark", "备注", "Remark");
    std::size_t small = 0, used = 0;
    for (std::size_t g = 0; g < found.size(); ++g) {
        if (found[g].members == 0) continue;
        ++used;
        const bool under = found[g].members < std::int64_t(least);
        small += under ? 1 : 0;
        lines.row({}, leaders.registerId.empty() ? 0 : leaders.ids[g],
                  {leaders.ids[g], leaders.names[g], found[g].members, found[g].furthest,
                   found[g].sum / double(found[g].members), std::string(under ? "偏小" : "")},
                  leaders.places.shapes()[g]);
    }
    lines.sum("groups", "小组", "Groups", double(used), "个");
    lines.sum("small", "偏小的组", "Undersized groups", double(small), "个");
    lines.sum("households", "户", "Households", double(all.size()), "户");
    lines.sum("ungrouped", "未入组", "In no group", double(left), "户");
    lines.sum("metres", "路程合计", "All ways", grouping.total, "米");
    lines.sum("least", "不可能更短于", "Cannot be less than", grouping.leastPossible, "米");
    if (leaders.ids.empty())
        lines.note("没有任何这样的组长，全部未入组", "there is no such leader: nobody is in a group");
    if (!in.has("households")) {
        lines.note("户的位置没有登记，按所在网格的中心计算",
                   "where households live is not recorded: they are taken at the middle of their grid");
    }
    return answer;
}

Answer proposePoints(const Asked& in) {
    const CoverageOptions options{in.metres("metres"), in.count("count", 1000)};
    const model::Level level = in.level("level");
    const UnitRef within = in.unit("within");
    const Places none{{}};
    std::vector<Sources> existing;
    if (in.has("from")) existing.push_back(in.sources("from", "where"));
    std::vector<Demand> demand;
    const auto& seats = in.ground.seats(model::Level::grid);
    for (std::uint32_t row = 0; row < seats.size(); ++row) {
        const UnitRef unit{model::Level::grid, row};
        if (seats[row] && in.isWithin(unit, within))
            demand.push_back({geom::toGeo(*seats[row]), householdsOf(in.snapshot, unit)});
    }
    std::vector<UnitRef> units;
    std::vector<geom::GeoPoint> candidates;
    for (std::uint32_t row = 0; row < in.ground.seats(level).size(); ++row) {
        const auto& seat = in.ground.seats(level)[row];
        if (!seat || !in.isWithin({level, row}, within)) continue;
        units.push_back({level, row});
        candidates.push_back(geom::toGeo(*seat));
    }
    const CoveragePlan plan =
        planCoverage(demand, existing.empty() ? none : existing.front().places, candidates, options, in.progress);
    Answer answer;
    Lines lines(answer, {"建议点位", "Proposed points"});
    lines.number("order", "次序", "Order").unitColumns().number("lon", "经度", "Longitude", "", 7);
    lines.number("lat", "纬度", "Latitude", "", 7).number("gain", "新增覆盖", "Newly reached", "户");
    lines.number("share", "累计覆盖", "Reached so far", "%", 2);
    std::int64_t reached = plan.before;
    const auto percent = [&](std::int64_t n) { return plan.total > 0 ? 100.0 * double(n) / double(plan.total) : 0; };
    for (const CoveragePlan::Step& step : plan.steps) {
        reached += step.gain;
        const geom::GeoPoint at = candidates[step.candidate];
        std::vector<model::Value> cells{std::int64_t(answer.table.rows.size() + 1)};
        for (auto& c : unitCells(in.snapshot, units[step.candidate], {at.lon, at.lat, step.gain, percent(reached)})) {
            cells.push_back(std::move(c));
        }
        lines.row(units[step.candidate], 0, std::move(cells), at);
    }
    lines.sum("households", "户", "Households", double(plan.total), "户");
    lines.sum("before", "现已覆盖", "Reached today", double(plan.before), "户");
    lines.sum("after", "建成后覆盖", "Reached then", double(plan.after), "户");
    lines.sum("most", "这么多点至多覆盖", "So many points reach at most", double(plan.mostPossible), "户");
    lines.sum("share", "覆盖率", "Share reached", percent(plan.after), "%", 2);
    if (plan.steps.size() < options.points) lines.note("更多的点不再增加覆盖", "more points would reach nobody new");
    return answer;
}

Answer tour(const Asked& in) {
    struct Stop {
        geom::GeoPoint place;
        UnitRef unit;
        std::string name;
    };
    std::vector<Stop> stops;
    if (in.has("start")) stops.push_back({in.place("start"), {}, "出发"});
    if (in.has("units")) {
        const model::Level level = in.level("level");
        for (const UnitRef unit : in.units("units", level)) {
            const auto& seat = in.ground.seats(level)[unit.row];
            if (!seat) in.refuse("units", in.snapshot.unit(unit).code.text() + " has no polygon");
            stops.push_back({geom::toGeo(*seat), unit, in.snapshot.unit(unit).name});
        }
    }
    if (in.has("of")) {
        const Sources of = in.sources("of", "where");
        for (std::size_t i = 0; i < of.ids.size(); ++i) {
            const auto place = geom::firstPoint(of.places.shapes()[i]);
            if (!place) continue;
            const auto unit = in.ground.units().unitAt(model::Level::village, geom::snapToGrid(*place));
            stops.push_back({*place, unit.value_or(UnitRef()), of.names[i]});
        }
    }
    const std::size_t least = in.has("start") ? 2 : 1;
    if (stops.size() < least) in.refuse("units", "or of is needed: there is no stop");
    if (stops.size() > kMostStops) {
        in.refuse(in.has("of") ? "of" : "units",
                  "names " + std::to_string(stops.size()) + " stops; at most " + std::to_string(kMostStops));
    }
    std::vector<geom::GeoPoint> places;
    for (const Stop& stop : stops) places.push_back(stop.place);
    Answer answer;
    Lines lines(answer, {"拉练路线", "Inspection tour"});
    lines.number("order", "次序", "Order").text("stop", "点位", "Stop").unitColumns();
    lines.number("leg_m", "本段", "From the last", "米").number("way_m", "累计", "So far", "米");
    double way = 0;
    std::optional<geom::GeoPoint> last;
    for (const std::uint32_t at : shortTour(places, 0, in.progress)) {
        const Stop& stop = stops[at];
        const double leg = last ? geodesy::distance(*last, stop.place) : 0;
        way += leg;
        std::vector<model::Value> cells{std::int64_t(answer.table.rows.size() + 1), stop.name};
        for (auto& c : unitCells(in.snapshot, stop.unit, {leg, way})) cells.push_back(std::move(c));
        lines.row(stop.unit, 0, std::move(cells), stop.place);
        last = stop.place;
    }
    lines.sum("stops", "点位", "Stops", double(stops.size()), "个");
    lines.sum("length", "直线里程", "Straight length", way / 1000, "公里", 2);
    lines.note(stops.size() <= kExactStops ? "这是最短的次序；里程按直线，不按道路"
                                           : "次序已改进到不能再短；里程按直线，不按道路",
               stops.size() <= kExactStops
                   ? "no order is shorter; lengths are straight, not along roads"
                   : "no turn or move shortens it further; lengths are straight, not along roads");
    return answer;
}

}  // namespace xiangtu::query
