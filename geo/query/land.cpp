// SPDX-License-Identifier: GPL-3.0-or-later
// Q5, Q6, Q7: how much land of what lies where, is covered by what, and agrees with its contract.
#include "base/error.h"
#include "geodesy/area.h"
#include "geom/contains.h"
#include "geom/measure.h"
#include "geom/overlay.h"
#include "index/box_tree.h"
#include "query/asked.h"
#include "query/counted.h"
#include "query/shared_area.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace xiangtu::query {

namespace {

using model::UnitRef;

const geom::GeoMultiPolygon& landOf(const model::Record& record) {
    return std::get<geom::GeoMultiPolygon>(record.shape);
}

std::vector<geom::Outline> outlinesOf(const Chosen& chosen, const base::Progress& progress) {
    std::vector<geom::Outline> out(chosen.records.size());
    countedFor(out.size(), 16, progress, "outlines",
               [&](std::size_t i) { out[i] = outlineOf(landOf(*chosen.records[i])); });
    return out;
}

/// What a record counts as: the title of its symbol field's choice.
std::string kindOf(const model::RegisterDef& def, const model::Record& record) {
    const auto at = def.fieldAt(def.symbolField);
    if (!at || *at >= record.values.size()) return def.title.zh;
    const std::string code = model::toText(record.values[*at]);
    const auto choice = std::ranges::find(def.fields[*at].choices, code, &model::Choice::code);
    return choice == def.fields[*at].choices.end() ? code : choice->name.zh;
}

/// Takes one kind of land only: `bases` names a choice of the register's symbol field by its code or name.
void keepKind(const Asked& in, Chosen& chosen) {
    if (!in.has("bases")) return;
    const model::RegisterDef& def = chosen.table->def;
    const std::string wanted = in.text("bases");
    const auto at = def.fieldAt(def.symbolField);
    const auto* field = at ? &def.fields[*at] : nullptr;
    const auto choice =
        field ? std::ranges::find_if(field->choices,
                                     [&](const model::Choice& c) {
                                         return c.code == wanted || c.name.zh == wanted || c.name.en == wanted;
                                     })
              : decltype(field->choices.begin()){};
    if (!field || choice == field->choices.end())
        in.refuse("bases", "\"" + wanted + "\" is no kind of register " + def.id);
    std::erase_if(chosen.records,
                  [&](const model::Record* r) { return model::toText(r->values[*at]) != choice->code; });
}

void sumKinds(Lines& lines, const std::map<std::string, double>& kinds) {
    double all = 0;
    for (const auto& [kind, squareMetres] : kinds) {
        lines.sum(kind, kind, kind, mu(squareMetres), "亩", 2);
        all += squareMetres;
    }
    lines.sum("all", "合计", "Together", mu(all), "亩", 2);
}

Answer inArea(const Asked& in, const Chosen& chosen, const geom::GeoMultiPolygon& area) {
    const geom::Outline outline = outlineOf(area);
    const auto shared = sharedAreas(outlinesOf(chosen, in.progress), std::span(&outline, 1), in.progress);
    Answer answer;
    answer.table.registerId = chosen.table->def.id;
    Lines lines(answer, {"圈内用地", "Land inside"});
    lines.number("id", "编号", "Id").text("record", "名称", "Name").text("kind", "类别", "Kind");
    lines.number("area_mu", "圈内面积", "Inside", "亩", 2).number("share", "占其全部", "Of it", "%", 2);
    std::map<std::string, double> kinds;
    for (const Shared& s : shared) {
        const model::Record& record = *chosen.records[s.a];
        const std::string kind = kindOf(chosen.table->def, record);
        kinds[kind] += s.squareMetres;
        lines.row({}, record.id,
                  {record.id, labelOf(chosen.table->def, record), kind, mu(s.squareMetres),
                   100 * s.squareMetres / geodesy::area(landOf(record))},
                  commonShape(in, lines, landOf(record), area));
    }
    sumKinds(lines, kinds);
    lines.sum("drawn", "圈定面积", "The area asked about", mu(geodesy::area(area)), "亩", 2);
    return answer;
}

}  // namespace

Answer overlayLand(const Asked& in) {
    Chosen chosen = in.polygons("register", "where");
    keepKind(in, chosen);
    if (in.has("area")) return inArea(in, chosen, in.polygon("area"));
    if (const UnitRef unit = in.unit("unit"); unit.valid()) {
        return inArea(in, chosen, geom::toGeo(in.ground.table(unit.level).shapes.feature(unit.row)));
    }
    const model::Level level = in.level("by");
    const geom::PolygonSet& shapes = in.ground.table(level).shapes;
    const auto outlines = outlinesOf(chosen, in.progress);
    const auto shared = sharedAreas(outlines, query::outlinesOf(shapes, in.progress), in.progress);
    Answer answer;
    answer.table.registerId = chosen.table->def.id;
    Lines lines(answer, {"用地按单元", "Land by unit"});
    lines.unitColumns().number("id", "编号", "Id").text("record", "地块", "Plot").text("kind", "类别", "Kind");
    lines.number("area_mu", "面积", "Area", "亩", 2).number("share", "占地块", "Of the plot", "%", 2);
    std::map<std::string, double> kinds;
    std::vector<double> found(chosen.records.size(), 0);
    for (const Shared& s : shared) {
        const model::Record& record = *chosen.records[s.a];
        const std::string kind = kindOf(chosen.table->def, record);
        kinds[kind] += s.squareMetres;
        found[s.a] += s.squareMetres;
        const UnitRef unit{level, s.b};
        lines.row(unit, record.id,
                  unitCells(in.snapshot, unit,
                            {record.id, labelOf(chosen.table->def, record), kind, mu(s.squareMetres),
                             100 * s.squareMetres / outlines[s.a].area()}),
                  commonShape(in, lines, landOf(record),
                              in.shapes == Shapes::none ? geom::GeoMultiPolygon() : geom::toGeo(shapes.feature(s.b))));
    }
    lines.sum("pairs", "地块与单元", "Plots in units", double(shared.size()), "对");
    sumKinds(lines, kinds);
    // Of every plot the parts must make up the whole, but for what lies outside the county.
    double outside = 0;
    std::size_t doubted = 0;
    for (std::size_t i = 0; i < outlines.size(); ++i) {
        const double rest = outlines[i].area() - found[i];
        outside += std::max(0.0, rest);
        doubted += rest < -1e-6 * outlines[i].area() ? 1 : 0;
    }
    lines.sum("outside", "不在任何单元内", "In no unit", mu(outside < 1e-2 ? 0 : outside), "亩", 2);
    if (chosen.records.empty()) lines.note("没有这样的地块", "there is no such land");
    if (doubted > 0) {
        const std::string n = std::to_string(doubted);
        lines.note(n + " 块地在重叠的单元里各算了一次", n + " plots lie where units overlap and are counted in each");
    }
    return answer;
}

Answer coverShare(const Asked& in) {
    const Chosen of = in.polygons("of", "where"), by = in.polygons("by", "by-where");
    std::vector<index::BoxTree::Item> items;
    for (std::uint32_t i = 0; i < by.records.size(); ++i) items.push_back({geom::boxOf(by.records[i]->shape), i});
    const index::BoxTree tree(items);
    std::vector<double> covered(of.records.size(), 0);
    std::vector<char> failed(of.records.size(), 0);
    countedFor(of.records.size(), 4, in.progress, "land", [&](std::size_t i) {
        // What is covered already counts once, however many cover it.
        geom::GeoMultiPolygon rest = landOf(*of.records[i]);
        for (const std::uint32_t n : tree.meeting(geom::boxOf(of.records[i]->shape))) {
            if (rest.empty() || by.records[n] == of.records[i]) continue;
            try {
                geom::Overlay overlay = geom::overlay(rest, landOf(*by.records[n]));
                covered[i] += geodesy::area(overlay.shared);
                rest = std::move(overlay.rest);
            } catch (const base::Error&) { failed[i] = 1; }
        }
    });
    Answer answer;
    answer.table.registerId = of.table->def.id;
    Lines lines(answer, {"覆盖比例", "Share covered"});
    lines.number("id", "编号", "Id").text("record", "名称", "Name").number("area_mu", "面积", "Area", "亩", 2);
    lines.number("covered_mu", "已覆盖", "Covered", "亩", 2).number("share", "比例", "Share", "%", 2);
    double all = 0, some = 0;
    for (std::size_t i = 0; i < of.records.size(); ++i) {
        const double area = geodesy::area(landOf(*of.records[i]));
        all += area;
        some += covered[i];
        lines.row({}, of.records[i]->id,
                  {of.records[i]->id, labelOf(of.table->def, *of.records[i]), mu(area), mu(covered[i]),
                   area > 0 ? model::Value(100 * covered[i] / area) : model::Value()});
        if (failed[i]) {
            const std::string id = std::to_string(of.records[i]->id);
            lines.note("编号 " + id + " 的叠加无法算准，未计入",
                       "an overlay of record " + id + " failed its check and is left out");
        }
    }
    lines.sum("area", "总面积", "Area", mu(all), "亩", 2);
    lines.sum("covered", "已覆盖", "Covered", mu(some), "亩", 2);
    if (all > 0) lines.sum("share", "覆盖比例", "Share covered", 100 * some / all, "%", 2);
    if (of.records.empty()) lines.note("没有这样的地块", "there is no such land");
    return answer;
}

Answer contract(const Asked& in) {
    const Chosen chosen = in.polygons("register", "where");
    const model::RegisterDef& def = chosen.table->def;
    const std::size_t agreed = in.field("value", def);
    const std::size_t promised = in.field("households", def);
    const double tolerance = in.number("tolerance", 0, 100);
    const auto& seats = in.ground.seats(model::Level::grid);
    const auto& tree = in.ground.units().tree(model::Level::grid);
    Answer answer;
    answer.table.registerId = def.id;
    Lines lines(answer, {"合同与图上", "Contracts against the map"});
    lines.number("id", "编号", "Id")
        .text("record", "名称", "Name")
        .number("contract_mu", "合同面积", "Contract", "亩", 2);
    lines.number("map_mu", "图上面积", "On the map", "亩", 2).number("difference", "差", "Difference", "%", 2);
    lines.text("agrees", "相符", "Agrees").number("households", "合同户数", "Households", "户");
    lines.number("map_households", "图上户数", "On the map", "户");
    std::size_t apart = 0;
    double written = 0, drawn = 0;
    for (const model::Record* record : chosen.records) {
        const auto value = model::numberOf(record->values[agreed]);
        const double area = mu(geodesy::area(landOf(*record)));
        std::int64_t households = 0;
        for (const std::uint32_t row : tree.meeting(geom::boxOf(record->shape))) {
            if (seats[row] && geom::contains(landOf(*record), geom::toGeo(*seats[row]))) {
                households += householdsOf(in.snapshot, {model::Level::grid, row});
            }
        }
        written += value.value_or(0);
        drawn += area;
        const double percent = value && *value != 0 ? 100 * (area - *value) / *value : 0;
        const bool agrees = value && *value != 0 && std::abs(percent) <= tolerance;
        apart += agrees ? 0 : 1;
        lines.row({}, record->id,
                  {record->id, labelOf(def, *record), value ? model::Value(*value) : model::Value(), area,
                   value ? model::Value(percent) : model::Value(), std::string(agrees ? "是" : "否"),
                   record->values[promised], households});
    }
    lines.sum("contract_mu", "合同合计", "By contract", written, "亩", 2);
    lines.sum("map_mu", "图上合计", "On the map", drawn, "亩", 2);
    lines.sum("apart", "不相符", "Not agreeing", double(apart), "份");
    if (chosen.records.empty()) lines.note("没有这样的合同", "there is no such contract");
    return answer;
}

}  // namespace xiangtu::query
