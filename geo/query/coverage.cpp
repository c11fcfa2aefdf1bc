// SPDX-License-Identifier: GPL-3.0-or-later
// Q2, Q3, Q11, Q12: who is served, who is near, who is far.
#include "geodesy/area.h"
#include "query/asked.h"
#include "query/counted.h"
#include "query/units_near.h"

#include <algorithm>
#include <atomic>

namespace xiangtu::query {

namespace {

using model::UnitRef;

/// Units of a level with a record of the chosen ones standing on them or on a unit below.
std::vector<char> withRecords(const Asked& in, const Chosen& chosen, model::Level level) {
    std::vector<char> has(in.ground.table(level).units.size(), 0);
    for (const model::Record* record : chosen.records) {
        const UnitRef at = in.snapshot.ancestor(record->unit, level);
        if (at.valid()) has[at.row] = 1;
    }
    return has;
}

/// For every unit of the level with no place within `metres` of its seat the nearest one there is. Whoever is near is
/// not measured.
struct Far {
    std::vector<char> near;
    std::vector<std::optional<Places::Hit>> nearest;
};
Far farFrom(const Asked& in, model::Level level, UnitRef within, const Places& places, double metres) {
    const auto& seats = in.ground.seats(level);
    Far out{std::vector<char>(seats.size(), 0), std::vector<std::optional<Places::Hit>>(seats.size())};
    countedFor(seats.size(), 64, in.progress, "distances", [&](std::size_t i) {
        if (!seats[i] || !in.isWithin({level, std::uint32_t(i)}, within)) return;
        const geom::GeoPoint seat = geom::toGeo(*seats[i]);
        out.near[i] = places.anyWithin(seat, metres) ? 1 : 0;
        if (out.near[i] != 0) return;
        const auto hits = places.nearest(seat, 1);
        if (!hits.empty()) out.nearest[i] = hits.front();
    });
    return out;
}

/// Where something is asked about: a place, the seat of a unit, a record.
geom::GeoPoint target(const Asked& in) {
    if (in.has("at")) return in.place("at");
    const UnitRef unit = in.unit("unit");
    if (!unit.valid()) in.refuse("at", "or unit is needed");
    const auto& seat = in.ground.seats(unit.level)[unit.row];
    if (!seat) in.refuse("unit", "has no polygon");
    return geom::toGeo(*seat);
}

}  // namespace

Answer holes(const Asked& in) {
    const model::Level level = in.level("level");
    const UnitRef within = in.unit("within");
    const auto& servedBy = in.snapshot.party->servedBy[model::indexOf(level)];
    const bool byRegister = in.has("of");
    const std::vector<char> has = byRegister ? withRecords(in, in.records("of", "where"), level) : std::vector<char>();
    Answer answer;
    Lines lines(answer, {"覆盖空白", "Units not covered"});
    lines.unitColumns().text("parent", "上级", "In").number("households", "户数", "Households", "户");
    std::size_t all = 0, missed = 0;
    std::int64_t households = 0;
    for (std::uint32_t row = 0; row < in.ground.table(level).units.size(); ++row) {
        const UnitRef unit{level, row};
        if (!in.isWithin(unit, within)) continue;
        ++all;
        const bool served =
            byRegister ? has[row] != 0 : row < servedBy.size() && servedBy[row] != model::PartyTable::kNone;
        if (served) continue;
        ++missed;
        households += householdsOf(in.snapshot, unit);
        const UnitRef parent = in.snapshot.unit(unit).parent;
        lines.row(unit, unitCells(in.snapshot, unit,
                                  {parent.valid() ? in.snapshot.unit(parent).name : std::string(),
                                   householdsOf(in.snapshot, unit)}));
    }
    lines.sum("units", "单元", "Units", double(all), "个");
    lines.sum("holes", "空白", "Not covered", double(missed), "个");
    lines.sum("households", "其中户数", "Households there", double(households), "户");
    if (all > 0) lines.sum("coverage", "覆盖率", "Coverage", 100.0 * double(all - missed) / double(all), "%", 2);
    return answer;
}

Answer around(const Asked& in) {
    const double metres = in.metres("metres");
    const model::Level level = in.level("level");
    const geom::PolygonSet& shapes = in.ground.table(level).shapes;
    const auto& tree = in.ground.units().tree(level);
    const auto& seats = in.ground.seats(level);
    Answer answer;
    if (!in.has("from")) {
        const geom::GeoPoint centre = target(in);
        Lines lines(answer, {"周边", "Units around"});
        lines.unitColumns().number("metres", "距离", "Distance", "米").number("households", "户数", "Households", "户");
        lines.text("seat_within", "中心在内", "Middle within");
        std::int64_t households = 0;
        for (const std::uint32_t row : unitsNear(shapes, tree, centre, metres)) {
            const UnitRef unit{level, row};
            const bool counted = seats[row] && geodesy::distance(centre, geom::toGeo(*seats[row])) <= metres;
            if (counted) households += householdsOf(in.snapshot, unit);
            lines.row(unit, unitCells(in.snapshot, unit,
                                      {metresTo(shapes, row, centre), householdsOf(in.snapshot, unit),
                                       std::string(counted ? "是" : "否")}));
        }
        lines.sum("units", "单元", "Units", double(answer.table.rows.size()), "个");
        lines.sum("households", "中心在内的户数", "Households whose middle is within", double(households), "户");
        return answer;
    }
    const Sources from = in.sources("from", "where");
    // Whole numbers: their sum is the same in whatever order the threads add.
    std::vector<std::atomic<std::int64_t>> units(from.ids.size()), households(from.ids.size());
    std::atomic<std::int64_t> allUnits = 0, allHouseholds = 0, everyone = 0;
    countedFor(seats.size(), 64, in.progress, "distances", [&](std::size_t i) {
        const std::int64_t living = householdsOf(in.snapshot, {level, std::uint32_t(i)});
        everyone += living;
        if (!seats[i]) return;
        bool any = false;
        from.places.eachWithin(geom::toGeo(*seats[i]), metres, [&](std::uint32_t place) {
            ++units[place];
            households[place] += living;
            any = true;
        });
        allUnits += any ? 1 : 0;
        allHouseholds += any ? living : 0;
    });
    answer.table.registerId = from.registerId;
    Lines lines(answer, {"服务半径", "Reached from each place"});
    lines.number("id", "编号", "Id").text("place", "地点", "Place").number("units", "单元数", "Units", "个");
    lines.number("households", "户数", "Households", "户");
    for (std::size_t i = 0; i < from.ids.size(); ++i) {
        lines.row({}, from.registerId.empty() ? 0 : from.ids[i],
                  {from.ids[i], from.names[i], units[i].load(), households[i].load()}, from.places.shapes()[i]);
    }
    lines.sum("units", "至少一处覆盖的单元", "Units reached by any", double(allUnits), "个");
    lines.sum("households", "至少一处覆盖的户数", "Households reached by any", double(allHouseholds), "户");
    if (everyone > 0) {
        const double share = 100.0 * double(allHouseholds) / double(everyone);
        lines.sum("share", "占全县户数", "Of all households", share, "%", 2);
    }
    return answer;
}

Answer nearest(const Asked& in) {
    const geom::GeoPoint centre = target(in);
    const std::size_t count = in.count("count", 1000);
    const Sources of = in.sources("of", "where");
    Answer answer;
    answer.table.registerId = of.registerId;
    Lines lines(answer, {"最近的", "Nearest"});
    lines.number("id", "编号", "Id").text("place", "名称", "Name").number("metres", "距离", "Distance", "米");
    for (const Places::Hit& hit : of.places.nearest(centre, count)) {
        const std::int64_t id = of.ids[hit.place];
        lines.row({}, of.registerId.empty() ? 0 : id, {id, of.names[hit.place], hit.metres},
                  of.places.shapes()[hit.place]);
    }
    const std::size_t found = answer.table.rows.size();
    if (found == 0)
        lines.note("没有可比的地点", "there is none");
    else if (found < count)
        lines.note("一共只有 " + std::to_string(found) + " 处", "there are no more than " + std::to_string(found));
    return answer;
}

Answer furtherThan(const Asked& in) {
    const double metres = in.metres("metres");
    const model::Level level = in.level("of");
    const UnitRef within = in.unit("within");
    const Sources from = in.sources("from", "where");
    const auto& seats = in.ground.seats(level);
    const auto [near, nearest] = farFrom(in, level, within, from.places, metres);
    Answer answer;
    Lines lines(answer, {"超出距离", "Further away than that"});
    lines.unitColumns().text("parent", "上级", "In").number("households", "户数", "Households", "户");
    lines.number("metres", "最近距离", "To the nearest", "米").text("nearest", "最近的", "Nearest");
    std::int64_t far = 0, all = 0;
    for (std::uint32_t row = 0; row < near.size(); ++row) {
        const UnitRef unit{level, row};
        if (!in.isWithin(unit, within) || !seats[row]) continue;
        const std::int64_t living = householdsOf(in.snapshot, unit);
        all += living;
        if (near[row] != 0) continue;
        far += living;
        const UnitRef parent = in.snapshot.unit(unit).parent;
        lines.row(unit, unitCells(in.snapshot, unit,
                                  {parent.valid() ? in.snapshot.unit(parent).name : std::string(), living,
                                   nearest[row] ? model::Value(nearest[row]->metres) : model::Value(),
                                   nearest[row] ? model::Value(from.names[nearest[row]->place]) : model::Value()}));
    }
    lines.sum("units", "单元", "Units", double(answer.table.rows.size()), "个");
    lines.sum("households", "户数", "Households", double(far), "户");
    if (all > 0) lines.sum("share", "占户数", "Of the households", 100.0 * double(far) / double(all), "%", 2);
    if (from.ids.empty())
        lines.note("没有任何这样的地点，全部算作超出", "there is no such place: all are further away");
    return answer;
}

}  // namespace xiangtu::query
