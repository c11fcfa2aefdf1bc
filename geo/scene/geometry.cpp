// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/geometry.h"

#include "geodesy/mercator.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numbers>

namespace xiangtu::scene {

model::UnitRef FaceNumbers::unit(std::uint32_t face) const noexcept {
    for (const model::Level level : model::kLevels) {
        const std::size_t l = model::indexOf(level);
        if (face < offset[l + 1]) return {level, face - offset[l]};
    }
    return {};
}

/// One slot per face, in chunks made on first use: labels stand on few of a million faces. Radius < 0 = not
/// computed. Two threads may compute the same slot: they store the same values.
class Geometry::LabelPoints {
public:
    struct Slot {
        std::atomic<std::uint64_t> at{0};
        std::atomic<double> radius{-1};
    };
    explicit LabelPoints(std::size_t faces) : m_chunks(faces / kChunk + 1) {}
    ~LabelPoints() {
        for (auto& chunk : m_chunks) delete chunk.load();
    }
    LabelPoints(const LabelPoints&) = delete;
    LabelPoints& operator=(const LabelPoints&) = delete;

    [[nodiscard]] Slot& slot(std::uint32_t face) {
        std::atomic<Chunk*>& place = m_chunks[face / kChunk];
        Chunk* chunk = place.load(std::memory_order_acquire);
        if (!chunk) {
            auto made = std::make_unique<Chunk>();
            if (place.compare_exchange_strong(chunk, made.get(), std::memory_order_acq_rel)) chunk = made.release();
        }
        return (*chunk)[face % kChunk];
    }

private:
    static constexpr std::size_t kChunk = 64;
    using Chunk = std::array<Slot, kChunk>;
    std::vector<std::atomic<Chunk*>> m_chunks;
};

Geometry::Geometry(std::shared_ptr<const model::Snapshot> snapshot, std::shared_ptr<const topology::Topology> topology,
                   std::shared_ptr<const index::UnitIndex> units, base::SharedArray<std::uint8_t> tiled)
    : m_snapshot(std::move(snapshot)),
      m_topology(std::move(topology)),
      m_units(std::move(units)),
      m_tiled(std::move(tiled)) {
    for (const model::Level level : model::kLevels) {
        const model::LevelTable& table = m_snapshot->table(level);
        m_faces.offset[model::indexOf(level) + 1] = m_faces.of({level, 0}) + std::uint32_t(table.units.size());
        m_extent.extend(table.shapes.extent());
    }
    findParents();
    if (m_tiled.size() != m_faces.count()) findTiled();
    m_records = std::make_shared<const RecordShapes>(*m_snapshot);
    m_extent.extend(m_records->shapes().extent());
    if (!m_extent.empty()) { m_styleLatitude = (double(m_extent.min.y) + m_extent.max.y) / 2 / geom::kGridPerDegree; }
    measureUnits();
    m_labelPoints = std::make_shared<LabelPoints>(m_faces.count());
}

Geometry::~Geometry() = default;

void Geometry::measureUnits() {
    constexpr std::size_t kSamples = 256;
    constexpr double kMetresPerUnit = geodesy::kWorldMetres / 360 / geom::kGridPerDegree;
    const double shrink = std::cos(m_styleLatitude * std::numbers::pi / 180);
    for (const model::Level level : model::kLevels) {
        const geom::PolygonSet& shapes = m_snapshot->table(level).shapes;
        double area = 0;
        std::size_t count = 0;
        for (std::size_t row = 0; row < shapes.size(); row += shapes.size() / kSamples + 1) {
            if (!shapes.hasShape(row)) continue;
            area += std::abs(double(shapes.twiceArea(row))) / 2;
            ++count;
        }
        if (count > 0) m_unitMetres[model::indexOf(level)] = std::sqrt(area / double(count) * shrink) * kMetresPerUnit;
    }
}

void Geometry::findParents() {
    std::vector<std::uint32_t> parents(m_faces.count(), kNoFace);
    for (const model::Level level : model::kLevels) {
        const auto& units = m_snapshot->table(level).units;
        for (std::uint32_t row = 0; row < units.size(); ++row) {
            if (units[row].parent.valid()) parents[m_faces.of({level, row})] = m_faces.of(units[row].parent);
        }
    }
    m_parents = std::move(parents);
}

void Geometry::findTiled() {
    // Area not yet covered by children, per face; exact.
    std::vector<__int128> rest(m_faces.count(), 0);
    std::vector<std::uint8_t> tiled(m_faces.count(), 1);
    for (const model::Level level : model::kLevels) {
        const geom::PolygonSet& shapes = m_snapshot->table(level).shapes;
        for (std::uint32_t row = 0; row < shapes.size(); ++row) {
            const __int128 area = shapes.twiceArea(row);
            const std::uint32_t face = m_faces.of({level, row});
            rest[face] += area;
            if (m_parents[face] == kNoFace || !shapes.hasShape(row)) continue;
            const model::UnitRef parent = m_faces.unit(m_parents[face]);
            rest[m_parents[face]] -= area;
            const geom::GridBox& box = shapes.box(row);
            const geom::GridBox& outer = m_snapshot->table(parent.level).shapes.box(parent.row);
            // Equal sums with a child outside would be chance or a shifted level: fill the parent then.
            if (!outer.contains(box.min) || !outer.contains(box.max)) tiled[m_parents[face]] = 0;
        }
    }
    for (std::size_t f = 0; f < rest.size(); ++f) tiled[f] = rest[f] == 0 && tiled[f];
    m_tiled = std::move(tiled);
}

std::shared_ptr<const Geometry> Geometry::withRecords(std::shared_ptr<const model::Snapshot> snapshot) const {
    const std::shared_ptr<Geometry> next(new Geometry(*this));
    const auto id = [](const auto& table) { return std::string_view(table->def.id); };
    // A changed catalogue moves registers: then nothing of the numbers before holds.
    const bool same = std::ranges::equal(m_snapshot->registers, snapshot->registers, {}, id, id);
    next->m_snapshot = std::move(snapshot);
    next->m_records = same ? std::make_shared<const RecordShapes>(*m_records, *next->m_snapshot)
                           : std::make_shared<const RecordShapes>(*next->m_snapshot);
    next->m_extent.extend(next->m_records->shapes().extent());
    return next;
}

std::shared_ptr<const Geometry> Geometry::withDetail(std::shared_ptr<const topology::Detail> detail) const {
    const std::shared_ptr<Geometry> next(new Geometry(*this));
    next->m_detail = std::move(detail);
    return next;
}

std::vector<std::uint32_t> Geometry::arcsIn(const geom::GridBox& box, unsigned topLevels) const {
    std::vector<std::uint32_t> found;
    const auto arcs = m_topology->arcs();
    for (const model::Level level : model::kLevels) {
        const std::size_t l = model::indexOf(level);
        if (!(topLevels >> l & 1)) continue;
        // An arc lies in the box of every face it bounds: no tree of arcs is needed beside that of the units.
        for (const std::uint32_t row : m_units->unitsIn(level, box)) {
            for (const std::uint32_t arc : m_topology->arcsOf(l, row)) {
                if (arcs[arc].topLevel == l && arcs[arc].box.intersects(box)) found.push_back(arc);
            }
        }
    }
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

scene::LabelPoint Geometry::labelPoint(model::UnitRef ref) const {
    auto& slot = m_labelPoints->slot(m_faces.of(ref));
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
