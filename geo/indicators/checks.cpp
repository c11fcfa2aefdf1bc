// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/checks.h"

#include "indicators/tally.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace xiangtu::indicators {

namespace {

using model::RuleDef;
using model::UnitRef;

std::vector<Finding> checkUnits(const Figures& figures, std::size_t at, const RuleDef& rule) {
    const model::Snapshot& snapshot = figures.snapshot();
    const Ground ground{&snapshot, nullptr};
    const auto condition = model::Expression::parse(rule.unitWhere, nullptr);
    const Column values = figures.ruleColumn(at, Figures::RulePart::measure, rule.level);
    Column others;
    if (rule.kind == RuleDef::Kind::equal) others = figures.ruleColumn(at, Figures::RulePart::other, rule.level);
    std::vector<Finding> out;
    for (std::uint32_t i = 0; i < values.size(); ++i) {
        const UnitRef unit{rule.level, i};
        if (!condition.holds(ground.row(unit))) continue;
        const double value = values[i];
        double limit = rule.number;
        bool holds = true;
        switch (rule.kind) {
        // Nothing to measure is not enough of it.
        case RuleDef::Kind::minimum: holds = value >= limit; break;
        case RuleDef::Kind::maximum: holds = std::isnan(value) || value <= limit; break;
        default:
            // Where neither side says anything there is nothing to compare.
            limit = others[i];
            if ((std::isnan(value) || value == 0) && (std::isnan(limit) || limit == 0)) continue;
            holds = std::abs(value - limit) <= rule.number / 100 * std::max(std::abs(value), std::abs(limit));
            break;
        }
        if (!holds) out.push_back({at, unit, value, limit, {}, {}});
    }
    return out;
}

std::vector<Finding> checkLoad(const Figures& figures, std::size_t at, const RuleDef& rule) {
    const model::Snapshot& snapshot = figures.snapshot();
    const Ground ground{&snapshot, nullptr};
    std::size_t r = 0;
    while (r < snapshot.registers.size() && snapshot.registers[r]->def.id != rule.registerId) ++r;
    if (r == snapshot.registers.size()) return {};
    const model::RegisterTable& table = *snapshot.registers[r];
    const auto condition = model::Expression::parse(rule.where, &table.def);
    const std::size_t field = *table.def.fieldAt(rule.field);
    std::map<std::string, std::vector<UnitRef>> loads;
    for (const auto& record : table.records) {
        if (!record->unit.valid() || model::isNull(record->values[field])) continue;
        if (!condition.holds(ground.row(r, *record))) continue;
        loads[model::toText(record->values[field])].push_back(record->unit);
    }
    std::vector<Finding> out;
    for (auto& [who, units] : loads) {
        std::ranges::sort(units);
        units.erase(std::unique(units.begin(), units.end()), units.end());
        if (double(units.size()) <= rule.number) continue;
        const double load = double(units.size());
        out.push_back({at, units.front(), load, rule.number, who, std::move(units)});
    }
    return out;
}

}  // namespace

std::vector<Finding> check(const Figures& figures, std::size_t at) {
    const RuleDef& rule = figures.snapshot().catalogue->rules[at];
    return rule.kind == RuleDef::Kind::load ? checkLoad(figures, at, rule) : checkUnits(figures, at, rule);
}

std::vector<Finding> checkAll(const Figures& figures) {
    std::vector<Finding> out;
    for (std::size_t i = 0; i < figures.snapshot().catalogue->rules.size(); ++i) {
        auto found = check(figures, i);
        std::ranges::move(found, std::back_inserter(out));
    }
    return out;
}

}  // namespace xiangtu::indicators
