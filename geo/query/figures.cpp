// SPDX-License-Identifier: GPL-3.0-or-later
// Q17, Q18: villages below a line and where they lie together; what is different about the borders of two days.
#include "edit/compare.h"
#include "geodesy/area.h"
#include "query/asked.h"
#include "query/neighbours.h"
#include "query/shared_area.h"

#include <algorithm>
#include <map>

namespace xiangtu::query {

namespace {

using model::UnitRef;

struct Figure {
    double sum = 0;
    bool known = false;
};

}  // namespace

Answer belowLine(const Asked& in) {
    const model::Level level = in.level("level");
    const double line = in.number("line", -1e15, 1e15);
    const Chosen chosen = in.records("register", "where");
    const std::size_t field = in.field("value", chosen.table->def);
    std::vector<Figure> figures(in.ground.table(level).units.size());
    for (const model::Record* record : chosen.records) {
        const UnitRef at = in.snapshot.ancestor(record->unit, level);
        const auto value = model::numberOf(record->values[field]);
        if (!at.valid() || !value) continue;
        figures[at.row].sum += *value;
        figures[at.row].known = true;
    }
    std::vector<char> below(figures.size(), 0);
    std::size_t unknown = 0;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        below[i] = figures[i].known && figures[i].sum < line ? 1 : 0;
        unknown += figures[i].known ? 0 : 1;
    }
    const auto group = connectedGroups(below, neighbours(in.ground.topology(), model::indexOf(level)));
    std::map<std::uint32_t, std::size_t> sizes;
    for (const std::uint32_t g : group) {
        if (g != kNoGroup) ++sizes[g];
    }
    // The largest cluster first.
    std::vector<std::pair<std::uint32_t, std::size_t>> order(sizes.begin(), sizes.end());
    std::ranges::stable_sort(order, [](const auto& a, const auto& b) { return a.second > b.second; });
    const model::FieldDef& def = chosen.table->def.fields[field];
    Answer answer;
    Lines lines(answer, {"线下单元", "Units below the line"});
    lines.number("cluster", "片", "Cluster").number("size", "片内单元", "Units in it", "个").unitColumns();
    lines.number("value", def.title.zh, def.title.en, def.unit, 2).number("short", "差额", "Short of it", def.unit, 2);
    for (std::size_t n = 0; n < order.size(); ++n) {
        for (std::uint32_t row = 0; row < group.size(); ++row) {
            if (group[row] != order[n].first) continue;
            std::vector<model::Value> cells{std::int64_t(n + 1), std::int64_t(order[n].second)};
            for (auto& c : unitCells(in.snapshot, {level, row}, {figures[row].sum, line - figures[row].sum})) {
                cells.push_back(std::move(c));
            }
            lines.row({level, row}, std::move(cells));
        }
    }
    lines.sum("below", "线下", "Below the line", double(answer.table.rows.size()), "个");
    lines.sum("clusters", "连片", "Clusters", double(order.size()), "片");
    lines.sum("unknown", "没有数据", "Without a figure", double(unknown), "个");
    if (unknown == figures.size()) lines.note("没有一个单元有数据", "no unit has a figure");
    return answer;
}

Answer compareDays(const Asked& in) {
    const auto earlier = in.ground.past(in.day("from"));
    const std::shared_ptr<const model::Snapshot> then = in.has("to") ? in.ground.past(in.day("to")) : nullptr;
    const model::Snapshot& later = then ? *then : in.snapshot;
    const std::vector<model::Level> only(in.has("level") ? 1 : 0,
                                         in.has("level") ? in.level("level") : model::Level::grid);
    Answer answer;
    Lines lines(answer, {"两个日期的边界", "Borders on two days"});
    lines.unitColumns().text("change", "变化", "Change").number("before_mu", "原面积", "Area before", "亩", 2);
    lines.number("after_mu", "新面积", "Area after", "亩", 2).number("lost_mu", "划出", "Went away", "亩", 2);
    lines.number("gained_mu", "划入", "Came", "亩", 2);
    double moved = 0;
    for (const edit::UnitDifference& d : edit::compare(*earlier, later)) {
        if ((!only.empty() && d.level != only.front()) || (!d.isNew() && !d.isGone() && !d.borderMoved)) continue;
        double before = d.areaBefore, after = d.areaAfter, lost = before, gained = after;
        if (d.borderMoved && !d.isNew() && !d.isGone()) {
            const double stays = geom::commonArea(outlineOf(earlier->table(d.level).shapes, d.before.row),
                                                  outlineOf(later.table(d.level).shapes, d.after.row));
            lost = std::max(0.0, before - stays);
            gained = std::max(0.0, after - stays);
        }
        moved += gained;
        const model::Unit& unit = d.isGone() ? earlier->unit(d.before) : later.unit(d.after);
        geom::GeoShape shape;
        if (d.isGone()) shape = geom::toGeo(earlier->table(d.level).shapes.feature(d.before.row));
        // A unit of the file's own day is drawn by its row; one of another day brings its land along.
        else if (then)
            shape = geom::toGeo(later.table(d.level).shapes.feature(d.after.row));
        lines.row(d.isGone() || then ? UnitRef() : d.after, 0,
                  {std::string(model::levelName(d.level)), unit.code.text(), unit.name,
                   std::string(d.isNew()    ? "新设"
                               : d.isGone() ? "撤销"
                                            : "变界"),
                   mu(before), mu(after), mu(lost), mu(gained)},
                  std::move(shape));
    }
    lines.sum("units", "有变化的单元", "Units that differ", double(answer.table.rows.size()), "个");
    lines.sum("gained", "划入合计", "Land that came", mu(moved), "亩", 2);
    if (answer.table.rows.empty()) lines.note("两个日期的边界没有差别", "the borders of both days are the same");
    return answer;
}

}  // namespace xiangtu::query
