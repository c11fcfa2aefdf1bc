// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/locator.h"
#include "index/unit_index.h"
#include "model/snapshot.h"
#include "topology/topology.h"

#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace xiangtu::query {

/// What questions are asked of: the county as of one day, with the helpers that answers need. Those that were not
/// handed over are made when first asked for, once. May be asked from any thread; the answers are the same from all.
class Ground {
public:
    using Past = std::function<std::shared_ptr<const model::Snapshot>(base::Date)>;

    explicit Ground(std::shared_ptr<const model::Snapshot> snapshot,
                    std::shared_ptr<const index::UnitIndex> units = nullptr,
                    std::shared_ptr<const topology::Topology> topology = nullptr, Past past = {});

    [[nodiscard]] const model::Snapshot& snapshot() const noexcept { return *m_snapshot; }
    [[nodiscard]] const model::LevelTable& table(model::Level level) const noexcept { return m_snapshot->table(level); }
    [[nodiscard]] const index::UnitIndex& units() const;
    [[nodiscard]] const topology::Topology& topology() const;
    [[nodiscard]] const index::Locator& locator(model::Level level) const;
    /// A place inside every unit of a level (geom::insidePoint); nothing for one without polygon. Where a unit's
    /// households live is not recorded, so they are counted there.
    [[nodiscard]] const std::vector<std::optional<geom::GridPoint>>& seats(model::Level level) const;
    /// The county of another day; throws Error{usage} where nobody can tell.
    [[nodiscard]] std::shared_ptr<const model::Snapshot> past(base::Date day) const;

private:
    std::shared_ptr<const model::Snapshot> m_snapshot;
    Past m_past;
    mutable std::mutex m_making;
    mutable std::shared_ptr<const index::UnitIndex> m_units;
    mutable std::shared_ptr<const topology::Topology> m_topology;
    mutable std::array<std::unique_ptr<const index::Locator>, model::kLevelCount> m_locators;
    mutable std::array<std::unique_ptr<const std::vector<std::optional<geom::GridPoint>>>, model::kLevelCount> m_seats;
};

}  // namespace xiangtu::query
