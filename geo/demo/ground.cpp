// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/ground.h"

#include <algorithm>
#include <utility>

namespace xiangtu::demo {

namespace {

// Lattice units (about 1 cm) a triangle must be high for border points on its edges to stay apart.
constexpr double kThinnest = 64;

}  // namespace

Ground::Ground(const Mesh& mesh, const Terrain& terrain, const Spacing& spacing) : m_mesh(mesh) {
    const auto n = std::uint32_t(mesh.pointCount());
    m_start.assign(n + 1, 0);
    // Each mesh edge is met from one or two triangles; as a directed edge exactly once per triangle, and
    // outline edges lack the way back.
    const auto each = [&](auto&& f) {
        for (std::uint32_t t = 0; t < mesh.triangles().size(); ++t) {
            const Triangle& tri = mesh.triangle(t);
            for (int i = 0; i < 3; ++i) {
                const std::uint32_t a = tri.vertex[next3(i)], b = tri.vertex[prev3(i)];
                f(a, b);
                if (tri.neighbour[i] == kNone) f(b, a);
            }
        }
    };
    each([&](std::uint32_t a, std::uint32_t) { ++m_start[a + 1]; });
    for (std::uint32_t v = 0; v < n; ++v) m_start[v + 1] += m_start[v];
    m_steps.resize(m_start[n]);
    std::vector<std::uint32_t> fill(m_start.begin(), m_start.end() - 1);
    each([&](std::uint32_t a, std::uint32_t b) {
        const Metres pa = mesh.metres(a), pb = mesh.metres(b);
        const double step = distance(pa, pb) / spacing.at((pa + pb) * 0.5) * kStep * terrain.resistance(a, b);
        m_steps[fill[a]++] = {b, std::uint16_t(std::clamp(step, 1.0, double(kMaxCost)))};
    });
    m_tie.resize(n);
    for (std::uint32_t v = 0; v < n; ++v) m_tie[v] = v;
    tieThin();
}

void Ground::tie(std::uint32_t a, std::uint32_t b) {
    for (std::uint32_t v = m_tie[a]; v != a; v = m_tie[v]) {
        if (v == b) return;
    }
    if (a != b) std::swap(m_tie[a], m_tie[b]);  // joins two rings
}

void Ground::tieThin() {
    for (std::uint32_t t = 0; t < m_mesh.triangles().size(); ++t) {
        const Triangle& tri = m_mesh.triangle(t);
        double longest = 0;
        int outline = 0;
        for (int i = 0; i < 3; ++i) {
            const geom::GridPoint a = m_mesh.point(tri.vertex[next3(i)]), b = m_mesh.point(tri.vertex[prev3(i)]);
            longest = std::max(longest, std::hypot(double(a.x) - b.x, double(a.y) - b.y));
            outline += tri.neighbour[i] == kNone;
        }
        const auto twice =
            double(side(m_mesh.point(tri.vertex[0]), m_mesh.point(tri.vertex[1]), m_mesh.point(tri.vertex[2])));
        if (twice < kThinnest * longest || outline == 3) {
            tie(tri.vertex[0], tri.vertex[1]);
            tie(tri.vertex[0], tri.vertex[2]);
        } else if (outline == 2) {
            // A spit of the outline belongs to the point before its tip: alone it would have no inside.
            for (int i = 0; i < 3; ++i) {
                if (tri.neighbour[i] != kNone) tie(tri.vertex[i], tri.vertex[prev3(i)]);
            }
        }
    }
}

}  // namespace xiangtu::demo
