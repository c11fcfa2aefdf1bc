// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/borders/hand.h"

#include <optional>
#include <vector>

namespace xiangtu::borders {

using geom::GeoPoint;
using model::Level;

Request Hand::draw() {
    Request request;
    request.options.children = below(3) == 0 ? ChildPolicy::whole : ChildPolicy::cut;
    request.options.parents = below(2) == 0 ? ParentPolicy::follow : ParentPolicy::refuse;
    request.options.parts = below(6) == 0 ? PartsPolicy::allow : PartsPolicy::refuse;
    request.options.outer = below(6) == 0 ? OuterPolicy::follow : OuterPolicy::refuse;
    switch (below(9)) {
    case 0: request.operation = Split{unit(), line(2 + below(4))}; break;
    case 1: request.operation = merge(); break;
    case 2: request.operation = give(); break;
    case 3: request.operation = giveArea(); break;
    case 4:
    case 5: request.operation = Reshape{unit(), line(2 + below(5)), std::nullopt}; break;
    case 6: {
        const GeoPoint from = vertex();
        request.operation = MoveVertex{from, beside(from, below(2) == 0 ? 0.4 : 0.08)};
        break;
    }
    case 7: {
        const GeoPoint from = vertex();
        request.options.reach = 1e-4;
        request.operation = InsertVertex{beside(from, 0.05), beside(from, 0.1)};
        break;
    }
    default: request.operation = DeleteVertex{vertex()};
    }
    return request;
}

UnitName Hand::unit() {
    const Level level = model::kLevels[std::size_t(1 + below(4))];
    const auto& units = m_snapshot.table(level).units;
    m_row = std::uint32_t(below(int(units.size())));
    m_level = level;
    m_box = m_snapshot.table(level).shapes.box(m_row);
    return {level, units[m_row].code};
}

GeoPoint Hand::somewhere() {
    const double w = double(m_box.max.x) - m_box.min.x, h = double(m_box.max.y) - m_box.min.y;
    return {(m_box.min.x + (share() * 1.6 - 0.3) * w) / 1e7, (m_box.min.y + (share() * 1.6 - 0.3) * h) / 1e7};
}

geom::GeoLine Hand::line(int points) {
    geom::GeoLine out;
    for (int i = 0; i < points; ++i) { out.push_back(below(4) == 0 ? vertexOf(m_level, m_row) : somewhere()); }
    return out;
}

GeoPoint Hand::vertexOf(Level level, std::uint32_t row) {
    const auto& shapes = m_snapshot.table(level).shapes;
    const auto ring = shapes.ring(shapes.firstRing(row));
    return geom::toGeo(ring[std::size_t(below(int(ring.size())))]);
}

GeoPoint Hand::vertex() {
    (void)unit();
    return vertexOf(m_level, m_row);
}

GeoPoint Hand::beside(GeoPoint p, double cells) {
    return {p.lon + (share() * 2 - 1) * cells * 0.002, p.lat + (share() * 2 - 1) * cells * 0.002};
}

model::Code Hand::another() {
    const auto& table = m_snapshot.table(m_level);
    std::vector<model::Code> near;
    for (std::uint32_t row = 0; row < table.units.size(); ++row) {
        if (row != m_row && table.shapes.box(row).intersects(m_box)) near.push_back(table.units[row].code);
    }
    return near.empty() ? table.units[m_row].code : near[std::size_t(below(int(near.size())))];
}

Operation Hand::merge() {
    const UnitName first = unit();
    Merge op{first.level, {first.code}, std::nullopt};
    for (int i = 1 + below(2); i > 0; --i) op.units.push_back(another());
    return op;
}

Operation Hand::give() {
    const UnitName from = unit();
    return GivePiece{from.level, from.code, another(), line(2 + below(3)), std::nullopt};
}

Operation Hand::giveArea() {
    const UnitName from = unit();
    geom::GeoRing ring;
    for (int i = 3 + below(2); i > 0; --i) ring.push_back(somewhere());
    return GiveArea{from.level, from.code, another(), ring};
}

}  // namespace xiangtu::borders
