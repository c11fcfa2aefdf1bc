// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/outline.h"

#include "demo/noise.h"
#include "demo/rng.h"
#include "geom/measure.h"

#include <algorithm>
#include <vector>

namespace xiangtu::demo {

namespace {

constexpr double kPi = 3.14159265358979323846;

double turn(Metres a, Metres b, Metres c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

bool meet(Metres a, Metres b, Metres c, Metres d) {
    if (std::max(a.x, b.x) < std::min(c.x, d.x) || std::max(c.x, d.x) < std::min(a.x, b.x)) return false;
    if (std::max(a.y, b.y) < std::min(c.y, d.y) || std::max(c.y, d.y) < std::min(a.y, b.y)) return false;
    return turn(a, b, c) * turn(a, b, d) <= 0 && turn(c, d, a) * turn(c, d, b) <= 0;
}

/// Does the line a-o-b turn back on itself? Such needles look drawn, not grown.
bool needle(Metres a, Metres o, Metres b) {
    const Metres p = a - o, q = b - o;
    return dot(p, q) > 0.35 * std::sqrt(dot(p, p) * dot(q, q));
}

/// A lobed ring of unit size, counter-clockwise.
std::vector<Metres> coarseRing(const OutlineWish& wish) {
    Random random(mix(wish.seed, 3));
    std::vector<Metres> ring;
    constexpr int kCorners = 18;
    const double angle = wish.turnDegrees * kPi / 180, stretch = std::sqrt(wish.aspect);
    for (int i = 0; i < kCorners; ++i) {
        const double t = 2 * kPi * (i + random.between(-0.3, 0.3)) / kCorners;
        const double r =
            1 + 0.36 * noiseAt(wish.seed, 1.3 * std::cos(t) + 7, 1.3 * std::sin(t)) + random.between(-0.14, 0.14);
        const double x = r * std::cos(t) * stretch, y = r * std::sin(t) / stretch;
        ring.push_back({x * std::cos(angle) - y * std::sin(angle), x * std::sin(angle) + y * std::cos(angle)});
    }
    return ring;
}

/// Doubles the vertices; every new one is pushed aside, less and less until nothing is crossed.
std::vector<Metres> roughen(const std::vector<Metres>& ring, Random& random) {
    const std::size_t n = ring.size();
    std::vector<Metres> out(2 * n);
    for (std::size_t i = 0; i < n; ++i) {
        out[2 * i] = ring[i];
        out[2 * i + 1] = (ring[i] + ring[(i + 1) % n]) * 0.5;
    }
    for (std::size_t i = 1; i < out.size(); i += 2) {
        const Metres a = out[i - 1], b = out[(i + 1) % out.size()], mid = out[i];
        const Metres normal{a.y - b.y, b.x - a.x};
        double push = std::clamp(0.16 * random.bell(), -0.34, 0.34);
        const double along = random.between(-0.12, 0.12);
        const Metres before = out[(i + out.size() - 2) % out.size()], after = out[(i + 2) % out.size()];
        for (int attempt = 0; attempt < 6; ++attempt, push *= attempt == 3 ? -2 : 0.5) {
            const Metres p = mid + normal * push + (b - a) * along;
            bool free = attempt > 4 || (!needle(before, a, p) && !needle(p, b, after));
            for (std::size_t j = 0; free && j < out.size(); ++j) {
                const std::size_t k = (j + 1) % out.size();
                if (j == i || k == i) continue;
                const bool atA = k == i - 1 || j == i - 1, atB = j == (i + 1) % out.size() || k == (i + 1) % out.size();
                if ((!atA && meet(a, p, out[j], out[k])) || (!atB && meet(p, b, out[j], out[k]))) free = false;
            }
            if (!free) continue;
            out[i] = p;
            break;
        }
    }
    return out;
}

double areaOf(const std::vector<Metres>& ring) {
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Metres a = ring[i], b = ring[(i + 1) % ring.size()];
        sum += a.x * b.y - a.y * b.x;
    }
    return sum / 2;
}

}  // namespace

geom::MultiPolygon makeOutline(const OutlineWish& wish) {
    const Plane plane(geom::snapToGrid(wish.centre));
    std::vector<Metres> ring = coarseRing(wish);
    Random random(mix(wish.seed, 4));
    const double perimeter = 7 * std::sqrt(wish.areaM2 / kPi);
    while (perimeter / double(ring.size()) > 1.4 * wish.detailM && ring.size() < 20000) ring = roughen(ring, random);
    const double scale = std::sqrt(wish.areaM2 / areaOf(ring));
    geom::Ring out;
    for (const Metres& p : ring) {
        const geom::GridPoint g = plane.toGrid(p * scale);
        if (out.empty() || !(out.back() == g)) out.push_back(g);
    }
    return {{std::move(out), {}}};
}

}  // namespace xiangtu::demo
