// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/figures.h"

#include "indicators/tally.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace xiangtu::indicators {

namespace {

using Kind = model::Measure::Kind;
using model::Level;
using model::Snapshot;
using model::UnitRef;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// Whether two snapshots have the same units, organisations and declarations: then records alone differ.
bool sameGround(const Snapshot& a, const Snapshot& b) {
    return a.levels == b.levels && a.party == b.party && a.catalogue == b.catalogue && a.day == b.day &&
           a.registers.size() == b.registers.size();
}

/// Whether some leaf must find units by place: records whose own unit is coarser than what is asked.
bool asksPlaces(const MeasurePlan& plan) {
    return std::ranges::any_of(plan.leaves, [](const Leaf& leaf) {
        return (leaf.kind == Kind::covered && leaf.registerAt) || leaf.kind == Kind::organisations;
    });
}

}  // namespace

struct Figures::Data {
    Snapshot snapshot;
    std::shared_ptr<const MeasurePlan> plan;
    std::shared_ptr<const index::UnitIndex> units;
    std::vector<std::shared_ptr<const Tally>> tallies;  ///< as plan->leaves

    [[nodiscard]] Ground ground() const { return {&snapshot, units.get()}; }
    [[nodiscard]] Column column(const Node& node, Level level, std::optional<double> threshold) const;

private:
    [[nodiscard]] Column leafColumn(const Node& node, Level level) const;
    [[nodiscard]] Column reaching(const Node& node, Level level, std::optional<double> threshold) const;
};

Column Figures::Data::leafColumn(const Node& node, Level level) const {
    const std::size_t count = snapshot.table(level).units.size();
    const Tally& tally = *tallies[node.leaf];
    // Units of a level are counted at that level and above; below there are none to count.
    const bool ofLevel = node.kind == Kind::units || node.kind == Kind::covered || node.kind == Kind::far;
    if ((ofLevel && level > node.level) || !tally.any()) return Column(count, kNone);
    Column out(count);
    for (std::uint32_t i = 0; i < count; ++i) out[i] = fromAmount(tally.at({level, i}));
    if (node.kind == Kind::mean) {
        const Tally& counted = *tallies[node.counted];
        for (std::uint32_t i = 0; i < count; ++i) {
            const double n = fromAmount(counted.at({level, i}));
            out[i] = n == 0 ? kNone : out[i] / n;
        }
    }
    return out;
}

Column Figures::Data::reaching(const Node& node, Level level, std::optional<double> threshold) const {
    Column out(snapshot.table(level).units.size(), level > node.level ? kNone : 0.0);
    if (level > node.level) return out;
    const double least = node.byThreshold ? threshold.value_or(node.number) : node.number;
    const Column figures = column(node.parts[0], node.level, threshold);
    for (std::uint32_t i = 0; i < figures.size(); ++i) {
        if (!(figures[i] >= least)) continue;
        const UnitRef unit{node.level, i};
        if (!node.unitWhere.holds(ground().row(unit))) continue;
        const UnitRef at = snapshot.ancestor(unit, level);
        if (at.valid()) out[at.row] += 1;
    }
    return out;
}

Column Figures::Data::column(const Node& node, Level level, std::optional<double> threshold) const {
    switch (node.kind) {
    case Kind::constant: return Column(snapshot.table(level).units.size(), node.number);
    case Kind::reaching: return reaching(node, level, threshold);
    case Kind::ratio:
    case Kind::minus: {
        Column out = column(node.parts[0], level, threshold);
        const Column by = column(node.parts[1], level, threshold);
        for (std::size_t i = 0; i < out.size(); ++i) {
            if (node.kind == Kind::minus)
                out[i] -= by[i];
            else
                out[i] = by[i] == 0 ? kNone : out[i] / by[i] * node.number;
        }
        return out;
    }
    case Kind::plus: {
        Column out = column(node.parts[0], level, threshold);
        for (std::size_t p = 1; p < node.parts.size(); ++p) {
            const Column more = column(node.parts[p], level, threshold);
            for (std::size_t i = 0; i < out.size(); ++i) {
                // What has no value adds nothing to what has one.
                if (std::isnan(out[i]))
                    out[i] = more[i];
                else if (!std::isnan(more[i]))
                    out[i] += more[i];
            }
        }
        return out;
    }
    default: return leafColumn(node, level);
    }
}

Figures::Figures(std::shared_ptr<const Data> data) : m_data(std::move(data)) {}

Figures::Figures(const Snapshot& snapshot, const base::Progress& progress) {
    auto data = std::make_shared<Data>();
    data->snapshot = snapshot;
    data->plan = std::make_shared<MeasurePlan>(planMeasures(snapshot));
    if (asksPlaces(*data->plan)) data->units = std::make_shared<index::UnitIndex>(snapshot);
    const auto& leaves = data->plan->leaves;
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        progress.check();
        progress.report("figures", std::int64_t(i), std::int64_t(leaves.size()));
        data->tallies.push_back(std::make_shared<Tally>(leaves[i], data->ground()));
    }
    m_data = std::move(data);
}

Figures Figures::updated(const Snapshot& next) const {
    if (!sameGround(m_data->snapshot, next)) return Figures(next);
    auto data = std::make_shared<Data>(*m_data);
    data->snapshot = next;
    std::vector<std::shared_ptr<Tally>> copies(data->tallies.size());
    const auto& leaves = data->plan->leaves;
    for (std::size_t r = 0; r < next.registers.size(); ++r) {
        const auto &before = m_data->snapshot.registers[r]->records, &after = next.registers[r]->records;
        if (m_data->snapshot.registers[r] == next.registers[r]) continue;
        std::vector<std::size_t> touched;
        for (std::size_t i = 0; i < leaves.size(); ++i) {
            if (!Tally::dependsOn(leaves[i], r)) continue;
            if (Tally::countsAsAWhole(leaves[i])) {
                data->tallies[i] = copies[i] = std::make_shared<Tally>(leaves[i], data->ground());
                continue;
            }
            if (!copies[i]) data->tallies[i] = copies[i] = std::make_shared<Tally>(*data->tallies[i]);
            touched.push_back(i);
        }
        const auto change = [&](const model::Record* old, const model::Record* now) {
            for (const std::size_t i : touched) {
                copies[i]->replace(leaves[i], m_data->ground(), data->ground(), r, old, now);
            }
        };
        // Both lists ascend by id; records that are the same object have not changed.
        std::size_t a = 0, b = 0;
        while (a < before.size() || b < after.size()) {
            if (a < before.size() && b < after.size() && before[a]->id == after[b]->id) {
                if (before[a] != after[b]) change(before[a].get(), after[b].get());
                ++a, ++b;
            } else if (b == after.size() || (a < before.size() && before[a]->id < after[b]->id)) {
                change(before[a++].get(), nullptr);
            } else {
                change(nullptr, after[b++].get());
            }
        }
    }
    return Figures(std::move(data));
}

const Snapshot& Figures::snapshot() const noexcept { return m_data->snapshot; }

std::optional<std::size_t> Figures::find(std::string_view id) const noexcept {
    const auto& list = m_data->snapshot.catalogue->indicators;
    const auto it = std::ranges::find(list, id, &model::IndicatorDef::id);
    if (it == list.end()) return std::nullopt;
    return std::size_t(it - list.begin());
}

Column Figures::column(std::size_t indicator, Level level, std::optional<double> threshold) const {
    const auto& thresholds = m_data->snapshot.catalogue->indicators[indicator].thresholds;
    if (!threshold && !thresholds.empty()) threshold = thresholds.front();
    return m_data->column(m_data->plan->indicators[indicator], level, threshold);
}

double Figures::value(std::size_t indicator, UnitRef unit, std::optional<double> threshold) const {
    return unit.valid() ? column(indicator, unit.level, threshold)[unit.row] : kNone;
}

Column Figures::ruleColumn(std::size_t rule, RulePart part, Level level) const {
    const MeasurePlan& plan = *m_data->plan;
    return m_data->column(part == RulePart::measure ? plan.rules[rule] : plan.others[rule], level, {});
}

}  // namespace xiangtu::indicators
