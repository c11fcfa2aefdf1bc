// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/unit_index.h"
#include "indicators/amount.h"
#include "indicators/measure_plan.h"

#include <array>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace xiangtu::indicators {

/// What records are counted against: the units of a snapshot and who lies in whom. Shared by all
/// tallies; valid while the snapshot's level tables are the same.
struct Ground {
    const model::Snapshot* snapshot = nullptr;
    const index::UnitIndex* units = nullptr;  ///< only where a leaf asks what lies at a point

    [[nodiscard]] model::UnitRef parent(model::UnitRef ref) const noexcept { return snapshot->unit(ref).parent; }
    [[nodiscard]] model::ExpressionRow row(std::size_t registerAt, const model::Record& record) const;
    [[nodiscard]] model::ExpressionRow row(model::UnitRef unit) const;
};

/// One leaf counted for every unit: amounts stand at the unit and at all units above it.
class Tally {
public:
    /// Counts everything anew.
    Tally(const Leaf& leaf, const Ground& ground);

    /// Whether the records of that register have a part in it.
    [[nodiscard]] static bool dependsOn(const Leaf& leaf, std::size_t registerAt) noexcept;

    /// Takes off what `before` gave (counted over `oldGround`) and adds what `after` gives; either may be
    /// null. For registers dependsOn() names, and leaves that can be counted record by record.
    void replace(const Leaf& leaf, const Ground& oldGround, const Ground& newGround, std::size_t registerAt,
                 const model::Record* before, const model::Record* after);
    /// Leaves whose answer for a unit depends on all records together.
    [[nodiscard]] static bool countsAsAWhole(const Leaf& leaf) noexcept;

    /// Amount of a unit.
    [[nodiscard]] Amount at(model::UnitRef unit) const noexcept;
    /// Whether there is anything to measure at all (far: a record to be far from).
    [[nodiscard]] bool any() const noexcept { return m_any; }

private:
    void add(const Ground& ground, model::UnitRef unit, Amount amount);
    void addRecord(const Leaf& leaf, const Ground& ground, const model::Record& record, int sign);
    void addCovering(const Leaf& leaf, const Ground& ground, const model::Record& record, int sign);
    void addDistinct(const Ground& ground, model::UnitRef unit, const std::string& value, int sign);
    void countUnits(const Leaf& leaf, const Ground& ground);
    void countFar(const Leaf& leaf, const Ground& ground);
    void countOverlap(const Leaf& leaf, const Ground& ground);

    std::array<std::vector<Amount>, model::kLevelCount> m_amounts;  ///< empty level = nothing there
    std::vector<std::uint32_t> m_covering;                          ///< covered: matching records per unit of the level
    std::array<std::unordered_map<std::uint32_t, std::map<std::string, std::uint32_t>>, model::kLevelCount> m_values;
    bool m_any = true;
};

}  // namespace xiangtu::indicators
