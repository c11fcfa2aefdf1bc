// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/sweep.h"

#include "geom/grid_point.h"

namespace xiangtu::borders {

namespace {

int sign(__int128 v) noexcept { return v > 0 ? 1 : v < 0 ? -1 : 0; }

bool on(const Edge& e, GridPoint p) noexcept { return geom::cross(e.a, e.b, p) == 0 && e.box().contains(p); }

bool inTriangle(const std::array<GridPoint, 3>& t, GridPoint p) noexcept {
    const int whole = sign(geom::cross(t[0], t[1], t[2]));
    if (whole == 0) return on({t[0], t[1]}, p) || on({t[1], t[2]}, p) || on({t[2], t[0]}, p);
    const int a = sign(geom::cross(t[0], t[1], p)), b = sign(geom::cross(t[1], t[2], p)),
              c = sign(geom::cross(t[2], t[0], p));
    return a != -whole && b != -whole && c != -whole;
}

/// Segments with one common end meet elsewhere only when they lie on each other.
bool overlapFrom(GridPoint end, GridPoint p, GridPoint q) noexcept { return on({end, p}, q) || on({end, q}, p); }

}  // namespace

bool meet(const Edge& e, const Edge& f) noexcept {
    if (!e.box().intersects(f.box())) return false;
    const int a = sign(geom::cross(f.a, f.b, e.a)), b = sign(geom::cross(f.a, f.b, e.b));
    const int c = sign(geom::cross(e.a, e.b, f.a)), d = sign(geom::cross(e.a, e.b, f.b));
    if (a * b < 0 && c * d < 0) return true;
    return on(f, e.a) || on(f, e.b) || on(e, f.a) || on(e, f.b);
}

std::optional<GridPoint> obstacle(const Sweep& sweep, const std::vector<Edge>& fixed,
                                  const std::vector<GridPoint>& ends) {
    const auto passedOver = [&](GridPoint v) {
        for (const auto& triangle : sweep.triangles) {
            const bool corner = v == triangle[0] || (!sweep.way && v == triangle[2]);
            if (!corner && inTriangle(triangle, v)) return true;
        }
        return false;
    };
    for (const GridPoint end : ends) {
        if (passedOver(end)) return end;
    }
    for (const Edge& f : fixed) {
        for (const GridPoint v : {f.a, f.b}) {
            if (passedOver(v)) return v;
        }
        if (sweep.way && meet(*sweep.way, f)) return f.a;
        for (const Edge& e : sweep.now) {
            if (f.a == e.a || f.b == e.a) {
                const GridPoint other = f.a == e.a ? f.b : f.a;
                if (other == e.b || overlapFrom(e.a, e.b, other)) return f.a;
                continue;
            }
            if (f.a == e.b || f.b == e.b) {
                // Both ends of a segment that closes a gap stay; otherwise the vertex would land on another.
                const GridPoint other = f.a == e.b ? f.b : f.a;
                if (sweep.way || overlapFrom(e.b, e.a, other)) return e.b;
                continue;
            }
            if (meet(e, f)) return f.a;
        }
    }
    return std::nullopt;
}

}  // namespace xiangtu::borders
