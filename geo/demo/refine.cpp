// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/refine.h"

#include <algorithm>
#include <deque>

namespace xiangtu::demo {

namespace {

// A mesh whose circles have radius r has points about 1.55 r apart (measured on large random meshes).
constexpr double kRadiusPerSpacing = 0.645;
constexpr double kClearOfOutline = 0.45;
constexpr double kRatio = 1.3;
constexpr double kFinest = 0.5;

struct Circle {
    Metres centre;
    double radius;
};

Circle circleOf(Metres a, Metres b, Metres c) {
    const Metres ab = b - a, ac = c - a;
    const double d = 2 * (ab.x * ac.y - ab.y * ac.x), l = dot(ab, ab), m = dot(ac, ac);
    const Metres u{(ac.y * l - ab.y * m) / d, (ab.x * m - ac.x * l) / d};
    return {a + u, std::sqrt(dot(u, u))};
}

double distanceToSegment(Metres p, Metres a, Metres b) {
    const Metres ab = b - a;
    const double t = std::clamp(dot(p - a, ab) / dot(ab, ab), 0.0, 1.0);
    return distance(p, a + ab * t);
}

class Refiner {
public:
    Refiner(Mesh& mesh, const Spacing& spacing) : m_mesh(mesh), m_spacing(spacing) {}

    void run() {
        for (std::uint32_t t = 0; t < m_mesh.triangles().size(); ++t) m_queue.push_back(t);
        while (!m_queue.empty()) {
            const std::uint32_t t = m_queue.front();
            m_queue.pop_front();
            visit(t);
        }
    }

private:
    void visit(std::uint32_t t) {
        const auto v = m_mesh.triangle(t).vertex;
        const Metres a = m_mesh.metres(v[0]), b = m_mesh.metres(v[1]), c = m_mesh.metres(v[2]);
        const Circle circle = circleOf(a, b, c);
        const Metres middle = (a + b + c) * (1.0 / 3);
        const double wanted = m_spacing.at(middle);
        const double shortest = std::min({distance(a, b), distance(b, c), distance(c, a)});
        const bool large = circle.radius > wanted * kRadiusPerSpacing;
        const bool poor = circle.radius > kRatio * shortest && circle.radius > wanted * kFinest;
        if (!large && !poor) return;
        if (place(t, circle.centre, circle.radius * 0.99)) return;
        // The centre lies beyond the outline: the middle will do when the triangle is really large.
        const double nearest = std::min({distance(middle, a), distance(middle, b), distance(middle, c)});
        if (nearest > wanted * 0.7) place(t, middle, wanted * kFinest);
    }

    /// Inserts p unless it is hidden from t or crowds the outline; `clear` = its distance to every vertex.
    bool place(std::uint32_t t, Metres p, double clear) {
        const double wanted = m_spacing.at(p);
        if (!std::isfinite(p.x) || !std::isfinite(p.y) || clear < wanted * kFinest * 0.9) return false;
        const Metres o = m_mesh.metres(m_mesh.triangle(t).vertex[0]);
        if (distance(p, o) > 1e6) return false;
        const auto at = m_mesh.walk(t, m_mesh.plane().toGrid(p));
        if (!at || at->onVertex >= 0) return false;
        const Triangle& tri = m_mesh.triangle(at->triangle);
        for (int i = 0; i < 3; ++i) {
            if (tri.neighbour[i] != kNone) continue;
            const Metres u = m_mesh.metres(tri.vertex[next3(i)]), w = m_mesh.metres(tri.vertex[prev3(i)]);
            if (distanceToSegment(p, u, w) < wanted * kClearOfOutline) return false;
        }
        const std::uint32_t v = m_mesh.insert(m_mesh.plane().toGrid(p), *at);
        pushStar(v);
        return true;
    }

    void pushStar(std::uint32_t v) {
        const std::uint32_t first = m_mesh.triangleAt(v);
        std::uint32_t t = first;
        do {
            m_queue.push_back(t);
            t = m_mesh.triangle(t).neighbour[next3(m_mesh.indexOf(t, v))];
        } while (t != first && t != kNone);
    }

    Mesh& m_mesh;
    const Spacing& m_spacing;
    std::deque<std::uint32_t> m_queue;
};

}  // namespace

void refine(Mesh& mesh, const Spacing& spacing) { Refiner(mesh, spacing).run(); }

}  // namespace xiangtu::demo
