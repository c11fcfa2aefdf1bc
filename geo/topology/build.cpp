// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/face_index.h"
#include "topology/links.h"
#include "topology/topology.h"

#include "base/parallel.h"

#include <bit>
#include <iterator>

namespace xiangtu::topology {

namespace {

using geom::GridPoint;

constexpr std::size_t kGrain = 16384;

/// A chain of segments before its points are written down.
struct Chain {
    SegmentEnd start = kNode;
    std::uint32_t points = 2;
};

GridPoint placeOf(const SegmentTable& table, SegmentEnd end) {
    const Segment& s = table.segments[end / 2];
    return end % 2 == 0 ? s.lo : s.hi;
}

/// From node to node. Each is found from both of its ends and kept from the one with the smaller number.
std::vector<Chain> openChains(const std::vector<SegmentEnd>& links) {
    const std::size_t chunks = (links.size() + kGrain - 1) / kGrain;
    std::vector<std::vector<Chain>> found(chunks);
    base::parallelFor(chunks, 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t c = begin; c < end; ++c) {
            const std::size_t last = std::min(links.size(), (c + 1) * kGrain);
            for (std::size_t e = c * kGrain; e < last; ++e) {
                if (links[e] != kNode) continue;
                Chain chain{SegmentEnd(e), 2};
                SegmentEnd far = chain.start ^ 1;
                for (; links[far] != kNode; far = links[far] ^ 1) ++chain.points;
                if (chain.start < far) found[c].push_back(chain);
            }
        }
    });
    std::vector<Chain> chains;
    for (const auto& list : found) chains.insert(chains.end(), list.begin(), list.end());
    return chains;
}

/// Chains without a node, from the smaller end of their first segment; `used`: segments of other chains.
std::vector<Chain> loops(const std::vector<SegmentEnd>& links, std::vector<std::uint8_t>& used) {
    std::vector<Chain> chains;
    for (std::size_t s = 0; s < used.size(); ++s) {
        if (used[s] != 0) continue;
        Chain chain{SegmentEnd(2 * s), 1};
        SegmentEnd at = chain.start;
        do {
            used[at / 2] = 1;
            ++chain.points;
            at = links[at ^ 1];
        } while (at != chain.start);
        chains.push_back(chain);
    }
    return chains;
}

/// Arcs, points and faces of a topology on the way.
struct Drawn {
    std::vector<Arc> arcs;
    std::vector<GridPoint> points;
    std::vector<std::uint32_t> faces;
};

/// Writes the chains down behind those that are there and marks their segments.
void write(const SegmentTable& table, const std::vector<SegmentEnd>& links, const std::vector<Chain>& chains,
           Drawn& out, std::vector<std::uint8_t>& used) {
    const std::size_t first = out.arcs.size();
    std::size_t points = out.points.size(), faces = out.faces.size();
    out.arcs.resize(first + chains.size());
    for (std::size_t i = 0; i < chains.size(); ++i) {
        Arc& arc = out.arcs[first + i];
        arc.levelMask = table.segments[chains[i].start / 2].levelMask;
        arc.topLevel = std::uint8_t(std::countr_zero(arc.levelMask));
        arc.firstPoint = std::uint32_t(points);
        arc.pointCount = chains[i].points;
        arc.firstFace = std::uint32_t(faces);
        points += arc.pointCount;
        faces += 2 * std::size_t(std::popcount(arc.levelMask));
    }
    out.points.resize(points);
    out.faces.resize(faces);
    base::parallelFor(chains.size(), kGrain / 8, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            Arc& arc = out.arcs[first + i];
            SegmentEnd at = chains[i].start;
            const std::uint32_t turned = at % 2;
            const std::uint32_t firstFace = table.segments[at / 2].firstFace;
            for (std::uint32_t f = 0; f < 2 * std::uint32_t(std::popcount(arc.levelMask)); ++f) {
                out.faces[arc.firstFace + f] = table.faces[firstFace + (f ^ turned)];
            }
            GridPoint* point = out.points.data() + arc.firstPoint;
            *point = placeOf(table, at);
            arc.box.extend(*point);
            for (std::uint32_t p = 1; p < arc.pointCount; ++p, at = links[at ^ 1]) {
                used[at / 2] = 1;
                point[p] = placeOf(table, at ^ 1);
                arc.box.extend(point[p]);
            }
        }
    });
}

}  // namespace

Topology build(std::span<const geom::PolygonSet* const> levels, const base::Progress& progress) {
    progress.report("topology", 0, 2);
    const Tiling tiling(levels);
    Drawn drawn;
    Topology::Arrays arrays;
    {
        SegmentTable table = gatherSegments(levels, tiling, progress);
        progress.report("topology", 1, 2);
        arrays.conflicts = std::move(table.conflicts);
        const std::vector<SegmentEnd> links = linkSegments(table, tiling);
        progress.check();
        std::vector<std::uint8_t> used(table.segments.size(), 0);
        write(table, links, openChains(links), drawn, used);
        progress.check();
        write(table, links, loops(links, used), drawn, used);
    }
    base::parallelFor(levels.size(), 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t l = begin; l < end; ++l) {
            if (!levels[l]) continue;
            FaceIndex index = indexFaces(drawn.arcs, drawn.faces, l, levels[l]->size());
            arrays.faceStart[l] = std::move(index.start);
            arrays.faceArcs[l] = std::move(index.arcs);
        }
    });
    arrays.points = std::move(drawn.points);
    arrays.arcs = std::move(drawn.arcs);
    arrays.faces = std::move(drawn.faces);
    progress.report("topology", 2, 2);
    return Topology::of(std::move(arrays)).value();
}

}  // namespace xiangtu::topology
