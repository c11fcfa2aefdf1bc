// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/record_shapes.h"

#include "geodesy/area.h"

#include <unordered_set>

namespace xiangtu::scene {

RecordShapes::RecordShapes(const model::Snapshot& snapshot) {
    for (std::uint32_t r = 0; r < snapshot.registers.size(); ++r) {
        for (const auto& record : snapshot.registers[r]->records) add(r, record);
    }
    plant();
}

RecordShapes::RecordShapes(const RecordShapes& before, const model::Snapshot& next)
    : m_items(before.m_items), m_shapes(before.m_shapes) {
    // Records are shared between states: the same address is the same record.
    std::unordered_set<const model::Record*> there;
    for (const auto& table : next.registers) {
        if (!model::hasShape(table->def.anchor)) continue;
        for (const auto& record : table->records) there.insert(record.get());
    }
    for (std::size_t n = 0; n < m_items.size(); ++n) {
        auto& record = m_items[n].record;
        if (!record || there.erase(record.get()) > 0) continue;
        record.reset();
        m_changed.push_back(m_shapes.box(n));
    }
    for (std::uint32_t r = 0; r < next.registers.size() && !there.empty(); ++r) {
        for (const auto& record : next.registers[r]->records) {
            if (!there.contains(record.get())) continue;
            const std::size_t had = m_items.size();
            add(r, record);
            if (m_items.size() > had) m_changed.push_back(m_shapes.box(had));
        }
    }
    plant();
}

void RecordShapes::add(std::uint32_t registerIndex, const std::shared_ptr<const model::Record>& record) {
    if (const auto* polygon = std::get_if<geom::GeoMultiPolygon>(&record->shape)) {
        const geom::MultiPolygon snapped = geom::snapToGrid(*polygon);
        if (snapped.empty()) return;
        m_shapes.add(snapped);
        m_items.push_back({registerIndex, record, geodesy::muFromSquareMetres(geodesy::area(*polygon))});
    } else if (const auto* lines = std::get_if<geom::GeoMultiLine>(&record->shape)) {
        std::vector<std::vector<geom::GridPoint>> chains;
        for (const geom::GeoLine& line : *lines) {
            if (line.size() < 2) continue;
            auto& chain = chains.emplace_back();
            for (const geom::GeoPoint& p : line) chain.push_back(geom::snapToGrid(p));
        }
        if (chains.empty()) return;
        m_shapes.beginFeature();
        for (const auto& chain : chains) m_shapes.addRing(chain);
        m_shapes.endFeature();
        m_items.push_back({registerIndex, record, -1});
    }
}

void RecordShapes::plant() {
    std::vector<index::BoxTree::Item> boxes;
    for (std::size_t n = 0; n < m_items.size(); ++n) {
        if (m_items[n].record) boxes.push_back({m_shapes.box(n), std::uint32_t(n)});
    }
    m_tree = index::BoxTree(boxes);
}

}  // namespace xiangtu::scene
