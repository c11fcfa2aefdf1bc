// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/topology.h"

#include "topology/segments.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace xiangtu::topology {

namespace {

using geom::GridPoint;

constexpr std::uint32_t kNone = UINT32_MAX;

/// Vertex -> the segments that meet there. Open addressing: one probe per look-up on average, no
/// allocation per vertex.
class VertexTable {
public:
    struct Vertex {
        GridPoint at;
        std::uint32_t first = kNone;  ///< two of the segments meeting here
        std::uint32_t second = kNone;
        std::uint32_t degree = 0;
    };

    explicit VertexTable(std::size_t segments) : m_slots(std::bit_ceil(segments * 2 + 16)) {}

    void add(GridPoint p, std::uint32_t segment) {
        Vertex& v = slot(p);
        v.at = p;
        (v.degree == 0 ? v.first : v.second) = segment;
        ++v.degree;
    }
    [[nodiscard]] const Vertex& at(GridPoint p) { return slot(p); }

private:
    Vertex& slot(GridPoint p) {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t i = geom::GridPointHash{}(p)&mask;
        while (m_slots[i].degree && m_slots[i].at != p) i = (i + 1) & mask;
        return m_slots[i];
    }
    std::vector<Vertex> m_slots;
};

/// Spreads the low 16 bits of both halves for a Morton code.
std::uint64_t morton(GridPoint p) noexcept {
    const auto spread = [](std::uint64_t v) {
        v = (v | v << 16) & 0x0000FFFF0000FFFFull;
        v = (v | v << 8) & 0x00FF00FF00FF00FFull;
        v = (v | v << 4) & 0x0F0F0F0F0F0F0F0Full;
        v = (v | v << 2) & 0x3333333333333333ull;
        return (v | v << 1) & 0x5555555555555555ull;
    };
    return spread(std::uint32_t(p.x) ^ 0x80000000u) | spread(std::uint32_t(p.y) ^ 0x80000000u) << 1;
}

}  // namespace

/// Joins segments into arcs: from node to node while the sides stay the same, then closed loops.
class Builder {
public:
    Builder(SegmentTable table, const base::Progress& progress)
        : m_table(std::move(table)),
          m_progress(progress),
          m_vertices(m_table.segments.size()),
          m_used(m_table.segments.size(), 0) {}

    Topology build(std::span<const geom::PolygonSet* const> levels) {
        for (std::uint32_t s = 0; s < m_table.segments.size(); ++s) {
            m_vertices.add(m_table.segments[s].lo, s);
            m_vertices.add(m_table.segments[s].hi, s);
        }
        m_progress.check();
        for (std::uint32_t s = 0; s < m_table.segments.size(); ++s) {
            if (m_used[s]) continue;
            if (isNode(s, m_table.segments[s].lo))
                walk(s, m_table.segments[s].lo);
            else if (isNode(s, m_table.segments[s].hi))
                walk(s, m_table.segments[s].hi);
        }
        m_progress.check();
        for (std::uint32_t s = 0; s < m_table.segments.size(); ++s) {
            if (!m_used[s]) walk(s, m_table.segments[s].lo);
        }
        sortBySpace();
        indexFaces(levels);
        m_result.conflicts = std::move(m_table.conflicts);
        return Topology::of(std::move(m_result)).value();
    }

private:
    /// Sides of a segment when it is walked starting at `from`.
    std::uint32_t sidesFrom(std::uint32_t segment, GridPoint from) const {
        const Segment& s = m_table.segments[segment];
        return s.lo == from ? s.sides : m_table.reversed[s.sides];
    }
    GridPoint otherEnd(std::uint32_t segment, GridPoint end) const {
        const Segment& s = m_table.segments[segment];
        return s.lo == end ? s.hi : s.lo;
    }
    /// The segment that continues `segment` through `at` with the same sides, or kNone at a node.
    std::uint32_t next(std::uint32_t segment, GridPoint at) {
        const auto& v = m_vertices.at(at);
        if (v.degree != 2) return kNone;
        const std::uint32_t other = v.first == segment ? v.second : v.first;
        const std::uint32_t incoming = m_table.reversed[sidesFrom(segment, at)];
        return sidesFrom(other, at) == incoming ? other : kNone;
    }
    bool isNode(std::uint32_t segment, GridPoint at) { return next(segment, at) == kNone; }

    void walk(std::uint32_t segment, GridPoint from) {
        Arc arc;
        arc.firstPoint = std::uint32_t(m_points.size());
        const Sides& sides = m_table.sides[sidesFrom(segment, from)];
        arc.firstFace = std::uint32_t(m_faces.size());
        for (std::size_t l = 0; l < kMaxLevels; ++l) {
            if (sides.left[l] == sides.right[l]) continue;
            arc.levelMask |= std::uint8_t(1u << l);
            m_faces.insert(m_faces.end(), {sides.left[l], sides.right[l]});
        }
        arc.topLevel = std::uint8_t(std::countr_zero(arc.levelMask));
        m_points.push_back(from);
        arc.box.extend(from);
        for (std::uint32_t s = segment; s != kNone && !m_used[s];) {
            m_used[s] = 1;
            from = otherEnd(s, from);
            m_points.push_back(from);
            arc.box.extend(from);
            s = next(s, from);
        }
        arc.pointCount = std::uint32_t(m_points.size()) - arc.firstPoint;
        m_arcs.push_back(arc);
    }

    /// Neighbouring arcs close in memory: drawing a view then touches few cache lines.
    void sortBySpace() {
        std::vector<std::uint64_t> keys(m_arcs.size());
        for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = morton(m_points[m_arcs[i].firstPoint]);
        std::vector<std::uint32_t> order(m_arcs.size());
        std::iota(order.begin(), order.end(), 0u);
        std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return keys[i]; });
        std::vector<Arc> arcs;
        std::vector<GridPoint> points;
        std::vector<std::uint32_t> faces;
        arcs.reserve(m_arcs.size());
        points.reserve(m_points.size());
        faces.reserve(m_faces.size());
        for (const std::uint32_t i : order) {
            Arc arc = m_arcs[i];
            const auto begin = m_points.begin() + arc.firstPoint;
            const auto face = m_faces.begin() + arc.firstFace;
            arc.firstPoint = std::uint32_t(points.size());
            arc.firstFace = std::uint32_t(faces.size());
            points.insert(points.end(), begin, begin + arc.pointCount);
            faces.insert(faces.end(), face, face + 2 * std::popcount(arc.levelMask));
            arcs.push_back(arc);
        }
        m_arcs.swap(arcs);
        m_result.points = std::move(points);
        m_faces.swap(faces);
    }

    void indexFaces(std::span<const geom::PolygonSet* const> levels) {
        for (std::size_t l = 0; l < levels.size(); ++l) {
            if (!levels[l]) continue;
            std::vector<std::uint32_t> start(levels[l]->size() + 1, 0);
            const auto forEach = [&](auto&& visit) {
                for (std::uint32_t a = 0; a < m_arcs.size(); ++a) {
                    const unsigned mask = m_arcs[a].levelMask;
                    if ((mask >> l & 1u) == 0) continue;
                    const auto at = m_arcs[a].firstFace + 2 * std::size_t(std::popcount(mask & ((1u << l) - 1)));
                    if (m_faces[at] != kNoFace) visit(m_faces[at], a);
                    if (m_faces[at + 1] != kNoFace) visit(m_faces[at + 1], a);
                }
            };
            forEach([&](std::uint32_t face, std::uint32_t) { ++start[face + 1]; });
            std::partial_sum(start.begin(), start.end(), start.begin());
            std::vector<std::uint32_t> list(start.back());
            auto next = start;
            forEach([&](std::uint32_t face, std::uint32_t arc) { list[next[face]++] = arc; });
            m_result.faceStart[l] = std::move(start);
            m_result.faceArcs[l] = std::move(list);
        }
        m_result.arcs = std::move(m_arcs);
        m_result.faces = std::move(m_faces);
    }

    SegmentTable m_table;
    const base::Progress& m_progress;
    VertexTable m_vertices;
    std::vector<std::uint8_t> m_used;
    std::vector<GridPoint> m_points;
    std::vector<Arc> m_arcs;
    std::vector<std::uint32_t> m_faces;
    Topology::Arrays m_result;
};

Topology build(std::span<const geom::PolygonSet* const> levels, const base::Progress& progress) {
    progress.report("topology", 0, 2);
    SegmentTable table = gatherSegments(levels, progress);
    progress.report("topology", 1, 2);
    Topology result = Builder(std::move(table), progress).build(levels);
    progress.report("topology", 2, 2);
    return result;
}

}  // namespace xiangtu::topology
