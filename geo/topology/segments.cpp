// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/segments.h"

#include "base/parallel.h"

#include <algorithm>
#include <cassert>
#include <unordered_map>

namespace xiangtu::topology {

namespace {

using geom::GridPoint;

/// One side of one segment as a ring saw it: the face of `level` lies left or right of lo -> hi.
struct Sighting {
    GridPoint lo;
    GridPoint hi;
    std::uint32_t face;
    std::uint8_t level;
    bool onLeft;

    auto operator<=>(const Sighting&) const = default;
};

// Buckets keep the sort cache-sized and let it run on all cores; their number is fixed so that the
// result does not depend on the machine.
constexpr std::size_t kBuckets = 64;

std::size_t bucketOf(GridPoint p) noexcept { return geom::GridPointHash{}(p) % kBuckets; }

struct SidesHash {
    std::size_t operator()(const Sides& s) const noexcept {
        std::uint64_t h = 0x9E3779B97F4A7C15ull;
        for (const auto& side : {s.left, s.right}) {
            for (const std::uint32_t face : side) h = (h ^ face) * 0x100000001B3ull, h ^= h >> 29;
        }
        return std::size_t(h);
    }
};

class SidesPool {
public:
    explicit SidesPool(SegmentTable& table) : m_table(table) {}

    std::uint32_t number(const Sides& sides) {
        const auto [it, isNew] = m_numbers.try_emplace(sides, std::uint32_t(m_table.sides.size()));
        if (!isNew) return it->second;
        const std::uint32_t forward = it->second;
        m_table.sides.push_back(sides);
        m_table.reversed.push_back(forward);
        const Sides turned{sides.right, sides.left};
        const auto [back, backIsNew] = m_numbers.try_emplace(turned, std::uint32_t(m_table.sides.size()));
        if (backIsNew) {
            m_table.sides.push_back(turned);
            m_table.reversed.push_back(forward);
        }
        m_table.reversed[forward] = back->second;
        return forward;
    }

private:
    SegmentTable& m_table;
    std::unordered_map<Sides, std::uint32_t, SidesHash> m_numbers;
};

template <class Visit>
void forEachSegment(std::span<const geom::PolygonSet* const> levels, Visit&& visit) {
    for (std::size_t level = 0; level < levels.size(); ++level) {
        if (!levels[level]) continue;
        const geom::PolygonSet& set = *levels[level];
        for (std::size_t f = 0; f < set.size(); ++f) {
            for (std::size_t r = set.firstRing(f); r < set.firstRing(f + 1); ++r) {
                const auto ring = set.ring(r);
                for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                    if (ring[j] != ring[i]) visit(ring[j], ring[i], std::uint8_t(level), std::uint32_t(f));
                }
            }
        }
    }
}

std::vector<std::vector<Sighting>> sightings(std::span<const geom::PolygonSet* const> levels) {
    std::array<std::size_t, kBuckets> counts{};
    forEachSegment(levels,
                   [&](GridPoint a, GridPoint b, std::uint8_t, std::uint32_t) { ++counts[bucketOf(std::min(a, b))]; });
    std::vector<std::vector<Sighting>> buckets(kBuckets);
    for (std::size_t i = 0; i < kBuckets; ++i) buckets[i].reserve(counts[i]);
    forEachSegment(levels, [&](GridPoint a, GridPoint b, std::uint8_t level, std::uint32_t face) {
        const bool forward = a < b;  // rings keep their face on the left
        const GridPoint lo = forward ? a : b, hi = forward ? b : a;
        buckets[bucketOf(lo)].push_back({lo, hi, face, level, forward});
    });
    return buckets;
}

/// Puts one sighting into `sides`; a second face on the same side of the same level is a conflict.
void place(Sides& sides, const Sighting& s, std::vector<Conflict>& conflicts) {
    std::uint32_t& slot = s.onLeft ? sides.left[s.level] : sides.right[s.level];
    if (slot == kNoFace) {
        slot = s.face;
    } else if (slot != s.face) {
        conflicts.push_back({s.level, slot, s.face, s.lo});
    }
}

}  // namespace

SegmentTable gatherSegments(std::span<const geom::PolygonSet* const> levels, const base::Progress& progress) {
    assert(levels.size() <= kMaxLevels);
    auto buckets = sightings(levels);
    progress.check();
    base::parallelFor(kBuckets, 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) std::ranges::sort(buckets[i]);
    });
    progress.check();

    SegmentTable table;
    SidesPool pool(table);
    std::array<std::uint32_t, kMaxLevels> none;
    none.fill(kNoFace);
    for (auto& bucket : buckets) {
        for (std::size_t i = 0; i < bucket.size();) {
            Sides sides{none, none};
            std::size_t j = i;
            for (; j < bucket.size() && bucket[j].lo == bucket[i].lo && bucket[j].hi == bucket[i].hi; ++j) {
                place(sides, bucket[j], table.conflicts);
            }
            bool bounds = false;
            for (std::size_t l = 0; l < kMaxLevels; ++l) {
                if (sides.left[l] == sides.right[l])
                    sides.left[l] = sides.right[l] = kNoFace;
                else
                    bounds = true;
            }
            if (bounds) table.segments.push_back({bucket[i].lo, bucket[i].hi, pool.number(sides)});
            i = j;
        }
        std::vector<Sighting>().swap(bucket);
    }
    return table;
}

}  // namespace xiangtu::topology
