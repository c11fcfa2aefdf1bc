// SPDX-License-Identifier: GPL-3.0-or-later
// Mesh::sortAlongCurve.
#include "demo/mesh.h"

#include <algorithm>
#include <utility>

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
    const auto positions = [&](std::size_t count, auto&& at) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> keyed(count);
        for (std::uint32_t i = 0; i < count; ++i) {
            const Metres p = at(i) - low;
            keyed[i] = {std::uint32_t(hilbert(std::uint32_t(p.x * scale), std::uint32_t(p.y * scale))), i};
        }
        std::ranges::sort(keyed);
        std::vector<std::uint32_t> now(count);
        for (std::uint32_t i = 0; i < count; ++i) now[keyed[i].second] = i;
        return now;
    };
    const auto pointNow = positions(m_points.size(), [&](std::uint32_t v) { return m_metres[v]; });
    const auto triangleNow = positions(m_triangles.size(), [&](std::uint32_t t) {
        const auto& v = m_triangles[t].vertex;
        return (m_metres[v[0]] + m_metres[v[1]] + m_metres[v[2]]) * (1.0 / 3);
    });
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
