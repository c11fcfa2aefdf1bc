// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/splitting.h"

#include "geom/contains.h"

#include <algorithm>
#include <cmath>

namespace xiangtu::borders {

namespace {

/// Lattice units past the border: enough to cross it whatever the rounding.
constexpr double kBeyond = 4;

struct Vec {
    double x, y;
};

/// From the point to the nearest place on the border, in lattice units.
Vec toBorder(const geom::MultiPolygon& shape, GridPoint p) {
    Vec best{HUGE_VAL, HUGE_VAL};
    forEachEdge(shape, [&](const Edge& e) {
        const double x = double(e.b.x) - e.a.x, y = double(e.b.y) - e.a.y;
        const double px = double(p.x) - e.a.x, py = double(p.y) - e.a.y;
        const double t = std::clamp((px * x + py * y) / (x * x + y * y), 0.0, 1.0);
        const Vec v{t * x - px, t * y - py};
        if (std::hypot(v.x, v.y) < std::hypot(best.x, best.y)) best = v;
    });
    return best;
}

}  // namespace

std::optional<geom::GeoLine> lengthened(const geom::MultiPolygon& shape, const GridLine& line) {
    geom::GridBox box;
    for (const GridPoint p : line) box.extend(p);
    const double most = std::hypot(double(box.max.x) - box.min.x, double(box.max.y) - box.min.y) / 4;
    geom::GeoLine out;
    for (const GridPoint p : line) out.push_back(geom::toGeo(p));
    bool any = false;
    for (const bool atFront : {true, false}) {
        const GridPoint end = atFront ? line.front() : line.back();
        if (!geom::contains(shape, end)) continue;
        const Vec v = toBorder(shape, end);
        const double far = std::hypot(v.x, v.y);
        if (far > most) return std::nullopt;
        const double scale = far > 0 ? (far + kBeyond) / far : 0;
        if (scale == 0) continue;
        const GridPoint beyond{std::int32_t(std::lround(end.x + v.x * scale)),
                               std::int32_t(std::lround(end.y + v.y * scale))};
        out.insert(atFront ? out.begin() : out.end(), geom::toGeo(beyond));
        any = true;
    }
    return any ? std::optional(out) : std::nullopt;
}

}  // namespace xiangtu::borders
