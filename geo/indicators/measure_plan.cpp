// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/measure_plan.h"

#include <map>

namespace xiangtu::indicators {

namespace {

using Kind = model::Measure::Kind;

class Planner {
public:
    explicit Planner(const model::Snapshot& snapshot) : m_snapshot(snapshot) {}

    MeasurePlan plan() {
        for (const auto& def : m_snapshot.catalogue->indicators) m_plan.indicators.push_back(node(def.measure));
        for (const auto& rule : m_snapshot.catalogue->rules) {
            const bool measures = rule.kind != model::RuleDef::Kind::load;
            m_plan.rules.push_back(measures ? node(rule.measure) : Node());
            m_plan.others.push_back(rule.kind == model::RuleDef::Kind::equal ? node(rule.other) : Node());
        }
        return std::move(m_plan);
    }

private:
    std::optional<std::size_t> positionOf(const std::string& id) const {
        for (std::size_t i = 0; i < m_snapshot.registers.size(); ++i) {
            if (m_snapshot.registers[i]->def.id == id) return i;
        }
        return std::nullopt;
    }
    const model::RegisterDef* def(std::optional<std::size_t> at) const {
        return at ? &m_snapshot.registers[*at]->def : nullptr;
    }

    /// Two measures with the same key count the same thing.
    static std::string keyOf(Kind kind, const model::Measure& m) {
        std::string key = std::to_string(int(kind));
        for (const std::string& part :
             {m.registerId, m.where, m.value, m.with, m.withWhere, m.unitWhere, std::to_string(int(m.level)),
              std::to_string(int(m.orgKind)), kind == Kind::far ? std::to_string(m.number) : std::string()}) {
            key += '\n';
            key += part;
        }
        return key;
    }

    std::size_t leaf(Kind kind, const model::Measure& m) {
        const auto [found, isNew] = m_known.emplace(keyOf(kind, m), m_plan.leaves.size());
        if (!isNew) return found->second;
        Leaf leaf;
        leaf.kind = kind;
        leaf.registerAt = m.registerId.empty() ? std::nullopt : positionOf(m.registerId);
        leaf.withAt = m.with.empty() ? std::nullopt : positionOf(m.with);
        leaf.where = model::Expression::parse(m.where, def(leaf.registerAt));
        leaf.value = model::Expression::parse(m.value, def(leaf.registerAt));
        leaf.withWhere = model::Expression::parse(m.withWhere, def(leaf.withAt));
        leaf.unitWhere = model::Expression::parse(m.unitWhere, nullptr);
        leaf.level = m.level;
        leaf.orgKind = m.orgKind;
        leaf.number = m.number;
        m_plan.leaves.push_back(std::move(leaf));
        return found->second;
    }

    Node node(const model::Measure& m) {
        Node node;
        node.kind = m.kind;
        node.number = m.number;
        node.byThreshold = m.byThreshold;
        node.level = m.level;
        for (const model::Measure& part : m.parts) node.parts.push_back(this->node(part));
        switch (m.kind) {
        case Kind::mean: {
            node.leaf = leaf(Kind::sum, m);
            // A record without a value has no part in the mean.
            model::Measure counted = m;
            counted.where = m.where.empty() ? "(" + m.value + ") is not null"
                                            : "(" + m.where + ") and (" + m.value + ") is not null";
            counted.value.clear();
            node.counted = leaf(Kind::count, counted);
            break;
        }
        case Kind::reaching: node.unitWhere = model::Expression::parse(m.unitWhere, nullptr); break;
        case Kind::ratio:
        case Kind::plus:
        case Kind::minus:
        case Kind::constant: break;
        default: node.leaf = leaf(m.kind, m); break;
        }
        return node;
    }

    const model::Snapshot& m_snapshot;
    MeasurePlan m_plan;
    std::map<std::string, std::size_t> m_known;
};

}  // namespace

MeasurePlan planMeasures(const model::Snapshot& snapshot) { return Planner(snapshot).plan(); }

}  // namespace xiangtu::indicators
