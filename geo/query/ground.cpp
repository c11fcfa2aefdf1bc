// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/ground.h"

#include "base/error.h"
#include "base/parallel.h"
#include "geom/inside_point.h"

#include <utility>

namespace xiangtu::query {

Ground::Ground(std::shared_ptr<const model::Snapshot> snapshot, std::shared_ptr<const index::UnitIndex> units,
               std::shared_ptr<const topology::Topology> topology, Past past)
    : m_snapshot(std::move(snapshot)),
      m_past(std::move(past)),
      m_units(std::move(units)),
      m_topology(std::move(topology)) {}

const index::UnitIndex& Ground::units() const {
    const std::lock_guard lock(m_making);
    if (!m_units) m_units = std::make_shared<const index::UnitIndex>(*m_snapshot);
    return *m_units;
}

const topology::Topology& Ground::topology() const {
    const std::lock_guard lock(m_making);
    if (!m_topology) {
        std::array<const geom::PolygonSet*, model::kLevelCount> sets{};
        for (const model::Level level : model::kLevels) sets[model::indexOf(level)] = &table(level).shapes;
        m_topology = std::make_shared<const topology::Topology>(topology::build(sets));
    }
    return *m_topology;
}

const index::Locator& Ground::locator(model::Level level) const {
    const std::lock_guard lock(m_making);
    auto& made = m_locators[model::indexOf(level)];
    if (!made) made = std::make_unique<const index::Locator>(table(level).shapes);
    return *made;
}

const std::vector<std::optional<geom::GridPoint>>& Ground::seats(model::Level level) const {
    const std::lock_guard lock(m_making);
    auto& made = m_seats[model::indexOf(level)];
    if (!made) {
        const geom::PolygonSet& shapes = table(level).shapes;
        std::vector<std::optional<geom::GridPoint>> seats(shapes.size());
        base::parallelFor(shapes.size(), 512, [&](std::size_t begin, std::size_t end) {
            for (std::size_t f = begin; f < end; ++f) seats[f] = geom::insidePoint(shapes, f);
        });
        made = std::make_unique<const std::vector<std::optional<geom::GridPoint>>>(std::move(seats));
    }
    return *made;
}

std::shared_ptr<const model::Snapshot> Ground::past(base::Date day) const {
    auto snapshot = m_past ? m_past(day) : nullptr;
    if (!snapshot) throw base::Error(base::Fault::usage, "the map of another day (" + day.iso() + ") is not at hand");
    return snapshot;
}

}  // namespace xiangtu::query
