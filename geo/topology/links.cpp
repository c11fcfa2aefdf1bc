// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/links.h"

#include "base/parallel.h"

#include <bit>

namespace xiangtu::topology {

namespace {

using geom::GridPoint;

/// Ends that lie in another tile than their segment, by that tile.
struct Strays {
    std::vector<SegmentEnd> ends;
    std::vector<std::size_t> tileStart;
};

Strays straysOf(const SegmentTable& table, const Tiling& tiling) {
    constexpr std::size_t kGrain = 16;
    const std::size_t tiles = tiling.count();
    std::vector<std::vector<std::pair<std::size_t, SegmentEnd>>> found(tiles);
    base::parallelFor(tiles, kGrain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t t = begin; t < end; ++t) {
            for (std::size_t s = table.tileStart[t]; s < table.tileStart[t + 1]; ++s) {
                const std::size_t other = tiling.of(table.segments[s].hi);
                if (other != t) found[t].emplace_back(other, SegmentEnd(2 * s + 1));
            }
        }
    });
    Strays out;
    out.tileStart.assign(tiles + 1, 0);
    for (const auto& list : found) {
        for (const auto& [tile, end] : list) ++out.tileStart[tile + 1];
    }
    for (std::size_t t = 0; t < tiles; ++t) out.tileStart[t + 1] += out.tileStart[t];
    out.ends.resize(out.tileStart.back());
    auto next = out.tileStart;
    for (const auto& list : found) {
        for (const auto& [tile, end] : list) out.ends[next[tile]++] = end;
    }
    return out;
}

/// Vertex -> the ends that meet there. Open addressing: one probe per look-up on average.
class Vertices {
public:
    struct Vertex {
        GridPoint at;
        SegmentEnd first = kNode;  ///< two of the ends meeting here
        SegmentEnd second = kNode;
        std::uint32_t degree = 0;
    };

    void reset(std::size_t ends) { m_slots.assign(std::bit_ceil(ends * 2 + 16), {}); }
    void add(GridPoint p, SegmentEnd end) {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t i = geom::GridPointHash{}(p)&mask;
        while (m_slots[i].degree != 0 && m_slots[i].at != p) i = (i + 1) & mask;
        Vertex& v = m_slots[i];
        v.at = p;
        (v.degree == 0 ? v.first : v.second) = end;
        ++v.degree;
    }
    [[nodiscard]] const std::vector<Vertex>& slots() const noexcept { return m_slots; }

private:
    std::vector<Vertex> m_slots;
};

/// Whether walking in at one end and on from the other has the same faces on the left and right.
bool goesOn(const SegmentTable& table, SegmentEnd a, SegmentEnd b) {
    const Segment &p = table.segments[a / 2], &q = table.segments[b / 2];
    if (p.levelMask != q.levelMask) return false;
    // Both ends smaller or both larger: one of the segments is walked against its direction.
    const std::uint32_t turn = a % 2 == b % 2 ? 1 : 0;
    const auto count = 2 * std::uint32_t(std::popcount(p.levelMask));
    for (std::uint32_t i = 0; i < count; ++i) {
        if (table.faces[p.firstFace + i] != table.faces[q.firstFace + (i ^ turn)]) return false;
    }
    return true;
}

}  // namespace

std::vector<SegmentEnd> linkSegments(const SegmentTable& table, const Tiling& tiling) {
    constexpr std::size_t kGrain = 4;
    const Strays strays = straysOf(table, tiling);
    std::vector<SegmentEnd> links(table.segments.size() * 2, kNode);
    base::parallelFor(tiling.count(), kGrain, [&](std::size_t begin, std::size_t end) {
        Vertices vertices;
        for (std::size_t t = begin; t < end; ++t) {
            const std::size_t first = table.tileStart[t], last = table.tileStart[t + 1];
            const std::size_t firstStray = strays.tileStart[t], lastStray = strays.tileStart[t + 1];
            if (first == last && firstStray == lastStray) continue;
            vertices.reset(2 * (last - first) + lastStray - firstStray);
            for (std::size_t s = first; s < last; ++s) {
                const Segment& segment = table.segments[s];
                vertices.add(segment.lo, SegmentEnd(2 * s));
                if (tiling.of(segment.hi) == t) vertices.add(segment.hi, SegmentEnd(2 * s + 1));
            }
            for (std::size_t i = firstStray; i < lastStray; ++i) {
                vertices.add(table.segments[strays.ends[i] / 2].hi, strays.ends[i]);
            }
            for (const Vertices::Vertex& v : vertices.slots()) {
                if (v.degree != 2 || !goesOn(table, v.first, v.second)) continue;
                links[v.first] = v.second;
                links[v.second] = v.first;
            }
        }
    });
    return links;
}

}  // namespace xiangtu::topology
