// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/borders.h"

#include "demo/rng.h"

#include <algorithm>

namespace xiangtu::demo {

using geom::GridPoint;

namespace {

// How near to its ends a mesh edge may be crossed; leaves room for rounding to the lattice.
constexpr double kLeast = 0.16;

}  // namespace

// Node numbers: 3 t + i of the smaller of an edge's two sides; then one per triangle (three regions
// meet inside it); then one per mesh point (on the outline).

Borders::Borders(const Mesh& mesh, const Terrain& terrain, const std::vector<std::uint32_t>& grid,
                 const Ancestry& above, std::uint64_t seed)
    : m_mesh(mesh), m_above(above) {
    chooseOutlineEnds(grid, above);
    placeNodes(terrain, grid, seed);
    collect(grid);
}

std::uint32_t Borders::edgeNode(std::uint32_t t, int i) const noexcept {
    const std::uint32_t u = m_mesh.triangle(t).neighbour[i];
    if (u == kNone || u > t) return 3 * t + std::uint32_t(i);
    int j = 0;
    while (m_mesh.triangle(u).neighbour[j] != t) ++j;
    return 3 * u + std::uint32_t(j);
}

std::uint32_t Borders::nodeOn(std::uint32_t t, int i) const noexcept {
    const Triangle& tri = m_mesh.triangle(t);
    if (tri.neighbour[i] != kNone) return edgeNode(t, i);
    const std::uint32_t v = (m_endsAtFirst[t] >> i & 1) ? tri.vertex[next3(i)] : tri.vertex[prev3(i)];
    return std::uint32_t(4 * m_mesh.triangles().size()) + v;
}

/// An outline edge between two regions belongs whole to one of them: to the one that also holds the far
/// corner of its triangle, so that no slivers run along the outline; unless a region would then
/// touch the outline in a single point between two parts of another.
void Borders::chooseOutlineEnds(const std::vector<std::uint32_t>& grid, const Ancestry& above) {
    const auto& triangles = m_mesh.triangles();
    m_endsAtFirst.assign(triangles.size(), 0);
    struct Edge {
        std::uint32_t t = kNone;
        int i = 0;
    };
    std::vector<Edge> leaving(m_mesh.pointCount()), arriving(m_mesh.pointCount());
    for (std::uint32_t t = 0; t < triangles.size(); ++t) {
        for (int i = 0; i < 3; ++i) {
            if (triangles[t].neighbour[i] != kNone) continue;
            const std::uint32_t u = triangles[t].vertex[next3(i)], v = triangles[t].vertex[prev3(i)];
            leaving[u] = {t, i};
            arriving[v] = {t, i};
            if (grid[u] != grid[v] && grid[triangles[t].vertex[i]] == grid[v]) m_endsAtFirst[t] |= std::uint8_t(1 << i);
        }
    }
    const auto pinched = [&](std::uint32_t before, std::uint32_t at, std::uint32_t after) {
        for (const auto& level : above) {
            if (level[grid[before]] == level[grid[after]] && level[grid[at]] != level[grid[before]]) return true;
        }
        return false;
    };
    // Letting the edge after a pinch end at its second point undoes the pinch and may cause the next one.
    for (std::uint32_t start = 0; start < leaving.size(); ++start) {
        std::uint32_t v = start;
        while (leaving[v].t != kNone && arriving[v].t != kNone) {
            const Edge in = arriving[v], out = leaving[v];
            const std::uint32_t u = triangles[in.t].vertex[next3(in.i)], w = triangles[out.t].vertex[prev3(out.i)];
            const bool inEndsHere = grid[u] != grid[v] && !(m_endsAtFirst[in.t] >> in.i & 1);
            const bool outEndsHere = grid[w] != grid[v] && (m_endsAtFirst[out.t] >> out.i & 1);
            if (!inEndsHere || !outEndsHere || !pinched(u, v, w)) break;
            m_endsAtFirst[out.t] &= std::uint8_t(~(1 << out.i));
            v = w;
        }
    }
}

void Borders::placeNodes(const Terrain& terrain, const std::vector<std::uint32_t>& grid, std::uint64_t seed) {
    const auto& triangles = m_mesh.triangles();
    const std::size_t t3 = 3 * triangles.size();
    m_share.assign(t3, -1);
    for (std::uint32_t t = 0; t < triangles.size(); ++t) {
        for (int i = 0; i < 3; ++i) {
            const std::uint32_t other = triangles[t].neighbour[i];
            if (other == kNone || other < t) continue;
            const std::uint32_t a = triangles[t].vertex[next3(i)], b = triangles[t].vertex[prev3(i)];
            if (grid[a] == grid[b]) continue;
            const std::uint32_t u = std::min(a, b), v = std::max(a, b);
            const auto line = terrain.crossing(u, v);
            const double free = 0.5 + 0.2 * (2 * unitOf(mix(seed, std::uint64_t(u) << 32 | v)) - 1);
            m_share[3 * t + std::uint32_t(i)] = float(std::clamp(line.value_or(free), kLeast, 1 - kLeast));
        }
    }
    smooth(grid);
    m_at.resize(t3 + triangles.size() + m_mesh.pointCount());
    for (std::uint32_t t = 0; t < triangles.size(); ++t) {
        const auto& v = triangles[t].vertex;
        for (int i = 0; i < 3; ++i) {
            const float share = m_share[3 * t + std::uint32_t(i)];
            if (share < 0) continue;
            const std::uint32_t a = std::min(v[next3(i)], v[prev3(i)]), b = std::max(v[next3(i)], v[prev3(i)]);
            const GridPoint p = m_mesh.point(a), q = m_mesh.point(b);
            m_at[3 * t + std::uint32_t(i)] = {std::int32_t(std::llround(p.x + (double(q.x) - p.x) * double(share))),
                                              std::int32_t(std::llround(p.y + (double(q.y) - p.y) * double(share)))};
        }
    }
    const std::size_t outline = t3 + triangles.size();
    for (std::uint32_t v = 0; v < m_mesh.pointCount(); ++v) m_at[outline + v] = m_mesh.point(v);
    for (std::uint32_t t = 0; t < triangles.size(); ++t) {
        const auto& v = triangles[t].vertex;
        if (grid[v[0]] == grid[v[1]] || grid[v[1]] == grid[v[2]] || grid[v[2]] == grid[v[0]]) continue;
        std::int64_t x = 0, y = 0;
        for (int i = 0; i < 3; ++i) {
            const GridPoint p = m_at[nodeOn(t, i)];
            x += p.x;
            y += p.y;
        }
        m_at[t3 + t] = {std::int32_t(x / 3), std::int32_t(y / 3)};
    }
}

/// One step towards the middle between its neighbours on the border takes the zigzag of the mesh out of
/// a border and leaves its larger bends.
void Borders::smooth(const std::vector<std::uint32_t>& grid) {
    const auto& triangles = m_mesh.triangles();
    const auto at = [&](std::uint32_t node) {
        const std::uint32_t t = node / 3;
        const int i = int(node % 3);
        const std::uint32_t a = triangles[t].vertex[next3(i)], b = triangles[t].vertex[prev3(i)];
        const Metres p = m_mesh.metres(std::min(a, b)), q = m_mesh.metres(std::max(a, b));
        return p + (q - p) * double(m_share[node]);
    };
    std::vector<float> moved = m_share;
    for (std::uint32_t node = 0; node < m_share.size(); ++node) {
        if (m_share[node] < 0) continue;
        Metres sum{};
        int count = 0;
        const auto look = [&](std::uint32_t t, int i) {
            const auto& v = triangles[t].vertex;
            for (const int k : {next3(i), prev3(i)}) {
                if (grid[v[next3(k)]] == grid[v[prev3(k)]] || triangles[t].neighbour[k] == kNone) continue;
                sum = sum + at(edgeNode(t, k));
                ++count;
            }
        };
        const std::uint32_t t = node / 3, i = node % 3, u = triangles[t].neighbour[i];
        look(t, int(i));
        for (int j = 0; j < 3; ++j) {
            if (triangles[u].neighbour[j] == t) look(u, j);
        }
        if (count < 2) continue;
        const std::uint32_t a = triangles[t].vertex[next3(int(i))], b = triangles[t].vertex[prev3(int(i))];
        const Metres p = m_mesh.metres(std::min(a, b)), q = m_mesh.metres(std::max(a, b));
        const double wanted = dot(sum * (1.0 / count) - p, q - p) / dot(q - p, q - p);
        moved[node] = float(std::clamp(0.35 * double(m_share[node]) + 0.65 * wanted, kLeast, 1 - kLeast));
    }
    m_share = std::move(moved);
}

void Borders::collect(const std::vector<std::uint32_t>& grid) {
    const auto& triangles = m_mesh.triangles();
    const auto t3 = std::uint32_t(3 * triangles.size());
    const auto outline = std::uint32_t(4 * triangles.size());
    const auto add = [&](std::uint32_t from, std::uint32_t to, std::uint32_t left, std::uint32_t right) {
        if (from != to) m_pieces.push_back({from, to, left, right});
    };
    for (std::uint32_t t = 0; t < triangles.size(); ++t) {
        const Triangle& tri = triangles[t];
        for (int i = 0; i < 3; ++i) {
            if (tri.neighbour[i] != kNone) continue;
            const std::uint32_t u = tri.vertex[next3(i)], v = tri.vertex[prev3(i)];
            add(outline + u, outline + v, grid[(m_endsAtFirst[t] >> i & 1) ? v : u], kNone);
        }
        const std::uint32_t a = grid[tri.vertex[0]], b = grid[tri.vertex[1]], c = grid[tri.vertex[2]];
        if (a == b && b == c) continue;
        if (a != b && b != c && c != a) {
            for (int k = 0; k < 3; ++k) {
                add(nodeOn(t, prev3(k)), t3 + t, grid[tri.vertex[k]], grid[tri.vertex[next3(k)]]);
            }
            continue;
        }
        const int odd = b == c ? 0 : a == c ? 1 : 2;  // the corner that stands alone
        add(nodeOn(t, prev3(odd)), nodeOn(t, next3(odd)), grid[tri.vertex[odd]], grid[tri.vertex[next3(odd)]]);
    }
}

}  // namespace xiangtu::demo
