// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/patch.h"

#include "base/parallel.h"
#include "topology/face_index.h"
#include "topology/patch_arcs.h"

#include <algorithm>
#include <bit>
#include <unordered_map>
#include <unordered_set>

namespace xiangtu::topology {

namespace {

using geom::GridPoint;
using Points = std::unordered_set<GridPoint, geom::GridPointHash>;
using Claims = std::unordered_map<Side, std::uint32_t, SideHash>;

/// Who has which directed segment of a level, of the faces that changed.
Claims claimsBefore(const Topology& topology, std::size_t level, const FaceChanges& changes) {
    Claims claims;
    for (const std::uint32_t face : changes.before) {
        for (const std::uint32_t a : topology.arcsOf(level, face)) {
            const Arc& arc = topology.arcs()[a];
            const auto points = topology.points(arc);
            const bool onLeft = topology.left(arc, level) == face;
            for (std::size_t i = 1; i < points.size(); ++i) {
                claims.emplace(onLeft ? Side{points[i - 1], points[i]} : Side{points[i], points[i - 1]}, face);
            }
        }
    }
    return claims;
}

Claims claimsAfter(const geom::PolygonSet& set, const FaceChanges& changes) {
    Claims claims;
    for (const std::uint32_t face : changes.after) {
        for (std::size_t r = set.firstRing(face); r < set.firstRing(face + 1); ++r) {
            const auto ring = set.ring(r);
            for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                if (ring[i] != ring[j]) claims.emplace(Side{ring[j], ring[i]}, face);
            }
        }
    }
    return claims;
}

std::uint32_t numberAfter(const FaceChanges& changes, std::uint32_t face) {
    if (face == kNoFace || changes.numberAfter.empty()) return face;
    return face < changes.numberAfter.size() ? changes.numberAfter[face] : kNoFace;
}

class Patch {
public:
    Patch(const Topology& before, std::span<const geom::PolygonSet* const> levels, std::span<const FaceChanges> changes)
        : m_before(before), m_levels(levels), m_changes(changes) {}

    Topology make() {
        findDifferences();
        findArcs();
        for (const std::uint32_t a : m_affected) takeApart(m_before.arcs()[a]);
        applyDifferences();
        return assembled(chainSegments(m_segments, m_fixed));
    }

private:
    /// Segments somebody has now who had them not, or had and has no longer.
    void findDifferences() {
        for (std::size_t l = 0; l < m_levels.size(); ++l) {
            if (!m_levels[l] || (m_changes[l].before.empty() && m_changes[l].after.empty())) continue;
            Claims old = claimsBefore(m_before, l, m_changes[l]);
            for (const auto& [side, face] : claimsAfter(*m_levels[l], m_changes[l])) {
                const auto had = old.find(side);
                const bool same = had != old.end() && numberAfter(m_changes[l], had->second) == face;
                if (had != old.end()) old.erase(had);
                if (!same) differ({side, l, face});
            }
            for (const auto& [side, face] : old) differ({side, l, kNoFace});
        }
    }

    struct Difference {
        Side side;
        std::size_t level;
        std::uint32_t face;  ///< who has it now
    };
    void differ(const Difference& d) {
        m_differences.push_back(d);
        for (const GridPoint p : {d.side.a, d.side.b}) {
            m_touched.insert(p);
            m_box.extend(p);
        }
    }

    /// Arcs that have a vertex where something differs; and where those end without being touched there.
    void findArcs() {
        const auto arcs = m_before.arcs();
        m_isAffected.assign(arcs.size(), 0);
        Points loops;
        for (std::uint32_t a = 0; a < arcs.size(); ++a) {
            if (!arcs[a].box.intersects(m_box)) continue;
            const auto points = m_before.points(arcs[a]);
            if (!std::ranges::any_of(points, [&](GridPoint p) { return m_touched.contains(p); })) continue;
            m_affected.push_back(a);
            m_isAffected[a] = 1;
            if (points.front() == points.back()) {
                if (!m_touched.contains(points.front())) loops.insert(points.front());
                continue;
            }
            for (const GridPoint end : {points.front(), points.back()}) {
                if (!m_touched.contains(end)) m_fixed.insert(end);
            }
        }
        if (loops.empty()) return;
        // A closed arc has a node only where others end, too.
        Points once;
        for (std::uint32_t a = 0; a < arcs.size(); ++a) {
            const auto points = m_before.points(arcs[a]);
            const bool closed = points.front() == points.back();
            for (const GridPoint end : {points.front(), points.back()}) {
                if (!loops.contains(end)) continue;
                if (!closed || !once.insert(end).second) m_fixed.insert(end);
                if (closed) break;
            }
        }
    }

    void takeApart(const Arc& arc) {
        const auto points = m_before.points(arc);
        for (std::size_t i = 1; i < points.size(); ++i) {
            const bool forward = points[i - 1] < points[i];
            FaceSides& sides = m_segments[forward ? Side{points[i - 1], points[i]} : Side{points[i], points[i - 1]}];
            for (std::size_t l = 0; l < m_levels.size(); ++l) {
                const std::uint32_t left = numberAfter(m_changes[l], m_before.left(arc, l));
                const std::uint32_t right = numberAfter(m_changes[l], m_before.right(arc, l));
                if (left != kNoFace) (forward ? sides.left : sides.right)[l] = left;
                if (right != kNoFace) (forward ? sides.right : sides.left)[l] = right;
            }
        }
    }

    void applyDifferences() {
        // First who went, then who came.
        for (const bool coming : {false, true}) {
            for (const Difference& d : m_differences) {
                if ((d.face != kNoFace) != coming) continue;
                const bool forward = d.side.a < d.side.b;
                FaceSides& sides = m_segments[forward ? d.side : Side{d.side.b, d.side.a}];
                (forward ? sides.left : sides.right)[d.level] = d.face;
            }
        }
    }

    static std::uint32_t faceCount(const Arc& arc) { return 2 * std::uint32_t(std::popcount(arc.levelMask)); }

    /// The end of the arcs from `a` on that stay and whose points and faces follow each other.
    [[nodiscard]] std::uint32_t runOf(std::uint32_t a) const {
        const auto old = m_before.arcs();
        for (++a; a < old.size() && m_isAffected[a] == 0; ++a) {
            const Arc& last = old[a - 1];
            if (old[a].firstPoint != last.firstPoint + last.pointCount) break;
            if (old[a].firstFace != last.firstFace + faceCount(last)) break;
        }
        return a;
    }

    void renumber(std::span<const Arc> arcs, std::span<std::uint32_t> faces) const {
        const bool none = std::ranges::all_of(m_changes, [](const FaceChanges& c) { return c.numberAfter.empty(); });
        if (none) return;
        for (const Arc& arc : arcs) {
            std::uint32_t* face = faces.data() + arc.firstFace;
            for (unsigned mask = arc.levelMask; mask != 0; mask &= mask - 1) {
                const FaceChanges& changes = m_changes[std::size_t(std::countr_zero(mask))];
                for (int side = 0; side < 2; ++side, ++face) *face = numberAfter(changes, *face);
            }
        }
    }

    Topology assembled(const std::vector<NewArc>& made) {
        const auto old = m_before.arcs();
        std::vector<Arc> arcs;
        std::vector<GridPoint> points;
        std::vector<std::uint32_t> faces;
        arcs.reserve(old.size() + made.size());
        points.reserve(m_before.arrays().points.size() + made.size() * 16);
        faces.reserve(m_before.arrays().faces.size() + made.size() * 4);
        // Arcs between two that are taken apart lie one after the other mostly: they move in one piece.
        for (std::uint32_t a = 0; a < old.size();) {
            if (m_isAffected[a] != 0) {
                ++a;
                continue;
            }
            const std::uint32_t end = runOf(a);
            const Arc& first = old[a];
            const Arc& last = old[end - 1];
            const auto pointShift = std::uint32_t(points.size()) - first.firstPoint;
            const auto faceShift = std::uint32_t(faces.size()) - first.firstFace;
            const auto from = m_before.arrays().points.begin();
            points.insert(points.end(), from + first.firstPoint, from + last.firstPoint + last.pointCount);
            const auto sides = m_before.arrays().faces.begin();
            faces.insert(faces.end(), sides + first.firstFace, sides + last.firstFace + faceCount(last));
            const std::size_t begin = arcs.size();
            arcs.insert(arcs.end(), old.begin() + a, old.begin() + end);
            for (std::size_t i = begin; i < arcs.size(); ++i) {
                arcs[i].firstPoint += pointShift;  // unsigned: wraps as it should
                arcs[i].firstFace += faceShift;
            }
            a = end;
        }
        renumber(arcs, faces);
        for (const NewArc& chain : made) {
            Arc& arc = arcs.emplace_back();
            arc.firstPoint = std::uint32_t(points.size());
            arc.pointCount = std::uint32_t(chain.points.size());
            arc.firstFace = std::uint32_t(faces.size());
            points.insert(points.end(), chain.points.begin(), chain.points.end());
            for (const GridPoint p : chain.points) arc.box.extend(p);
            for (std::size_t l = 0; l < kMaxLevels; ++l) {
                if (chain.sides.left[l] == chain.sides.right[l]) continue;
                arc.levelMask |= std::uint8_t(1u << l);
                faces.insert(faces.end(), {chain.sides.left[l], chain.sides.right[l]});
            }
            arc.topLevel = std::uint8_t(std::countr_zero(arc.levelMask));
        }
        Topology::Arrays arrays;
        base::parallelFor(m_levels.size(), 1, [&](std::size_t begin, std::size_t end) {
            for (std::size_t l = begin; l < end; ++l) {
                if (!m_levels[l]) continue;
                FaceIndex index = indexFaces(arcs, faces, l, m_levels[l]->size());
                arrays.faceStart[l] = std::move(index.start);
                arrays.faceArcs[l] = std::move(index.arcs);
            }
        });
        arrays.conflicts = conflicts();
        arrays.arcs = std::move(arcs);
        arrays.points = std::move(points);
        arrays.faces = std::move(faces);
        return Topology::of(std::move(arrays)).value();
    }

    std::vector<Conflict> conflicts() const {
        std::vector<Conflict> out;
        for (Conflict c : m_before.conflicts()) {
            const FaceChanges& changes = m_changes[c.level];
            const auto changed = [&](std::uint32_t face) {
                return std::ranges::find(changes.before, face) != changes.before.end();
            };
            if (changed(c.faceA) || changed(c.faceB)) continue;
            c.faceA = numberAfter(changes, c.faceA);
            c.faceB = numberAfter(changes, c.faceB);
            out.push_back(c);
        }
        return out;
    }

    const Topology& m_before;
    std::span<const geom::PolygonSet* const> m_levels;
    std::span<const FaceChanges> m_changes;
    std::vector<Difference> m_differences;
    Points m_touched;  ///< ends of segments that differ
    geom::GridBox m_box;
    std::vector<std::uint32_t> m_affected;
    std::vector<std::uint8_t> m_isAffected;
    Points m_fixed;  ///< nodes because of arcs that stay
    SegmentSides m_segments;
};

}  // namespace

Topology patched(const Topology& before, std::span<const geom::PolygonSet* const> levels,
                 std::span<const FaceChanges> changes) {
    return Patch(before, levels, changes).make();
}

}  // namespace xiangtu::topology
