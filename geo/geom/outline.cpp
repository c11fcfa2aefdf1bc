// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/outline.h"

#include "geom/measure.h"

#include <algorithm>
#include <cmath>

namespace xiangtu::geom {

namespace {

constexpr double kFine = 1024;

/// The plane is asked about the place on the lattice, so that what is decided there and what is measured agree.
Outline::Vertex vertexAt(double x, double y, ToPlane toPlane) {
    constexpr double kPerDegree = kFine * kGridPerDegree;
    const PlanePoint plane = toPlane({x / kPerDegree, y / kPerDegree});
    return {x, y, plane.u, plane.v, plane.bend / (kPerDegree * kPerDegree)};
}
Outline::Vertex vertexOf(GeoPoint p, ToPlane toPlane) {
    const auto fine = [](double degrees) { return std::nearbyint(degrees * kGridPerDegree * kFine); };
    return vertexAt(fine(p.lon), fine(p.lat), toPlane);
}
Outline::Vertex vertexOf(GridPoint p, ToPlane toPlane) { return vertexAt(p.x * kFine, p.y * kFine, toPlane); }

void extend(Outline::Chunk& box, const Outline::Vertex& p) noexcept {
    box.minX = std::min(box.minX, p.x);
    box.maxX = std::max(box.maxX, p.x);
    box.minY = std::min(box.minY, p.y);
    box.maxY = std::max(box.maxY, p.y);
}

}  // namespace

template <class P>
void Outline::addRing(const P& points, ToPlane toPlane) {
    if (points.size() < 3) return;
    const auto first = std::uint32_t(m_vertices.size());
    for (const auto& p : points) m_vertices.push_back(vertexOf(p, toPlane));
    m_vertices.push_back(m_vertices[first]);
    const auto last = std::uint32_t(m_vertices.size() - 1);
    const Vertex o = m_vertices[first];
    for (std::uint32_t begin = first; begin < last; begin += kChunk) {
        Chunk chunk{begin, std::min(begin + kChunk, last), o.x, o.y, o.x, o.y};
        chunk.minX = chunk.maxX = m_vertices[begin].x;
        chunk.minY = chunk.maxY = m_vertices[begin].y;
        for (std::uint32_t i = begin; i < chunk.end; ++i) {
            const Vertex &a = m_vertices[i], &b = m_vertices[i + 1];
            extend(chunk, b);
            m_area += areaUnder(a, b, 0, 1, o.u);
        }
        if (m_chunks.empty()) m_box = chunk;
        m_box = {0,
                 0,
                 std::min(m_box.minX, chunk.minX),
                 std::min(m_box.minY, chunk.minY),
                 std::max(m_box.maxX, chunk.maxX),
                 std::max(m_box.maxY, chunk.maxY)};
        m_chunks.push_back(chunk);
    }
}

Outline::Outline(const GeoMultiPolygon& shape, ToPlane toPlane) {
    GeoMultiPolygon turned = shape;
    orient(turned);
    for (const GeoPolygon& part : turned) {
        addRing(part.outer, toPlane);
        for (const GeoRing& hole : part.holes) addRing(hole, toPlane);
    }
}

Outline::Outline(const PolygonSet& set, std::size_t feature, ToPlane toPlane) {
    for (std::size_t r = set.firstRing(feature); r < set.firstRing(feature + 1); ++r) addRing(set.ring(r), toPlane);
}

}  // namespace xiangtu::geom
