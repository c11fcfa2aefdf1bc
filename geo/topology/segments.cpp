// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/segments.h"

#include "base/parallel.h"

#include <algorithm>
#include <bit>
#include <cassert>

namespace xiangtu::topology {

namespace {

using geom::GridPoint;
using geom::PolygonSet;

/// One side of one segment as a ring saw it: the face of `level` lies left or right of lo -> hi.
struct Sighting {
    GridPoint lo;
    GridPoint hi;
    std::uint32_t face;
    std::uint8_t level;
    bool onLeft;
};

/// Features whose segments are sorted into tiles in one go.
struct Chunk {
    std::uint8_t level;
    std::uint32_t begin, end;
};

std::vector<Chunk> chunksOf(std::span<const PolygonSet* const> levels) {
    constexpr std::size_t kChunkPoints = std::size_t(1) << 18;
    std::vector<Chunk> chunks;
    for (std::size_t level = 0; level < levels.size(); ++level) {
        if (!levels[level]) continue;
        const PolygonSet& set = *levels[level];
        const auto rings = set.ringStarts();
        for (std::uint32_t f = 0; f < set.size();) {
            Chunk chunk{std::uint8_t(level), f, f};
            const std::size_t first = rings[set.firstRing(f)];
            while (chunk.end < set.size() && rings[set.firstRing(chunk.end)] - first < kChunkPoints) ++chunk.end;
            chunks.push_back(chunk);
            f = chunk.end;
        }
    }
    return chunks;
}

/// Half-open, numbers of tiles.
struct TileRun {
    std::size_t begin, end;
};

/// Calls visit(from, to, face, tile) for the segments whose smaller end lies in a tile of the run. Tiles are
/// numbered so that those of a box lie between those of its corners: most features need no look at their points.
template <class Visit>
void forEachSegment(const PolygonSet& set, const Chunk& chunk, const Tiling& tiling, TileRun run, Visit&& visit) {
    for (std::uint32_t f = chunk.begin; f < chunk.end; ++f) {
        const geom::GridBox box = set.box(f);
        if (box.empty()) continue;
        const std::size_t lowest = tiling.of(box.min), highest = tiling.of(box.max);
        if (highest < run.begin || lowest >= run.end) continue;
        for (std::size_t r = set.firstRing(f); r < set.firstRing(f + 1); ++r) {
            const auto ring = set.ring(r);
            for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                if (ring[j] == ring[i]) continue;
                const std::size_t tile = lowest == highest ? lowest : tiling.of(std::min(ring[j], ring[i]));
                if (tile >= run.begin && tile < run.end) visit(ring[j], ring[i], f, tile);
            }
        }
    }
}

/// All sightings by tile and, inside a tile, in the order of levels and features; made for some tiles in a
/// row at a time, since all at once are the largest thing there ever is.
class Sightings {
public:
    Sightings(std::span<const PolygonSet* const> levels, const Tiling& tiling)
        : m_levels(levels), m_tiling(tiling), m_chunks(chunksOf(levels)), m_counts(m_chunks.size() * tiling.count()) {
        perChunk([&](std::size_t c) {
            std::uint32_t* counts = m_counts.data() + c * m_tiling.count();
            forEachSegment(*m_levels[m_chunks[c].level], m_chunks[c], m_tiling, {0, m_tiling.count()},
                           [&](GridPoint, GridPoint, std::uint32_t, std::size_t tile) { ++counts[tile]; });
        });
    }

    /// The end of a run of tiles from `tile` on with about as many sightings as memory is to be spent for.
    [[nodiscard]] std::size_t runFrom(std::size_t tile) const {
        constexpr std::size_t kRunSightings = std::size_t(1) << 23;
        std::size_t sum = 0;
        while (tile < m_tiling.count() && (sum += countOf(tile)) <= kRunSightings) ++tile;
        return tile == m_tiling.count() ? tile : tile + 1;
    }

    void gather(std::size_t firstTile, std::size_t endTile) {
        const std::size_t tiles = endTile - firstTile;
        m_firstTile = firstTile;
        m_tileStart.clear();
        std::vector<std::size_t> places(m_chunks.size() * tiles);
        std::size_t at = 0;
        for (std::size_t t = 0; t < tiles; ++t) {
            m_tileStart.push_back(at);
            for (std::size_t c = 0; c < m_chunks.size(); ++c) {
                places[c * tiles + t] = at;
                at += m_counts[c * m_tiling.count() + firstTile + t];
            }
        }
        m_tileStart.push_back(at);
        m_all.resize(at);
        perChunk([&](std::size_t c) {
            const auto counts = std::span(m_counts).subspan(c * m_tiling.count() + firstTile, tiles);
            if (std::ranges::all_of(counts, [](std::uint32_t n) { return n == 0; })) return;
            std::size_t* next = places.data() + c * tiles;
            const std::uint8_t level = m_chunks[c].level;
            forEachSegment(*m_levels[level], m_chunks[c], m_tiling, {firstTile, endTile},
                           [&](GridPoint a, GridPoint b, std::uint32_t face, std::size_t tile) {
                               const bool forward = a < b;  // rings keep their face on the left
                               m_all[next[tile - firstTile]++] =
                                   forward ? Sighting{a, b, face, level, true} : Sighting{b, a, face, level, false};
                           });
        });
    }

    /// Of a tile of the run gathered last.
    [[nodiscard]] std::span<const Sighting> of(std::size_t tile) const {
        const std::size_t t = tile - m_firstTile;
        return std::span(m_all).subspan(m_tileStart[t], m_tileStart[t + 1] - m_tileStart[t]);
    }

private:
    template <class Body>
    void perChunk(Body&& body) const {
        base::parallelFor(m_chunks.size(), 1, [&](std::size_t begin, std::size_t end) {
            for (std::size_t c = begin; c < end; ++c) body(c);
        });
    }
    [[nodiscard]] std::size_t countOf(std::size_t tile) const {
        std::size_t sum = 0;
        for (std::size_t c = 0; c < m_chunks.size(); ++c) sum += m_counts[c * m_tiling.count() + tile];
        return sum;
    }

    std::span<const PolygonSet* const> m_levels;
    const Tiling& m_tiling;
    std::vector<Chunk> m_chunks;
    std::vector<std::uint32_t> m_counts;  ///< sightings per chunk and tile
    std::size_t m_firstTile = 0;
    std::vector<std::size_t> m_tileStart;  ///< into m_all
    std::vector<Sighting> m_all;
};

/// The segments of one tile; memory is used again from tile to tile.
class TileWork {
public:
    void gather(std::span<const Sighting> seen, SegmentTable& out) {
        const std::size_t slots = std::bit_ceil(seen.size() * 2 + 16);
        m_slots.assign(slots, kEmpty);
        m_found.clear();
        for (const Sighting& s : seen) place(found(s, slots - 1), s, out.conflicts);
        for (const Found& f : m_found) {
            Segment segment{f.lo, f.hi, std::uint32_t(out.faces.size()), 0};
            for (std::size_t l = 0; l < kMaxLevels; ++l) {
                if (f.left[l] == f.right[l]) continue;
                segment.levelMask |= std::uint8_t(1u << l);
                out.faces.insert(out.faces.end(), {f.left[l], f.right[l]});
            }
            if (segment.levelMask != 0) out.segments.push_back(segment);
        }
    }

private:
    static constexpr std::uint32_t kEmpty = UINT32_MAX;
    struct Found {
        GridPoint lo, hi;
        std::array<std::uint32_t, kMaxLevels> left, right;
    };

    Found& found(const Sighting& s, std::size_t mask) {
        const std::size_t hash = geom::GridPointHash{}(s.lo) * 31 + geom::GridPointHash{}(s.hi);
        for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
            if (m_slots[i] == kEmpty) {
                m_slots[i] = std::uint32_t(m_found.size());
                Found& made = m_found.emplace_back();
                made.lo = s.lo;
                made.hi = s.hi;
                made.left.fill(kNoFace);
                made.right.fill(kNoFace);
                return made;
            }
            Found& there = m_found[m_slots[i]];
            if (there.lo == s.lo && there.hi == s.hi) return there;
        }
    }

    /// A second face on the same side of the same level is a conflict; the first one stays.
    static void place(Found& found, const Sighting& s, std::vector<Conflict>& conflicts) {
        std::uint32_t& slot = s.onLeft ? found.left[s.level] : found.right[s.level];
        if (slot == kNoFace) {
            slot = s.face;
        } else if (slot != s.face) {
            conflicts.push_back({s.level, slot, s.face, s.lo});
        }
    }

    std::vector<std::uint32_t> m_slots;
    std::vector<Found> m_found;
};

/// Puts the tables of single tiles behind what is there.
void append(std::vector<SegmentTable>& tiles, SegmentTable& out) {
    std::vector<std::size_t> segmentStart, faceStart;
    std::size_t segments = out.segments.size(), faces = out.faces.size();
    for (const SegmentTable& tile : tiles) {
        out.tileStart.push_back(segments);
        segmentStart.push_back(segments);
        faceStart.push_back(faces);
        segments += tile.segments.size();
        faces += tile.faces.size();
        out.conflicts.insert(out.conflicts.end(), tile.conflicts.begin(), tile.conflicts.end());
    }
    out.segments.resize(segments);
    out.faces.resize(faces);
    base::parallelFor(tiles.size(), 16, [&](std::size_t begin, std::size_t end) {
        for (std::size_t t = begin; t < end; ++t) {
            for (Segment& s : tiles[t].segments) s.firstFace += std::uint32_t(faceStart[t]);
            std::ranges::copy(tiles[t].segments, out.segments.begin() + std::ptrdiff_t(segmentStart[t]));
            std::ranges::copy(tiles[t].faces, out.faces.begin() + std::ptrdiff_t(faceStart[t]));
        }
    });
}

/// Room for as many segments as there can be: pages that are never written cost nothing, while growing by
/// copying would need nearly three times the memory.
void reserve(std::span<const PolygonSet* const> levels, SegmentTable& out) {
    std::size_t points = 0;
    for (const PolygonSet* set : levels) points += set ? set->pointCount() : 0;
    out.segments.reserve(points);
    out.faces.reserve(2 * points);
}

}  // namespace

SegmentTable gatherSegments(std::span<const PolygonSet* const> levels, const Tiling& tiling,
                            const base::Progress& progress) {
    assert(levels.size() <= kMaxLevels);
    SegmentTable out;
    reserve(levels, out);
    Sightings seen(levels, tiling);
    for (std::size_t first = 0; first < tiling.count();) {
        progress.check();
        const std::size_t end = seen.runFrom(first);
        seen.gather(first, end);
        std::vector<SegmentTable> tiles(end - first);
        base::parallelFor(tiles.size(), 4, [&](std::size_t from, std::size_t to) {
            TileWork work;
            for (std::size_t t = from; t < to; ++t) work.gather(seen.of(first + t), tiles[t]);
        });
        append(tiles, out);
        first = end;
    }
    out.tileStart.push_back(out.segments.size());
    return out;
}

}  // namespace xiangtu::topology
