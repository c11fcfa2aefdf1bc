// SPDX-License-Identifier: GPL-3.0-or-later
// Borders::rings: pieces of border chained to closed rings.
#include "base/error.h"
#include "demo/borders.h"
#include "geom/contains.h"
#include "geom/measure.h"

#include <string>

namespace xiangtu::demo {

using geom::Ring;

namespace {

/// Outer rings first, each followed by its holes.
geom::MultiPolygon assemble(std::vector<Ring>&& rings) {
    geom::MultiPolygon shape;
    std::vector<Ring> holes;
    for (Ring& ring : rings) {
        if (geom::twiceArea(ring) > 0)
            shape.push_back({std::move(ring), {}});
        else
            holes.push_back(std::move(ring));
    }
    for (Ring& hole : holes) {
        std::size_t owner = 0;
        for (std::size_t i = 0; shape.size() > 1 && i < shape.size(); ++i) {
            if (geom::contains(shape[i].outer, hole.front())) owner = i;
        }
        shape[owner].holes.push_back(std::move(hole));
    }
    return shape;
}

}  // namespace

geom::PolygonSet Borders::rings(std::size_t level, std::size_t regions) const {
    const std::vector<std::uint32_t>& up = m_above[level];
    const auto ofLevel = [&](std::uint32_t grid) { return grid == kNone ? kNone : up[grid]; };

    struct Step {
        std::uint32_t from, to;
    };
    // Counting sort of the directed pieces by region.
    std::vector<std::uint32_t> first(regions + 1, 0);
    const auto each = [&](auto&& f) {
        for (const Piece& piece : m_pieces) {
            const std::uint32_t left = ofLevel(piece.left), right = ofLevel(piece.right);
            if (left == right) continue;
            f(left, Step{piece.from, piece.to});
            if (right != kNone) f(right, Step{piece.to, piece.from});
        }
    };
    each([&](std::uint32_t region, Step) { ++first[region + 1]; });
    for (std::size_t r = 0; r < regions; ++r) first[r + 1] += first[r];
    std::vector<Step> steps(first[regions]);
    std::vector<std::uint32_t> fill(first.begin(), first.end() - 1);
    each([&](std::uint32_t region, Step step) { steps[fill[region]++] = step; });

    geom::PolygonSet set;
    set.reserve(regions, steps.size());
    std::vector<std::uint32_t> leaving(m_at.size(), kNone);
    for (std::size_t r = 0; r < regions; ++r) {
        for (std::uint32_t s = first[r]; s < first[r + 1]; ++s) {
            if (leaving[steps[s].from] != kNone) {
                const geom::GeoPoint p = geom::toGeo(m_at[steps[s].from]);
                throw base::Error(base::Fault::geometry, "generated region touches itself at " + std::to_string(p.lon) +
                                                             ", " + std::to_string(p.lat));
            }
            leaving[steps[s].from] = s;
        }
        std::vector<Ring> rings;
        for (std::uint32_t s = first[r]; s < first[r + 1]; ++s) {
            if (leaving[steps[s].from] == kNone) continue;
            Ring& ring = rings.emplace_back();
            for (std::uint32_t at = s; at != kNone;) {
                const Step step = steps[at];
                ring.push_back(m_at[step.from]);
                leaving[step.from] = kNone;
                at = leaving[step.to];
            }
        }
        set.add(assemble(std::move(rings)));
    }
    return set;
}

}  // namespace xiangtu::demo
