// SPDX-License-Identifier: GPL-3.0-or-later
// Q14, Q15, Q16: what a line passes, what an area holds, and whose a plot across borders is.
#include "geodesy/area.h"
#include "geom/contains.h"
#include "geom/measure.h"
#include "geom/overlay.h"
#include "query/asked.h"
#include "query/passage.h"
#include "query/shared_area.h"

#include <algorithm>
#include <map>

namespace xiangtu::query {

namespace {

using model::UnitRef;

/// The record `record` of the register `name`.
const model::Record& recordAsked(const Asked& in, std::string_view name) {
    const model::RegisterTable& table = in.registerTable(name);
    const model::Record* record = table.find(std::int64_t(in.number("record", 1, 9e15)));
    if (!record) in.refuse("record", in.text("record") + ": register " + table.def.id + " has no such record");
    return *record;
}

geom::GeoLine lineAsked(const Asked& in) {
    if (in.has("line")) return in.line("line");
    const model::Record& record = recordAsked(in, "register");
    const auto* lines = std::get_if<geom::GeoMultiLine>(&record.shape);
    if (!lines || lines->empty()) in.refuse("record", "has no line");
    geom::GeoLine all;
    for (const geom::GeoLine& part : *lines) all.insert(all.end(), part.begin(), part.end());
    return all;
}

geom::GeoMultiPolygon areaAsked(const Asked& in) {
    if (in.has("area")) return in.polygon("area");
    if (const UnitRef unit = in.unit("unit"); unit.valid()) {
        return geom::toGeo(in.ground.table(unit.level).shapes.feature(unit.row));
    }
    const model::Record& record = recordAsked(in, "register");
    const auto* parts = std::get_if<geom::GeoMultiPolygon>(&record.shape);
    if (!parts) in.refuse("record", "has no polygon");
    return *parts;
}

/// Records that stand in an area: points in it, lines with a corner in it, polygons that share land with it, and of
/// those without a place of their own whose unit's middle is in it.
std::vector<const model::Record*> recordsIn(const Asked& in, const Chosen& of, const geom::GeoMultiPolygon& area) {
    const geom::Outline outline = outlineOf(area);
    std::vector<const model::Record*> out;
    for (const model::Record* record : of.records) {
        bool inside = false;
        if (const auto* point = std::get_if<geom::GeoPoint>(&record->shape)) inside = geom::contains(area, *point);
        if (const auto* lines = std::get_if<geom::GeoMultiLine>(&record->shape)) {
            for (const auto& line : *lines) {
                for (const geom::GeoPoint p : line) inside = inside || geom::contains(area, p);
            }
        }
        if (const auto* parts = std::get_if<geom::GeoMultiPolygon>(&record->shape)) {
            inside = geom::commonArea(outlineOf(*parts), outline) > 1e-3;
        }
        if (record->shape.index() == 0 && record->unit.valid()) {
            const auto& seat = in.ground.seats(record->unit.level)[record->unit.row];
            inside = seat && geom::contains(area, geom::toGeo(*seat));
        }
        if (inside) out.push_back(record);
    }
    return out;
}

}  // namespace

Answer along(const Asked& in) {
    const model::Level level = in.level("level");
    const geom::GeoLine line = lineAsked(in);
    const auto passages = passagesOf(line, in.ground.table(level).shapes, in.ground.units().tree(level));
    Answer answer;
    Lines lines(answer, {"沿线单元", "Units along the line"});
    lines.number("order", "次序", "Order").unitColumns();
    lines.number("from_m", "进入处", "Entered at", "米").number("inside_m", "在内里程", "Inside", "米");
    double inside = 0;
    for (const Passage& passage : passages) {
        const UnitRef unit{level, passage.unit};
        std::vector<model::Value> cells{std::int64_t(answer.table.rows.size() + 1)};
        for (auto& cell : unitCells(in.snapshot, unit, {passage.firstMetres, passage.insideMetres})) {
            cells.push_back(std::move(cell));
        }
        lines.row(unit, std::move(cells));
        inside += passage.insideMetres;
    }
    lines.sum("units", "经过单元", "Units", double(passages.size()), "个");
    lines.sum("length", "线路长度", "Length", geodesy::length(line), "米");
    lines.sum("inside", "其中在单元内", "Of it in units", inside, "米");
    return answer;
}

Answer insideArea(const Asked& in) {
    const model::Level level = in.level("level");
    const geom::GeoMultiPolygon area = areaAsked(in);
    const geom::PolygonSet& shapes = in.ground.table(level).shapes;
    const geom::Outline outline = outlineOf(area);
    const auto rows = in.ground.units().unitsIn(level, geom::boxOf(geom::GeoShape(area)));
    std::map<std::uint32_t, std::int64_t> standing;
    std::size_t counted = 0;
    if (in.has("of")) {
        const auto found = recordsIn(in, in.records("of", "where"), area);
        counted = found.size();
        for (const model::Record* record : found) {
            const UnitRef at = in.snapshot.ancestor(record->unit, level);
            if (at.valid()) ++standing[at.row];
        }
    }
    Answer answer;
    Lines lines(answer, {"片区内单元", "Units in the area"});
    lines.unitColumns()
        .number("area_mu", "在内面积", "Inside", "亩", 2)
        .number("share", "占单元", "Of the unit", "%", 2);
    lines.number("households", "户数", "Households", "户").number("records", "登记数", "Records", "个");
    std::size_t whole = 0;
    double land = 0;
    for (const std::uint32_t row : rows) {
        const geom::Outline own = outlineOf(shapes, row);
        const double common = geom::commonArea(outline, own);
        if (common <= 1e-3) continue;
        const UnitRef unit{level, row};
        const double share = 100 * common / own.area();
        whole += share > 99.9999 ? 1 : 0;
        land += common;
        const auto found = standing.find(row);
        lines.row(unit, 0,
                  unitCells(in.snapshot, unit,
                            {mu(common), share, householdsOf(in.snapshot, unit),
                             found == standing.end() ? std::int64_t(0) : found->second}),
                  in.shapes == Shapes::none
                      ? geom::GeoShape()
                      : geom::GeoShape(geom::overlay(area, geom::toGeo(shapes.feature(row))).shared));
    }
    lines.sum("units", "涉及单元", "Units touched", double(answer.table.rows.size()), "个");
    lines.sum("whole", "整个在内", "Wholly inside", double(whole), "个");
    lines.sum("area", "在内面积", "Land in units", mu(land), "亩", 2);
    if (in.has("of")) lines.sum("records", "片区内登记", "Records inside", double(counted), "个");
    return answer;
}

Answer shareOfParents(const Asked& in) {
    const model::Level level = in.level("level");
    const Chosen chosen = in.polygons("register", "where");
    std::vector<geom::Outline> plots;
    for (const model::Record* record : chosen.records) {
        plots.push_back(outlineOf(std::get<geom::GeoMultiPolygon>(record->shape)));
    }
    const auto shared = sharedAreas(plots, outlinesOf(in.ground.table(level).shapes, in.progress), in.progress);
    Answer answer;
    answer.table.registerId = chosen.table->def.id;
    Lines lines(answer, {"跨界地块归属", "Plots across borders"});
    lines.unitColumns().number("id", "编号", "Id").text("record", "地块", "Plot");
    lines.number("area_mu", "面积", "Area", "亩", 2)
        .number("share", "比例", "Share", "%", 2)
        .text("owner", "归属", "Owner");
    std::size_t across = 0;
    for (auto first = shared.begin(); first != shared.end();) {
        const auto last = std::find_if(first, shared.end(), [&](const Shared& s) { return s.a != first->a; });
        const model::Record& record = *chosen.records[first->a];
        if (last - first > 1) {
            ++across;
            // Whoever has most; of equal shares the smaller code.
            const auto most = std::max_element(
                first, last, [](const Shared& p, const Shared& q) { return p.squareMetres < q.squareMetres; });
            for (auto s = first; s != last; ++s) {
                const UnitRef unit{level, s->b};
                lines.row(unit, record.id,
                          unitCells(in.snapshot, unit,
                                    {record.id, labelOf(chosen.table->def, record), mu(s->squareMetres),
                                     100 * s->squareMetres / plots[s->a].area(), std::string(s == most ? "是" : "")}));
            }
        }
        first = last;
    }
    lines.sum("across", "跨界地块", "Plots across borders", double(across), "块");
    lines.sum("plots", "地块", "Plots", double(plots.size()), "块");
    return answer;
}

}  // namespace xiangtu::query
