// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/outline.h"

#include <algorithm>
#include <numeric>

namespace xiangtu::demo {

using geom::GridPoint;
using geom::Ring;

namespace {

constexpr double kLongest = 1.4;  // edge length a mesh takes well, in spacings
constexpr int kTooCoarse = 8;     // pieces this much longer than wished are not accepted for exactness' sake

void addBetween(Ring& out, GridPoint a, GridPoint b, std::int64_t wanted) {
    const std::int64_t dx = std::int64_t(b.x) - a.x, dy = std::int64_t(b.y) - a.y;
    const std::int64_t steps = std::gcd(dx, dy);  // lattice points on the edge lie at multiples of 1 / steps
    if (steps >= 2 && steps * kTooCoarse >= wanted) {
        const std::int64_t count = std::min(wanted, steps);
        for (std::int64_t k = 1; k < count; ++k) {
            const std::int64_t at = k * steps / count;
            out.push_back({std::int32_t(a.x + dx / steps * at), std::int32_t(a.y + dy / steps * at)});
        }
        return;
    }
    for (std::int64_t k = 1; k < wanted; ++k) {
        const double share = double(k) / double(wanted);
        out.push_back({std::int32_t(std::llround(a.x + double(dx) * share)),
                       std::int32_t(std::llround(a.y + double(dy) * share))});
    }
}

Ring divideRing(const Ring& ring, const Plane& plane, const Spacing& spacing) {
    Ring out;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const GridPoint a = ring[i], b = ring[(i + 1) % ring.size()];
        const Metres p = plane.toMetres(a), q = plane.toMetres(b);
        const double wanted = distance(p, q) / (kLongest * spacing.at((p + q) * 0.5));
        out.push_back(a);
        if (wanted > 1) addBetween(out, a, b, std::int64_t(std::ceil(wanted)));
    }
    return out;
}

}  // namespace

geom::Polygon divideLongEdges(const geom::Polygon& polygon, const Plane& plane, const Spacing& spacing) {
    geom::Polygon out{divideRing(polygon.outer, plane, spacing), {}};
    for (const Ring& hole : polygon.holes) out.holes.push_back(divideRing(hole, plane, spacing));
    return out;
}

}  // namespace xiangtu::demo
