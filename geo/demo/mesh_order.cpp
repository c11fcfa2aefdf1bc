// SPDX-License-Identifier: GPL-3.0-or-later
// Mesh::sortAlongCurve.
#include "demo/mesh.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace xiangtu::demo {

namespace {

/// Position along a Hilbert curve over 2^16 x 2^16: neighbours on the curve are neighbours in the plane.
std::uint64_t hilbert(std::uint32_t x, std::uint32_t y) {
    std::uint64_t d = 0;
    for (std::uint32_t s = 1u << 15; s > 0; s >>= 1) {
        const std::uint32_t rx = (x & s) > 0, ry = (y & s) > 0;
        d += std::uint64_t(s) * s * ((3 * rx) ^ ry);
        if (ry == 0) {
            if (rx == 1) {
                x = 65535 - x;
                y = 65535 - y;
            }
            std::swap(x, y);
        }
    }
    return d;
}

}  // namespace

void Mesh::sortAlongCurve() {
    Metres low{1e300, 1e300}, high{-1e300, -1e300};
    for (const Metres& p : m_metres) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    const double scale = 65535.0 / std::max({high.x - low.x, high.y - low.y, 1.0});
    std::vector<std::uint64_t> keyed(m_points.size());
    for (std::uint32_t v = 0; v < keyed.size(); ++v) {
        const Metres p = m_metres[v] - low;
        keyed[v] = hilbert(std::uint32_t(p.x * scale), std::uint32_t(p.y * scale)) << 32 | v;
    }
    std::ranges::sort(keyed);
    std::vector<std::uint32_t> pointNow(keyed.size());
    for (std::uint32_t i = 0; i < keyed.size(); ++i) pointNow[std::uint32_t(keyed[i])] = i;
    // Triangles in the order of their first points: a counting sort.
    const auto firstPoint = [&](const Triangle& t) {
        return std::min({pointNow[t.vertex[0]], pointNow[t.vertex[1]], pointNow[t.vertex[2]]});
    };
    std::vector<std::uint32_t> place(m_points.size() + 1, 0), triangleNow(m_triangles.size());
    for (const Triangle& t : m_triangles) ++place[firstPoint(t) + 1];
    for (std::size_t i = 1; i < place.size(); ++i) place[i] += place[i - 1];
    for (std::uint32_t t = 0; t < triangleNow.size(); ++t) triangleNow[t] = place[firstPoint(m_triangles[t])]++;
    std::vector<geom::GridPoint> points(m_points.size());
    std::vector<Metres> metres(m_metres.size());
    std::vector<Triangle> triangles(m_triangles.size());
    for (std::uint32_t v = 0; v < points.size(); ++v) {
        points[pointNow[v]] = m_points[v];
        metres[pointNow[v]] = m_metres[v];
    }
    for (std::uint32_t t = 0; t < triangles.size(); ++t) {
        Triangle tri = m_triangles[t];
        for (auto& v : tri.vertex) {
            v = pointNow[v];
            m_incident[v] = triangleNow[t];
        }
        for (auto& n : tri.neighbour) {
            if (n != kNone) n = triangleNow[n];
        }
        triangles[triangleNow[t]] = tri;
    }
    m_points = std::move(points);
    m_metres = std::move(metres);
    m_triangles = std::move(triangles);
}

}  // namespace xiangtu::demo
