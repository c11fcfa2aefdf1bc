// SPDX-License-Identifier: GPL-3.0-or-later
#include "coverage_check.h"

#include "demo/mesh.h"
#include "demo/outline.h"
#include "demo/rng.h"
#include "demo/roll.h"
#include "geom/measure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace xiangtu::demo {

using geom::GridPoint;
using model::Level;

namespace {

struct Segment {
    GridPoint a, b;
    bool operator==(const Segment&) const = default;
};
struct SegmentHash {
    std::size_t operator()(const Segment& s) const noexcept {
        return geom::GridPointHash{}(s.a) * 31 + geom::GridPointHash{}(s.b);
    }
};
using Segments = std::unordered_set<Segment, SegmentHash>;

/// Directed segments of a level; each may be there once.
Segments segmentsOf(const geom::PolygonSet& set) {
    Segments out;
    std::size_t twice = 0;
    for (std::size_t r = 0; r < set.ringCount(); ++r) {
        const auto ring = set.ring(r);
        EXPECT_GE(ring.size(), 4u) << "ring " << r;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Segment s{ring[i], ring[(i + 1) % ring.size()]};
            EXPECT_FALSE(s.a == s.b);
            if (!out.insert(s).second) ++twice;
        }
    }
    EXPECT_EQ(twice, 0u) << "segments used twice in the same direction: overlaps";
    return out;
}

/// Sweeps a table of squares for pairs of segments that meet elsewhere than at a common end.
std::size_t crossings(const Segments& directed) {
    std::vector<Segment> all;
    std::int64_t longest = 1;
    for (const Segment& s : directed) {
        if (directed.contains({s.b, s.a}) && s.b < s.a) continue;  // its twin stands for it
        all.push_back(s);
        longest = std::max({longest, std::abs(std::int64_t(s.a.x) - s.b.x), std::abs(std::int64_t(s.a.y) - s.b.y)});
    }
    // Squares about as large as an ordinary segment; long ones are entered into several.
    const std::int64_t cell = std::max<std::int64_t>(longest / 24, 64);
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> table;
    std::size_t bad = 0;
    for (std::uint32_t n = 0; n < all.size(); ++n) {
        const Segment& s = all[n];
        std::vector<std::uint32_t> seen;
        for (std::int64_t x = std::min(s.a.x, s.b.x) / cell; x <= std::max(s.a.x, s.b.x) / cell; ++x) {
            for (std::int64_t y = std::min(s.a.y, s.b.y) / cell; y <= std::max(s.a.y, s.b.y) / cell; ++y) {
                auto& here = table[std::uint64_t(x) << 32 | std::uint32_t(y)];
                for (const std::uint32_t m : here) {
                    if (std::ranges::find(seen, m) != seen.end()) continue;
                    seen.push_back(m);
                    const Segment& t = all[m];
                    const bool shareEnd = s.a == t.a || s.a == t.b || s.b == t.a || s.b == t.b;
                    const std::int64_t d1 = side(s.a, s.b, t.a), d2 = side(s.a, s.b, t.b), d3 = side(t.a, t.b, s.a),
                                       d4 = side(t.a, t.b, s.b);
                    const auto sign = [](std::int64_t v) { return (v > 0) - (v < 0); };
                    if (shareEnd) {
                        // Two segments from one point may not lie on each other.
                        const GridPoint o = s.a == t.a || s.a == t.b ? s.a : s.b;
                        const GridPoint p = o == s.a ? s.b : s.a, q = o == t.a ? t.b : t.a;
                        const std::int64_t along = (std::int64_t(p.x) - o.x) * (std::int64_t(q.x) - o.x) +
                                                   (std::int64_t(p.y) - o.y) * (std::int64_t(q.y) - o.y);
                        bad += side(o, p, q) == 0 && along > 0;
                    } else if (sign(d1) * sign(d2) <= 0 && sign(d3) * sign(d4) <= 0 && (d1 != 0 || d2 != 0)) {
                        ++bad;
                    }
                }
                here.push_back(n);
            }
        }
    }
    return bad;
}

}  // namespace

void expectCleanCoverage(const CountyShape& shape, Parts parts) {
    const Segments outline = segmentsOf(shape.shapes[0]);
    const Segments grids = segmentsOf(shape.shapes[4]);
    for (std::size_t l = 0; l < model::kLevelCount; ++l) {
        SCOPED_TRACE(model::levelName(model::kLevels[l]));
        const geom::PolygonSet& set = shape.shapes[l];
        ASSERT_EQ(set.size(), shape.parent[l].size());
        const Segments segments = segmentsOf(set);
        std::size_t alone = 0, foreign = 0;
        for (const Segment& s : segments) {
            alone += !segments.contains({s.b, s.a}) && !outline.contains(s);
            foreign += !grids.contains(s) && !grids.contains({s.b, s.a});
        }
        EXPECT_EQ(alone, 0u) << "segments without a neighbour inside the county: gaps";
        EXPECT_EQ(foreign, 0u) << "segments that are no grid's border";
        for (const Segment& s : outline) EXPECT_TRUE(segments.contains(s));
        std::size_t multi = 0;
        for (std::size_t i = 0; i < set.size(); ++i) {
            EXPECT_GT(set.twiceArea(i), 0) << i;
            multi += set.feature(i).size() != 1;
        }
        if (parts == Parts::one || l >= 3) { EXPECT_EQ(multi, 0u) << "units of several parts"; }
        if (l == 0) continue;
        std::vector<__int128> sum(shape.parent[l - 1].size(), 0);
        for (std::size_t i = 0; i < set.size(); ++i) sum[shape.parent[l][i]] += set.twiceArea(i);
        for (std::size_t p = 0; p < sum.size(); ++p)
            EXPECT_TRUE(sum[p] == shape.shapes[l - 1].twiceArea(p)) << "parent " << p;
    }
    EXPECT_EQ(crossings(grids), 0u);
}

CountyFacts shippedFacts(const std::string& county) { return loadFacts(factsFile(XIANGTU_DATA_DIR, county)); }
Phrases shippedPhrases() { return loadPhrases(phrasesFile(XIANGTU_DATA_DIR)); }

CountyWish wishFor(const CountyFacts& facts, std::uint32_t grids, std::uint64_t seed) {
    CountyWish wish;
    const double detail = std::sqrt(facts.areaM2 / grids) / 3.5;
    wish.outline = makeOutline({facts.centre, facts.areaM2, facts.aspect, facts.turnDegrees, detail, seed});
    wish.townships = townshipWishes(facts);
    wish.naturalVillages = facts.naturalVillages;
    wish.grids = grids;
    wish.seed = seed;
    return wish;
}

std::uint64_t MemorySink::fingerprint() const {
    std::uint64_t h = 0;
    const auto number = [&](std::uint64_t n) { h = mix(h ^ n); };
    const auto text = [&](const std::string& s) { number(std::hash<std::string>{}(s)); };
    text(title);
    for (const auto& level : units) {
        for (const model::NewUnit& u : level) {
            number(u.code.packed());
            number(u.parent.packed());
            number(std::uint64_t(u.households));
            number(std::uint64_t(u.kind));
            text(u.name);
            for (const auto& part : u.shape) {
                for (const GridPoint p : part.outer)
                    number(std::uint64_t(std::uint32_t(p.x)) << 32 | std::uint32_t(p.y));
                for (const auto& hole : part.holes) {
                    for (const GridPoint p : hole) number(std::uint64_t(std::uint32_t(p.x)) << 32 | std::uint32_t(p.y));
                }
            }
        }
    }
    for (const model::NewPartyOrg& o : orgs) {
        text(o.name);
        number(o.serves.packed());
        number(std::uint64_t(std::uint32_t(o.established.days)) << 32 | std::uint32_t(o.dissolved.days));
    }
    for (const model::NewClass& c : classes) {
        number(c.unit.packed());
        text(c.scheme + c.classCode + c.reason + c.author);
        number(std::uint64_t(c.from.days));
    }
    for (const model::NewRecord& r : records) {
        number(r.unit.packed());
        for (const auto& [name, value] : r.values) text(name + model::toText(value));
        text(r.registerId + r.state + r.from.iso() + r.to.iso() + r.since.iso() + r.due.iso());
        if (const auto* point = std::get_if<geom::GeoPoint>(&r.shape))
            number(std::uint64_t(point->lon * 1e10) ^ std::uint64_t(point->lat * 1e10) << 20);
        if (const auto* shape = std::get_if<geom::GeoMultiPolygon>(&r.shape)) {
            for (const geom::GeoPoint p : shape->front().outer)
                number(std::uint64_t(p.lon * 1e10) ^ std::uint64_t(p.lat * 1e10) << 20);
        }
    }
    return h;
}

MemorySink generated(const std::string& county, std::optional<std::uint32_t> grids, std::uint64_t seed) {
    MemorySink sink;
    Options options;
    options.grids = grids;
    options.seed = seed;
    generate(shippedFacts(county), shippedPhrases(), options, sink, {});
    return sink;
}

}  // namespace xiangtu::demo
