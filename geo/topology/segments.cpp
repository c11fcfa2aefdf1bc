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

template <class Visit>
void forEachSegment(const PolygonSet& set, const Chunk& chunk, Visit&& visit) {
    for (std::uint32_t f = chunk.begin; f < chunk.end; ++f) {
        for (std::size_t r = set.firstRing(f); r < set.firstRing(f + 1); ++r) {
            const auto ring = set.ring(r);
            for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                if (ring[j] != ring[i]) visit(ring[j], ring[i], f);
            }
        }
    }
}

struct Sightings {
    std::vector<Sighting> all;
    std::vector<std::size_t> tileStart;
};

/// All sightings by tile and, inside a tile, in the order of levels and features.
Sightings sightings(std::span<const PolygonSet* const> levels, const Tiling& tiling) {
    const std::vector<Chunk> chunks = chunksOf(levels);
    const std::size_t tiles = tiling.count();
    // First how many, then, as places, where: per chunk and tile.
    std::vector<std::size_t> places(chunks.size() * tiles, 0);
    const auto perChunk = [&](auto&& body) {
        base::parallelFor(chunks.size(), 1, [&](std::size_t begin, std::size_t end) {
            for (std::size_t c = begin; c < end; ++c) body(chunks[c], places.data() + c * tiles);
        });
    };
    perChunk([&](const Chunk& chunk, std::size_t* counts) {
        forEachSegment(*levels[chunk.level], chunk,
                       [&](GridPoint a, GridPoint b, std::uint32_t) { ++counts[tiling.of(std::min(a, b))]; });
    });
    Sightings out;
    out.tileStart.reserve(tiles + 1);
    std::size_t at = 0;
    for (std::size_t t = 0; t < tiles; ++t) {
        out.tileStart.push_back(at);
        for (std::size_t c = 0; c < chunks.size(); ++c) at += std::exchange(places[c * tiles + t], at);
    }
    out.tileStart.push_back(at);
    out.all.resize(at);
    perChunk([&](const Chunk& chunk, std::size_t* next) {
        forEachSegment(*levels[chunk.level], chunk, [&](GridPoint a, GridPoint b, std::uint32_t face) {
            const bool forward = a < b;  // rings keep their face on the left
            const GridPoint lo = forward ? a : b, hi = forward ? b : a;
            out.all[next[tiling.of(lo)]++] = {lo, hi, face, chunk.level, forward};
        });
    });
    return out;
}

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

/// Tables of single tiles one after the other.
SegmentTable joined(std::vector<SegmentTable>& tiles) {
    SegmentTable out;
    std::vector<std::size_t> faceStart;
    std::size_t segments = 0, faces = 0;
    for (const SegmentTable& tile : tiles) {
        out.tileStart.push_back(segments);
        faceStart.push_back(faces);
        segments += tile.segments.size();
        faces += tile.faces.size();
        out.conflicts.insert(out.conflicts.end(), tile.conflicts.begin(), tile.conflicts.end());
    }
    out.tileStart.push_back(segments);
    out.segments.resize(segments);
    out.faces.resize(faces);
    base::parallelFor(tiles.size(), 16, [&](std::size_t begin, std::size_t end) {
        for (std::size_t t = begin; t < end; ++t) {
            for (Segment& s : tiles[t].segments) s.firstFace += std::uint32_t(faceStart[t]);
            std::ranges::copy(tiles[t].segments, out.segments.begin() + std::ptrdiff_t(out.tileStart[t]));
            std::ranges::copy(tiles[t].faces, out.faces.begin() + std::ptrdiff_t(faceStart[t]));
            tiles[t] = {};
        }
    });
    return out;
}

}  // namespace

SegmentTable gatherSegments(std::span<const PolygonSet* const> levels, const Tiling& tiling,
                            const base::Progress& progress) {
    assert(levels.size() <= kMaxLevels);
    std::vector<SegmentTable> tiles(tiling.count());
    {
        const Sightings seen = sightings(levels, tiling);
        progress.check();
        base::parallelFor(tiles.size(), 4, [&](std::size_t begin, std::size_t end) {
            TileWork work;
            for (std::size_t t = begin; t < end; ++t) {
                const auto first = seen.tileStart[t];
                work.gather(std::span(seen.all).subspan(first, seen.tileStart[t + 1] - first), tiles[t]);
            }
        });
    }
    progress.check();
    return joined(tiles);
}

}  // namespace xiangtu::topology
