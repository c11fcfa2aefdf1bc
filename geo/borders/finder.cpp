// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/finder.h"

#include "geom/measure.h"

namespace xiangtu::borders {

Finder::Finder(const std::vector<geom::MultiPolygon>& lands) : m_lands(lands) {
    for (std::size_t i = 0; i < lands.size(); ++i) {
        geom::GridBox& box = m_boxes.emplace_back();
        forEachEdge(lands[i], [&](const Edge& e) {
            m_landOf[e] = i;
            box.extend(e.a);
        });
    }
}

std::optional<std::size_t> Finder::find(const geom::MultiPolygon& part) const {
    std::optional<std::size_t> found;
    forEachEdge(part, [&](const Edge& e) {
        if (found) return;
        if (const auto land = m_landOf.find(e); land != m_landOf.end()) found = land->second;
    });
    if (found || part.empty()) return found;
    const Edge first{part.front().outer[0], part.front().outer[1]};
    for (std::size_t i = 0; i < m_lands.size(); ++i) {
        if (m_boxes[i].intersects(first.box()) && middleInside(m_lands[i], first)) return i;
    }
    return std::nullopt;
}

}  // namespace xiangtu::borders
