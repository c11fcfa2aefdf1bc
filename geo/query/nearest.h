// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "index/box_walk.h"
#include "query/places.h"
#include "query/reach.h"

#include <algorithm>
#include <vector>

namespace xiangtu::query {

/// The search behind Places::nearest(): rings four times as wide each time, since whoever lies within a ring is nearer
/// than all outside it. `metresTo(number)` measures exactly and is asked of those that may be among the nearest only;
/// `look()` is called for every box looked at.
template <class Measure, class Look>
std::vector<Places::Hit> nearestIn(const index::BoxTree& tree, geom::GeoPoint from, std::size_t count,
                                   double firstReach, double mostMetres, Measure&& metresTo, Look&& look) {
    std::vector<Places::Hit> hits;
    if (tree.size() == 0 || count == 0) return hits;
    const auto before = [](const Places::Hit& a, const Places::Hit& b) {
        return a.metres != b.metres ? a.metres < b.metres : a.place < b.place;
    };
    for (double ring = std::min(firstReach, mostMetres);; ring = std::min(4 * ring, mostMetres)) {
        const Reach reach(from, ring);
        hits.clear();
        index::seek(
            tree, Reach::beyond(ring),
            [&](const geom::GridBox& box) {
                look();
                return reach.least(box);
            },
            [&](std::uint32_t number) {
                const Places::Hit hit{number, metresTo(number)};
                if (hit.metres <= ring) {
                    hits.insert(std::ranges::upper_bound(hits, hit, before), hit);
                    if (hits.size() > count) hits.pop_back();
                }
                return Reach::beyond(hits.size() == count ? hits.back().metres : ring);
            });
        if (hits.size() == count || ring >= mostMetres) return hits;
    }
}

}  // namespace xiangtu::query
