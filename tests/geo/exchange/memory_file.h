// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/import.h"
#include "model/snapshot.h"

#include <map>
#include <string>
#include <vector>

namespace xiangtu::exchange {

/// A file in memory: what imports put in, as the snapshot the next import sees.
class MemoryFile {
public:
    void add(const std::vector<model::NewUnit>& units) { m_units.insert(m_units.end(), units.begin(), units.end()); }

    [[nodiscard]] const std::vector<model::NewUnit>& units() const noexcept { return m_units; }
    [[nodiscard]] const model::NewUnit* find(model::Level level, const std::string& code) const;
    [[nodiscard]] model::Snapshot snapshot() const;

private:
    std::vector<model::NewUnit> m_units;
};

/// Plans an import into `file`; the test fails when it is refused.
[[nodiscard]] ImportPlan planned(const ImportRequest& request, const MemoryFile& file = {});
/// Plans and adds.
ImportReport taken(const ImportRequest& request, MemoryFile& file);

/// Sums of the findings per rule, by name; only rules that occur.
[[nodiscard]] std::map<std::string, std::int64_t> byRule(const ImportReport& report);
/// The first finding of a rule; fails the test when there is none.
[[nodiscard]] Finding first(const ImportReport& report, Rule rule);

}  // namespace xiangtu::exchange
