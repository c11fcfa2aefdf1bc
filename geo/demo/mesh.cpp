// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/mesh.h"

#include <cassert>

namespace xiangtu::demo {

using geom::GridPoint;

int Mesh::indexOf(std::uint32_t triangle, std::uint32_t vertex) const noexcept {
    const auto& v = m_triangles[triangle].vertex;
    return v[0] == vertex ? 0 : v[1] == vertex ? 1 : v[2] == vertex ? 2 : -1;
}

std::uint32_t Mesh::addPoint(GridPoint p) {
    m_points.push_back(p);
    m_metres.push_back(m_plane.toMetres(p));
    m_incident.push_back(kNone);
    return std::uint32_t(m_points.size() - 1);
}

std::uint32_t Mesh::addTriangle(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    const auto t = std::uint32_t(m_triangles.size());
    m_triangles.push_back({{a, b, c}, {kNone, kNone, kNone}, 0});
    m_incident[a] = m_incident[b] = m_incident[c] = t;
    return t;
}

void Mesh::fix(std::uint32_t t, int i) {
    m_triangles[t].fixed |= std::uint8_t(1 << i);
    const std::uint32_t u = m_triangles[t].neighbour[i];
    if (u == kNone) return;
    for (int j = 0; j < 3; ++j) {
        if (m_triangles[u].neighbour[j] == t) m_triangles[u].fixed |= std::uint8_t(1 << j);
    }
}

/// Tells `other` that what it knew as neighbour `was` is now t.
void Mesh::link(std::uint32_t t, std::uint32_t other, std::uint32_t was) noexcept {
    if (other == kNone) return;
    for (auto& n : m_triangles[other].neighbour) {
        if (n == was) {
            n = t;
            return;
        }
    }
}

std::optional<Location> Mesh::walk(std::uint32_t from, GridPoint p) const {
    std::uint32_t t = from, came = kNone;
    // Alternating the first edge tried keeps the walk from circling in a mesh that is not Delaunay.
    for (std::size_t step = 0; step < 4 * m_triangles.size() + 8; ++step) {
        const Triangle& tri = m_triangles[t];
        Location here{t};
        std::uint32_t to = kNone;
        bool blocked = false;
        for (int k = 0; k < 3; ++k) {
            const int i = int((k + step) % 3);
            if (tri.neighbour[i] == came && came != kNone) continue;
            const std::int64_t s = side(m_points[tri.vertex[next3(i)]], m_points[tri.vertex[prev3(i)]], p);
            if (s == 0) {
                if (here.onEdge >= 0) here.onVertex = 3 - here.onEdge - i;
                here.onEdge = i;
            } else if (s < 0) {
                if (tri.neighbour[i] == kNone || (tri.fixed >> i & 1)) {
                    blocked = true;
                    continue;
                }
                to = tri.neighbour[i];
                break;
            }
        }
        if (to != kNone) {
            came = t;
            t = to;
            continue;
        }
        if (blocked) return std::nullopt;
        // The edge we came through was not looked at: p may lie on it.
        if (came != kNone) {
            for (int i = 0; i < 3; ++i) {
                if (tri.neighbour[i] != came || here.onEdge == i) continue;
                if (side(m_points[tri.vertex[next3(i)]], m_points[tri.vertex[prev3(i)]], p) == 0) {
                    if (here.onEdge >= 0) here.onVertex = 3 - here.onEdge - i;
                    here.onEdge = i;
                }
            }
        }
        return here;
    }
    return std::nullopt;
}

bool Mesh::canFlip(std::uint32_t t, int i) const noexcept {
    const Triangle& tri = m_triangles[t];
    const std::uint32_t u = tri.neighbour[i];
    if (u == kNone || (tri.fixed >> i & 1)) return false;
    const std::uint32_t a = tri.vertex[i], b = tri.vertex[next3(i)], c = tri.vertex[prev3(i)];
    std::uint32_t d = kNone;
    for (int j = 0; j < 3; ++j) {
        if (m_triangles[u].neighbour[j] == t) d = m_triangles[u].vertex[j];
    }
    return side(m_points[a], m_points[b], m_points[d]) > 0 && side(m_points[a], m_points[d], m_points[c]) > 0;
}

bool Mesh::wantsFlip(std::uint32_t t, int i) const noexcept {
    const Triangle& tri = m_triangles[t];
    const std::uint32_t u = tri.neighbour[i];
    if (u == kNone || (tri.fixed >> i & 1)) return false;
    std::uint32_t across = kNone;
    for (int j = 0; j < 3; ++j) {
        if (m_triangles[u].neighbour[j] == t) across = m_triangles[u].vertex[j];
    }
    const Metres d = m_metres[across];
    const Metres a = m_metres[tri.vertex[0]] - d, b = m_metres[tri.vertex[1]] - d, c = m_metres[tri.vertex[2]] - d;
    const double det =
        dot(a, a) * (b.x * c.y - b.y * c.x) + dot(b, b) * (c.x * a.y - c.y * a.x) + dot(c, c) * (a.x * b.y - a.y * b.x);
    return det > 0;
}

void Mesh::flip(std::uint32_t t, int i) {
    Triangle& one = m_triangles[t];
    const std::uint32_t u = one.neighbour[i];
    Triangle& two = m_triangles[u];
    int j = 0;
    while (two.neighbour[j] != t) ++j;
    const std::uint32_t a = one.vertex[i], b = one.vertex[next3(i)], c = one.vertex[prev3(i)], d = two.vertex[j];
    const std::uint32_t ab = one.neighbour[prev3(i)], ca = one.neighbour[next3(i)];
    const std::uint32_t bd = two.neighbour[next3(j)], dc = two.neighbour[prev3(j)];
    const auto bit = [](const Triangle& tri, int k) { return std::uint8_t(tri.fixed >> k & 1); };
    const std::uint8_t fab = bit(one, prev3(i)), fca = bit(one, next3(i)), fbd = bit(two, next3(j)),
                       fdc = bit(two, prev3(j));
    one = {{a, b, d}, {bd, u, ab}, std::uint8_t(fbd | fab << 2)};
    two = {{a, d, c}, {dc, ca, t}, std::uint8_t(fdc | fca << 1)};
    link(t, bd, u);
    link(u, ca, t);
    m_incident[a] = m_incident[b] = m_incident[d] = t;
    m_incident[c] = u;
}

void Mesh::legaliseStar(std::vector<std::uint32_t>& stack, std::uint32_t vertex) {
    while (!stack.empty()) {
        const std::uint32_t t = stack.back();
        stack.pop_back();
        const int i = indexOf(t, vertex);
        assert(i >= 0);
        if (!wantsFlip(t, i) || !canFlip(t, i)) continue;
        const std::uint32_t u = m_triangles[t].neighbour[i];
        flip(t, i);
        stack.push_back(t);
        stack.push_back(u);
    }
}

std::uint32_t Mesh::insert(GridPoint p, const Location& at) {
    const std::uint32_t v = addPoint(p);
    const std::uint32_t t = at.triangle;
    const Triangle old = m_triangles[t];
    m_stack.clear();
    if (at.onEdge < 0) {
        const auto [a, b, c] = old.vertex;
        const auto [bc, ca, ab] = old.neighbour;
        const std::uint32_t t1 = addTriangle(b, c, v), t2 = addTriangle(c, a, v);
        m_triangles[t] = {{a, b, v}, {t1, t2, ab}, std::uint8_t((old.fixed >> 2 & 1) << 2)};
        m_triangles[t1] = {{b, c, v}, {t2, t, bc}, std::uint8_t((old.fixed & 1) << 2)};
        m_triangles[t2] = {{c, a, v}, {t, t1, ca}, std::uint8_t((old.fixed >> 1 & 1) << 2)};
        link(t1, bc, t);
        link(t2, ca, t);
        m_incident[a] = m_incident[v] = t;
        m_stack = {t, t1, t2};
    } else {
        // Split the edge (b, c) and with it the triangles on both its sides.
        const int i = at.onEdge;
        const std::uint32_t a = old.vertex[i], b = old.vertex[next3(i)], c = old.vertex[prev3(i)];
        const std::uint32_t ca = old.neighbour[next3(i)], ab = old.neighbour[prev3(i)], u = old.neighbour[i];
        const std::uint8_t fca = old.fixed >> next3(i) & 1, fab = old.fixed >> prev3(i) & 1, fbc = old.fixed >> i & 1;
        const std::uint32_t t1 = addTriangle(a, v, c);
        m_triangles[t] = {{a, b, v}, {u, t1, ab}, std::uint8_t(fbc | fab << 2)};
        m_triangles[t1] = {{a, v, c}, {u, ca, t}, std::uint8_t(fbc | fca << 1)};
        link(t1, ca, t);
        m_incident[a] = m_incident[b] = t;
        m_stack = {t, t1};
        if (u != kNone) {
            int j = 0;
            while (m_triangles[u].neighbour[j] != t) ++j;
            const Triangle far = m_triangles[u];
            const std::uint32_t d = far.vertex[j], bd = far.neighbour[next3(j)], dc = far.neighbour[prev3(j)];
            const std::uint8_t fbd = far.fixed >> next3(j) & 1, fdc = far.fixed >> prev3(j) & 1;
            const std::uint32_t u1 = addTriangle(d, v, b);
            m_triangles[u] = {{d, c, v}, {t1, u1, dc}, std::uint8_t(fbc | fdc << 2)};
            m_triangles[u1] = {{d, v, b}, {t, bd, u}, std::uint8_t(fbc | fbd << 1)};
            m_triangles[t].neighbour[0] = u1;
            m_triangles[t1].neighbour[0] = u;
            link(u1, bd, u);
            m_incident[d] = m_incident[c] = u;
            m_stack.push_back(u);
            m_stack.push_back(u1);
        }
        m_incident[v] = t;
    }
    legaliseStar(m_stack, v);
    return v;
}

void Mesh::legaliseAll() {
    std::vector<std::uint32_t> stack(m_triangles.size());
    for (std::uint32_t t = 0; t < stack.size(); ++t) stack[t] = std::uint32_t(stack.size() - 1 - t);
    // Delaunay flips end by themselves in exact arithmetic; the budget ends them in rounded one.
    std::size_t budget = 64 * m_triangles.size() + 1024;
    while (!stack.empty() && budget > 0) {
        const std::uint32_t t = stack.back();
        stack.pop_back();
        for (int i = 0; i < 3; ++i) {
            if (!wantsFlip(t, i) || !canFlip(t, i)) continue;
            const std::uint32_t u = m_triangles[t].neighbour[i];
            flip(t, i);
            --budget;
            stack.push_back(t);
            stack.push_back(u);
            break;
        }
    }
}

void Mesh::append(const Mesh& other) {
    const auto points = std::uint32_t(m_points.size()), triangles = std::uint32_t(m_triangles.size());
    m_points.insert(m_points.end(), other.m_points.begin(), other.m_points.end());
    m_metres.insert(m_metres.end(), other.m_metres.begin(), other.m_metres.end());
    for (const std::uint32_t t : other.m_incident) m_incident.push_back(t + triangles);
    for (Triangle tri : other.m_triangles) {
        for (auto& v : tri.vertex) v += points;
        for (auto& n : tri.neighbour) {
            if (n != kNone) n += triangles;
        }
        m_triangles.push_back(tri);
    }
}

void Mesh::keepOnly(const std::vector<char>& keep) {
    std::vector<std::uint32_t> triangleNow(m_triangles.size(), kNone), pointNow(m_points.size(), kNone);
    std::uint32_t count = 0;
    for (std::uint32_t t = 0; t < m_triangles.size(); ++t) {
        if (!keep[t]) continue;
        triangleNow[t] = count++;
        for (const std::uint32_t v : m_triangles[t].vertex) pointNow[v] = 0;
    }
    std::uint32_t points = 0;
    for (std::uint32_t v = 0; v < m_points.size(); ++v) {
        if (pointNow[v] == kNone) continue;
        pointNow[v] = points;
        m_points[points] = m_points[v];
        m_metres[points] = m_metres[v];
        ++points;
    }
    m_points.resize(points);
    m_metres.resize(points);
    m_incident.assign(points, kNone);
    for (std::uint32_t t = 0; t < m_triangles.size(); ++t) {
        const std::uint32_t to = triangleNow[t];
        if (to == kNone) continue;
        Triangle tri = m_triangles[t];
        for (int i = 0; i < 3; ++i) {
            tri.vertex[i] = pointNow[tri.vertex[i]];
            if (tri.neighbour[i] != kNone) tri.neighbour[i] = triangleNow[tri.neighbour[i]];
            m_incident[tri.vertex[i]] = to;
        }
        m_triangles[to] = tri;
    }
    m_triangles.resize(count);
}

}  // namespace xiangtu::demo
