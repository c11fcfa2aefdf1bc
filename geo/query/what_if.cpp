// SPDX-License-Identifier: GPL-3.0-or-later
// Q10: what would become of land and households if a unit were split, or some were merged.
#include "borders/proposal.h"
#include "query/asked.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace xiangtu::query {

namespace {

using borders::UnitChange;

/// Households of every unit after the edit: of a unit without children its old ones, shared by area with what is cut
/// out of it or added to what it goes into; above, the sum of the children as they then are.
std::map<borders::UnitName, double> householdsAfter(const model::Snapshot& snapshot,
                                                    const borders::Proposal& proposal) {
    std::map<borders::UnitName, double> after;
    const auto before = [&](model::Level level, model::Code code) {
        const model::UnitRef ref = snapshot.findUnit(level, code);
        return ref.valid() ? double(householdsOf(snapshot, ref)) : 0.0;
    };
    const auto areaOf = [&](model::Level level, model::Code code) {
        const auto found = std::ranges::find_if(
            proposal.units, [&](const UnitChange& c) { return c.level == level && c.codeBefore == code; });
        return found == proposal.units.end() ? 0.0 : found->areaBefore;
    };
    for (const UnitChange& change : proposal.units) {
        if (!change.isGone()) after[{change.level, change.codeAfter}] = before(change.level, change.codeBefore);
    }
    for (const borders::Descent& descent : proposal.lineage) {
        if (descent.kind == borders::Descent::Kind::recode) continue;
        const double whole = areaOf(descent.level, descent.from);
        const double share = whole > 0 ? std::min(1.0, descent.area / whole) : 0;
        const double moved = std::round(before(descent.level, descent.from) * share);
        after[{descent.level, descent.to}] += moved;
        if (const auto from = after.find({descent.level, descent.from}); from != after.end()) from->second -= moved;
    }
    return after;
}

Answer told(const Asked& in, const borders::Request& request, std::string_view blame) {
    const auto proposed = borders::propose({in.snapshot, in.ground.units(), {}}, request);
    if (!proposed) in.refuse(blame, "cannot be done: " + proposed.error().detail);
    const borders::Proposal& proposal = proposed.value();
    const auto households = householdsAfter(in.snapshot, proposal);
    Answer answer;
    Lines lines(answer, {"假如这样改", "What would become of them"});
    lines.text("level", "层级", "Level").text("code", "代码", "Code").text("name", "名称", "Name");
    lines.text("change", "变化", "Change").number("before_mu", "原面积", "Area before", "亩", 2);
    lines.number("after_mu", "新面积", "Area after", "亩", 2).number("before", "原户数", "Households before", "户");
    lines.number("after", "新户数", "Households after", "户");
    for (const UnitChange& change : proposal.units) {
        if (!change.reshaped && !change.isNew() && !change.isGone()) continue;
        const std::string what = change.isNew() ? "新设" : change.isGone() ? "撤销" : "变界";
        const model::Code code = change.isGone() ? change.codeBefore : change.codeAfter;
        const auto after = households.find({change.level, change.codeAfter});
        const double had = change.ref ? double(householdsOf(in.snapshot, *change.ref)) : 0;
        lines.row(change.ref.value_or(model::UnitRef()), 0,
                  {std::string(model::levelName(change.level)), code.text(),
                   change.ref ? in.snapshot.unit(*change.ref).name : std::string(), what, mu(change.areaBefore),
                   mu(change.areaAfter), std::int64_t(had),
                   change.isGone() || after == households.end() ? model::Value() : std::int64_t(after->second)},
                  change.isGone() ? geom::GeoShape() : geom::GeoShape(geom::toGeo(change.shapeAfter)));
    }
    lines.note("没有改动文件；户数按面积分摊", "nothing was changed; households are shared by area");
    return answer;
}

}  // namespace

Answer whatIfSplit(const Asked& in) {
    const model::UnitRef unit = in.unit("unit");
    if (!unit.valid()) in.refuse("unit", "is needed");
    return told(in, {borders::Split{{unit.level, in.snapshot.unit(unit).code}, in.line("line")}}, "line");
}

Answer whatIfMerge(const Asked& in) {
    const model::Level level = in.level("level");
    borders::Merge merge{level, {}, std::nullopt};
    for (const model::UnitRef unit : in.units("units", level)) merge.units.push_back(in.snapshot.unit(unit).code);
    if (merge.units.size() < 2) in.refuse("units", "must be two or more codes with commas between");
    if (in.has("into")) merge.into = in.snapshot.unit(in.units("into", level).front()).code;
    return told(in, {merge}, "units");
}

}  // namespace xiangtu::query
