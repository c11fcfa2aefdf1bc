// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/geometry.h"

#include "index/box_tree.h"

#include <algorithm>
#include <atomic>

namespace xiangtu::scene {

model::UnitRef FaceNumbers::unit(std::uint32_t face) const noexcept {
    for (const model::Level level : model::kLevels) {
        const std::size_t l = model::indexOf(level);
        if (face < offset[l + 1]) return {level, face - offset[l]};
    }
    return {};
}

/// Arcs by the level they are styled in, so that a far view never touches the fine ones.
struct Geometry::Trees {
    std::array<index::BoxTree, model::kLevelCount> arcs;
};

/// One slot per face; radius < 0 = not computed. Two threads may compute the same slot: they store
/// the same values.
struct Geometry::LabelPoints {
    struct Slot {
        std::atomic<std::uint64_t> at{0};
        std::atomic<double> radius{-1};
    };
    explicit LabelPoints(std::size_t faces) : slots(faces) {}
    std::vector<Slot> slots;
};

Geometry::Geometry(std::shared_ptr<const model::Snapshot> snapshot, std::shared_ptr<const topology::Topology> topology,
                   std::shared_ptr<const index::UnitIndex> units)
    : m_snapshot(std::move(snapshot)), m_topology(std::move(topology)), m_units(std::move(units)) {
    for (const model::Level level : model::kLevels) {
        const model::LevelTable& table = m_snapshot->table(level);
        m_faces.offset[model::indexOf(level) + 1] = m_faces.of({level, 0}) + std::uint32_t(table.units.size());
        m_extent.extend(table.shapes.extent());
    }
    findTiled();
    m_records = std::make_shared<const RecordShapes>(*m_snapshot);
    m_extent.extend(m_records->shapes().extent());
    if (!m_extent.empty()) { m_styleLatitude = (double(m_extent.min.y) + m_extent.max.y) / 2 / geom::kGridPerDegree; }
    std::array<std::vector<index::BoxTree::Item>, model::kLevelCount> items;
    const auto arcs = m_topology->arcs();
    for (std::uint32_t a = 0; a < arcs.size(); ++a) items[arcs[a].topLevel].push_back({arcs[a].box, a});
    auto trees = std::make_shared<Trees>();
    for (std::size_t l = 0; l < model::kLevelCount; ++l) trees->arcs[l] = index::BoxTree(items[l]);
    m_trees = std::move(trees);
    m_labelPoints = std::make_shared<LabelPoints>(m_faces.count());
}

Geometry::~Geometry() = default;

void Geometry::findTiled() {
    m_tiled.assign(m_faces.count(), 0);
    // Area not yet covered by children, per face; exact.
    std::vector<__int128> rest(m_faces.count(), 0);
    std::vector<std::uint8_t> inside(m_faces.count(), 1);
    for (const model::Level level : model::kLevels) {
        const model::LevelTable& table = m_snapshot->table(level);
        for (std::uint32_t row = 0; row < table.units.size(); ++row) {
            const __int128 area = table.shapes.twiceArea(row);
            rest[m_faces.of({level, row})] += area;
            const model::UnitRef parent = table.units[row].parent;
            if (!parent.valid() || !table.shapes.hasShape(row)) continue;
            rest[m_faces.of(parent)] -= area;
            const geom::GridBox& box = table.shapes.box(row);
            const geom::GridBox& outer = m_snapshot->table(parent.level).shapes.box(parent.row);
            // Equal sums with a child outside would be chance or a shifted level: fill the parent then.
            if (!outer.contains(box.min) || !outer.contains(box.max)) inside[m_faces.of(parent)] = 0;
        }
    }
    for (std::size_t f = 0; f < rest.size(); ++f) m_tiled[f] = rest[f] == 0 && inside[f];
}

Geometry::Geometry(const Geometry& borders, std::shared_ptr<const model::Snapshot> snapshot)
    : m_snapshot(std::move(snapshot)),
      m_topology(borders.m_topology),
      m_units(borders.m_units),
      m_faces(borders.m_faces),
      m_extent(borders.m_extent),
      m_styleLatitude(borders.m_styleLatitude),
      m_tiled(borders.m_tiled),
      m_trees(borders.m_trees),
      m_labelPoints(borders.m_labelPoints) {
    const auto id = [](const auto& table) { return std::string_view(table->def.id); };
    // A changed catalogue moves registers: then nothing of the numbers before holds.
    const bool same = std::ranges::equal(borders.m_snapshot->registers, m_snapshot->registers, {}, id, id);
    m_records = same ? std::make_shared<const RecordShapes>(*borders.m_records, *m_snapshot)
                     : std::make_shared<const RecordShapes>(*m_snapshot);
    m_extent.extend(m_records->shapes().extent());
}

std::shared_ptr<const Geometry> Geometry::withRecords(std::shared_ptr<const model::Snapshot> snapshot) const {
    return std::shared_ptr<const Geometry>(new Geometry(*this, std::move(snapshot)));
}

std::vector<std::uint32_t> Geometry::arcsIn(const geom::GridBox& box, int maxLevel) const {
    std::vector<std::uint32_t> found;
    for (int l = 0; l <= maxLevel && l < int(model::kLevelCount); ++l) {
        m_trees->arcs[std::size_t(l)].visit(box, [&](std::uint32_t arc) { found.push_back(arc); });
    }
    std::ranges::sort(found);
    return found;
}

scene::LabelPoint Geometry::labelPoint(model::UnitRef ref) const {
    auto& slot = m_labelPoints->slots[m_faces.of(ref)];
    if (const double radius = slot.radius.load(std::memory_order_acquire); radius >= 0) {
        const std::uint64_t at = slot.at.load(std::memory_order_relaxed);
        return {{std::int32_t(std::uint32_t(at >> 32)), std::int32_t(std::uint32_t(at))}, radius};
    }
    const LabelPoint point = poleOfInaccessibility(m_snapshot->table(ref.level).shapes, ref.row);
    slot.at.store(std::uint64_t(std::uint32_t(point.at.x)) << 32 | std::uint32_t(point.at.y),
                  std::memory_order_relaxed);
    slot.radius.store(point.radius, std::memory_order_release);
    return point;
}

}  // namespace xiangtu::scene
