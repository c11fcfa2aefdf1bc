// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/ranking.h"

#include "model/expression.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace xiangtu::app {

namespace {

constexpr std::uint8_t kNone = 255;

bool isInside(const model::Snapshot& snapshot, model::UnitRef unit, model::UnitRef within) {
    return !within.valid() || snapshot.ancestor(unit, within.level) == within;
}

/// Lines of the units inside, ranked.
std::vector<Ranking::Line> linesOf(const indicators::Figures& figures, const RankingQuestion& question,
                                   const indicators::Column& column) {
    const model::Snapshot& snapshot = figures.snapshot();
    std::vector<Ranking::Line> lines;
    for (std::uint32_t row = 0; row < column.size(); ++row) {
        const model::UnitRef unit{question.level, row};
        if (isInside(snapshot, unit, question.within)) lines.push_back({unit, column[row], 0, 0, false, kNone});
    }
    const bool smallIsBest =
        snapshot.catalogue->indicators[question.indicator].direction == model::Direction::down;
    std::ranges::stable_sort(lines, [smallIsBest](const Ranking::Line& a, const Ranking::Line& b) {
        if (std::isnan(a.value) || std::isnan(b.value)) return !std::isnan(a.value) && std::isnan(b.value);
        return smallIsBest ? a.value < b.value : a.value > b.value;
    });
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (std::isnan(lines[i].value)) break;
        lines[i].rank = i > 0 && lines[i].value == lines[i - 1].value ? lines[i - 1].rank : int(i) + 1;
    }
    return lines;
}

std::optional<Ranking::Reach> reachOf(const indicators::Figures& figures, const RankingQuestion& question) {
    const model::Snapshot& snapshot = figures.snapshot();
    const model::IndicatorDef& def = snapshot.catalogue->indicators[question.indicator];
    using Kind = model::Measure::Kind;
    const bool isShare = def.measure.kind == Kind::ratio && def.measure.parts.size() == 2 &&
                         def.measure.parts[0].kind == Kind::reaching && def.measure.parts[1].kind == Kind::units;
    if (!isShare || !question.within.valid()) return std::nullopt;
    const model::Measure& units = def.measure.parts[1];
    const auto condition = model::Expression::parse(units.unitWhere, nullptr);
    const auto& table = snapshot.table(units.level).units;
    Ranking::Reach reach;
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        if (!isInside(snapshot, {units.level, row}, question.within)) continue;
        if (condition.holds({nullptr, nullptr, nullptr, &table[row], units.level, snapshot.day})) ++reach.units;
    }
    const double share = figures.value(question.indicator, question.within, question.threshold);
    if (std::isnan(share) || !(def.measure.number > 0)) return std::nullopt;
    const auto inUnits = [&](double figure) { return figure * double(reach.units) / def.measure.number; };
    reach.reached = std::llround(inUnits(share));
    reach.hasTarget = def.target.has_value();
    // A hair less than a whole village is a whole village: shares are quotients.
    if (def.target) reach.needed = std::max<std::int64_t>(0, std::int64_t(std::ceil(inUnits(*def.target) - 1e-6)) - reach.reached);
    return reach;
}

}  // namespace

bool asksThreshold(const model::Measure& measure) {
    return measure.byThreshold || std::ranges::any_of(measure.parts, asksThreshold);
}

Ranking rank(const indicators::Figures& figures, const indicators::Figures* earlier, const RankingQuestion& question) {
    Ranking ranking;
    const model::Snapshot& snapshot = figures.snapshot();
    const model::IndicatorDef& def = snapshot.catalogue->indicators[question.indicator];
    indicators::Column column = figures.column(question.indicator, question.level, question.threshold);
    ranking.lines = linesOf(figures, question, column);
    // Units elsewhere are not part of the comparison, neither in its classes nor on the map.
    for (std::uint32_t row = 0; row < column.size(); ++row) {
        if (!isInside(snapshot, {question.level, row}, question.within)) column[row] = std::nan("");
    }
    ranking.theme = scene::figureTheme(def, question.level, column, question.threshold);
    for (Ranking::Line& line : ranking.lines) line.classIndex = ranking.theme.classOf[line.unit.row];
    ranking.reach = reachOf(figures, question);
    const auto before = earlier ? earlier->find(def.id) : std::nullopt;
    if (!before) return ranking;
    RankingQuestion then = question;
    then.indicator = *before;
    if (question.within.valid()) then.within = earlier->snapshot().findUnit(question.within.level, snapshot.unit(question.within).code);
    std::map<model::Code, int> ranks;
    for (const Ranking::Line& line : linesOf(*earlier, then, earlier->column(then.indicator, then.level, then.threshold))) {
        if (line.rank > 0) ranks[earlier->snapshot().unit(line.unit).code] = line.rank;
    }
    for (Ranking::Line& line : ranking.lines) {
        const auto found = ranks.find(snapshot.unit(line.unit).code);
        line.compared = line.rank > 0 && found != ranks.end();
        if (line.compared) line.climbed = found->second - line.rank;
    }
    return ranking;
}

}  // namespace xiangtu::app
