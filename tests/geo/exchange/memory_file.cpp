// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/exchange/memory_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace xiangtu::exchange {

using model::Level;

const model::NewUnit* MemoryFile::find(Level level, const std::string& code) const {
    const auto at = std::ranges::find_if(
        m_units, [&](const model::NewUnit& u) { return u.level == level && u.code.text() == code; });
    return at == m_units.end() ? nullptr : &*at;
}

model::Snapshot MemoryFile::snapshot() const {
    model::Snapshot snapshot;
    std::int64_t id = 0;
    for (const Level level : model::kLevels) {
        std::vector<model::NewUnit> rows;
        for (const auto& u : m_units) {
            if (u.level == level) rows.push_back(u);
        }
        std::ranges::sort(rows, {}, &model::NewUnit::code);
        auto table = std::make_shared<model::LevelTable>();
        table->level = level;
        for (const auto& row : rows) {
            model::Unit unit;
            unit.id.value = ++id;
            unit.code = row.code;
            unit.name = row.name;
            unit.kind = row.kind;
            for (std::size_t above = indexOf(level); row.parent.valid() && !unit.parent.valid() && above-- > 0;)
                unit.parent = snapshot.findUnit(model::kLevels[above], row.parent);
            table->units.push_back(unit);
            table->shapes.add(row.shape);
        }
        snapshot.levels[indexOf(level)] = std::move(table);
    }
    return snapshot;
}

ImportPlan planned(const ImportRequest& request, const MemoryFile& file) {
    auto plan = planImport(request, file.snapshot(), base::Progress());
    if (!plan) throw std::runtime_error("refused: " + plan.error().reason);
    return std::move(plan).value();
}

ImportReport taken(const ImportRequest& request, MemoryFile& file) {
    ImportPlan plan = planned(request, file);
    file.add(plan.units);
    return std::move(plan.report);
}

std::map<std::string, std::int64_t> byRule(const ImportReport& report) {
    std::map<std::string, std::int64_t> sums;
    for (const Finding& f : report.findings) sums[std::string(ruleName(f.rule))] += f.count;
    return sums;
}

Finding first(const ImportReport& report, Rule rule) {
    const auto at = std::ranges::find(report.findings, rule, &Finding::rule);
    if (at == report.findings.end()) throw std::runtime_error("no finding of rule " + std::string(ruleName(rule)));
    return *at;
}

}  // namespace xiangtu::exchange
