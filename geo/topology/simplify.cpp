// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/simplify.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace xiangtu::topology {

namespace {

struct Farthest {
    std::size_t at = 0;
    double distance2 = -1;
};

/// The point strictly between first and last that lies farthest from the segment between them.
Farthest farthest(std::span<const geom::GridPoint> chain, std::size_t first, std::size_t last, double stretch) {
    const geom::GridPoint a = chain[first];
    const double dx = double(chain[last].x) - a.x, dy = (double(chain[last].y) - a.y) * stretch;
    const double length2 = dx * dx + dy * dy;
    Farthest found;
    for (std::size_t i = first + 1; i < last; ++i) {
        double ex = double(chain[i].x) - a.x, ey = (double(chain[i].y) - a.y) * stretch;
        const double t = length2 > 0 ? std::clamp((ex * dx + ey * dy) / length2, 0.0, 1.0) : 0;
        ex -= t * dx;
        ey -= t * dy;
        const double distance2 = ex * ex + ey * ey;
        if (distance2 > found.distance2) found = {i, distance2};
    }
    return found;
}

}  // namespace

void simplify(std::span<const geom::GridPoint> chain, double tolerance, double stretch,
              std::vector<geom::GridPoint>& kept) {
    if (chain.size() < 3) {
        kept.insert(kept.end(), chain.begin(), chain.end());
        return;
    }
    thread_local std::vector<std::uint8_t> keep;
    thread_local std::vector<std::pair<std::size_t, std::size_t>> rest;
    keep.assign(chain.size(), 0);
    keep.front() = keep.back() = 1;
    rest.assign(1, {0, chain.size() - 1});
    if (chain.front() == chain.back()) {
        // The far side, and what lies farthest from the line there: a triangle at least.
        const std::size_t across = farthest(chain, 0, chain.size() - 1, stretch).at;
        const Farthest one = farthest(chain, 0, across, stretch);
        const Farthest other = farthest(chain, across, chain.size() - 1, stretch);
        const std::size_t aside = one.distance2 > other.distance2 ? one.at : other.at;
        // No third point: a chain to and fro.
        const auto [low, high] = std::minmax(across, aside == 0 ? across : aside);
        keep[low] = keep[high] = 1;
        rest = {{0, low}, {low, high}, {high, chain.size() - 1}};
    }
    while (!rest.empty()) {
        const auto [first, last] = rest.back();
        rest.pop_back();
        if (last - first < 2) continue;
        const Farthest far = farthest(chain, first, last, stretch);
        if (far.distance2 <= tolerance * tolerance) continue;
        keep[far.at] = 1;
        rest.emplace_back(first, far.at);
        rest.emplace_back(far.at, last);
    }
    for (std::size_t i = 0; i < chain.size(); ++i) {
        if (keep[i]) kept.push_back(chain[i]);
    }
}

}  // namespace xiangtu::topology
