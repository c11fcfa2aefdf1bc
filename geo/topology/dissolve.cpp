// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/dissolve.h"

#include "base/parallel.h"
#include "geom/contains.h"
#include "geom/measure.h"

#include <algorithm>
#include <cmath>

namespace xiangtu::topology {

namespace {

using geom::GridPoint;
using geom::Ring;

/// An arc as a group walks along it: its number twice, one more when walked from its last point.
using Step = std::uint32_t;

/// Steps with the group on their left, group after group.
struct Borders {
    std::vector<std::uint32_t> start;
    std::vector<Step> steps;
};

Borders bordersOf(const Topology& topology, std::size_t level, std::span<const std::uint32_t> groupOf,
                  std::uint32_t groups) {
    const auto groupAt = [&](std::uint32_t face) {
        const std::uint32_t group = face < groupOf.size() ? groupOf[face] : kNoGroup;
        return group < groups ? group : kNoGroup;
    };
    const auto arcs = topology.arcs();
    struct Sides {
        std::uint32_t left, right;
    };
    std::vector<Sides> sides(arcs.size());
    base::parallelFor(arcs.size(), 8192, [&](std::size_t begin, std::size_t end) {
        for (std::size_t a = begin; a < end; ++a) {
            sides[a] = {kNoGroup, kNoGroup};
            if ((arcs[a].levelMask >> level & 1u) == 0) continue;
            const std::uint32_t left = groupAt(topology.left(arcs[a], level));
            const std::uint32_t right = groupAt(topology.right(arcs[a], level));
            if (left != right) sides[a] = {left, right};
        }
    });
    Borders out;
    out.start.assign(std::size_t(groups) + 1, 0);
    for (const Sides& s : sides) {
        if (s.left != kNoGroup) ++out.start[s.left + 1];
        if (s.right != kNoGroup) ++out.start[s.right + 1];
    }
    for (std::size_t g = 1; g < out.start.size(); ++g) out.start[g] += out.start[g - 1];
    out.steps.resize(out.start.back());
    std::vector<std::uint32_t> next(out.start.begin(), out.start.end() - 1);
    for (std::uint32_t a = 0; a < sides.size(); ++a) {
        if (sides[a].left != kNoGroup) out.steps[next[sides[a].left]++] = 2 * a;
        if (sides[a].right != kNoGroup) out.steps[next[sides[a].right]++] = 2 * a + 1;
    }
    return out;
}

GridPoint along(std::span<const GridPoint> points, Step step, std::size_t i) {
    return step % 2 == 0 ? points[i] : points[points.size() - 1 - i];
}

/// A step by where it begins.
struct Begin {
    GridPoint at;
    Step step;
    bool used = false;
};

/// Whether turning clockwise from `back` one comes to `a` before `b`; all are directions from one node.
bool clockwiseFirst(GridPoint node, GridPoint back, GridPoint a, GridPoint b) {
    // Half 0: clockwise of `back` by less than half a turn.
    const auto half = [&](GridPoint p) { return geom::cross(node, back, p) < 0 ? 0 : 1; };
    if (half(a) != half(b)) return half(a) < half(b);
    return geom::cross(node, a, b) < 0;
}

/// Strings the steps of one group to rings.
class Stringing {
public:
    Stringing(const Topology& topology, std::span<const Step> steps) : m_topology(topology) {
        for (const Step step : steps) m_begins.push_back({along(points(step), step, 0), step});
        std::ranges::sort(m_begins,
                          [](const Begin& a, const Begin& b) { return a.at != b.at ? a.at < b.at : a.step < b.step; });
    }

    void run(std::vector<Ring>& rings, std::size_t& open) {
        for (Begin& first : m_begins) {
            if (first.used) continue;
            Ring ring;
            Begin* at = &first;
            while (at) {
                at->used = true;
                const auto arc = points(at->step);
                for (std::size_t i = 0; i + 1 < arc.size(); ++i) ring.push_back(along(arc, at->step, i));
                const GridPoint end = along(arc, at->step, arc.size() - 1);
                if (end == first.at && onlyOne(end)) break;
                at = next(end, along(arc, at->step, arc.size() - 2), first);
                if (!at && end != first.at) {
                    ++open;
                    ring.clear();
                }
            }
            if (ring.size() >= 3) splitAtTouches(std::move(ring), rings);
        }
    }

private:
    [[nodiscard]] std::span<const GridPoint> points(Step step) const {
        return m_topology.points(m_topology.arcs()[step / 2]);
    }
    [[nodiscard]] auto from(GridPoint p) { return std::ranges::equal_range(m_begins, p, {}, &Begin::at); }
    bool onlyOne(GridPoint p) { return from(p).size() == 1; }

    /// The step that goes on at `node`: where several do, the first clockwise from where one came, so that what lies
    /// between is of the group. Null when that is the first one again, or none is left.
    Begin* next(GridPoint node, GridPoint back, const Begin& first) {
        Begin* best = nullptr;
        GridPoint towards;
        for (Begin& begin : from(node)) {
            if (begin.used && &begin != &first) continue;
            const GridPoint leads = along(points(begin.step), begin.step, 1);
            if (best && !clockwiseFirst(node, back, leads, towards)) continue;
            best = &begin;
            towards = leads;
        }
        return best == &first ? nullptr : best;
    }

    /// A ring that comes back to a point is several that touch there.
    static void splitAtTouches(Ring ring, std::vector<Ring>& rings) {
        std::vector<GridPoint> sorted = ring;
        std::ranges::sort(sorted);
        if (std::ranges::adjacent_find(sorted) == sorted.end()) {
            rings.push_back(std::move(ring));
            return;
        }
        Ring open;
        for (const GridPoint p : ring) {
            const auto seen = std::ranges::find(open, p);
            if (seen != open.end()) {
                if (open.end() - seen >= 3) rings.emplace_back(seen, open.end());
                open.erase(seen, open.end());
            }
            open.push_back(p);
        }
        if (open.size() >= 3) rings.push_back(std::move(open));
    }

    const Topology& m_topology;
    std::vector<Begin> m_begins;
};

/// A point of a hole that is no corner of the outer ring; touching rings share corners.
bool holds(const Ring& outer, const Ring& hole) {
    for (const GridPoint p : hole) {
        if (std::ranges::find(outer, p) == outer.end()) return geom::contains(outer, p);
    }
    return true;
}

/// Rings in the order of a PolygonSet: every outer one followed by its holes.
std::vector<Ring> ordered(std::vector<Ring> rings) {
    if (rings.size() < 2) return rings;
    std::vector<std::size_t> outers;
    std::vector<std::vector<std::size_t>> holes(rings.size());
    for (std::size_t r = 0; r < rings.size(); ++r) {
        if (geom::twiceArea(rings[r]) > 0) outers.push_back(r);
    }
    for (std::size_t r = 0; r < rings.size(); ++r) {
        if (geom::twiceArea(rings[r]) > 0) continue;
        // The smallest that holds it: an island in a lake has its own.
        std::size_t in = rings.size();
        for (const std::size_t o : outers) {
            if (!holds(rings[o], rings[r])) continue;
            if (in == rings.size() || geom::twiceArea(rings[o]) < geom::twiceArea(rings[in])) in = o;
        }
        if (in < rings.size()) holes[in].push_back(r);
    }
    std::vector<Ring> out;
    for (const std::size_t o : outers) {
        out.push_back(std::move(rings[o]));
        for (const std::size_t h : holes[o]) out.push_back(std::move(rings[h]));
    }
    return out;
}

}  // namespace

Dissolved dissolve(const Topology& topology, std::size_t level, std::span<const std::uint32_t> groupOf,
                   std::uint32_t groups, const base::Progress& progress) {
    const Borders borders = bordersOf(topology, level, groupOf, groups);
    progress.check();
    std::vector<std::vector<Ring>> rings(groups);
    std::vector<std::size_t> open(groups, 0);
    base::parallelFor(groups, 4, [&](std::size_t begin, std::size_t end) {
        for (std::size_t g = begin; g < end && !progress.cancelled(); ++g) {
            const auto steps =
                std::span(borders.steps).subspan(borders.start[g], borders.start[g + 1] - borders.start[g]);
            std::vector<Ring> mine;
            Stringing(topology, steps).run(mine, open[g]);
            rings[g] = ordered(std::move(mine));
        }
    });
    progress.check();
    Dissolved out;
    std::size_t points = 0;
    for (const auto& group : rings) {
        for (const Ring& ring : group) points += ring.size();
    }
    out.shapes.reserve(groups, points);
    for (std::uint32_t g = 0; g < groups; ++g) {
        out.shapes.beginFeature();
        for (const Ring& ring : rings[g]) out.shapes.addRing(ring);
        out.shapes.endFeature();
        out.openRings += open[g];
    }
    return out;
}

}  // namespace xiangtu::topology
