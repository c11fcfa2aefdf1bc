// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/outline_mesh.h"

#include "base/error.h"
#include "geom/measure.h"

#include <cstdio>
#include <deque>
#include <string>
#include <utility>

namespace xiangtu::demo {

using geom::GridBox;
using geom::GridPoint;
using geom::Ring;

namespace {

[[noreturn]] void refuse(const char* reason, GridPoint at) {
    const geom::GeoPoint p = geom::toGeo(at);
    char place[64];
    std::snprintf(place, sizeof place, " at %.6f, %.6f (lon, lat)", p.lon, p.lat);
    throw base::Error(base::Fault::geometry, std::string("the outline ") + reason + place);
}

class OutlineMesher {
    using Edge = std::pair<std::uint32_t, std::uint32_t>;

public:
    OutlineMesher(const geom::Polygon& polygon, const Plane& plane) : m_mesh(plane) {
        addFrame(geom::boxOf(polygon.outer));
        std::vector<std::vector<std::uint32_t>> rings;
        rings.push_back(addRing(polygon.outer));
        for (const Ring& hole : polygon.holes) rings.push_back(addRing(hole));
        for (const auto& ring : rings) {
            for (std::size_t i = 0; i < ring.size(); ++i) force(ring[i], ring[(i + 1) % ring.size()]);
        }
        m_mesh.keepOnly(insideOnly());
        requireArea(polygon);
        m_mesh.legaliseAll();
    }

    Mesh take() { return std::move(m_mesh); }

private:
    /// A triangle far around everything.
    void addFrame(const GridBox& box) {
        const std::int64_t w = std::int64_t(box.max.x) - box.min.x, h = std::int64_t(box.max.y) - box.min.y;
        const std::int64_t r = 4 * (w > h ? w : h) + 16, cx = box.min.x + w / 2, cy = box.min.y + h / 2;
        const std::uint32_t a = m_mesh.addPoint({std::int32_t(cx - r), std::int32_t(cy - r / 2)});
        const std::uint32_t b = m_mesh.addPoint({std::int32_t(cx + r), std::int32_t(cy - r / 2)});
        const std::uint32_t c = m_mesh.addPoint({std::int32_t(cx), std::int32_t(cy + r)});
        m_mesh.addTriangle(a, b, c);
    }

    std::vector<std::uint32_t> addRing(const Ring& ring) {
        std::vector<std::uint32_t> vertex(ring.size(), kNone);
        // From coarse to fine around the ring: walks and flips stay short.
        std::size_t stride = 1;
        while (stride < ring.size()) stride *= 2;
        for (; stride >= 1; stride /= 2) {
            for (std::size_t i = 0; i < ring.size(); i += stride) {
                if (vertex[i] != kNone) continue;
                const auto at = m_mesh.walk(m_last, ring[i]);
                if (!at || at->onVertex >= 0) refuse("touches itself", ring[i]);
                vertex[i] = m_mesh.insert(ring[i], *at);
                m_last = m_mesh.triangleAt(vertex[i]);
            }
        }
        return vertex;
    }

    /// Makes a-b an edge and fixes it.
    void force(std::uint32_t a, std::uint32_t b) {
        std::deque<Edge> crossed = edgesAcross(a, b);
        std::size_t budget = 64 + crossed.size() * crossed.size() * 4;
        while (!crossed.empty()) {
            if (budget-- == 0) refuse("cannot be followed", m_mesh.point(a));
            const Edge edge = crossed.front();
            crossed.pop_front();
            const auto [t, i] = find(edge);
            if (!m_mesh.canFlip(t, i)) {
                crossed.push_back(edge);
                continue;
            }
            m_mesh.flip(t, i);
            const Edge now{m_mesh.triangle(t).vertex[0], m_mesh.triangle(t).vertex[2]};
            if (crosses(now, a, b)) crossed.push_back(now);
        }
        const auto [t, i] = find({a, b});
        m_mesh.fix(t, i);
    }

    bool crosses(Edge e, std::uint32_t a, std::uint32_t b) const {
        if (e.first == a || e.first == b || e.second == a || e.second == b) return false;
        return (sideOf(a, b, e.first) > 0) != (sideOf(a, b, e.second) > 0);
    }
    std::int64_t sideOf(std::uint32_t a, std::uint32_t b, std::uint32_t v) const {
        return side(m_mesh.point(a), m_mesh.point(b), m_mesh.point(v));
    }

    /// A triangle holding the edge, and the position of the vertex opposite to it.
    std::pair<std::uint32_t, int> find(Edge e) const {
        const std::uint32_t first = m_mesh.triangleAt(e.first);
        std::uint32_t t = first;
        do {
            const int i = m_mesh.indexOf(t, e.first);
            if (m_mesh.triangle(t).vertex[next3(i)] == e.second) return {t, prev3(i)};
            t = m_mesh.triangle(t).neighbour[next3(i)];
        } while (t != first && t != kNone);
        refuse("cannot be followed", m_mesh.point(e.first));
    }

    /// The edges the straight line from a to b crosses, in order.
    std::deque<Edge> edgesAcross(std::uint32_t a, std::uint32_t b) const {
        std::deque<Edge> crossed;
        auto [t, i] = wedge(a, b);
        if (m_mesh.triangle(t).vertex[next3(i)] == b || m_mesh.triangle(t).vertex[prev3(i)] == b) return crossed;
        while (true) {
            const Triangle& tri = m_mesh.triangle(t);
            const Edge edge{tri.vertex[next3(i)], tri.vertex[prev3(i)]};
            if (tri.fixed >> i & 1) refuse("crosses itself", m_mesh.point(edge.first));
            crossed.push_back(edge);
            const std::uint32_t u = tri.neighbour[i];
            int j = 0;
            while (m_mesh.triangle(u).neighbour[j] != t) ++j;
            const std::uint32_t d = m_mesh.triangle(u).vertex[j];
            if (d == b) return crossed;
            const std::int64_t s = sideOf(a, b, d);
            if (s == 0) refuse("touches itself", m_mesh.point(d));
            // The line leaves u between d and the end of the edge on the other side.
            i = (sideOf(a, b, m_mesh.triangle(u).vertex[next3(j)]) > 0) == (s > 0) ? next3(j) : prev3(j);
            t = u;
        }
    }

    /// The triangle at a, and a's position in it, through which the straight line to b leaves.
    std::pair<std::uint32_t, int> wedge(std::uint32_t a, std::uint32_t b) const {
        const GridPoint pa = m_mesh.point(a), pb = m_mesh.point(b);
        const std::uint32_t first = m_mesh.triangleAt(a);
        std::uint32_t t = first;
        do {
            const Triangle& tri = m_mesh.triangle(t);
            const int i = m_mesh.indexOf(t, a);
            const std::uint32_t r = tri.vertex[next3(i)], l = tri.vertex[prev3(i)];
            if (r == b || l == b) return {t, i};
            const std::int64_t sr = side(pa, pb, m_mesh.point(r)), sl = side(pa, pb, m_mesh.point(l));
            if (sr == 0 && ahead(pa, pb, m_mesh.point(r))) refuse("touches itself", m_mesh.point(r));
            if (sr < 0 && sl > 0) return {t, i};
            t = tri.neighbour[next3(i)];
        } while (t != first && t != kNone);
        refuse("cannot be followed", pa);
    }

    static bool ahead(GridPoint a, GridPoint b, GridPoint p) {
        return (std::int64_t(b.x) - a.x) * (std::int64_t(p.x) - a.x) +
                   (std::int64_t(b.y) - a.y) * (std::int64_t(p.y) - a.y) >
               0;
    }

    /// Rings that are each simple may still lie wrongly: a hole outside, or in a hole.
    void requireArea(const geom::Polygon& polygon) const {
        __int128 inside = 0;
        for (const Triangle& tri : m_mesh.triangles()) {
            inside += side(m_mesh.point(tri.vertex[0]), m_mesh.point(tri.vertex[1]), m_mesh.point(tri.vertex[2]));
        }
        if (inside != geom::twiceArea(geom::MultiPolygon{polygon}))
            refuse("has a hole outside of itself", polygon.outer.front());
    }

    std::vector<char> insideOnly() const {
        const auto& triangles = m_mesh.triangles();
        std::vector<char> state(triangles.size(), -1);
        std::vector<std::uint32_t> stack;
        for (std::uint32_t t = 0; t < triangles.size() && stack.empty(); ++t) {
            for (const std::uint32_t v : triangles[t].vertex) {
                if (v < 3 && stack.empty()) stack.push_back(t);  // at a corner of the frame: outside
            }
        }
        state[stack.back()] = 0;
        while (!stack.empty()) {
            const std::uint32_t t = stack.back();
            stack.pop_back();
            for (int i = 0; i < 3; ++i) {
                const std::uint32_t u = triangles[t].neighbour[i];
                if (u == kNone || state[u] >= 0) continue;
                state[u] = char(state[t] ^ (triangles[t].fixed >> i & 1));
                stack.push_back(u);
            }
        }
        return state;
    }

    Mesh m_mesh;
    std::uint32_t m_last = 0;
};

}  // namespace

Mesh meshOutline(const geom::Polygon& polygon, const Plane& plane) { return OutlineMesher(polygon, plane).take(); }

}  // namespace xiangtu::demo
